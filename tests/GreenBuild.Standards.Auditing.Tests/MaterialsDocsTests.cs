namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>The figures of the bill in docs/materials.md are those that the library gives.</summary>
public sealed class MaterialsDocsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("materials.md", Language.English)]
    [InlineData("materials.zh-CN.md", Language.Chinese)]
    public void TheBill_IsWhatTheLibrarySays(string page, Language language)
    {
        var text = File.ReadAllText(Path.Combine(MaterialBillSampleTests.Folder, "..", "..", "docs", page));
        var (before, after) = (MaterialBillSampleTests.Judge("2026-05-31"), MaterialBillSampleTests.Judge("2026-06-01"));
        var floor = after.Lines.First(static line => line.Line.Name == "wood floor" && line.HarmfulVerdict == Verdict.NonCompliant);
        var mandatory = after.Procurement[0];
        string[] said =
        [
            Words.Number(Math.Round(after.GreenRatio.Ratio!.Value, 2)), Words.Number(Math.Round(after.Recyclable.Ratio!.Value, 2)), Words.Number(Math.Round(after.Carbon.PerFloorArea!.Value, 2)),
            floor.HarmfulSubstances[0].Summarise(language), mandatory.Summarise(language), after.Procurement[1].Summarise(language),
            after.Carbon.Lines[0].Factor!.Statement.In(language), after.Carbon.Lines[34].Factor!.Statement.In(language),
            before.Lines.Count(static line => line.HarmfulVerdict == Verdict.NonCompliant) + " → " + after.Lines.Count(static line => line.HarmfulVerdict == Verdict.NonCompliant),
        ];
        foreach (var words in said) output.WriteLine(words);

        Assert.All(said, words => Assert.Contains("`" + words + "`", text, StringComparison.Ordinal));
    }
}
