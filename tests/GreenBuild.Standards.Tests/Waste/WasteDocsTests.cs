using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

/// <summary>The numbers of docs/waste.md are those that the library gives.</summary>
public sealed class WasteDocsTests
{
    [Theory]
    [InlineData("waste.md", Language.English)]
    [InlineData("waste.zh-CN.md", Language.Chinese)]
    public void TheWorkedExample_IsWhatTheLibrarySays(string page, Language language)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        WasteProject[] projects =
        [
            Project(), Project(facets: "sourceWorks=new-building; prefabricated=true"), Project(facets: "sourceWorks=new-building"), Project(floorArea: null),
        ];

        foreach (var project in projects) Assert.Contains("`" + Discharge(project).Summarise(language) + "`", text, StringComparison.Ordinal);
        var limits = StandardsCatalogue.Default.InForce("waste.discharge-intensity", Jurisdiction.China, Completion);
        Assert.Contains("`" + WasteUnitSlip.OfStated(AreaDensity.Parse("300 kg/m2"), limits)!.Reason.In(language) + "`", text, StringComparison.Ordinal);
    }
}
