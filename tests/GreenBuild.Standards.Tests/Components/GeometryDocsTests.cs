using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>What docs/components.md quotes of sizes, sections, tolerances and standardisation is what the library says.</summary>
public sealed class GeometryDocsTests
{
    private static readonly CalendarDate Day = CalendarDate.Parse("2026-07-01");

    [Theory]
    [InlineData("components.md", Language.English)]
    [InlineData("components.zh-CN.md", Language.Chinese)]
    public void Quotes_AreWhatTheLibrarySays(string page, Language language)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        var coordination = new ModularCoordination(Jurisdiction.China, Day);
        ScheduledComponent[] schedule = [Slab(3000, 2400, 20), Slab(2950, 2400, 8), Slab(2950, 2000, 4), Slab(2950, 1800, 2), Slab(3000, 2000, 6), Slab(3000, 1800, 1)];
        string[] quotes =
        [
            coordination.Judge(2950, Circumstances.None.With("sizeUse", "span"))[0].Reason.In(language),
            new RolledSectionLibrary(Jurisdiction.China, Day).Find("HM350x250").Finding.Reason.In(language),
            new ToleranceCheck(Jurisdiction.China, Day).Judge(new()
            {
                Item = new() { Measurand = "components.tolerance-length", InspectionStage = "precast-piece", Component = "slab", MemberLength = 6000 }, Deviation = 6,
            }).Summarise(language),
            Standardisation.Of(schedule, new StandardSizes(coordination)).Suggest(100)[0].Text.In(language),
        ];

        foreach (var quote in quotes) Assert.Contains("> " + quote + "\n", text, StringComparison.Ordinal);
    }

    private static ScheduledComponent Slab(decimal length, decimal width, int count) =>
        new() { TypeMark = "YB", Category = "slab", Size = ComponentSize.FromMillimeters(length, width, 60), Count = count };
}
