using System.Globalization;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring;

/// <summary>One file of readings while it is read.</summary>
internal sealed class NoiseCsvTable(string file, Jurisdiction place, TimeSpan readingDuration, bool stampsEnd) : RecordTable(file)
{
    private static readonly string[] LocalFormats =
    [
        "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm:ss.FFFFFFF",
        // As spreadsheets in Chinese write them.
        "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] OffsetFormats = Array.ConvertAll(LocalFormats, static local => local + "K");

    internal static readonly string[] Decibels = [SiteBoundaryMonitoring.Unit, "dBA", "dB", "dB -A", "分贝"];

    internal static readonly string[] MetersPerSecond = ["m/s", "米/秒"];

    private readonly TableColumn _time = new("datetime", true, ["datetime", "time", "时间", "日期时间"], [], "2026-01-05 22:00");
    private readonly TableColumn _level = new("LAeq", true, ["LAeq", "leq", "等效声级", "噪声", "噪声值"], Decibels, "61.5");
    private readonly TableColumn _maximum = new("LAmax", false, ["LAmax", "Lmax", "LAFmax", "最大声级"], Decibels, "71.5");
    private readonly TableColumn _wind = new("wind", false, ["wind", "wind speed", "风速"], MetersPerSecond, "2.5");
    private readonly TableColumn _precipitation = new("rain", false, ["rain", "precipitation", "降水", "降雨"], [], "0");

    private readonly TableColumn _status = new("status", false, ["status", "状态"], [], "valid");
    private readonly TableColumn _mark = new("mark", false, ["mark", "flag", "标记", "数据标记"], [], "N");

    // What a time of the file is later than the start of its reading.
    private readonly TimeSpan _later = stampsEnd ? readingDuration : TimeSpan.Zero;

    private bool? _hasOffsets;
    private bool _hasTwentyFour;
    private bool _hasMidnight;
    private int _format;

    public List<NoiseReading> Readings { get; } = [];

    /// <summary>As <see cref="NoiseCsvContent.LooksStampedAtEnd"/>.</summary>
    public bool LooksStampedAtEnd => _hasTwentyFour && !_hasMidnight && !stampsEnd;

    /// <summary>How many of the readings have no level.</summary>
    public int WithoutLevel { get; private set; }

    public override TableColumn[] Columns => [_time, _level, _maximum, _wind, _precipitation, _status, _mark];

    protected override BilingualText NoRows => new("There is no reading below the names of the columns.", "列名之下没有任何读数。");

    // A date in a column of its own is not understood.
    private bool HasDate => UnusedColumns.Exists(static heading => heading is "日期" || string.Equals(heading, "date", StringComparison.OrdinalIgnoreCase));

    protected override void ReadRow()
    {
        var (time, level, maximum, status) = (ReadTime(), ReadLevel(_level), ReadLevel(_maximum), ReadStatus());
        // What does not count by its status has no level; what was above the range of the instrument was at least what that holds.
        if (status != ReadingStatus.Valid)
        {
            double? above = status == ReadingStatus.OutOfRange ? double.PositiveInfinity : null;
            (level, maximum) = (above, maximum is null ? null : above);
        }

        var reading = new NoiseReading(time, level ?? double.NaN)
        {
            Maximum = maximum,
            WindSpeed = IsGiven(_wind) ? ReadWind() : null,
            Precipitation = IsGiven(_precipitation) ? ReadPrecipitation() : null,
            Line = Line,
        };
        if (IsGood && reading.Maximum < reading.Level) Report(_maximum, "The highest level is below LAeq of the same time.", "最大声级低于同一时段的等效声级。");
        if (!IsGood) return;
        if (double.IsNaN(reading.Level)) WithoutLevel++;
        Readings.Add(reading);
    }

    private DateTime ReadTime()
    {
        var text = PlainText.Of(TextOf(_time));
        DateTime time;
        var hasOffset = HasOffset(text);
        if (text.Length > 0 && hasOffset != (_hasOffsets ??= hasOffset))
        {
            // Compared with each other they would look out of order, line after line.
            Report(_time, $"'{InputError.Quote(text)}' is written {(hasOffset ? "with" : "without")} an offset, the times above it {(hasOffset ? "without" : "with")} one.", $"“{InputError.Quote(text)}”{(hasOffset ? "带有" : "没有")}时差，而前面各行{(hasOffset ? "没有" : "带有")}。");
            return default;
        }

        if (hasOffset)
        {
            if (!TryReadMoment(text, out var moment)) return ReportTime(text);
            if (place.UtcOffset is not { } offset)
            {
                Report(
                    _time,
                    $"'{InputError.Quote(text)}' has an offset, but {place.Name.English} has no fixed offset to convert it to; give local times.",
                    $"“{InputError.Quote(text)}”带有时差，而{place.Name.Chinese}没有固定时差可供换算；请使用当地时间。");
                return default;
            }

            // The first and the last hours of the calendar have no local time elsewhere.
            var ticks = moment.UtcTicks + offset.Ticks;
            if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return ReportTime(text);
            time = new DateTime(ticks);
        }
        else if (!TryReadLocal(text, out time))
        {
            // The formats of the runtime have no 24:00.
            if (!TableTime.TryRead(text.AsSpan(), out time, out var none, out var isTwentyFour) || !isTwentyFour || none is not null) return ReportTime(text);
            _hasTwentyFour = true;
        }
        else if (time.TimeOfDay == TimeSpan.Zero)
        {
            _hasMidnight = true;
        }

        if (time - DateTime.MinValue < _later) return ReportTime(text);
        time -= _later;
        CheckOrder(time);
        return time;
    }

    // A file writes its times in one form: the one that fitted last is tried first, since six attempts a line took half of the time.
    private bool TryReadLocal(string text, out DateTime time)
    {
        for (var i = 0; i < LocalFormats.Length; i++)
        {
            var format = (_format + i) % LocalFormats.Length;
            if (!DateTime.TryParseExact(text, LocalFormats[format], CultureInfo.InvariantCulture, DateTimeStyles.None, out time)) continue;
            _format = format;
            return true;
        }

        time = default;
        return false;
    }

    private bool TryReadMoment(string text, out DateTimeOffset moment)
    {
        for (var i = 0; i < OffsetFormats.Length; i++)
        {
            var format = (_format + i) % OffsetFormats.Length;
            if (!DateTimeOffset.TryParseExact(text, OffsetFormats[format], CultureInfo.InvariantCulture, DateTimeStyles.None, out moment)) continue;
            _format = format;
            return true;
        }

        moment = default;
        return false;
    }

    private DateTime ReportTime(string text)
    {
        if (text.Length == 0) Report(_time, "The time is missing.", "缺少时间。");
        else if (DayText.NoSuch(text.Split(' ', 'T')[0]) is { } problem) ReportForm(_time, problem.English, problem.Chinese);
        else
            ReportForm(
                _time,
                $"'{InputError.Quote(text)}' is not a time of the form 2026-01-05 22:00{(HasDate ? "; date and time must stand in one column" : "")}.",
                $"“{InputError.Quote(text)}”不是 2026-01-05 22:00 形式的时间{(HasDate ? "；日期和时间应写在同一列" : "")}。");
        return default;
    }

    private void CheckOrder(DateTime time)
    {
        if (Readings.Count == 0) return;
        var last = Readings[Readings.Count - 1];
        if (time > last.LocalTime)
        {
            // Clocks of monitors jitter by a second or two; half a reading is no jitter.
            if ((time - last.LocalTime).Ticks * 2 < readingDuration.Ticks)
                ReportAlike(
                    _time,
                    $"The reading overlaps that of line {last.Line}: each stands for {Minutes(readingDuration)} min (readingMinutes), but they are {Minutes(time - last.LocalTime)} min apart.",
                    $"与第 {last.Line} 行的读数重叠：每个读数代表 {Minutes(readingDuration)} min（readingMinutes），两者却仅相隔 {Minutes(time - last.LocalTime)} min。");
            return;
        }

        var (low, high) = (0, Readings.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Readings[middle].LocalTime < time) low = middle + 1;
            else high = middle;
        }

        if (Readings[low].LocalTime == time)
            Report(_time, $"The time {Local(time)} stands already in line {Readings[low].Line}.", $"时间 {Local(time)} 已出现在第 {Readings[low].Line} 行，重复。");
        else
            Report(_time, $"The time {Local(time)} is before {Local(last.LocalTime)} of line {last.Line}; times must rise.", $"时间 {Local(time)} 早于第 {last.Line} 行的 {Local(last.LocalTime)}；时间应逐行递增。");
    }

