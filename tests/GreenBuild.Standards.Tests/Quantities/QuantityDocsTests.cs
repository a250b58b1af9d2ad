using System.Globalization;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Tests.Quantities;

/// <summary>docs/quantities.md says what the library has.</summary>
public sealed partial class QuantityDocsTests
{
    /// <summary>The rows of the page are the members of the library, no more and no fewer.</summary>
    [Theory]
    [InlineData("quantities.md", Language.English)]
    [InlineData("quantities.zh-CN.md", Language.Chinese)]
    public void TheTable_IsWhatTheLibraryHas(string page, Language language)
    {
        var rows = from type in QuantityMembers.Types
                   from property in QuantityMembers.Properties(type)
                   let factory = QuantityMembers.Factories(type).First(one => one.Unit == property.Unit).Factory.Name
                   select $"| `{type.Name}` | {property.Unit} | {MeasurementUnit.Find(property.Unit)!.Title.In(language)} | `{factory}` | `{property.Property.Name}` |";

        Assert.Equal(rows, RepositoryFiles.Read("docs/" + page).Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(static c => c == '|') == 6));
    }

    /// <summary>The code is that of the page; the texts it gives stand below it.</summary>
    [Theory]
    [InlineData("quantities.md", ", ")]
    [InlineData("quantities.zh-CN.md", "、")]
    public void TheExample_GivesWhatThePageSays(string page, string separator)
    {
        var measured = MassConcentration.FromMilligramsPerCubicMetre(0.15m);
        var limit = MassConcentration.Parse("150 µg/m³");
        var texts = new[]
        {
            measured.ToString(),
            measured.InMicrogramsPerCubicMetre.ToString("0.###", CultureInfo.InvariantCulture),
            (measured == limit).ToString(),
            (Length.FromMetres(1.5m) - Length.FromModules(3)).ToString(),
        };

        var text = RepositoryFiles.Read("docs/" + page);
        Assert.Contains(string.Join(separator, texts.Select(static one => "`" + one + "`")), text, StringComparison.Ordinal);
        var code = Code().Match(text).Groups[1].Value;
        Assert.Contains(Blank().Replace(code, ""), Blank().Replace(RepositoryFiles.Read("tests/GreenBuild.Standards.Tests/Quantities/QuantityDocsTests.cs"), ""), StringComparison.Ordinal);
    }


    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
