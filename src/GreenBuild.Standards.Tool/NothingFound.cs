using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>What someone is told whose words find nothing in force: what lapsed, what was probably meant, and where it is found.</summary>
internal static class NothingFound
{
    private const int Most = 3;

    // What people say for what the catalogue calls otherwise.
    private static readonly (string Said, string Known)[] Synonyms =
    [
        ("噪音", "噪声"), ("分贝", "噪声"), ("挥发性有机化合物", "VOC"), ("挥发性有机物", "VOC"), ("TVOC", "VOC"), ("甲醛", "formaldehyde"), ("粉尘", "扬尘"), ("灰尘", "扬尘"), ("渣土", "建筑垃圾"), ("建筑废弃物", "建筑垃圾"),
        ("高考", "考试"), ("夜施", "夜间"), ("装配率", "assembly"), ("sound", "noise"), ("rubbish", "waste"), ("debris", "waste"),
    ];

    /// <summary>The words with what the catalogue says for them, or <see langword="null"/> if it says nothing else.</summary>
    public static string? WithSynonyms(string text)
    {
        var changed = text;
        foreach (var (said, known) in Synonyms)
            if (!changed.Contains(known, StringComparison.OrdinalIgnoreCase)) changed = changed.Replace(said, known, StringComparison.OrdinalIgnoreCase);
        return changed == text ? null : changed;
    }

    /// <summary>Says what is known about words that find nothing.</summary>
    public static void Explain(ToolContext context, string text, Jurisdiction place, CalendarDate date)
    {
        if (text.Trim().Length == 0) return;
        var editions = context.Catalogue.Search(text).Select(static requirement => requirement.Edition).Concat(context.Catalogue.SearchEditions(text)).Distinct().ToList();
        var here = editions.FindAll(edition => edition.Jurisdiction.Contains(place) && !edition.IsInForceOn(date));
        foreach (var edition in here.OrderByDescending(static edition => edition.ValidUntil ?? CalendarDate.MaxValue).Take(Most)) context.Line(StandingOn(context, edition, date));
        var elsewhere = editions.Where(edition => !edition.Jurisdiction.Contains(place) && edition.IsInForceOn(date)).Select(static edition => edition.Jurisdiction).Distinct().Take(8).ToList();
        if (elsewhere.Count > 0)
            context.Line(context.Say("In other places: ", "其他地点有：") + string.Join(context.Say(", ", "、"), elsewhere.Select(other => $"{other.Name.In(context.Language)} (--in {other.Code})")));
        if (editions.Count == 0 && NearWords(context.Catalogue, text) is { Count: > 0 } near)
            context.Line(context.Say("Near words: ", "相近的词：") + string.Join(context.Say(", ", "、"), near));
    }

    /// <summary>The measurands of a domain on which a place has limits, for someone who asked for another.</summary>
    public static BilingualText MeasurandsOf(StandardsCatalogue catalogue, string domain, Jurisdiction place, CalendarDate date)
    {
        var known = catalogue.EditionsInForce(place, date).SelectMany(static edition => edition.Requirements)
            .Where(requirement => requirement.Domain == domain && requirement.Kind == RequirementKind.Limit).Select(static requirement => requirement.Measurand.Key)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return known.Count == 0
            ? default
            : new($"It has limits on: {string.Join(", ", known)}.", $"该地点有以下限值：{string.Join("、", known)}。");
    }

    private static string StandingOn(ToolContext context, Edition edition, CalendarDate date)
    {
        if (edition.ValidUntil is not { } end || date < end) return context.Say($"{edition.Number} is not yet in force: {Words.ValidityOf(edition).English}.", $"{edition.Number} 尚未施行：{Words.ValidityOf(edition).Chinese}。");
        var current = edition;
        while (current is not null && !current.IsInForceOn(date)) current = current.Successor is { } next && next != current ? next : null;
        return current is null
            ? context.Say($"{edition.Number} lapsed {end}.", $"{edition.Number} 已于 {end} 失效。")
            : context.Say($"{edition.Number} lapsed {end}; in force: {current.Number}.", $"{edition.Number} 已于 {end} 失效；现行：{current.Number}。");
    }

    private static IReadOnlyList<string> NearWords(StandardsCatalogue catalogue, string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var measurand in Vocabulary.Measurands)
        {
            words.UnionWith(measurand.Key.Split('.', '-'));
            words.UnionWith(measurand.Title.English.Split(' ', ',', ';'));
            words.Add(measurand.Title.Chinese);
        }

        foreach (var edition in catalogue.Editions) words.Add(edition.Number);
        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Suggestion.Nearest(word, words.Where(static known => known.Length > 2), Most)).Distinct().Take(5)];
    }
}
