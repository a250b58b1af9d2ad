using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GreenBuild.Standards.Generators.Tests;

public sealed class CatalogueGeneratorTests
{
    private const string Edition = "cn/noise/gb-1-2011.json";

    [Fact]
    public void SoundCatalogue_HasNoMistakes()
    {
        var result = new SmallCatalogue().Run();

        Assert.Empty(result.Diagnostics);
        var keys = result.GeneratedTrees.Single(static tree => tree.FilePath.EndsWith("RequirementKeys.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("public static class Gb1_2011", keys, StringComparison.Ordinal);
        Assert.Contains("public const string Night = \"cn.gb-1-2011.night\";", keys, StringComparison.Ordinal);
        Assert.Contains("Value 限值: ≤ 55 dB(A). Clause 条款: 4.1. Evidence 证据: confirmed 已确认.", keys, StringComparison.Ordinal);
        Assert.All(result.GeneratedTrees, static tree => Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken)));
    }

    /// <summary>Where there are spans the packed texts are bytes, elsewhere literals: the same texts, one by one.</summary>
    [Fact]
    public void PackedTexts_AreTheSameAsBytesAndAsLiterals()
    {
        var (bytes, literals) = (Texts(hasSpans: true), Texts(hasSpans: false));

        // Places, measurands, facets, units, the register, and the text of each edition.
        Assert.True(bytes.Count > 5);
        Assert.All(bytes, static text => Assert.True(text.IsKind(SyntaxKind.Utf8StringLiteralToken)));
        Assert.All(literals, static text => Assert.True(text.IsKind(SyntaxKind.StringLiteralToken)));
        Assert.Equal(literals.ConvertAll(static text => text.ValueText), bytes.ConvertAll(static text => text.ValueText));

        static List<SyntaxToken> Texts(bool hasSpans) => new SmallCatalogue().Run(hasSpans).GeneratedTrees.Single(static tree => tree.FilePath.EndsWith("CatalogueData.g.cs", StringComparison.Ordinal)).GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens().Where(static token => token.Parent?.Parent?.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax>() is not null && (token.IsKind(SyntaxKind.Utf8StringLiteralToken) || token.IsKind(SyntaxKind.StringLiteralToken))).ToList();
    }

    /// <summary>A quantity has the units that the vocabulary has, and one without any is not made: no symbol is known but there.</summary>
    [Fact]
    public void Quantities_HaveTheUnitsOfTheVocabulary()
    {
        var quantity = Assert.Single(new SmallCatalogue().Run().GeneratedTrees, static tree => Path.GetFileName(tree.FilePath).StartsWith("Quantities.", StringComparison.Ordinal));

        Assert.Equal("Quantities.Length.g.cs", Path.GetFileName(quantity.FilePath));
        var code = quantity.ToString();
        Assert.Contains("[QuantityUnit(\"m\")]\n    public static Length FromMetres(decimal value)", code, StringComparison.Ordinal);
        Assert.Contains("A value in metre (m, 米)", code, StringComparison.Ordinal);
        Assert.DoesNotContain("FromMillimetres", code, StringComparison.Ordinal);
    }

