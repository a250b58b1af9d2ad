using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>The findings that docs/materials.md prints are those that the library gives.</summary>
public sealed class MaterialDocsTests
{
    [Theory]
    [InlineData("materials.md", Language.English)]
    [InlineData("materials.zh-CN.md", Language.Chinese)]
    public void TheExamples_AreWhatTheLibrarySays(string page, Language language)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        var chamber = Report("formaldehyde-emission", 0.10m, "mg/m3", TestMethod.Chamber1m3);
        SuppliedProduct[] floors =
        [
            Product("wood-floor", "2026-05-31", "", chamber),
            Fresh("wood-floor", "2026-06-01", "", chamber),
            new() { Id = "p", Class = ProductClass.Parse("wood-floor"), DeliveryDate = new(2026, 6, 15), ProductionDate = new(2026, 5, 20), Reports = [chamber] },
            Product("wood-floor", "2026-06-01", "", Report("formaldehyde-emission-desiccator", 0.3m, "mg/L", TestMethod.Desiccator)),
            Product("wood-floor", "2026-06-01", ""),
        ];
        foreach (var floor in floors) Assert.Contains("`" + Judge(floor).On("formaldehyde-emission").Summarise(language) + "`", text, StringComparison.Ordinal);

        // The code that is printed is what the second line of the table says.
        if (language == Language.English) Assert.Contains("    ProductionDate = CalendarDate.Parse(\"2026-06-01\"),", text, StringComparison.Ordinal);
        var fire = new InsulationFireCheck(Jurisdiction.China);
        Assert.True(FireClass.TryParse("B1", out var b1));
        foreach (var building in new[] { "buildingUse=residential; buildingHeight=80", "buildingUse=public; buildingHeight=60" })
            Assert.Contains("`" + fire.Judge(b1, Facets("insulationSystem=external; insulationCavity=false; " + building), new(2026, 6, 1)).Summarise(language) + "`", text, StringComparison.Ordinal);
    }
}
