using System.Globalization;
using System.Text;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Reporting;

/// <summary>The readings of a point over time, against the limits, as inline SVG.</summary>
/// <remarks>Of a point that has readings. One stroke from the lowest to the highest reading for each column of pixels: a chart of a year is no larger than one of a day.</remarks>
internal sealed class ReadingsChart
{
    private const int Left = 40;
    private const int Top = 22;
    private const int PlotWidth = 860;
    private const int PlotHeight = 210;
    private const int Width = Left + PlotWidth + 40;
    private const int Height = Top + PlotHeight + 34;

    // In units of the drawing: as wide as a mark with some air.
    private const int NearestMarks = 12;

    private readonly PointAudit _point;
    private readonly SiteBoundaryCheck _check;
    private readonly Language _language;
    private readonly DateTime _start;
    private readonly DateTime _end;
    private readonly int _low;
    private readonly int _high;

    public ReadingsChart(PointAudit point, NoiseAudit audit, Language language)
    {
        _point = point;
        _check = new SiteBoundaryCheck(audit.Site, audit.Catalogue);
        _language = language;
        _start = point.Periods[0].Start;
        _end = point.Periods[point.Periods.Count - 1].End;
        var readings = point.Point.Series.Readings;
        // The first reading may lie hours after the period began: the axis runs over what there is.
        if (readings[0].LocalTime > _start) _start = Floor(readings[0].LocalTime);
        var last = readings[readings.Count - 1].LocalTime;
        if (_end - last > point.Point.Series.ReadingDuration) _end = Ceiling(last + point.Point.Series.ReadingDuration, _end);
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var reading in readings)
        {
            if (double.IsNaN(reading.Level) || double.IsInfinity(reading.Level)) continue;
            low = Math.Min(low, reading.Level);
            high = Math.Max(high, reading.Level);
        }

        foreach (var period in point.Periods)
        {
            if (LimitOf(period) is not { } limit) continue;
            low = Math.Min(low, (double)limit);
            high = Math.Max(high, (double)limit);
        }

