using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GreenBuild.Standards.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>What holds for all rules: their texts, their pages, and how they are laid out.</summary>
public sealed partial class RuleTests
{
    private static readonly CultureInfo Chinese = new("zh-Hans");

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers => Verify.Analyzers;

    private static readonly CodeFixProvider[] Fixes = [new CitationFix(), new LimitFix()];

    public static TheoryData<string> Ids => [.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order()];

    private static DiagnosticDescriptor Rule(string id) => Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).First(rule => rule.Id == id);

    [Fact]
    public void Rules_AreThese() => Assert.Equal(
        [
            "GBS1001", "GBS1002", "GBS1003", "GBS1004", "GBS1005", "GBS1006",
            "GBS2001", "GBS2002", "GBS2003",
            "GBS3001", "GBS3002", "GBS3003", "GBS3004",
            "GBS4001", "GBS4002", "GBS4003", "GBS4004", "GBS4005",
            "GBS8001", "GBS8002", "GBS8003", "GBS8004", "GBS8005", "GBS8006", "GBS8007", "GBS8008", "GBS8009",
            "GBS9001", "GBS9002", "GBS9003",
        ],
        Ids.Select(static row => row.Data));

    /// <summary>The README in the package has a line for each family, from its first rule to its last.</summary>
    [Fact]
    public void ReadmeOfThePackage_ListsAllFamilies() => Assert.Equal(
        Ids.Select(static row => row.Data).GroupBy(static id => id[..4]).Select(static family => $"| {family.First()}–{family.Last()[3..]} |"),
        FamilyRow().Matches(RepositoryFiles.Read("src/GreenBuild.Standards.Package/README.md")).Select(static row => row.Value));

    [Fact]
    public void EveryAnalyzer_IsSealedAndForCSharp() => Assert.All(Analyzers, static analyzer =>
    {
        // One is open to the tests, which look at its rules one by one; nobody else can construct another.
        Assert.True(analyzer.GetType().IsSealed || analyzer is OperationAnalyzer);
        Assert.Equal([LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_IsOnByDefaultInACategoryOfOurs(string id)
    {
        var rule = Rule(id);

        // What is not certain to be a mistake stops no build.
        Assert.Equal(id is "GBS1002" or "GBS3001" or "GBS3002" or "GBS1004" or "GBS1005" or "GBS1006" or "GBS2002" or "GBS4005" or "GBS8005" or "GBS9003" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, rule.DefaultSeverity);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Matches("^GreenBuild\\.(Limits|Citations|Components|Quantities|Contracts|Projects)$", rule.Category);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreThereInBothLanguages(string id)
    {
        foreach (var text in new[] { Rule(id).Title, Rule(id).MessageFormat, Rule(id).Description })
        {
            var (english, chinese) = (text.ToString(CultureInfo.InvariantCulture), text.ToString(Chinese));
            Assert.DoesNotMatch(Han(), english);
            Assert.Matches(Han(), chinese);
        }

        // Also for those whose system speaks of a country rather than of a script.
        Assert.Equal(Rule(id).Title.ToString(Chinese), Rule(id).Title.ToString(new CultureInfo("zh-CN")));
    }

    [Fact]
    public void Resources_HaveTheSameKeysAndPlaceholders()
    {
        var (english, chinese) = (Resources("Messages.resx"), Resources("Messages.zh-Hans.resx"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(chinese[text.Key])));
        Assert.All(english.Where(static text => text.Key != "Language"), text => Assert.NotEqual(text.Value, chinese[text.Key]));
    }

    [Fact]
    public void Fixes_AreForRulesThatExistAndFixAll()
    {
        Assert.Equal(["GBS1003", "GBS1004", "GBS2001", "GBS2003"], Fixes.SelectMany(static fix => fix.FixableDiagnosticIds).Order());
        Assert.All(Fixes, static fix => Assert.Subset(fix.GetFixAllProvider()!.GetSupportedFixAllScopes().ToHashSet(), new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }));
    }

    /// <summary>The page of a rule says what its descriptor says.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_IsTheDescriptor(string id)
    {
        var rule = Rule(id);
        var lines = File.ReadAllLines(Path.Combine(Verify.RepositoryRoot, "docs", "rules", id + ".md"));

        Assert.Equal($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)} / {rule.Title.ToString(Chinese)}", lines[0]);
        Assert.Contains($"| Category 类别 | {rule.Category} |", lines);
        Assert.Contains($"| Severity 严重性 | {rule.DefaultSeverity} |", lines);
        Assert.Contains($"| Code fix 代码修复 | {(Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id)) ? "yes 有" : "no 无")} |", lines);
        foreach (var heading in new[] { "## Cause 原因", "## Example 示例", "## How to fix 如何修改", "## Options 选项" }) Assert.Contains(heading, lines);
        Assert.Contains(rule.Description.ToString(CultureInfo.InvariantCulture), lines);
        Assert.Contains(rule.Description.ToString(Chinese), lines);
    }

    [Fact]
    public void Pages_AreOfRulesThatExist() => Assert.Equal(
        Ids.Select(static row => row.Data),
        Directory.GetFiles(Path.Combine(Verify.RepositoryRoot, "docs", "rules"), "GBS*.md").Select(Path.GetFileNameWithoutExtension).Order());

    /// <summary>The example on the page of a rule gives the warning that the page promises.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Example_WarnsAsItSays(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Verify.RepositoryRoot, "docs", "rules", id + ".md"), TestContext.Current.CancellationToken);
        var code = CodeBlock("csharp").Matches(page)[0].Groups[1].Value;
        var options = CodeBlock("ini").Match(page[..page.IndexOf("## Options", StringComparison.Ordinal)]) is { Success: true } ini ? ini.Groups[1].Value : "";
        var overlay = CodeBlock("json").Match(page) is { Success: true } json ? json.Groups[1].Value : "";

        var found = new List<Diagnostic>();
        foreach (var analyzer in Analyzers) found.AddRange(await Verify.DiagnosticsAsync(analyzer, code, options, overlay, id == "GBS8008" ? "/greenbuild-baseline.json" : id.StartsWith("GBS9", StringComparison.Ordinal) ? "/site.greenbuild.json" : "/acme.greenbuild-overlay.json"));
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic =>
        {
            Assert.Equal(id, diagnostic.Id);
            Assert.Contains($"{Shown(diagnostic)} {id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}", page, StringComparison.Ordinal);
        });
        Assert.Equal(found.Count, Regex.Count(page, $"(warning|info) {id}: "));

        static string Shown(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Info ? "info" : "warning";
    }

    private static Dictionary<string, string> Resources(string file) =>
        XDocument.Load(Path.Combine(Verify.RepositoryRoot, "analyzers", "GreenBuild.Standards.Analyzers", file)).Root!.Elements("data")
            .ToDictionary(static data => data.Attribute("name")!.Value, static data => data.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(static match => match.Value).Distinct().Order();

    private static Regex CodeBlock(string language) => new("```" + language + "\n(.*?)```", RegexOptions.Singleline);

    [GeneratedRegex(@"^\| GBS\S+ \|", RegexOptions.Multiline)]
    private static partial Regex FamilyRow();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
