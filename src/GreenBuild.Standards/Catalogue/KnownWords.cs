namespace GreenBuild.Standards;

/// <summary>The words of a closed list as people write them in files and on command lines: our own words, their names in either language, and the two together as our lists and reports show them.</summary>
internal static class KnownWords
{
    /// <summary>Yes and no.</summary>
    public static readonly IReadOnlyList<FacetValue> YesOrNo = [new("true", new("yes", "是")) { Also = ["1"] }, new("false", new("no", "否")) { Also = ["0"] }];

    /// <summary>The word that a text means, or <see langword="null"/> if it means none or may mean several.</summary>
    /// <param name="known">The words.</param>
    /// <param name="text">A word, its name, both (<c>building（房屋建筑工程）</c>), or at least half of its Chinese name if no other begins so.</param>
    public static FacetValue? Find(IReadOnlyList<FacetValue> known, string text)
    {
        foreach (var word in known)
            if (word.Value == text) return word;
        // "Built-up town" is built-up-town: words are typed as people remember them.
        var plain = Plain(text);
        var named = known.Where(word => Names(word).Any(name => Plain(name) == plain)).ToList();
        if (named.Count == 0 && text.Length > 1 && text[0] >= '\u4e00') named = known.Where(word => word.Title.Chinese is { Length: > 0 } && Begins(word.Title.Chinese, text)).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The words with their names, in English only of those that say nothing by themselves: <c>night</c>, <c>1 (Zone 1)</c>; in Chinese <c>night（夜间）、1（一类区）</c>.</summary>
    public static BilingualText Listed(IEnumerable<FacetValue> known)
    {
        var words = known.ToList();
        return new(
            string.Join(", ", words.Select(static word => word.Value.Length > 2 ? word.Value : $"{word.Value} ({word.Title.English})")),
            string.Join("、", words.Select(static word => $"{word.Value}（{word.Title.Chinese}）")));
    }

    /// <summary>That a text is none of the words: which there are, and which may be meant.</summary>
    public static BilingualText Unknown(IReadOnlyList<FacetValue> known, string text)
    {
        var (listed, near) = (Listed(known), NearTo(known, text));
        return new($"'{InputError.Quote(text)}' is not one of {listed.English}.{near.English}", $"“{InputError.Quote(text)}”不是以下之一：{listed.Chinese}。{near.Chinese}");
    }

    /// <summary>The question whether the nearest word is meant; empty if none is near.</summary>
    public static BilingualText NearTo(IEnumerable<FacetValue> known, string text) => Suggestion.Ask(Suggestion.For(text, known.SelectMany(static word => new[] { word.Value, word.Title.Chinese })));

    /// <summary>A title without what stands in brackets, or behind a colon or comma, which explains it.</summary>
    public static string Short(string title) => title.Split('（', '(', '；', ';', '，', ',', '：', ':')[0].TrimEnd();

    private static bool Begins(string title, string text) => title.StartsWith(text, StringComparison.Ordinal) && text.Length * 2 >= Short(title).Length;

    private static IEnumerable<string> Names(FacetValue word)
    {
        yield return word.Value;
        foreach (var also in word.Also) yield return also;
        foreach (var title in new[] { word.Title.English, word.Title.Chinese })
        {
            yield return title;
            yield return Short(title);
            yield return $"{word.Value}（{title}）";
        }
    }

    private static string Plain(string text) => text.Trim().Replace('(', '（').Replace(')', '）').Replace(" （", "（").Replace(' ', '-').Replace('_', '-').ToLowerInvariant();
}
