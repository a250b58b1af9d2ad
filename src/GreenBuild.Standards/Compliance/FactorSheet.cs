namespace GreenBuild.Standards;

/// <summary>What a computation rests on while it is made: the rows that it used, the weakest of their evidence, and its steps.</summary>
internal sealed class FactorSheet
{
    private readonly List<Requirement> _factors = [];
    private readonly List<BilingualText> _steps = [];

    public IReadOnlyList<Requirement> Factors => _factors.AsReadOnly();

    public Evidence Evidence { get; private set; } = Evidence.Confirmed;

    public IReadOnlyList<BilingualText> Explanation => _steps.AsReadOnly();

    /// <summary>The factor of a measurand that is in force and applies, or <see langword="null"/> if there is none; it is not cited yet.</summary>
    public static Requirement? Find(StandardsCatalogue catalogue, string measurand, Jurisdiction place, CalendarDate date, Circumstances known) =>
        catalogue.InForce(measurand, place, date)
            .FirstOrDefault(row => row is { Kind: RequirementKind.Factor, Value: not null } && row.AppliesTo(known.In(place), out _) == FacetMatch.Holds);

    /// <summary>Takes a row as one that the result rests on.</summary>
    public void Cite(Requirement row)
    {
        _factors.Add(row);
        Weaken(row.Evidence);
        Step(
            $"{row.Citation}, {row.Title.English}: {Words.ValueOf(row).English} ({Words.Of(row.Evidence).English}).",
            $"{row.Citation}，{row.Title.In(Language.Chinese)}：{Words.ValueOf(row).Chinese}（{Words.Of(row.Evidence).Chinese}）。");
    }

    /// <summary>Takes into account that the result rests on something that is no better known than this.</summary>
    public void Weaken(Evidence evidence)
    {
        if (evidence < Evidence) Evidence = evidence;
    }

    public void Step(string english, string chinese) => Step(new BilingualText(english, chinese));

    public void Step(BilingualText step) => _steps.Add(step);
}
