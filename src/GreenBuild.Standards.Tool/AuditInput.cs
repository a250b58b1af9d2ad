using System.Security.Cryptography;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>A project with all its readings, as it was read; each file is read once, so that its hash is that of what was judged.</summary>
internal sealed class AuditInput
{
    private AuditInput(ProjectFile project, IReadOnlyList<string> paths, IReadOnlyList<ReportInput> files, IReadOnlyList<MonitoringPoint> points)
    {
        Project = project;
        Paths = paths;
        Files = files;
        Points = points;
    }

    public ProjectFile Project { get; }

    /// <summary>The full paths of all files that were read.</summary>
    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyList<ReportInput> Files { get; }

    public IReadOnlyList<MonitoringPoint> Points { get; }

    /// <summary>The work that lies in the time that is audited.</summary>
    public IReadOnlyList<ConstructionWork> Works => Project.Works.Where(work => Project.Covers(work.Start) || Project.Covers(work.End.AddTicks(-1))).ToList();

    /// <summary>Reads a project.</summary>
    /// <param name="path">The project file or its folder, as the user wrote it.</param>
    /// <param name="context">The folder that the path counts from, and the catalogue.</param>
    /// <param name="input">What was read, or <see langword="null"/> if there is an error.</param>
    /// <returns>The errors, file by file.</returns>
    public static IReadOnlyList<InputErrorList> Read(string path, ToolContext context, out AuditInput? input)
    {
        input = null;
        var all = new List<InputErrorList>();
        if (!ProjectFolder.TryOpen(Path.Combine(context.CurrentDirectory, path), out var folder, out var problem)) return [One(path, problem)];

        // Errors name files as the user would find them from where they stand; the report names them from the project folder.
        var shown = Directory.Exists(Path.Combine(context.CurrentDirectory, path)) ? path : Path.GetDirectoryName(path) ?? "";
        var name = Path.GetFileName(folder.ProjectFilePath);
        if (ReadBytes(folder.ProjectFilePath) is not { } bytes) return [One(Path.Combine(shown, name), Unreadable)];
        if (!ProjectFile.TryRead(bytes, name, out var project, out var errors, context.Catalogue)) return [Located(errors, shown)];

        var paths = new List<string> { folder.ProjectFilePath };
        var files = new List<ReportInput> { Describe(name, bytes) };
        // The verdicts hang on them as on the readings.
        foreach (var overlay in context.Overlays)
        {
            paths.Add(overlay.Path);
            files.Add(Describe(overlay.File, overlay.Bytes));
        }

        var points = new List<MonitoringPoint>();
        foreach (var point in project!.Points)
        {
            var found = new InputErrorList();
            if (!folder.TryResolve(point.Readings, out var file, out problem)) found.Add(point.ReadingsError(problem));
            else if (ReadBytes(file) is not { } table) found.Add(point.ReadingsError(Unreadable));
            else
            {
                paths.Add(file);
                files.Add(Describe(point.Readings, table));
                if (ReadPoint(project, point, table, context.Catalogue, ref found) is { } read) points.Add(read);
            }

            if (found.Count > 0) all.Add(Located(found, shown));
        }

        if (all.Count == 0) input = new AuditInput(project, paths, files, points);
        return all;
    }

    private static BilingualText Unreadable { get; } = new("The file cannot be read.", "文件无法读取。");

    private static MonitoringPoint? ReadPoint(ProjectFile project, ProjectPoint point, byte[] table, StandardsCatalogue catalogue, ref InputErrorList errors)
    {
        using var stream = new MemoryStream(table, writable: false);
        var content = NoiseCsv.Read(stream, point.Readings, project.Place, point.ReadingDuration);
        errors = content.Errors;
        if (errors.Count > 0) return null;
        var readings = content.Readings.Where(reading => project.Covers(reading.LocalTime)).ToList();
        if (readings.Count == 0)
        {
            errors.Add(new InputError(point.Readings, null, "", new("No reading lies in the time that is audited.", "没有读数位于审核时段内。")));
            return null;
        }

        var checkedDay = CalendarDate.MinValue;
        foreach (var reading in readings)
        {
            var date = CalendarDate.FromDateTime(reading.LocalTime);
            if (date == checkedDay) continue;
            checkedDay = date;
            if (RuleCoverage.GapOf(catalogue, Measurands.Noise.SiteBoundary, project.Place, date) is not { } gap) continue;
            errors.Add(new InputError(point.Readings, reading.Line, "datetime", gap));
            return null;
        }

        return new MonitoringPoint(new NoiseSeries(point.Name, point.ReadingDuration, readings) { File = point.Readings })
        {
            DayBackgroundLevel = point.DayBackgroundLevel,
            NightBackgroundLevel = point.NightBackgroundLevel,
            CalibrationDrift = point.CalibrationDrift,
            UnusedColumns = content.UnusedColumns,
        };
    }

    private static byte[]? ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReportInput Describe(string file, byte[] bytes) => new(file, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static InputErrorList One(string file, BilingualText message)
    {
        var errors = new InputErrorList();
        errors.Add(new InputError(file, null, "", message));
        return errors;
    }

    private static InputErrorList Located(InputErrorList errors, string folder)
    {
        var located = new InputErrorList();
        foreach (var error in errors) located.Add(new InputError(Path.Combine(folder, error.File), error.Line, error.Field, error.Message));
        located.AddUnkept(errors.More);
        return located;
    }
}