    /// <summary>A level, or nothing where there is none. Beyond the range of SoundLevel stand error codes of the instrument, such as −999 and 9999.</summary>
    private double? ReadLevel(TableColumn column) => IsGiven(column) && TryReadNumber(column, out var level) && new NoiseReading(default, level).HasLevel ? level : null;

    private decimal? ReadWind()
    {
        // An error code says that the wind is not known, and so does the verdict.
        if (!TryReadNumber(_wind, out var speed) || speed is < 0 or > 150) return null;
        // Exactly as it is written, since 5 m/s decides.
        return NoiseConditions.WindOf(decimal.Parse(PlainText.Of(TextOf(_wind)), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private bool ReadPrecipitation()
    {
        var text = PlainText.Of(TextOf(_precipitation));
        if (text is "1" or "是" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase)) return true;
        if (text is not ("0" or "否") && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase))
            ReportForm(_precipitation, $"'{InputError.Quote(text)}' is not 0, 1, true or false.", $"“{InputError.Quote(text)}”不是 是、否、1、0、true 或 false。");
        return false;
    }

    // As in a table of readings: the status of the file, or else its mark as in HJ 212.
    private ReadingStatus ReadStatus()
    {
        if (!IsGiven(_status)) return IsGiven(_mark) ? Hj212Fields.StatusOf(TextOf(_mark)) ?? ReadingStatus.Fault : ReadingStatus.Valid;
        var text = TextOf(_status);
        if (!WordsOf<ReadingStatus>.TryParse(text.ToLowerInvariant(), out var status))
            ReportForm(_status, $"'{InputError.Quote(text)}' is none of {string.Join(", ", WordsOf<ReadingStatus>.All)}.", $"“{InputError.Quote(text)}”不是下列之一：{string.Join("、", WordsOf<ReadingStatus>.All)}。");
        return status;
    }

    private bool TryReadNumber(TableColumn column, out double number)
    {
        var text = PlainText.Of(TextOf(column));
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        if (isNumber && !double.IsNaN(number) && !double.IsInfinity(number)) return true;
        if (isNumber)
            Report(column, $"'{InputError.Quote(text)}' is not a finite number.", $"“{InputError.Quote(text)}”不是有限数值。");
        else
            ReportForm(column, $"'{InputError.Quote(text)}' is not a number{(text.IndexOf(',') >= 0 ? "; write a decimal point" : "")}.", $"“{InputError.Quote(text)}”不是数值{(text.IndexOf(',') >= 0 ? "；请使用小数点" : "")}。");
        return false;
    }

    private static bool HasOffset(string text) =>
        text.Length > 16 && (text[text.Length - 1] is 'Z' or 'z' || (text[text.Length - 6] is '+' or '-' && text[text.Length - 3] == ':'));

    // As the file writes it.
    private string Local(DateTime start) => (start + _later).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Minutes(TimeSpan time) => Words.Number((decimal)time.Ticks / TimeSpan.TicksPerMinute);
}
