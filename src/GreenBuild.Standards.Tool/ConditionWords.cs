namespace GreenBuild.Standards.Tool;

/// <summary>The conditions of a requirement in words.</summary>
internal static class ConditionWords
{
    /// <summary>The conditions in one line: in English as they are typed (<c>period=night</c>), in Chinese in words with what is typed beside them.</summary>
    public static string Of(Requirement requirement, Language language) => Of(requirement.Conditions, language);

    /// <summary>The conditions in one line, without the dates on which the requirement holds.</summary>
    public static string WithoutDates(Requirement requirement, Language language) =>
        Of(requirement.Conditions.Where(static condition => condition.Type != FacetType.Dates || condition.IsException), language);

    /// <summary>What of the conditions of two requirements differs, for example <c>stage=piling → stage=earthwork</c>; empty if nothing does.</summary>
    public static string Difference(Requirement before, Requirement after, Language language)
    {
        var (old, current) = (Texts(before), Texts(after));
        var (gone, come) = (old.Except(current).ToList(), current.Except(old).ToList());
        return gone.Count + come.Count == 0 ? "" : Joined(gone) + " → " + Joined(come);

        string[] Texts(Requirement requirement) => requirement.Conditions.Select(condition => language == Language.Chinese ? InWords(condition, language) : Typed(condition)).ToArray();
        string Joined(List<string> texts) => texts.Count == 0 ? language == Language.Chinese ? "（无）" : "(none)" : string.Join(language == Language.Chinese ? "；" : "; ", texts);
    }

    private static string Of(IEnumerable<FacetCondition> conditions, Language language) =>
        string.Join(language == Language.Chinese ? "；" : "; ", conditions.Select(condition => language == Language.Chinese ? WithKey(condition) : Typed(condition)));

    // What can be typed stands beside the words: 时段：夜间（period=night）.
    private static string WithKey(FacetCondition condition)
    {
        var title = Vocabulary.FindFacet(condition.Facet) is { } facet ? KnownWords.Short(facet.Title.Chinese) : condition.Facet;
        // Hours and dates are not typed: they follow from the time.
        var typed = condition.Type is FacetType.Hours or FacetType.Dates ? "" : $"（{Typed(condition, isExceptionSaid: true)}）";
        return $"{(condition.IsException ? "除外：" : "")}{title}：{Words.ValueOf(condition).Chinese}{typed}";
    }

    /// <summary>A condition as it is typed, for example <c>stage=earthwork | piling</c>.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isExceptionSaid">Whether it has been said already that an exception is one.</param>
    public static string Typed(FacetCondition condition, bool isExceptionSaid = false)
    {
        var not = condition.IsException && !isExceptionSaid ? "not " : "";
        if (condition.Range is { } range) return not + condition.Facet + (IsPlain(range) ? "=" : " ") + Words.Of(range);
        return not + condition.Facet + "=" + string.Join(" | ", condition.Values);
    }

    /// <summary>A condition in the words of the vocabulary, for example <c>Stage: earthwork, piling</c>.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="language">The language.</param>
    /// <param name="isExceptionSaid">Whether it has been said already that an exception is one.</param>
    public static string InWords(FacetCondition condition, Language language, bool isExceptionSaid = false)
    {
        if (!condition.IsException || !isExceptionSaid) return Words.Of(condition).In(language);
        var title = Vocabulary.FindFacet(condition.Facet)?.Title.In(language) ?? condition.Facet;
        return title + (language == Language.Chinese ? "：" : ": ") + Words.ValueOf(condition).In(language);
    }

    private static bool IsPlain(NumberRange range) => range is { Low: not null, High: not null, IsLowExclusive: false, IsHighExclusive: false };
}
