using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GreenBuild.Standards.Projects;

/// <summary>A project file (<c>*.greenbuild.json</c>): a construction site and what is known of it in each domain.</summary>
/// <remarks>The form is published as a JSON Schema with the package GreenBuild.Standards.Json. Readings of monitors are not read with it, since they may be large: their files are named.</remarks>
public sealed class ProjectFile
{
    /// <summary>How the names of project files end.</summary>
    public const string Extension = ".greenbuild.json";

    /// <summary>Creates a project in memory, for a program that has its data from elsewhere.</summary>
    /// <param name="name">The name of the project.</param>
    /// <param name="site">The site: place, facets and stages.</param>
    public ProjectFile(string name, ConstructionSite site)
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
    public CalendarDate? From { get; init; }

    /// <summary>The last day that is audited, included, or <see langword="null"/> for all days after <see cref="From"/>.</summary>
    public CalendarDate? To { get; init; }

    /// <summary>
    /// The day by whose rules everything is judged that has no day of its own, such as a plan or a bill; <see cref="To"/> if the file does not say, and <see langword="null"/> if
    /// it says neither: who audits must then choose one.
    /// </summary>
    public CalendarDate? On { get; init; }

    /// <summary>Monitoring points, permits and work at night, or <see langword="null"/> if the file has none of it.</summary>
    public NoiseSection? Noise { get; init; }

    /// <summary>Dust at the boundary, or <see langword="null"/> if the file has none.</summary>
    public DustSection? Dust { get; init; }

    /// <summary>Construction waste, or <see langword="null"/> if the file has none.</summary>
    public WasteSection? Waste { get; init; }

    /// <summary>The assembly rate of a building, or <see langword="null"/> if the file has none.</summary>
    public AssemblySection? Assembly { get; init; }

    /// <summary>Duties that are done or not, or <see langword="null"/> if the file has none.</summary>
    public DutiesSection? Duties { get; init; }

    /// <summary>Building materials, or <see langword="null"/> if the file has none.</summary>
    public MaterialsSection? Materials { get; init; }

    /// <summary>Prefabricated components, or <see langword="null"/> if the file has none.</summary>
    public ComponentsSection? Components { get; init; }

    /// <summary>What is waived, with reason and day.</summary>
    public IReadOnlyList<ProjectWaiver> Waivers { get; init; } = [];

    /// <summary>What is no mistake of the file and should be seen: columns of its tables that are not known, and so were not read.</summary>
    public IReadOnlyList<BilingualText> Notes { get; init; } = [];

    /// <summary>The facets that the field <c>site</c> of a project file takes, beside <c>stages</c>.</summary>
    public static IEnumerable<Facet> SiteFacets => ProjectFileReader.SiteFacets;

    /// <summary>Whether a local moment lies in the time that is audited.</summary>
    public bool Covers(DateTime local) => Covers(CalendarDate.FromDateTime(local));

    /// <summary>Whether a day lies in the time that is audited.</summary>
    public bool Covers(CalendarDate date) => !(date < From) && !(date > To);

    /// <summary>Reads a project file.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="project">The project, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong: every unknown field, wrong type, unknown word or impossible value, with line and path; in the tables that the file names, too.</param>
    /// <param name="catalogue">The catalogue that places and dates are checked against; the built-in one if not given.</param>
    /// <param name="tables">Where the tables come from that the file names; without it, a file that names one is refused.</param>
    /// <param name="place">The place by whose rules it is judged; the file's own if not given.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryRead(byte[] utf8, string file, [NotNullWhen(true)] out ProjectFile? project, out InputErrorList errors, StandardsCatalogue? catalogue = null, ProjectTables? tables = null, Jurisdiction? place = null)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            project = null;
            errors = new InputErrorList();
            errors.Add(new InputError(file, 1, "", new("The file is not valid JSON: it is not in UTF-8.", "文件不是有效的 JSON：编码不是 UTF-8。")));
            return false;
        }

        return TryReadText(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text, file, out project, out errors, catalogue, tables, place);
    }

    /// <summary>Reads the text of a project file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="project">The project, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong: every unknown field, wrong type, unknown word or impossible value, with line and path; in the tables that the file names, too.</param>
    /// <param name="catalogue">The catalogue that places and dates are checked against; the built-in one if not given.</param>
    /// <param name="tables">Where the tables come from that the file names; without it, a file that names one is refused.</param>
    /// <param name="place">The place by whose rules it is judged; the file's own if not given.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryReadText(string text, string file, [NotNullWhen(true)] out ProjectFile? project, out InputErrorList errors, StandardsCatalogue? catalogue = null, ProjectTables? tables = null, Jurisdiction? place = null)
    {
        errors = new InputErrorList();
        project = new ProjectFileReader(new ProjectReading(file, text, errors, catalogue ?? StandardsCatalogue.Default, tables) { PlaceInstead = place }).Read();
        if (errors.Count > 0) project = null;
        return project is not null;
    }
}

/// <summary>A waiver of a project: findings of a rule that are known and accepted until a day. They keep their verdict and are shown as waived.</summary>
public sealed class ProjectWaiver
{
    /// <summary>Creates a waiver.</summary>
    /// <param name="rule">The key of the requirement that is waived.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The last day on which it counts.</param>
    public ProjectWaiver(string rule, string reason, CalendarDate until)
    {
        Rule = rule;
        Reason = reason;
        Until = until;
    }

    /// <summary>The key of the requirement that is waived.</summary>
    public string Rule { get; }

    /// <summary>The subject that it is waived for (a point, a product, a component), or <see langword="null"/> for all.</summary>
    public string? Subject { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The last day on which it counts.</summary>
    public CalendarDate Until { get; }

    /// <summary>Where it stands.</summary>
    public FindingOrigin? Origin { get; init; }
}
