namespace GreenBuild.Standards.Tool;

/// <summary>The conditions of a requirement in words.</summary>
internal static class ConditionWords
{
    /// <summary>The conditions in one line: in English as they are typed (<c>period=night</c>), in Chinese in words.</summary>
    public static string Of(Requirement requirement, Language language) =>
        string.Join(language == Language.Chinese ? "；" : "; ", requirement.Conditions.Select(condition => language == Language.Chinese ? InWords(condition, language) : Typed(condition)));

    /// <summary>A condition as it is typed, for example <c>stage=earthwork | piling</c>.</summary>
    public static string Typed(FacetCondition condition) => condition.ToString().Replace("|", " | ", StringComparison.Ordinal);

    /// <summary>A condition in the words of the vocabulary, for example <c>Stage: earthwork, piling</c>.</summary>
    public static string InWords(FacetCondition condition, Language language)
    {
        if (Vocabulary.FindFacet(condition.Facet) is not { } facet) return Typed(condition);
        var isChinese = language == Language.Chinese;
        var (colon, comma) = isChinese ? ("：", "、") : (": ", ", ");
        var title = (condition.IsException ? isChinese ? "除外：" : "not where " : "") + facet.Title.In(language);
        return condition.Type switch
        {
            FacetType.Flag => title + colon + (condition.Values[0] == "true" ? isChinese ? "是" : "yes" : isChinese ? "否" : "no"),
            FacetType.Number => title + (isChinese ? "" : " ") + string.Join(comma, condition.Values) + " " + facet.Unit,
            FacetType.Token => title + colon + string.Join(comma, condition.Values.Select(value => facet.Values.FirstOrDefault(word => word.Value == value)?.Title.In(language) ?? value)),
            _ => title + colon + string.Join(comma, condition.Values),
        };
    }
}
