namespace GreenBuild.Standards.Tool;

/// <summary>What someone can do whose question has no answer yet: the facts to state, and the limits among which they choose.</summary>
internal sealed class CandidateLimits
{
    private const int Most = 8;

    private readonly ToolContext _context;
    private readonly List<Requirement> _limits;
    private readonly string _measurand;

    public CandidateLimits(ToolContext context, string measurand, Jurisdiction place, CalendarDate date, Circumstances circumstances)
    {
        _context = context;
        _measurand = measurand;
        var known = StandardsCatalogue.WithPlaceAndDate(circumstances, place, date);
        var limits = context.Catalogue.InForce(measurand, place, date).Where(limit => limit.Kind == RequirementKind.Limit && !limit.IsTrigger && limit.MayHoldOn(date)).ToList();
        // Beside a mandatory limit no other governs.
        if (limits.Exists(static limit => limit.Edition.Binding == BindingForce.Mandatory)) limits.RemoveAll(static limit => limit.Edition.Binding != BindingForce.Mandatory);
        _limits = limits.FindAll(limit => limit.AppliesTo(known, out _) != FacetMatch.Fails);
        IsOpen = _limits.Count > 0;
        if (!IsOpen) _limits = limits.FindAll(limit => limit.Condition("region") is not { } region || region.Match(known) != FacetMatch.Fails);
    }

    /// <summary>Whether any of them may apply; else they are those that the stated facts exclude.</summary>
    public bool IsOpen { get; }

    /// <summary>Writes what to state: each fact with its words and the option to type.</summary>
    public void WriteQuestions(IEnumerable<string> missing)
    {
        var facets = missing.Select(Vocabulary.FindFacet).OfType<Facet>().ToList();
        if (facets.Count == 0) return;
        _context.Line(_context.Say("State what is known:", "请给出已知条件："));
        foreach (var facet in facets)
        {
            _context.Line($"  {facet.Title.In(_context.Language)}{_context.Say(": ", "：")}{OptionOf(facet)}");
            var words = WordsOf(facet);
            if (words.Length > 0) _context.Indented(words, 6);
        }
    }

    /// <summary>Writes the limits with their conditions.</summary>
    public void Write()
    {
        if (_limits.Count == 0) return;
        _context.Line(IsOpen ? _context.Say("Limits that may apply:", "可能适用的限值：") : _context.Say("Limits in force, none of which applies to what was stated:", "现行限值（均不适用于所给条件）："));
        foreach (var limit in _limits.Take(Most))
        {
            var conditions = ConditionWords.WithoutDates(limit, _context.Language);
            _context.Line($"  {Words.ValueOf(limit).In(_context.Language)}  {limit.Citation}{(conditions.Length > 0 ? _context.Say(": ", "：") + conditions : "")}");
        }

        if (_limits.Count > Most)
            _context.Line("  " + _context.Say($"and {_limits.Count - Most} more: greenbuild limits {_measurand}", $"另有 {_limits.Count - Most} 项：greenbuild limits {_measurand} --lang zh"));
    }

    private string OptionOf(Facet facet) => facet switch
    {
        { Name: "region" } => "--in " + string.Join('|', ValuesOf(facet)),
        { Type: FacetType.Hours } => "--when hours=HH:mm",
        { Type: FacetType.Dates } => "--on yyyy-MM-dd",
        { Type: FacetType.Flag } => $"--when {facet.Name}=true|false",
        { Type: FacetType.Number } => $"--when {facet.Name}={_context.Say("NUMBER", "数值")}{(facet.Unit is "" or "1" ? "" : _context.Say($" (in {facet.Unit})", $"（单位 {facet.Unit}）"))}",
        _ => $"--when {facet.Name}={string.Join('|', ValuesOf(facet))}",
    };

    private string WordsOf(Facet facet)
    {
        if (facet.Type != FacetType.Token || facet.Name == "region") return "";
        var asked = ValuesOf(facet).ToHashSet(StringComparer.Ordinal);
        var words = facet.Values.Where(value => asked.Contains(value.Value)).Select(value => value.Value + _context.Say($" ({value.Title.English})", $"（{value.Title.Chinese}）")).ToList();
        var others = facet.Values.Count - words.Count;
        return string.Join(_context.Say(", ", "、"), words) + (others > 0 ? _context.Say($"; {others} more: greenbuild explain {facet.Name}", $"；另有 {others} 个值：greenbuild explain {facet.Name} --lang zh") : "");
    }

    // Those on which a limit hangs; all of a facet may be many.
    private IEnumerable<string> ValuesOf(Facet facet) =>
        _limits.SelectMany(static limit => limit.Conditions).Where(condition => condition.Facet == facet.Name).SelectMany(static condition => condition.Values).Distinct().DefaultIfEmpty("…");
}