        if (low > high) (low, high) = (0, 100);
        _low = (int)Math.Floor(low / 10) * 10;
        _high = Math.Max(_low + 10, (int)Math.Ceiling((high + 1) / 10) * 10);
    }

    public void Write(HtmlWriter html)
    {
        var title = new BilingualText($"Readings of {_point.Name} against the limits", $"{_point.Name} 的读数与限值").In(_language);
        html.Open("svg", "viewBox", $"0 0 {Number(Width)} {Number(Height)}", "role", "img", "aria-label", title);
        html.Element("title", title);
        WriteNights(html);
        WriteAxes(html);
        WriteReadings(html);
        WriteLimits(html);
        WriteFrame(html);
        html.Close();
    }

    private static decimal? LimitOf(NoisePeriod period) =>
        period.Finding.Limit ?? (period.Finding.Requirement is { RelativeTo: null } requirement ? requirement.Value : null);

    private void WriteNights(HtmlWriter html)
    {
        foreach (var period in _point.Periods)
        {
            if (!period.IsNight) continue;
            var (from, to) = (X(period.Start), X(period.End));
            html.Empty("rect", "class", "night", "x", Number(from), "y", Number(Top), "width", Number(to - from), "height", Number(PlotHeight));
        }
    }

    private void WriteAxes(HtmlWriter html)
    {
        var step = _high - _low > 80 ? 20 : 10;
        for (var level = _low; level <= _high; level += step)
        {
            var y = Y(level);
            html.Empty("path", "class", "grid", "d", $"M{Number(Left)} {Number(y)}h{Number(PlotWidth)}");
            html.Element("text", level.ToString(CultureInfo.InvariantCulture), "class", "tick", "x", Number(Left - 6), "y", Number(y + 4), "text-anchor", "end");
        }

        html.Element("text", "dB(A)", "class", "tick unit", "x", Number(Left - 6), "y", Number(Top - 9), "text-anchor", "end");

        var days = (_end - _start).TotalDays;
        var labels = 0;
        if (days <= 1.5)
        {
            foreach (var hour in Steps(Floor(_start), TimeSpan.TicksPerHour))
                if (hour.Hour % 3 == 0) Tick(hour, hour.Hour == 0 ? hour.ToString("MM-dd", CultureInfo.InvariantCulture) : hour.ToString("HH:mm", CultureInfo.InvariantCulture));
            return;
        }

        // As many as fit without touching, also where the outer ones are turned inwards.
        var every = (int)Math.Ceiling(days / 8);
        var number = 0;
        foreach (var day in Steps(_start.Date, TimeSpan.TicksPerDay))
            if (number++ % every == 0) Tick(day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        // Counted in ticks, which go on where the calendar ends.
        IEnumerable<DateTime> Steps(DateTime first, long step)
        {
            for (var ticks = first.Ticks; ticks <= _end.Ticks; ticks += step)
                if (ticks >= _start.Ticks) yield return new DateTime(ticks);
        }

        void Tick(DateTime at, string label)
        {
            var x = X(at);
            html.Empty("path", "class", "grid", "d", $"M{Number(x)} {Number(Top)}v{Number(PlotHeight + 5)}");
            // At the edges the label is turned inwards, so that it is not cut off.
            var anchor = x > Left + PlotWidth - 40 ? "end" : x < Left + 30 ? "start" : "middle";
            html.Element("text", label, "class", labels++ % 2 == 0 ? "tick time" : "tick time odd", "x", Number(x), "y", Number(Top + PlotHeight + 18), "text-anchor", anchor);
        }
    }

    private void WriteReadings(HtmlWriter html)
    {
        var series = _point.Point.Series;
        var (line, over, left) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var period = 0;
        var columns = new Column[PlotWidth + 1];
        // Few readings are drawn as a line, since their strokes would not touch.
        var isLine = series.Readings.Count <= PlotWidth;
        var (last, lastTime) = (double.NaN, DateTime.MinValue);
        foreach (var reading in series.Readings)
        {
            while (period + 1 < _point.Periods.Count && reading.LocalTime >= _point.Periods[period].End) period++;
            if (double.IsNaN(reading.Level) || double.IsInfinity(reading.Level)) continue;
            ref var column = ref columns[(int)(X(reading.LocalTime) - Left)];
            // A stroke reaches back to the reading before, so that the curve holds together, but not over a gap.
            var joins = !double.IsNaN(last) && (reading.LocalTime - lastTime).Ticks <= series.ReadingDuration.Ticks * 2;
            column.Add(reading.Level, joins ? last : double.NaN);
            if (isLine) line.Append(joins ? 'L' : 'M').Append(Number(X(reading.LocalTime))).Append(' ').Append(Number(Y(reading.Level))).Append(joins ? "" : "h.5");
            (last, lastTime) = (reading.Level, reading.LocalTime);
            if (!_check.IsWeatherValid(reading)) column.IsLeftOut = true;
            else if (Exceeds(_point.Periods[period], reading.Level)) column.Exceed(reading.Level, (double)LimitOf(_point.Periods[period])!.Value);
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            if (!column.IsUsed) continue;
            if (!isLine) Stroke(line, i, column.Low, column.High);
            if (column.Over is { } high) Stroke(over, i, column.Limit, high);
            if (column.IsLeftOut) left.Append($"M{Number(Left + i)} {Number(Top)}v{Number(PlotHeight)}");
        }

        if (left.Length > 0) html.Empty("path", "class", "left-out", "d", left.ToString());
        html.Empty("path", "class", "readings", "d", line.ToString());
        if (over.Length > 0) html.Empty("path", "class", "over", "d", over.ToString());
        WriteMarks(html, columns);

        void Stroke(StringBuilder path, int column, double from, double to)
        {
            // A flat piece must still be seen.
            var (bottom, top) = (Y(from), Y(to));
            if (bottom - top < 1) (bottom, top) = (bottom + 0.5, top - 0.5);
            path.Append('M').Append(Number(Left + column)).Append(' ').Append(Number(bottom)).Append('V').Append(Number(top));
        }
    }

    // A stroke of another colour is easily missed, and not seen at all in black and white: a mark above the highest of each stretch.
    private void WriteMarks(HtmlWriter html, Column[] columns)
    {
        var marks = new StringBuilder();
        var (at, highest, end) = (-1, 0.0, -1);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Over is not { } over) continue;
            if (at >= 0 && i - end > NearestMarks) Mark();
            if (at < 0 || over > highest) (at, highest) = (i, over);
            end = i;
        }

        if (at >= 0) Mark();
        if (marks.Length > 0) html.Empty("path", "class", "mark", "d", marks.ToString());

        void Mark()
        {
            marks.Append($"M{Number(Left + at - 4)} {Number(Y(highest) - 9)}h8l-4 7z");
            at = -1;
        }
    }

    private static bool Exceeds(NoisePeriod period, double level) =>
        level is > -1e9 and < 1e9 && period.Finding.Requirement is { } limit && LimitCheck.TryCompare(limit, (decimal)level, out var comparison) && !comparison.IsMet;

    private void WriteLimits(HtmlWriter html)
    {
        decimal? labelled = null;
        foreach (var period in _point.Periods)
        {
            var (from, to) = (X(period.Start), X(period.End));
            if (!double.IsNaN(period.EquivalentLevel) && to - from >= 2)
                html.Empty("path", "class", "mean", "d", $"M{Number(from)} {Number(Y(period.EquivalentLevel))}H{Number(to)}");
            if (LimitOf(period) is not { } limit) continue;
            var y = Y((double)limit);
            html.Empty("path", "class", "limit", "d", $"M{Number(from)} {Number(y)}H{Number(to)}");
            // Said again where it changes, at the first period that has room for it.
            if (labelled == limit || to - from <= 36) continue;
            html.Element("text", LabelOf(period, limit), "class", "limit-label", "x", Number(from + 3), "y", Number(y - 4));
            labelled = limit;
        }
    }

    private static string LabelOf(NoisePeriod period, decimal limit) =>
        (period.Finding.Requirement is { } requirement ? Words.Of(requirement.Comparator) + " " : "") + Words.Number(limit);

    private static void WriteFrame(HtmlWriter html) =>
        html.Empty("rect", "class", "frame", "x", Number(Left), "y", Number(Top), "width", Number(PlotWidth), "height", Number(PlotHeight));

    private double X(DateTime time)
    {
        var share = (double)(time - _start).Ticks / (_end - _start).Ticks;
        return Left + Math.Min(1, Math.Max(0, share)) * PlotWidth;
    }

    private double Y(double level) => Top + PlotHeight - (level - _low) / (_high - _low) * PlotHeight;

    private static DateTime Floor(DateTime time) => time.Date.AddHours(time.Hour);

    private static DateTime Ceiling(DateTime time, DateTime most) =>
        Floor(time) == time ? time : most - Floor(time) > TimeSpan.FromHours(1) ? Floor(time).AddHours(1) : most;

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What falls into one column of pixels.</summary>
    private struct Column
    {
        public bool IsUsed;
        public bool IsLeftOut;
        public double Low;
        public double High;
        public double? Over;
        public double Limit;

        public void Add(double level, double before)
        {
            if (!IsUsed)
            {
                (Low, High, IsUsed) = (level, level, true);
                if (!double.IsNaN(before)) (Low, High) = (Math.Min(level, before), Math.Max(level, before));
                return;
            }

            Low = Math.Min(Low, level);
            High = Math.Max(High, level);
        }

        public void Exceed(double level, double limit)
        {
            if (Over is { } known && known >= level) return;
            (Over, Limit) = (level, limit);
        }
    }
}
