using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>What docs/json.md says is so.</summary>
public partial class DocsTests
{
    /// <summary>The same code, compiled and run.</summary>
    [Fact]
    public void Code_Runs()
    {
        IReadOnlyList<Finding> findings = [LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night")!, 57.4m)];
        // snippet
        var options = new JsonSerializerOptions().AddGreenBuildConverters();
        // end
        Assert.Equal("\"90 mm\"", JsonSerializer.Serialize(Length.FromMillimetres(90), options));
        // snippet
        var json = FindingsDocument.Of(findings).ToJson();
        // end
        var bytes = Encoding.UTF8.GetBytes(json);
        // snippet
        if (!FindingsDocument.TryRead(bytes, "findings.json", out var document, out var errors))
            foreach (var error in errors) Console.WriteLine(error);
        // end
        Assert.Equal(57.4m, document!.Findings[0].Measured);
    }

    [Theory]
    [InlineData("docs/json.md")]
    [InlineData("docs/json.zh-CN.md")]
    public void Docs_ShowThisCode(string file)
    {
        var text = RepositoryFiles.Read(file);
        var here = Snippet().Matches(RepositoryFiles.Read("tests/GreenBuild.Standards.Json.Tests/DocsTests.cs")).Select(static match => string.Join("\n", match.Groups[1].Value.Split('\n').Select(static line => line[8..]))).ToList();

        Assert.Equal(3, here.Count);
        Assert.All(here, code => Assert.Contains(code, text, StringComparison.Ordinal));
        // The context that the tests of one's own types use.
        var context = Context().Match(RepositoryFiles.Read("tests/GreenBuild.Standards.Json.Tests/ValueFormTests.cs"));
        Assert.True(context.Success);
        Assert.Contains(context.Value, text, StringComparison.Ordinal);
    }

    /// <summary>The values of the table are read by the types of their row, and the document by its reader.</summary>
    [Theory]
    [InlineData("docs/json.md")]
    [InlineData("docs/json.zh-CN.md")]
    public void Docs_ShowValues(string file)
    {
        var text = RepositoryFiles.Read(file);
        var read = 0;
        foreach (Match row in Row().Matches(text))
        {
            var type = ValueForms.Types.Single(type => type.Name == row.Groups[1].Value);
            foreach (Match example in Example().Matches(row.Groups[2].Value))
            {
                var info = GreenBuildJson.Options.GetTypeInfo(type.Name == "NoiseReading" ? typeof(Components.ComponentSize) : type.Name == "DateSpan" ? typeof(WeeklyWindow) : type);
                // The row of the quantities has an example of several.
                if (type == typeof(SoundLevel)) info = GreenBuildJson.Options.GetTypeInfo(example.Groups[1].Value.Contains("dB", StringComparison.Ordinal) ? typeof(SoundLevel) : example.Groups[1].Value.Contains('%', StringComparison.Ordinal) ? typeof(Ratio) : typeof(MassConcentration));
                Assert.NotNull(JsonSerializer.Deserialize(example.Groups[1].Value, info));
                read++;
            }
        }

        // Quantities have three, the finding none.
        Assert.Equal(13, read);
        var document = Document().Match(text).Groups[1].Value;
        Assert.True(FindingsDocument.TryRead(Encoding.UTF8.GetBytes(document), file, out _, out var errors), string.Join("\n", errors));
        Assert.Equal(24, JsonDocument.Parse(JsonSerializer.Serialize(new FindingRecord(), GreenBuildJson.FindingRecordInfo)).RootElement.EnumerateObject().Count());
        Assert.Contains("24", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("// snippet\n(.*?)\n *// end\n", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex("\\[JsonSourceGenerationOptions.*?JsonSerializerContext;", RegexOptions.Singleline)]
    private static partial Regex Context();

    [GeneratedRegex("^\\| [^`|]*`(\\w+)`.*\\| ([^|]*) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([\"{][^`]*)`")]
    private static partial Regex Example();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Document();
}
