namespace GreenBuild.Standards.Tool;

/// <summary>The conditions of a requirement in words.</summary>
internal static class ConditionWords
{
    public static string Of(Requirement requirement, Language language) =>
        string.Join(language == Language.Chinese ? "；" : "; ", requirement.Conditions.Select(condition => Of(condition, language)));

    private static string Of(FacetCondition condition, Language language)
    {
        if (language == Language.English || Vocabulary.FindFacet(condition.Facet) is not { } facet) return condition.ToString();
        var title = (condition.IsException ? "除外：" : "") + facet.Title.Chinese;
        return condition.Type switch
        {
            FacetType.Flag => title + "：" + (condition.Values[0] == "true" ? "是" : "否"),
            FacetType.Number => title + string.Join("、", condition.Values) + " " + facet.Unit,
            FacetType.Token => title + "：" + string.Join("、", condition.Values.Select(value => facet.Values.FirstOrDefault(word => word.Value == value)?.Title.Chinese ?? value)),
            _ => title + "：" + string.Join("、", condition.Values),
        };
    }
}
