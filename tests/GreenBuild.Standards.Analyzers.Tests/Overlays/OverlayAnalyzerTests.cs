using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class OverlayAnalyzerTests
{
    // A house rule of 50 dB(A) at night in Shanghai, where the national limit is 55.
    private const string Overlay = """
        {
          "key": "cn-sh.acme-noise-2026",
          "standard": "ACME noise",
          "number": "ACME noise 2026",
          "kind": "association",
          "binding": "mandatory",
          "titleEn": "Limits of a contractor",
          "titleZh": "承包商内控限值",
          "jurisdiction": "CN-SH",
          "issued": null,
          "effective": "2026-01-01",
          "withdrawn": null,
          "requirements": [
            {
              "key": "boundary-night",
              "kind": "limit",
              "clause": "7",
              "titleEn": "Site-boundary limit, night",
              "titleZh": "场界限值 夜间",
              "measurand": "noise.site-boundary",
              "when": { "period": "night" },
              "comparator": "<=",
              "value": 50,
              "unit": "dB(A)",
              "rounding": 0,
              "evidence": "confirmed",
              "sources": [0]
            }
          ],
          "sources": [ { "reference": "ACME house rule 7", "what": "house rule", "says": "50 at night" } ]
        }
        """;

    private const string Plan = """
        using GreenBuild.Standards;
        class Plan
        {
            [StandardValue("noise.site-boundary", When = "projectType=building; noiseSensitiveBuildings=true; period=night")]
            public double Night { get; set; } = 52;
            [StandardValue("cn-sh.acme-noise-2026.boundary-night")]
            public double House { get; set; } = 50.6;
        }
        """;

    [Fact]
    public async Task Tightened_IsReportedWithTheOverlayNamed()
    {
        var found = await Verify.DiagnosticsAsync(new LimitAnalyzer(), Plan, "greenbuild.jurisdiction = CN-SH", Overlay);

        // 50.6 rounds to 51: the overlay's own rounding, by the same engine.
        Assert.Equal(
            [
                "52 dB(A) breaks ≤ 50 dB(A) (ACME noise 2026 7, acme.greenbuild-overlay.json)",
                "50.6 dB(A) breaks ≤ 50 dB(A) (ACME noise 2026 7, acme.greenbuild-overlay.json)",
            ],
            found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Elsewhere_TheOverlayDoesNotApply() =>
        Assert.DoesNotContain(await Verify.DiagnosticsAsync(new LimitAnalyzer(), Plan, "greenbuild.jurisdiction = CN-BJ", Overlay), static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).StartsWith("52", StringComparison.Ordinal));

    [Fact]
    public async Task WithoutTheOverlay_ItsKeyIsUnknown()
    {
        Assert.Empty(await Verify.DiagnosticsAsync(new LimitAnalyzer(), Plan, "greenbuild.jurisdiction = CN-SH"));
        Assert.Single(await Verify.DiagnosticsAsync(new ContractAnalyzer(), Plan));
        Assert.Empty(await Verify.DiagnosticsAsync(new ContractAnalyzer(), Plan, overlay: Overlay));
    }

    [Theory]
    [InlineData("\"value\": 50", "\"value\": 60", 23, "looser than the mandatory", "宽松")]
    [InlineData("\"dB(A)\"", "\"m\"", 24, "'m' is not a unit", "不是")]
    [InlineData("\"kind\": \"limit\"", "\"kind\": limit", 16, "not JSON", "JSON")]
    public async Task Mistake_IsReportedAtItsLineAndTheOverlayIsLeftOut(string text, string by, int line, string english, string chinese)
    {
        var overlay = Overlay.Replace(text, by, StringComparison.Ordinal);
        var found = Assert.Single(await Verify.DiagnosticsAsync(new OverlayAnalyzer(), Plan, overlay: overlay));

        Assert.Equal(("GBS8003", "/acme.greenbuild-overlay.json", line - 1), (found.Id, found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(english, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(chinese, found.GetMessage(new CultureInfo("zh-Hans")), StringComparison.Ordinal);
        Assert.Empty(await Verify.DiagnosticsAsync(new LimitAnalyzer(), Plan, "greenbuild.jurisdiction = CN-SH", overlay));
    }

    /// <summary>A slip in the name of a member, whichever it is, is one mistake at its own line, and not one for each thing that follows from it.</summary>
    [Fact]
    public async Task MisspeltMember_IsReportedOnceAtItsLine()
    {
        var lines = Overlay.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (Match member in Regex.Matches(lines[line], "\"([a-zA-Z]+)\":"))
            {
                if (member.Groups[1].Value == "period") continue; // a facet, not a member
                var misspelt = lines[line].Remove(member.Index, member.Length).Insert(member.Index, $"\"{member.Groups[1].Value}x\":");
                var overlay = string.Join('\n', lines[..line].Append(misspelt).Concat(lines[(line + 1)..]));

                var found = await Verify.DiagnosticsAsync(new OverlayAnalyzer(), Plan, overlay: overlay);

                Assert.Equal([(line, $"'{member.Groups[1].Value}x' is not a member of")], found.Select(static diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line, Beginning(diagnostic))));
            }
        }

        static string Beginning(Diagnostic diagnostic) => Regex.Match(diagnostic.GetMessage(CultureInfo.InvariantCulture), "'[^']*' is not a member of").Value;
    }

    [Theory]
    // What is missing is one mistake, however much it is: an edition needs thirteen members, and has one of them here.
    [InlineData("{ \"key\": \"cn-sh.acme\" }", "An edition needs the members 'standard', 'number', 'kind', 'binding', 'titleEn', 'titleZh', 'jurisdiction', 'issued', 'effective', 'withdrawn', 'requirements', 'sources'")]
    [InlineData("{ \"limits\": [] }", "'limits' is not a member of an edition", "an edition needs the members 'key', ")]
    public async Task MissingMembers_AreOneMistake(string overlay, params string[] messages)
    {
        var found = await Verify.DiagnosticsAsync(new OverlayAnalyzer(), Plan, overlay: overlay);

        Assert.Equal(messages.Length, found.Length);
        Assert.All(messages, message => Assert.Contains(found, diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task MisspeltMember_IsAskedAbout()
    {
        var found = Assert.Single(await Verify.DiagnosticsAsync(new OverlayAnalyzer(), Plan, overlay: Overlay.Replace("\"clause\"", "\"clauze\"", StringComparison.Ordinal)));

        Assert.Contains("'clauze' is not a member of a requirement; is 'clause' meant?", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("要求没有成员“clauze”；是否应为“clause”？", found.GetMessage(new CultureInfo("zh-Hans")), StringComparison.Ordinal);
    }

    /// <summary>A second overlay is checked against the first as well: the stricter of both governs.</summary>
    [Fact]
    public async Task Overlays_Stack()
    {
        var second = Overlay.Replace("acme-noise", "other", StringComparison.Ordinal).Replace("ACME noise", "OTHER", StringComparison.Ordinal).Replace("\"value\": 50", "\"value\": 45", StringComparison.Ordinal);
        var found = await DiagnosticsAsync(new LimitAnalyzer(), new OverlayText(Overlay), new OverlayText(second, "/other.greenbuild-overlay.json"));

        Assert.Contains("52 dB(A) breaks ≤ 45 dB(A) (OTHER 2026 7, other.greenbuild-overlay.json)", found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("/settings.json")]
    [InlineData("/acme.greenbuild.json")]
    public async Task OtherAdditionalFiles_AreLeftAlone(string path) => Assert.Empty(await DiagnosticsAsync(new OverlayAnalyzer(), new OverlayText("{ not JSON", path)));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer, params AdditionalText[] files) =>
        CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText(Plan)], [.. Verify.Framework, Verify.Library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. files], new BuildOptions("greenbuild.jurisdiction = CN-SH")))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
