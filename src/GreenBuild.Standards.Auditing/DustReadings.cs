using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Auditing;

/// <summary>Reads the readings of a dust monitor that a project file names.</summary>
internal static class DustReadings
{
    /// <summary>That nobody said whether times begin or end their readings, where they look like ends: to which day they belong hangs on it.</summary>
    public static InputError StampsUnknown(ReadingsEntry entry) => entry.Error(new(
        $"The times in '{InputError.Quote(entry.Readings)}' look like ends of periods (24:00, and never 00:00); give \"stamps\": \"end\", or \"start\" if they are not.",
        $"“{InputError.Quote(entry.Readings)}”中的时间似为时段的结束（有 24:00 而无 00:00）；请给出 \"stamps\": \"end\"，若为开始则给出 \"start\"。"));

    /// <summary>Reads a table of readings: a series for each particulate in it. A table with an error is not read at all.</summary>
    public static IReadOnlyList<(Particulate Particulate, MonitorSeries Series)> Read(ProjectFile project, ReadingsEntry entry, byte[] table, InputErrorList errors)
    {
        var options = new ReadingTableOptions { Place = project.Place, Station = entry.Name, Duration = entry.ReadingDuration, Unit = entry.Unit, StampsEnd = entry.StampsEnd == true };
        using var stream = new MemoryStream(table, writable: false);
        using var reader = new ReadingTableReader(stream, entry.Readings, options);
        var readings = new List<Hj212Reading>();
        while (reader.Read(out var row))
            if (row.Particulate is not null && project.Covers(row.LocalTime)) readings.Add(row.ToReading());
        foreach (var error in reader.Errors) errors.Add(error);
        errors.AddUnkept(reader.Errors.More);
        if (reader.LooksStampedAtEnd && entry.StampsEnd is null) errors.Add(StampsUnknown(entry));
        if (errors.Count > 0) return [];

        var found = new List<(Particulate, MonitorSeries)>();
        foreach (var series in Hj212Series.Of(readings))
        {
            if (series.Unit is null)
                errors.Add(entry.Error(new($"The unit of {series.Code} in '{InputError.Quote(entry.Readings)}' is not known: name it in the heading, or give 'unit'.", $"“{InputError.Quote(entry.Readings)}”中 {series.Code} 的单位未知：请在列名中注明，或给出“unit”。")));
            else if (series is { Statistic: Hj212Statistic.Average, Particulate: { } particulate } && series.ToMonitorSeries(entry.Readings) is { } monitor)
                found.Add((particulate, monitor));
        }

        if (found.Count == 0 && errors.Count == 0)
            errors.Add(new InputError(entry.Readings, null, "", readings.Count == 0 && reader.ValueCount > 0
                ? new("No reading lies in the time that is audited, or there is no column of dust.", "没有读数位于审核时段内，或没有扬尘列。")
                : new("There is no column of dust (TSP, PM10, PM2.5).", "没有扬尘列（TSP、PM10、PM2.5）。")));
        return found;
    }
}
