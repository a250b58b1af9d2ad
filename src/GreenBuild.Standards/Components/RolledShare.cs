namespace GreenBuild.Standards.Components;

/// <summary>Members of a steel structure that are alike: kind, section, how many and how long.</summary>
public sealed record SteelMember
{
    /// <summary>The kind: a word of the facet <c>component</c>, for example <c>column</c>, <c>beam</c> or <c>brace</c>.</summary>
    public required string Component { get; init; }

    /// <summary>The designation of the section.</summary>
    public required string Section { get; init; }

    /// <summary>How many; 1 if not given.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The mass of all of them in t; <see langword="null"/> if not known.</summary>
    public decimal? Tonnes { get; init; }
}

/// <summary>The share of members from standard rolled sections within one kind, by number and by mass, and the points of a scheme found in assessment software.</summary>
/// <remarks>The scheme (PRACTICE-STEEL-ROLLED-SHARE) is a convention and does not say whether it counts pieces or mass: points are settled only where both give the same.</remarks>
public sealed class RolledShare
{
    private RolledShare(string component, decimal? byCount, decimal? byMass, long unknown, IReadOnlyList<string> missing)
    {
        Component = component;
        ByCount = byCount;
        ByMass = byMass;
        UnknownSections = unknown;
        Missing = missing;
    }

    /// <summary>The kind of member.</summary>
    public string Component { get; }

    /// <summary>The share by number in %, of members whose section is in the table; <see langword="null"/> if there are none of the kind.</summary>
    public decimal? ByCount { get; }

    /// <summary>The share by mass in %; <see langword="null"/> if a mass is not known.</summary>
    public decimal? ByMass { get; }

    /// <summary>How many members have a section that is not among the known rows; they count as not standard, though the table is known in part.</summary>
    public long UnknownSections { get; }

    /// <summary>What is missing for the points: <c>countedBy</c> where number and mass give others, <c>tonnes</c>, <c>members</c>; empty if they are settled.</summary>
    public IReadOnlyList<string> Missing { get; private set; }

    /// <summary>The score row that is reached, or <see langword="null"/> if it is not settled or the scheme has none for the kind.</summary>
    public Requirement? Row { get; private set; }

    /// <summary>The points, or <see langword="null"/> if they are not settled.</summary>
    public decimal? Points => Row?.Points;

    /// <summary>Computes the share of a kind.</summary>
    /// <param name="component">The kind, for example <c>column</c>.</param>
    /// <param name="members">The members; those of other kinds do not count.</param>
    /// <param name="library">The sections that are standard; the scheme is asked for where and when they are.</param>
    /// <param name="catalogue">The catalogue with the scheme; that of the library if not given.</param>
    /// <param name="byMass">Whether to take the share by mass for the points, or that by number; <see langword="null"/> to accept only what both give.</param>
    public static RolledShare Of(string component, IEnumerable<SteelMember> members, RolledSectionLibrary library, StandardsCatalogue? catalogue = null, bool? byMass = null)
    {
        var standard = new Dictionary<string, bool>(StringComparer.Ordinal);
        var (count, countStandard, unknown) = (0L, 0L, 0L);
        decimal? tonnes = 0m, tonnesStandard = 0m;
        foreach (var member in members)
        {
            if (member.Component != component || member.Count <= 0) continue;
            if (!standard.TryGetValue(member.Section, out var isStandard)) standard[member.Section] = isStandard = library.Find(member.Section).Section is not null;
            count += member.Count;
            var mass = member.Tonnes is >= 0 and <= ComponentBounds.MostTonnes ? member.Tonnes : null;
            tonnes += mass;
            if (!isStandard)
            {
                unknown += member.Count;
                continue;
            }

            countStandard += member.Count;
            tonnesStandard += mass;
        }

        if (count == 0) return new RolledShare(component, null, null, 0, ["members"]);
        var share = new RolledShare(component, 100m * countStandard / count, tonnes > 0 && tonnesStandard is { } part ? 100 * part / tonnes : null, unknown, []);
        var rows = library.InForce(Measurands.Components.StandardSectionShare, catalogue)
            .Where(row => row.Kind == RequirementKind.ScoreRow && row.Condition("component")?.Values.Contains(component) == true)
            .ToList();
        var (number, weight) = (RowOf(share.ByCount), RowOf(share.ByMass));
        if (byMass != false && share.ByMass is null) share.Missing = byMass is null ? ["countedBy", "tonnes"] : ["tonnes"];
        else if (byMass is null && number != weight) share.Missing = ["countedBy"];
        else share.Row = byMass == true ? weight : number;
        return share;

        Requirement? RowOf(decimal? value) => value is { } known ? rows.Find(row => row.Range?.Contains(known) == true) : null;
    }
}
