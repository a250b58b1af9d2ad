namespace GreenBuild.Standards.Tool;

/// <summary>How what findings of <c>monitor</c> ask for is given on the command line, in words that it takes.</summary>
internal static class MissingInputs
{
    private static readonly Dictionary<string, BilingualText> s_options = new(StringComparer.Ordinal)
    {
        ["background"] = new("background: --background gives the PM10 of the surroundings, a file of hours or one value.", "background：用 --background 给出周边 PM10（小时值文件或一个数值）。"),
        ["upwind"] = new("upwind: --upwind gives the TSP at the upwind reference point, a file of hours or one value.", "upwind：用 --upwind 给出上风向参照点的 TSP（小时值文件或一个数值）。"),
        ["airState"] = new("airState: --temperature (°C) and --pressure (hPa) give the state of the air.", "airState：用 --temperature（°C）和 --pressure（hPa）给出空气状态。"),
    };

    /// <summary>One hint for each input that findings ask for and that the command line takes.</summary>
    public static IEnumerable<BilingualText> HintsFor(StandardsCatalogue catalogue, Jurisdiction place, IReadOnlyList<JudgedDay> days)
    {
        foreach (var name in days.SelectMany(static day => day.Finding.Missing).Distinct(StringComparer.Ordinal))
        {
            if (s_options.TryGetValue(name, out var option)) yield return option;
            else if (Vocabulary.FindFacet(name) is { } facet) yield return Hint(facet, WordsOf(catalogue, place, facet, days.Where(day => day.Finding.Missing.Contains(name))));
        }
    }

    // Of all words of a facet those that the rules which ask for it tell apart.
    private static List<FacetValue> WordsOf(StandardsCatalogue catalogue, Jurisdiction place, Facet facet, IEnumerable<JudgedDay> asking)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rules in asking.GroupBy(static day => (day.Finding.Requirement?.Edition, day.Finding.Requirement?.Measurand.Key ?? day.Series.Measurand)))
        {
            var (edition, measurand) = rules.Key;
            var rows = edition is not null ? edition.Requirements.Where(row => row.Measurand.Key == measurand) : measurand is null ? [] : catalogue.InForce(measurand, place, rules.First().Date);
            foreach (var row in rows) named.UnionWith(row.Condition(facet.Name)?.Values ?? []);
        }

        return facet.Values.Where(value => named.Contains(value.Value)).ToList();
    }

    private static BilingualText Hint(Facet facet, List<FacetValue> words)
    {
        var (name, title) = (facet.Name, KnownWords.Short(facet.Title.Chinese));
        if (facet.Type == FacetType.Flag) return new($"{name}: --when {name}=true or {name}=false.", $"{title}：--when {name}=true 或 {name}=false。");
        if (words.Count == 0) return new($"{name}: give --when {name}=...; 'greenbuild explain {name}' says what it can be.", $"{title}：请给出 --when {name}=...；可用 greenbuild explain {name} --lang zh 查看。");
        return new(
            $"{name}: --when {name}={string.Join($" or {name}=", words.Select(static word => $"{word.Value} ({word.Title.English})"))}.", $"{title}：--when {name}={string.Join($" 或 {name}=", words.Select(static word => $"{word.Value}（{word.Title.Chinese}）"))}。");
    }
}
