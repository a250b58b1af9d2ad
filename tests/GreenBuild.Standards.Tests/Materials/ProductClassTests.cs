using CsCheck;
using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>The taxonomy is the vocabulary, closed and bilingual; vendors' names are mapped, never guessed.</summary>
public sealed class ProductClassTests
{
    [Fact]
    public void Classes_AreTheWordsOfTheVocabulary()
    {
        var words = new[] { "product", "materialUse", "buildingMaterial" }.SelectMany(static facet => Vocabulary.FindFacet(facet)!.Values).Where(static word => word.Value != "other").ToList();

        Assert.Equal(words.Select(static word => word.Value), ProductClass.All.Select(static known => known.Key));
        Assert.Equal(words.Select(static word => word.Title), ProductClass.All.Select(static known => known.Name));
        Assert.Equal(ProductClass.All.Count, ProductClass.All.Select(static known => known.Key).Distinct().Count());
    }

    [Fact]
    public void EveryProductWithAMandatoryLimit_HasAFamily() =>
        Assert.All(ProductClass.All.Where(static known => known.Asks(Jurisdiction.China, new(2026, 5, 31)).Count > 0), static known => Assert.NotEqual(ProductFamily.Other, known.Family));

    [Theory]
    [InlineData("wood-floor", "wood-floor")]
    [InlineData("木质地板", "wood-floor")]
    [InlineData("WALLPAPER", "wallpaper")]
    [InlineData("Porcelain tile", "porcelain-tile")]
    public void Class_IsReadByKeyOrName(string text, string expected) => Assert.Equal(expected, ProductClass.Parse(text).Key);

    [Theory]
    [InlineData("wood-coating", "2026-05-31", new[] { "medium", "resin", "coatLayer", "gloss60", "pigmented" })]
    [InlineData("adhesive", "2026-07-01", new[] { "medium", "resin", "applicationField" })]
    [InlineData("carpet", "2026-07-01", new[] { "carpetClass" })]
    [InlineData("cement", "2026-07-01", new string[0])]
    [InlineData("wallpaper", "2026-07-01", new string[0])]
    public void Class_SaysWhatItLeavesOpen(string productClass, string date, string[] expected) =>
        Assert.Superset(expected.ToHashSet(), ProductClass.Parse(productClass).Asks(Jurisdiction.China, CalendarDate.Parse(date)).ToHashSet());

    [Fact]
    public void Map_FindsExactNamesFirst_ThenTheLongerPattern()
    {
        var map = new ProductMap([new("*beton*", ProductClass.Parse("concrete")), new("02 Beton gewapend - *", ProductClass.Parse("concrete-c30")), new("02 Beton gewapend - prefab", ProductClass.Parse("concrete-c50"))]);

        Assert.Equal("concrete-c50", map.Find("02  beton GEWAPEND - prefab").Mapping!.Class.Key);
        Assert.Equal("concrete-c30", map.Find("02 Beton gewapend - in situ").Mapping!.Class.Key);
        Assert.Equal("concrete", map.Find("03 schuimbeton").Mapping!.Class.Key);
    }

    [Fact]
    public void Map_NamesWhatItDoesNotKnow_AndWhatIsNear()
    {
        var map = new ProductMap([new("02 Beton gewapend - prefab", ProductClass.Parse("concrete"))]);

        var finding = map.Find("02 Beton gewapend - gestort", new FindingOrigin { File = "model.ifc", Line = 7 }).Finding!;
        var near = map.Find("Interior wall coatings, white").Finding!;

        Assert.Equal((Verdict.Indeterminate, "productClass"), (finding.Verdict, Assert.Single(finding.Missing)));
        Assert.Contains("'02 Beton gewapend - gestort'", finding.Reason.English, StringComparison.Ordinal);
        Assert.Contains("'02 Beton gewapend - prefab' -> concrete", finding.Reason.English, StringComparison.Ordinal);
        Assert.Equal("model.ifc:7", finding.Origin!.ToString());
        Assert.Contains("Nearest: interior-wall-coating", near.Reason.English, StringComparison.Ordinal);
        Assert.Contains("No class has a name like it", map.Find("xq").Finding!.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_ThatContradictsItself_IsNotGuessed()
    {
        var map = new ProductMap([new("a?c*", ProductClass.Parse("door")), new("ab?*", ProductClass.Parse("trim"))]);

        var finding = map.Find("abc").Finding!;

        Assert.Contains("door", finding.Reason.English, StringComparison.Ordinal);
        Assert.Contains("trim", finding.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>The second implementation of patterns is the regular expression that they stand for.</summary>
    [Fact]
    public void Patterns_AreThoseOfRegularExpressions() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 6], Gen.Int[0, 1].Array[0, 7]).Sample((pattern, name) =>
        {
            var (glob, text) = (string.Concat(pattern.Select(static index => "ab*?"[index])), string.Concat(name.Select(static index => "ab"[index])));
            var regex = "^" + System.Text.RegularExpressions.Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";

            Assert.Equal(System.Text.RegularExpressions.Regex.IsMatch(text, regex), new ProductMapping(glob, ProductClass.Parse("door")).Matches(text));
        });

    [Fact]
    public void MoreOfASubstance_IsNeverBetter()
    {
        (string Class, string Facets, string Substance, string Unit, int Scale)[] cases =
        [
            ("door", "", "formaldehyde-emission", "mg/m3", 1000), ("wood-based-panel", "panelType=mdf", "formaldehyde-emission", "mg/m3", 1000),
            ("adhesive", "medium=solvent-borne; resin=pu; applicationField=construction", "voc-content", "g/L", 1), ("wallpaper", "", "sccp-content", "%", 1000),
            ("concrete-admixture", "indoorUse=true", "ammonia-release", "%", 1000),
        ];
        Gen.Select(Gen.Int[0, cases.Length - 1], Gen.Int[0, 900], Gen.Int[1, 300]).Sample((index, value, more) =>
        {
            var (productClass, facets, substance, unit, scale) = cases[index];
            int Rank(int amount) =>
                Judge(Product(productClass, "2026-06-10", facets, Report(substance, (decimal)amount / scale, unit)), options: AnyEvidence).On(substance).Verdict switch { Verdict.Compliant => 0, Verdict.Indeterminate => 1, _ => 2 };

            Assert.True(Rank(value + more) >= Rank(value));
        }, iter: 300);
    }
}
