using System.Text;
using System.Text.Json;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Json;

/// <summary>A project file (<c>*.greenbuild.json</c>): a construction site, its monitoring points and its work at night.</summary>
/// <remarks>The form is published as a JSON Schema, see <see cref="ReadSchema"/>. Only the text is read here; the files that it names are not touched.</remarks>
public sealed class ProjectFile
{
    /// <summary>How the names of project files end.</summary>
    public const string Extension = ".greenbuild.json";

    internal ProjectFile(string name, ConstructionSite site)
    {
        Name = name;
        Site = site;
    }

    /// <summary>The name of the project.</summary>
    public string Name { get; }

    /// <summary>Where the site lies.</summary>
    public Jurisdiction Place => Site.Place;

    /// <summary>The site: place, facets and stages.</summary>
    public ConstructionSite Site { get; }

    /// <summary>The first day that is audited, or <see langword="null"/> for all days before <see cref="To"/>.</summary>
    public CalendarDate? From { get; internal init; }

    /// <summary>The last day that is audited, included, or <see langword="null"/> for all days after <see cref="From"/>.</summary>
    public CalendarDate? To { get; internal init; }

    /// <summary>The monitoring points; at least one.</summary>
    public IReadOnlyList<ProjectPoint> Points { get; internal init; } = [];

    /// <summary>The permits for work at night.</summary>
    public IReadOnlyList<NightWorkPermit> Permits { get; internal init; } = [];

    /// <summary>The work whose permission is judged, as the file says it; <see cref="WorkPermissionCheck"/> takes what it does not say from <see cref="Permits"/>.</summary>
    public IReadOnlyList<ConstructionWork> Works { get; internal init; } = [];

    /// <summary>Whether a local moment lies in the time that is audited.</summary>
    public bool Covers(DateTime local)
    {
        var date = CalendarDate.FromDateTime(local);
        return !(date < From) && !(date > To);
    }

    /// <summary>Reads a project file.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="project">The project, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong: every unknown field, wrong type, unknown word or impossible value, with line and path.</param>
    /// <param name="catalogue">The catalogue that places and dates are checked against; the built-in one if not given.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, string file, out ProjectFile? project, out InputErrorList errors, StandardsCatalogue? catalogue = null)
    {
        errors = new InputErrorList();
        project = null;
        if (JsonTree.Read(utf8, file, errors) is not { } tree) return false;
        var read = new ProjectFileReader(file, errors, catalogue ?? StandardsCatalogue.Default).Read(tree);
        if (errors.Count > 0) return false;
        project = read;
        return true;
    }

    /// <summary>The JSON Schema (2020-12) of project files.</summary>
    public static string ReadSchema()
    {
        using var stream = typeof(ProjectFile).Assembly.GetManifestResourceStream("project.schema.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A monitoring point of a project file.</summary>
public sealed class ProjectPoint
{
    private readonly (string File, int Line, string Field) _readingsAt;

    internal ProjectPoint(string name, string readings, TimeSpan readingDuration, (string File, int Line, string Field) readingsAt)
    {
        _readingsAt = readingsAt;
        Name = name;
        Readings = readings;
        ReadingDuration = readingDuration;
    }

    /// <summary>The name of the point, unique in the project.</summary>
    public string Name { get; }

    /// <summary>The file of its readings, relative to the folder of the project file, with <c>/</c>; not checked, see <see cref="ProjectFolder.TryResolve"/>.</summary>
    public string Readings { get; }

    /// <summary>The time that each reading stands for; positive.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>The background level by day in dB(A), or <see langword="null"/> if none was measured.</summary>
    public decimal? DayBackgroundLevel { get; internal init; }

    /// <summary>The background level at night in dB(A), or <see langword="null"/> if none was measured.</summary>
    public decimal? NightBackgroundLevel { get; internal init; }

    /// <summary>The difference of the calibrations before and after, in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; internal init; }

    /// <summary>An error about the file of the readings, which names the line and field of the project file in which it stands.</summary>
    public InputError ReadingsError(BilingualText message) => new(_readingsAt.File, _readingsAt.Line, _readingsAt.Field, message);
}
