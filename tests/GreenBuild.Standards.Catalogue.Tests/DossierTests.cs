using System.Text.Json;
using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The facts of the dossier, row by row, as a user of the library sees them.</summary>
public sealed class DossierTests(ITestOutputHelper output)
{
    private static readonly string[] ValueMembers = ["kind", "comparator", "value", "formula", "points", "unit", "evidence"];

    [Fact]
    public void Rows_AllStandInTheCatalogue()
    {
        var missing = new List<string>();
        foreach (var domain in Dossier.ReadOrSkip().GroupBy(static file => file.Domain))
        {
            var (files, rows, found, parts, plain) = (0, 0, 0, 0, 0);
            foreach (var file in domain)
            {
                files++;
                var edition = DossierComparison.Find(file);
                var valuesDiffer = DossierComparison.Compare(file).Where(static difference => ValueMembers.Contains(difference.Member)).Select(static difference => difference.Row).ToHashSet();
                foreach (var row in file.Rows)
                {
                    rows++;
                    var became = edition is null ? [] : DossierComparison.Find(file, edition, row).ToList();
                    if (became.Count > 0 && became.TrueForAll(static part => part.Row is not null)) found++;
                    else missing.Add(file.Number + " " + row["key"]);
                    parts += became.Count;
                    plain += became.Count(part => part.Row is not null && !valuesDiffer.Contains(part.Row.RowKey));
                }
            }

            output.WriteLine(
                $"{domain.Key.Name}: {found} of {rows} dossier rows in {files} files stand in the catalogue ({100.0 * found / rows:0.##} %), as {parts} rows; "
                + $"{plain} of them with kind, comparator, value, unit and evidence as the dossier writes them, {parts - plain} with a listed and reasoned difference in one of these.");
            Assert.NotEqual(0, rows);
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Facts_AreThoseOfTheDossier()
    {
        var differences = Dossier.ReadOrSkip().SelectMany(DossierComparison.Compare).ToList();

        var unlisted = IntendedDifferences.Read().Unlisted(differences);

        output.WriteLine($"{differences.Count - unlisted.Count} of {differences.Count} differences are intended.");
        Assert.True(unlisted.Count == 0, $"{unlisted.Count} differences that are not intended:\n" + string.Join("\n", unlisted));
    }

    [Fact]
    public void IntendedDifferences_StillExist()
    {
        var intended = IntendedDifferences.Read();
        var dossier = Dossier.ReadOrSkip();
        intended.Unlisted(dossier.SelectMany(DossierComparison.Compare).Concat(DossierComparison.RowsBeside(dossier)));

        var stale = intended.Stale().ToList();

        Assert.True(stale.Count == 0, $"{stale.Count} listed differences are not what they were:\n" + string.Join("\n", stale));
    }

    [Fact]
    public void IntendedDifferences_HaveReasons() => Assert.Empty(IntendedDifferences.Read().WithoutReason());

    /// <summary>No fact without origin: whatever the catalogue holds comes from a row of the dossier, or is a constant of a method that is listed with its reason.</summary>
    [Fact]
    public void Catalogue_HoldsNothingElse()
    {
        var others = IntendedDifferences.Read().Unlisted(DossierComparison.RowsBeside(Dossier.ReadOrSkip()));

        Assert.True(others.Count == 0, $"{others.Count} rows that are not in the dossier:\n" + string.Join("\n", others));
    }

    /// <summary>A comparison that overlooks a member would pass everything: here each member in turn is spoilt in the dossier and must be missed.</summary>
    [Theory]
    [InlineData("clause", "\"Table 9\"")]
    [InlineData("what", "\"x\"")]
    [InlineData("whatZh", "\"x\"")]
    [InlineData("quantity", "\"A-weighted maximum sound level LAmax\"")]
    [InlineData("metric", "\"x\"")]
    [InlineData("comparator", "\"<\"")]
    [InlineData("value", "56")]
    [InlineData("unit", "\"dB\"")]
    [InlineData("note", "\"x\"")]
    [InlineData("sources", "[2, 1, 3]")]
    [InlineData("confidence", "\"recalled\"")]
    [InlineData("conditions", "{ \"period\": \"day\" }")]
    public void Compare_SeesEveryMemberOfARow(string member, string json)
    {
        var file = Gb12523();
        var before = DossierComparison.Compare(file).ToHashSet();

        file.Row("boundary-night")[member] = JsonNode.Parse(json);

        Assert.Contains(DossierComparison.Compare(file), difference => difference.Row == "boundary-night" && !before.Contains(difference));
    }

    /// <summary>The same for the members of the edition.</summary>
    [Theory]
    [InlineData("kind", "\"industry\"")]
    [InlineData("titleZh", "\"x\"")]
    [InlineData("titleEn", "\"x\"")]
    [InlineData("issuer", "\"x\"")]
    [InlineData("jurisdiction", "\"CN-SH\"")]
    [InlineData("issued", "\"2025-10-30\"")]
    [InlineData("effective", "\"2026-01-02\"")]
    [InlineData("withdrawn", "\"2030-01-01\"")]
    [InlineData("supersedes", "[]")]
    [InlineData("supersededBy", "\"GB 12523-2040\"")]
    [InlineData("scope", "\"x\"")]
    [InlineData("methods", "[]")]
    public void Compare_SeesEveryMemberOfAnEdition(string member, string json)
    {
        var file = Gb12523();

        file.Json[member] = JsonNode.Parse(json);

        Assert.Contains(DossierComparison.Compare(file), difference => difference.Row == "" && difference.Member == member);
    }

    [Theory]
    [InlineData("url")]
    [InlineData("what")]
    [InlineData("says")]
    public void Compare_SeesEveryMemberOfASource(string member)
    {
        var file = Gb12523();

        file.Json["sources"]![2]![member] = "x";

        Assert.Contains(DossierComparison.Compare(file), static difference => difference is { Row: "", Member: "sources" });
        Assert.Contains(DossierComparison.Compare(file), static difference => difference is { Row: "boundary-night", Member: "sources" });
    }

    /// <summary>The same for every number, word and flag of every row, in value, unit, conditions and confidence: each is spoilt in turn and must be missed.</summary>
    [Fact]
    public void Compare_SeesEveryValueOfEveryRow()
    {
        var (spoilt, overlooked) = (0, new List<string>());
        foreach (var file in Dossier.ReadOrSkip())
        {
            var edition = DossierComparison.Find(file)!;
            foreach (var row in file.Rows)
            {
                var before = DossierComparison.Compare(file, edition, row).ToHashSet();
                foreach (var leaf in new[] { "value", "unit", "conditions", "confidence" }.SelectMany(member => Leaves(row[member])).ToList())
                {
                    if (leaf.GetPath().EndsWith(".conditions.by", StringComparison.Ordinal)) continue; // only names what the parts of the row are for
                    spoilt++;
                    var wrong = Spoil(leaf);
                    leaf.ReplaceWith(wrong);
                    var isSeen = IsSeen(file, edition, row, before);
                    if (!isSeen) overlooked.Add($"{file.Number} {row["key"]} {wrong.GetPath()}: {leaf.ToJsonString()}");
                    wrong.ReplaceWith(leaf);
                }
            }
        }

        output.WriteLine($"{spoilt} values were spoilt one by one.");
        Assert.True(overlooked.Count == 0, $"{overlooked.Count} values are not looked at:\n" + string.Join("\n", overlooked));

        static bool IsSeen(DossierEdition file, Edition edition, JsonObject row, HashSet<Difference> before)
        {
            try
            {
                return !before.SetEquals(DossierComparison.Compare(file, edition, row));
            }
            catch (Exception exception) when (exception is NotSupportedException or FormatException or InvalidOperationException or KeyNotFoundException or Xunit.Sdk.XunitException)
            {
                return true; // nobody said what that would mean
            }
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(static member => Leaves(member.Value)),
        JsonArray list => list.SelectMany(Leaves),
        null => [],
        _ => [node],
    };

    private static JsonNode Spoil(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => (decimal)value + 1.5m,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        _ => value.ToString() switch { "verified" or "single-source" => "recalled", "recalled" => "verified", var text => text + "x" },
    };

    /// <summary>
    /// Whether a document binds is not in the dossier; it follows from its kind and number (GB and DB without /T bind), and for policies
    /// and rules of places without such a number from what they are (a law, or guide values).
    /// </summary>
    [Fact]
    public void Binding_FollowsFromTheKind() =>
        Assert.All(StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements), static edition =>
        {
            BindingForce? expected = edition.Kind switch
            {
                StandardKind.MandatoryNational => BindingForce.Mandatory,
                StandardKind.RecommendedNational or StandardKind.Industry or StandardKind.Association => BindingForce.Recommended,
                StandardKind.EngineeringNational => IsRecommended(edition.Number) ? BindingForce.Recommended : BindingForce.Mandatory,
                StandardKind.Local when edition.Number.StartsWith("DB", StringComparison.Ordinal) => IsRecommended(edition.Number) ? BindingForce.Recommended : BindingForce.Mandatory,
                _ => null,
            };
            if (expected is not null) Assert.Equal(expected, edition.Binding);

            static bool IsRecommended(string number) => number.Contains("/T", StringComparison.Ordinal);
        });

    /// <summary>What is known by its number only binds as far as its kind and number tell: mandatory national standards, GB and DB without /T, laws.</summary>
    [Theory]
    [InlineData("GB 3095-1996", BindingForce.Mandatory)]
    [InlineData("GB 50204-2002", BindingForce.Mandatory)]
    [InlineData("DB11/ 501-2007", BindingForce.Mandatory)]
    [InlineData("大气污染防治法（2015修订）", BindingForce.Mandatory)]
    [InlineData("Directive 2004/107/EC", BindingForce.Mandatory)]
    [InlineData("GB/T 14623-93", BindingForce.Recommended)]
    [InlineData("HJ 663-2013", BindingForce.Recommended)]
    public void Binding_OfWhatIsKnownByItsNumber(string number, BindingForce binding)
    {
        var edition = StandardsCatalogue.Default.FindEdition(number)!;

        Assert.Equal((false, binding), (edition.HasRequirements, edition.Binding));
        Assert.All(StandardsCatalogue.Default.Editions.Where(static stub => stub.Kind == StandardKind.MandatoryNational), static stub => Assert.Equal(BindingForce.Mandatory, stub.Binding));
    }

    private static DossierEdition Gb12523() => Dossier.ReadOrSkip().Single(static file => file.Number == "GB 12523-2025");
}
