using System.Diagnostics.CodeAnalysis;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Auditing;

/// <summary>A project with its tables and readings, as it was read from its folder; each file is read once, so that its hash is that of what was judged.</summary>
/// <remarks>
/// <code>
/// if (ProjectInput.TryRead("site", out var input, out var errors)) Console.WriteLine(input.Judge().Overall);
/// </code>
/// </remarks>
public sealed class ProjectInput
{
    private ProjectInput(ProjectFile project, ProjectReadings readings, IReadOnlyList<AuditedFile> files, IReadOnlyList<string> paths)
    {
        Project = project;
        Readings = readings;
        Files = files;
        Paths = paths;
    }

    /// <summary>The project.</summary>
    public ProjectFile Project { get; }

    /// <summary>The readings of its monitors.</summary>
    public ProjectReadings Readings { get; }

    /// <summary>The files that were read: the project file first, then in the order in which it names them.</summary>
    public IReadOnlyList<AuditedFile> Files { get; }

    /// <summary>The full paths of the files that were read.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Judges the project.</summary>
    /// <param name="on">The day by whose rules everything is judged that has no day of its own; see <see cref="ProjectAudit.Judge"/>.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given. The same as for reading.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public ProjectAudit Judge(CalendarDate? on = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null) => ProjectAudit.Judge(Project, Readings, on, catalogue, options);

    /// <summary>Reads a project with everything that it names.</summary>
    /// <param name="path">The project file, or the folder that holds the only one.</param>
    /// <param name="input">What was read, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">The errors, file by file, with the files as they are found from where <paramref name="path"/> counts.</param>
    /// <param name="catalogue">The catalogue that places and dates are checked against; the built-in one if not given.</param>
    /// <param name="workingFolder">The folder that a relative <paramref name="path"/> counts from; the current one if not given.</param>
    /// <param name="place">The place by whose rules it is judged; the project's own if not given.</param>
    /// <returns>Whether all could be read.</returns>
    public static bool TryRead(string path, [NotNullWhen(true)] out ProjectInput? input, out IReadOnlyList<InputErrorList> errors, StandardsCatalogue? catalogue = null, string? workingFolder = null, Jurisdiction? place = null)
    {
        input = null;
        catalogue ??= StandardsCatalogue.Default;
        var full = workingFolder is null ? path : Path.Combine(workingFolder, path);
        if (!ProjectFolder.TryOpen(full, out var folder, out var problem))
        {
            errors = [One(path, problem)];
            return false;
        }

        // Errors name files as the user would find them from where they stand; a report names them from the project folder.
        var shown = Directory.Exists(full) ? path : Path.GetDirectoryName(path) ?? "";
        var name = Path.GetFileName(folder.ProjectFilePath);
        var files = new FolderTables(folder);
        if (files.ReadProjectFile(out problem) is not { } bytes)
        {
            errors = [One(Path.Combine(shown, name), problem)];
            return false;
        }

        if (!ProjectFile.TryRead(bytes, name, out var project, out var found, catalogue, files, place))
        {
            errors = [Located(found, shown)];
            return false;
        }

        var all = new List<InputErrorList>();
        var noise = new List<MonitoringPoint>();
        foreach (var point in project!.Noise?.Points ?? [])
        {
            var wrong = new InputErrorList();
            if (files.ReadBytes(point.Entry.Readings, out problem) is not { } table) wrong.Add(point.Entry.Error(problem));
            else if (ReadPoint(project, point, table, catalogue, ref wrong) is { } read) noise.Add(read);
            if (wrong.Count > 0) all.Add(Located(wrong, shown));
        }

        var dust = new List<DustSeries>();
        foreach (var monitor in project.Dust?.Monitors ?? [])
            foreach (var (particulate, series) in ReadDust(monitor)) dust.Add(new DustSeries(particulate, series));
        MonitorSeries? background = null;
        if (project.Dust?.Background is { } around)
        {
            background = ReadDust(around).Where(static one => one.Particulate == Particulate.Pm10).Select(static one => one.Series).FirstOrDefault();
            if (background is null && all.Count == 0) all.Add(Located(ListOf(around.Error(new("The file has no PM10.", "文件中没有 PM10。"))), shown));
        }

        errors = all;
        if (all.Count == 0) input = new ProjectInput(project, new ProjectReadings { Noise = noise.AsReadOnly(), Dust = dust.AsReadOnly(), DustBackground = background }, files.Files, files.Paths);
        return input is not null;

        IReadOnlyList<(Particulate Particulate, MonitorSeries Series)> ReadDust(ReadingsEntry entry)
        {
            var wrong = new InputErrorList();
            IReadOnlyList<(Particulate, MonitorSeries)> found = [];
            if (files.ReadBytes(entry.Readings, out var unread) is { } table) found = DustReadings.Read(project, entry, table, wrong);
            else wrong.Add(entry.Error(unread));
            if (wrong.Count > 0) all.Add(Located(wrong, shown));
            return found;
        }
    }

    private static MonitoringPoint? ReadPoint(ProjectFile project, NoisePointEntry point, byte[] table, StandardsCatalogue catalogue, ref InputErrorList errors)
    {
        using var stream = new MemoryStream(table, writable: false);
        var content = NoiseCsv.Read(stream, point.Entry.Readings, project.Place, point.Entry.ReadingDuration, point.Entry.StampsEnd == true);
        errors = content.Errors;
        if (content.LooksStampedAtEnd && point.Entry.StampsEnd is null) errors.Add(DustReadings.StampsUnknown(point.Entry));
        if (errors.Count > 0) return null;
        // A night belongs to the day that it begins on: none is cut where the time that is audited begins or ends.
        var (periods, end, isInside) = (new SiteBoundaryMonitoring(project.Site, catalogue), DateTime.MinValue, false);
        var readings = content.Readings.Where(reading =>
        {
            if (reading.LocalTime < end) return isInside;
            (var start, end, _) = periods.PeriodAt(reading.LocalTime);
            isInside = project.Covers(start);
            return isInside;
        }).ToList();
        if (readings.Count == 0)
        {
            errors.Add(new InputError(point.Entry.Readings, null, "", new("No reading lies in the time that is audited.", "没有读数位于审核时段内。")));
            return null;
        }

        var checkedDay = CalendarDate.MinValue;
        foreach (var reading in readings)
        {
            var date = CalendarDate.FromDateTime(reading.LocalTime);
            if (date == checkedDay) continue;
            checkedDay = date;
            if (RuleCoverage.GapOf(catalogue, Measurands.Noise.SiteBoundary, project.Place, date) is not { } gap) continue;
            errors.Add(new InputError(point.Entry.Readings, reading.Line, "datetime", gap));
            return null;
        }

        return new MonitoringPoint(new NoiseSeries(point.Entry.Name, point.Entry.ReadingDuration, readings) { File = point.Entry.Readings })
        {
            DayBackgroundLevel = point.DayBackgroundLevel,
            NightBackgroundLevel = point.NightBackgroundLevel,
            CalibrationDrift = point.CalibrationDrift,
            UnusedColumns = content.UnusedColumns,
        };
    }

    private static InputErrorList One(string file, BilingualText message) => ListOf(new InputError(file, null, "", message));

    private static InputErrorList ListOf(InputError error)
    {
        var errors = new InputErrorList();
        errors.Add(error);
        return errors;
    }

    private static InputErrorList Located(InputErrorList errors, string folder)
    {
        var located = new InputErrorList();
        foreach (var error in errors) located.Add(new InputError(Path.Combine(folder, error.File), error.Line, error.Field, error.Message) { Column = error.Column });
        located.AddUnkept(errors.More);
        return located;
    }
}
