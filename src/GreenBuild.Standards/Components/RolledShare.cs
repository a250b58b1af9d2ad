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
    private RolledShare(string component, (decimal Low, decimal High)? byCount, (decimal Low, decimal High)? byMass, long unknown, Evidence evidence)
    {
        Component = component;
        (ByCount, ByCountAtMost) = (byCount?.Low, byCount?.High);
        (ByMass, ByMassAtMost) = (byMass?.Low, byMass?.High);
        UnknownSections = unknown;
        Evidence = evidence;
    }

    /// <summary>The kind of member.</summary>
    public string Component { get; }

    /// <summary>The share by number in %, of members whose section is in the known rows; <see langword="null"/> if there are none of the kind.</summary>
    public decimal? ByCount { get; }

    /// <summary>The same with every H section as standard that may stand in the rows of the table which are not known: as much as the share can be.</summary>
    public decimal? ByCountAtMost { get; }

    /// <summary>The share by mass in %, of members whose section is in the known rows; <see langword="null"/> if a mass is not known.</summary>
    public decimal? ByMass { get; }

    /// <summary>The same with every H section that may be standard.</summary>
    public decimal? ByMassAtMost { get; }

    /// <summary>How many members have a section that is not among the known rows: no H section at all, or one that may stand in the rest of the table, or whose thicknesses are not written.</summary>
    public long UnknownSections { get; }

    /// <summary>The weakest evidence of the sections that count as standard; unconfirmed where the rows are those of an edition that was replaced (<see cref="RolledSectionLibrary.IsCarriedOver"/>).</summary>
    public Evidence Evidence { get; }

    /// <summary>
    /// What is missing for the points: <c>countedBy</c> where number and mass give others, <c>tonnes</c>, <c>members</c>; <c>sectionTable</c>, <c>webThickness</c>, <c>section</c> (what begins
    /// with H, or is empty, and cannot be read) where a section that may be standard changes them; empty if they are settled.
    /// </summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

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
        var matches = new Dictionary<string, SectionMatch>(StringComparer.Ordinal);
        var (count, standard, open, unknown, evidence) = (0L, 0L, 0L, 0L, Evidence.Confirmed);
        decimal? tonnes = 0m, tonnesStandard = 0m, tonnesOpen = 0m;
        var names = new List<string>();
        foreach (var member in members)
        {
            if (member.Component != component || member.Count <= 0) continue;
            if (!matches.TryGetValue(member.Section, out var match)) matches[member.Section] = match = library.Find(member.Section);
            count += member.Count;
            var mass = member.Tonnes is >= 0 and <= ComponentBounds.MostTonnes ? member.Tonnes : null;
            tonnes += mass;
            if (match.Section is not null)
            {
                standard += member.Count;
                tonnesStandard += mass;
                if (match.Finding.Evidence < evidence) evidence = match.Finding.Evidence;
                continue;
            }

            unknown += member.Count;
            // A box or a tube is no rolled H section; an H section that is not among the known rows may be one of the others, and one that cannot be read may be any.
            var isUnread = match.Finding.Verdict != Verdict.Indeterminate;
            if (isUnread && !SectionShape.MayBeMeant(member.Section)) continue;
            open += member.Count;
            tonnesOpen += mass;
            foreach (var name in isUnread ? ["section"] : match.Finding.Missing)
                if (!names.Contains(name)) names.Add(name);
        }

        if (count == 0) return new RolledShare(component, null, null, 0, evidence) { Missing = ["members"] };
        var share = new RolledShare(
            component, (100m * standard / count, 100m * (standard + open) / count),
            tonnes is > 0 and { } all && tonnesStandard is { } part && tonnesOpen is { } more ? (100 * part / all, 100 * (part + more) / all) : null, unknown, evidence);
        var rows = library.InForce(Measurands.Components.StandardSectionShare, catalogue)
            .Where(row => row.Kind == RequirementKind.ScoreRow && row.Condition("component")?.Values.Contains(component) == true)
            .ToList();
        var (number, weight) = (RowOf(share.ByCount), RowOf(share.ByMass));
        var isOpen = (byMass != true && number != RowOf(share.ByCountAtMost)) || (byMass != false && weight != RowOf(share.ByMassAtMost));
        if (byMass != false && share.ByMass is null) share.Missing = byMass is null ? ["countedBy", "tonnes"] : ["tonnes"];
        else if (isOpen) share.Missing = names.AsReadOnly();
        else if (byMass is null && number != weight) share.Missing = ["countedBy"];
        else share.Row = byMass == true ? weight : number;
        return share;

        Requirement? RowOf(decimal? value) => value is { } known ? rows.Find(row => row.Range?.Contains(known) == true) : null;
    }
}
