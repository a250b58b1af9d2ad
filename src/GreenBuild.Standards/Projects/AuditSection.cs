namespace GreenBuild.Standards.Projects;

/// <summary>The parts of a project that are judged each by their own rules.</summary>
public enum ProjectDomain
{
    /// <summary>Noise at the boundary, and permission to work at night.</summary>
    Noise,

    /// <summary>Dust at the boundary.</summary>
    Dust,

    /// <summary>Construction waste.</summary>
    Waste,

    /// <summary>Building materials.</summary>
    Materials,

    /// <summary>Prefabricated components.</summary>
    Components,

    /// <summary>The assembly rate of the building.</summary>
    Assembly,

    /// <summary>Duties of every domain that are done or not.</summary>
    Duties,
}

/// <summary>What was judged in one domain.</summary>
public sealed class AuditSection
{
    internal AuditSection(ProjectDomain domain, BilingualText title, IReadOnlyList<AuditGroup> groups)
    {
        Domain = domain;
        Title = title;
        Groups = groups;
        Findings = groups.SelectMany(static group => group.Findings).ToList().AsReadOnly();
    }

    /// <summary>The domain.</summary>
    public ProjectDomain Domain { get; }

    /// <summary>The heading of the section.</summary>
    public BilingualText Title { get; }

    /// <summary>Its findings in groups, such as a monitoring point, a product, or the balance of the waste.</summary>
    public IReadOnlyList<AuditGroup> Groups { get; }

    /// <summary>All findings of its groups, in order.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What must be known to read it, such as that no limit applied at all.</summary>
    public IReadOnlyList<BilingualText> Notes { get; internal init; } = [];

    /// <summary>What the findings come to, together with what gave no finding of its own; see <see cref="Finding.OverallOf(IEnumerable{Finding})"/>.</summary>
    public Verdict Overall => OverallOf(Findings);

    /// <summary>Findings that stand beside its verdict: they break nothing and keep nothing, such as a grade that was not reached.</summary>
    internal HashSet<Finding> Beside { get; init; } = [];

    /// <summary>What the section comes to where its findings are compliant: less, where nothing of what it is about was judged.</summary>
    internal Verdict AtBest { get; init; } = Verdict.Compliant;

    /// <summary>What that comes to which gave no finding of its own, such as components that keep every rule.</summary>
    internal Verdict Unsaid { get; init; } = Verdict.NotApplicable;

    /// <summary>What the section comes to if only these findings counted.</summary>
    internal Verdict OverallOf(IEnumerable<Finding> findings)
    {
        var overall = Finding.OverallOf([Finding.OverallOf(findings.Where(finding => !Beside.Contains(finding))), Unsaid]);
        return overall == Verdict.Compliant ? AtBest : overall;
    }
}

/// <summary>Findings that belong together, and what was computed for them.</summary>
public sealed class AuditGroup
{
    internal AuditGroup(BilingualText name, IReadOnlyList<Finding> findings)
    {
        Name = name;
        Findings = findings;
    }

    /// <summary>What they are about.</summary>
    public BilingualText Name { get; }

    /// <summary>The findings.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What was computed: a score sheet, a balance, a list.</summary>
    public IReadOnlyList<AuditTable> Tables { get; internal init; } = [];

    /// <summary>What must be known to read it.</summary>
    public IReadOnlyList<BilingualText> Notes { get; internal init; } = [];
}

/// <summary>A table that a report shows as it is.</summary>
public sealed class AuditTable
{
    internal AuditTable(BilingualText title, IReadOnlyList<AuditColumn> columns, IReadOnlyList<IReadOnlyList<BilingualText>> rows)
    {
        Title = title;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>What it shows.</summary>
    public BilingualText Title { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<AuditColumn> Columns { get; }

    /// <summary>Its rows: a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<BilingualText>> Rows { get; }
}

/// <summary>A column of a table in a report.</summary>
/// <param name="Heading">Its heading, with the unit.</param>
/// <param name="IsNumber">Whether numbers stand in it.</param>
public sealed record AuditColumn(BilingualText Heading, bool IsNumber = false);
