using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>The page on the analyzers: its example compiles and is warned of nothing, and its links lead somewhere.</summary>
public sealed partial class AnalyzerDocsTests
{
    [Theory]
    [InlineData("analyzers.md")]
    [InlineData("analyzers.zh-CN.md")]
    public async Task Example_CompilesWithoutAWarning(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Verify.RepositoryRoot, "docs", page), TestContext.Current.CancellationToken);
        var code = Assert.Single(Code().Matches(text)).Groups[1].Value;

        await Verify.AllAsync(code, "greenbuild.jurisdiction = CN-SH");

        Assert.All(Link().Matches(text), match => Assert.True(Path.Exists(Path.Combine(Verify.RepositoryRoot, "docs", match.Groups[1].Value)), match.Value));
        foreach (var mode in Option.Modes) Assert.Contains("`" + mode + "`", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
