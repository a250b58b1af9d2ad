namespace GreenBuild.Standards;

public static partial class Words
{
    /// <summary>A condition in the words of the vocabulary, for example <c>Construction stage or kind of work: Earthwork, Piling</c>; an exception says that it is one.</summary>
    public static BilingualText Of(FacetCondition condition)
    {
        var title = Vocabulary.FindFacet(condition.Facet)?.Title ?? new(condition.Facet, condition.Facet);
        var value = ValueOf(condition);
        return new(
            (condition.IsException ? "not where " : "") + title.English + ": " + value.English,
            (condition.IsException ? "除外：" : "") + title.Chinese + "：" + value.Chinese);
    }

    /// <summary>What a condition asks for, without the question: <c>Earthwork, Piling</c>, <c>yes</c>, <c>≥ 30 m</c>, <c>from 2031-01-01</c>.</summary>
    public static BilingualText ValueOf(FacetCondition condition)
    {
        var facet = Vocabulary.FindFacet(condition.Facet);
        switch (condition.Type)
        {
            case FacetType.Number:
                return Both(Of(condition.Range!) + UnitOf(facet));
            case FacetType.Hours:
                return Joined(condition.Values.Select(static hours => new BilingualText(hours, HoursInChinese(hours))));
            case FacetType.Dates:
                return Joined(condition.Values.Select(DatesOf));
            default:
                return Joined(condition.Values.Select(value => ValueOf(condition.Facet, value)));
        }
    }

    /// <summary>What a facet is set to, in the words of the vocabulary: <c>Earthwork</c>, <c>yes</c>, <c>40 m</c>; as it is where the vocabulary has no word for it.</summary>
    /// <param name="facet">The name of the facet.</param>
    /// <param name="value">The value as <see cref="Circumstances"/> have it.</param>
    public static BilingualText ValueOf(string facet, string value)
    {
        var known = Vocabulary.FindFacet(facet);
        return known?.Type switch
        {
            FacetType.Flag => value == "true" ? new("yes", "是") : new("no", "否"),
            FacetType.Number => Both(value + UnitOf(known)),
            _ => known?.Values.FirstOrDefault(word => word.Value == value)?.Title ?? Both(value),
        };
    }

    /// <summary>Names of facets and other inputs in one line: in English as they are typed, in Chinese with their titles beside them.</summary>
    internal static BilingualText NamesOf(IReadOnlyCollection<string> inputs) => new(
        string.Join(", ", inputs),
        string.Join("、", inputs.Select(static input => OfInput(input).Chinese)));

    /// <summary>That inputs are not known, with what asks for them: <c>Not known: distance, receiver (GB 12523-2025 4.1).</c></summary>
    internal static BilingualText NotKnown(IReadOnlyCollection<string> inputs, Requirement? askedBy = null)
    {
        var names = NamesOf(inputs);
        return askedBy is null
            ? new($"Not known: {names.English}.", $"缺少信息：{names.Chinese}。")
            : new($"Not known: {names.English} ({askedBy.Citation}).", $"缺少信息：{names.Chinese}（{askedBy.Citation}）。");
    }

    private static string UnitOf(Facet? facet) => facet?.Unit is null or "" or "1" ? "" : " " + facet.Unit;

    private static BilingualText Joined(IEnumerable<BilingualText> texts)
    {
        var all = texts.ToList();
        return new(string.Join(", ", all.Select(static text => text.In(Language.English))), string.Join("、", all.Select(static text => text.In(Language.Chinese))));
    }

    // "Mon-Sat 07:00-19:00": only the days are words.
    private static string HoursInChinese(string hours)
    {
        var blank = hours.IndexOf(' ');
        if (blank < 0) return hours;
        var days = hours.Substring(0, blank).Replace("-", "至").Replace(",", "、").Replace("PH", "法定节假日");
        foreach (var (english, chinese) in new[] { ("Mon", "周一"), ("Tue", "周二"), ("Wed", "周三"), ("Thu", "周四"), ("Fri", "周五"), ("Sat", "周六"), ("Sun", "周日") })
            days = days.Replace(english, chinese);
        return days + hours.Substring(blank);
    }

    // The forms of DateSpan: from/to, open at one end, and yearly with two hyphens in front.
    private static BilingualText DatesOf(string dates)
    {
        var parts = dates.Replace('T', ' ').Split('/');
        var isYearly = dates.Contains("--");
        var (start, end) = (parts[0].TrimStart('-'), parts[1].TrimStart('-'));
        var text = start == ".." ? new BilingualText("until " + end, "至 " + end)
            : end == ".." ? new BilingualText("from " + start, start + " 起")
            : new BilingualText(start + " to " + end, start + " 至 " + end);
        return isYearly ? new("every year " + text.English, "每年 " + text.Chinese) : text;
    }
}