    /// <summary>Every kind of mistake, the file it is made in, what is spoilt, and the line that the error must stand at.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes => new()
    {
        { "GBC001", Edition, "\"titleZh\": \"一\",", "\"titleZh\": 一,", "\"titleZh\": 一," },
        { "GBC001", Edition, "\"kind\": \"limit\",", "\"kind\": \"limit\", \"kind\": \"limit\",", "\"kind\": \"limit\", \"kind\": \"limit\"," },
        { "GBC002", Edition, "\"comparator\"", "\"comparer\"", "\"comparer\": \"<=\"," },
        { "GBC003", Edition, "\"clause\": \"4.1\",", "", "{" },
        { "GBC004", Edition, "\"titleEn\": \"Night\"", "\"titleEn\": 5", "\"titleEn\": 5," },
        { "GBC005", Edition, "\"<=\"", "\"=<\"", "\"comparator\": \"=<\"," },
        { "GBC005", Edition, "\"evidence\": \"confirmed\"", "\"evidence\": \"sure\"", "\"evidence\": \"sure\"," },
        { "GBC006", Edition, "\"key\": \"night\"", "\"key\": \"Night\"", "\"key\": \"Night\"," },
        { "GBC007", Edition, "\"key\": \"permit\"", "\"key\": \"night\"", "\"key\": \"night\"," },
        { "GBC007", "cn/noise/gb-1-2025.json", "\"key\": \"cn.gb-1-2025\"", "\"key\": \"cn.gb-1-2011\"", "\"key\": \"cn.gb-1-2011\"," },
        { "GBC008", Edition, "\"2012-07-01\"", "\"2012-7-1\"", "\"effective\": \"2012-7-1\"," },
        { "GBC009", Edition, "\"2012-07-01\"", "\"2010-07-01\"", "\"effective\": \"2010-07-01\"," },
        { "GBC010", Edition, "\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-XX\"", "\"jurisdiction\": \"CN-XX\"," },
        { "GBC011", Edition, "\"noise.site-boundary\"", "\"noise.boundary\"", "\"measurand\": \"noise.boundary\"," },
        { "GBC012", "vocabulary/noise.json", "[\"dB(A)\"]", "[\"dBA\"]", "{ \"key\": \"noise.site-boundary\", \"units\": [\"dBA\"], \"en\": \"Level at the boundary\", \"zh\": \"场界噪声\" }," },
        { "GBC013", Edition, "\"unit\": \"dB(A)\"", "\"unit\": \"m\"", "\"unit\": \"m\"," },
        { "GBC014", Edition, "\"period\": \"night\"", "\"perood\": \"night\"", "\"when\": { \"perood\": \"night\", \"hours\": \"22:00-06:00\", \"distance\": { \"below\": 150 } }," },
        { "GBC015", Edition, "\"period\": \"night\"", "\"period\": \"nigth\"", "\"when\": { \"period\": \"nigth\", \"hours\": \"22:00-06:00\", \"distance\": { \"below\": 150 } }," },
        { "GBC004", Edition, "\"22:00-06:00\"", "\"22-06\"", "\"when\": { \"period\": \"night\", \"hours\": \"22-06\", \"distance\": { \"below\": 150 } }," },
        { "GBC023", Edition, "{ \"below\": 150 }", "{ }", "\"when\": { \"period\": \"night\", \"hours\": \"22:00-06:00\", \"distance\": { } }," },
        { "GBC016", Edition, "\"sources\": [0]", "\"sources\": []", "\"sources\": []" },
        { "GBC017", Edition, "\"sources\": [0]", "\"sources\": [1]", "\"sources\": [1]" },
        { "GBC018", Edition, "\"supersededBy\": \"GB 1-2025\"", "\"supersededBy\": \"GB 1-2024\"", "\"supersededBy\": \"GB 1-2024\"," },
        { "GBC019", Edition, "\"withdrawn\": \"2026-01-01\"", "\"withdrawn\": \"2026-01-02\"", "\"effective\": \"2026-01-01\"," },
        { "GBC019", Edition, "\"withdrawn\": \"2026-01-01\"", "\"withdrawn\": null", "\"effective\": \"2026-01-01\"," },
        { "GBC020", Edition, "\"value\": 55", "\"value\": true", "\"value\": true," },
        { "GBC020", Edition, "\"value\": true", "\"value\": 1", "\"value\": 1," },
        { "GBC020", Edition, "\"value\": 55", "\"value\": [50, 55]", "\"value\": [50, 55]," },
        { "GBC020", Edition, "\"value\": 55", "\"points\": 3, \"value\": 55", "\"points\": 3, \"value\": 55," },
        { "GBC020", Edition, "\"kind\": \"measure\"", "\"kind\": \"size-series\"", "\"value\": true," },
        { "GBC020", Edition, "\"kind\": \"measure\"", "\"kind\": \"score-row\"", "\"value\": true," },
        { "GBC021", Edition, "\"says\": \"55\"", "\"says\": \"5\\t5\"", "\"sources\": [ { \"url\": \"https://example.org/1\", \"what\": \"text\", \"says\": \"5\\t5\" } ]" },
        { "GBC022", Edition, "\"value\": 55", "\"value\": 5.5e1", "\"value\": 5.5e1," },
        { "GBC023", Edition, "\"value\": 55", "\"value\": [60, 55]", "\"value\": [60, 55]," },
        { "GBC024", Edition, "\"value\": 55", "\"relativeTo\": \"noise.night-work-permit\", \"value\": 55", "\"relativeTo\": \"noise.night-work-permit\", \"value\": 55," },
        { "GBC007", "vocabulary/noise.json", "\"value\": \"night\"", "\"value\": \"day\"", "\"values\": [ { \"value\": \"day\", \"en\": \"day\", \"zh\": \"昼间\" }, { \"value\": \"day\", \"en\": \"night\", \"zh\": \"夜间\" } ] }," },
        { "GBC010", "vocabulary/places.json", "\"parent\": \"CN\"", "\"parent\": \"XX\"", "{ \"code\": \"CN-SH\", \"parent\": \"XX\", \"en\": \"Shanghai\", \"zh\": \"上海市\" }" },
        { "GBC026", Edition, "\"hours\": \"22:00-06:00\"", "\"dates\": \"2025-12-30/2026-01-01\"", "\"when\": { \"period\": \"night\", \"dates\": \"2025-12-30/2026-01-01\", \"distance\": { \"below\": 150 } }," },
        { "GBC018", "register.json", "\"GB 1-2011\"", "\"GB 1-2012\"", "{ \"standard\": \"GB 1\", \"number\": \"GB 1-90\", \"jurisdiction\": \"CN\", \"kind\": \"mandatory-national\", \"supersededBy\": \"GB 1-2012\" }" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsAnErrorAtItsLine(string id, string file, string text, string by, string line)
    {
        var catalogue = new SmallCatalogue().Spoil(file, text, by);

        var mistakes = catalogue.Run().Diagnostics;

        var mistake = Assert.Single(mistakes, mistake => mistake.Id == id);
        Assert.Equal(DiagnosticSeverity.Error, mistake.Severity);
        Assert.Equal(line, catalogue.LineOf(mistake));
    }

    [Fact]
    public void MissingVocabulary_IsAnError()
    {
        var result = new SmallCatalogue().Without("vocabulary/units.json").Run();

        Assert.Contains(result.Diagnostics, static mistake => mistake.Id == "GBC025");
    }

    /// <summary>A wrong fact must not be compiled in because somebody overlooked the error.</summary>
    [Fact]
    public void SpoiltCatalogue_CompilesNoFacts()
    {
        var result = new SmallCatalogue().Spoil(Edition, "\"value\": 55", "\"value\": true").Run();

        Assert.All(result.GeneratedTrees, static tree => Assert.DoesNotContain("gb-1-2011", tree.ToString(), StringComparison.Ordinal));
    }
}
