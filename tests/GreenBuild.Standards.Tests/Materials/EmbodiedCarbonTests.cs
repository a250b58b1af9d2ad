using CsCheck;
using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>GB/T 51366-2019: factors of Table D.0.1 (cement 735 kg/t, C30 295 kg/m3, rebar 2340 kg/t …) and E.0.1 (18 t diesel 0.129, 30 t diesel 0.078 kg/(t.km)).</summary>
public sealed class EmbodiedCarbonTests
{
    /// <summary>
    /// 100 m3 C30 of 2400 kg/m3, 40 km by the default for concrete, 30 t diesel: production 100 · 295 = 29 500; transport 240 · 40 · 0.078 = 748.8.
    /// 10 t rebar, 120 km, 18 t diesel: 23 400 and 10 · 120 · 0.129 = 154.8. In all 52 900 + 903.6 = 53 803.6 kg; on 1,000 m2 53.8036 kg/m2.
    /// </summary>
    [Fact]
    public void AHandComputedBill()
    {
        var carbon = Of([Line("c30", 100, "m3", "concrete-c30", null, "heavy-diesel-30t", 2400), Line("rebar", 10, "t", "rebar", 120, "heavy-diesel-18t")], 1000);

        Assert.Equal((29_500, 748.8m), (carbon.Lines[0].Production, carbon.Lines[0].Transport));
        Assert.Equal((23_400, 154.8m), (carbon.Lines[1].Production, carbon.Lines[1].Transport));
        Assert.Equal((52_900, 903.6m, 53_803.6m), (carbon.Production, carbon.Transport, carbon.Total));
        Assert.Equal(53.8036m, carbon.PerFloorArea);
        // The default distance is known from one source; the factors are confirmed.
        Assert.Equal(Evidence.SingleSource, carbon.Evidence);
        Assert.Equal("cn.gb-t-51366-2019.default-distance-concrete", carbon.Lines[0].DefaultDistance!.Key);
        Assert.Equal(Evidence.Confirmed, carbon.Lines[1].Evidence);
    }

    /// <summary>Every figure names the source and year of its factor.</summary>
    [Fact]
    public void EachFactor_HasSourceAndYear()
    {
        var line = Of([Line("rebar", 10, "t", "rebar", 120, "heavy-diesel-18t")]).Lines[0];

        Assert.Contains("GB/T 51366-2019 Table D.0.1 d-rebar, 2019, confirmed", line.Explanation[0].English, StringComparison.Ordinal);
        Assert.Equal(2019, line.Factor!.Year);
    }

    /// <summary>Only C30 and C50 have defaults; C40 has none, and none is interpolated.</summary>
    [Fact]
    public void WithoutFactor_ItIsAskedFor()
    {
        var carbon = Of([Line("c40", 100, "m3", "concrete", 10, "heavy-diesel-30t", 2400), Line("c30", 100, "m3", "concrete-c30", 10, "heavy-diesel-30t", 2400)]);

        Assert.Null(carbon.Total);
        Assert.Equal(["carbonFactor"], carbon.Missing);
        var finding = carbon.Findings.Single(static finding => finding.Subject == "c40");
        Assert.Equal((Verdict.Indeterminate, "carbonFactor"), (finding.Verdict, finding.Missing.Single()));
    }

    [Fact]
    public void AVolumeWithoutDensity_IsIndeterminate_NamingDensity()
    {
        var carbon = Of([Line("cement", 10, "m3", "cement", 10, "heavy-diesel-30t")]);

        Assert.Equal(["density"], carbon.Missing);
        Assert.Equal(["density"], carbon.Findings.Single(static finding => finding.Subject == "cement").Missing);
        Assert.Contains("density", carbon.Findings.Single(static finding => finding.Subject == "cement").ToString(), StringComparison.Ordinal);
    }

    /// <summary>A declaration goes before the factor of the project, and that before the default.</summary>
    [Fact]
    public void TheProductsOwnFactor_GoesFirst()
    {
        var given = CarbonFactor.Given("quote of the plant", 2025, 1000, "t");
        MaterialLine All(Epd? epd, CarbonFactor? factor) => new() { Id = "x", Name = "x", Quantity = 1, Unit = "t", BuildingMaterial = "rebar", Epd = epd, Factor = factor, TransportDistance = 0 };

        Assert.Equal(2000, Of([All(Declaration(), given)]).Production);
        Assert.Equal(1000, Of([All(null, given)]).Production);
        Assert.Equal(2340, Of([All(null, null)]).Production);
    }

    /// <summary>A declaration that has lapsed on the day of delivery is not used, and that is said.</summary>
    [Fact]
    public void ALapsedDeclaration_IsNotUsed()
    {
        var carbon = Of([Line("rebar", 1, "t", "rebar", 0, epd: Declaration(until: "2026-03-14"))]);

        Assert.Equal(2340, carbon.Production);
        Assert.Contains(carbon.Findings, static finding => finding is { Subject: "rebar", Verdict: Verdict.Invalid } && finding.Reason.English.Contains("2026-03-14", StringComparison.Ordinal));
    }

    /// <summary>Declarations of A1 and A2 are never added.</summary>
    [Fact]
    public void GenerationsAreNotMixed()
    {
        var carbon = Of([Line("a", 1, "t", epd: Declaration(EpdGeneration.A1, 3), distance: 0), Line("b", 1, "t", epd: Declaration(gwp: 2), distance: 0), Line("c", 1, "t", "rebar", 0)]);

        Assert.Null(carbon.Production);
        Assert.Null(carbon.Total);
        Assert.Equal((Verdict.Invalid, "epd-generation"), (carbon.Findings[0].Verdict, carbon.Findings[0].Subject));
        Assert.Equal(3000, carbon.ByGeneration[EpdGeneration.A1]);
        Assert.Equal(2000, carbon.ByGeneration[EpdGeneration.A2]);
        Assert.Equal(2340, carbon.ByGeneration[EpdGeneration.Unknown]);
        // One generation beside defaults is what the standard says.
        Assert.Equal(4340, Of([Line("b", 1, "t", epd: Declaration(), distance: 0), Line("c", 1, "t", "rebar", 0)]).Production);
    }

    /// <summary>Recycled raw material counts half (6.2.5, recalled): 40 % of 10 t rebar: 23 400 · (0.6 + 0.4 · 0.5) = 18 720, marked as unconfirmed. Not for a declaration.</summary>
    [Fact]
    public void RecycledRawMaterial_CountsHalf_AndIsMarked()
    {
        MaterialLine Recycled(Epd? epd) => new() { Id = "x", Name = "x", Quantity = 10, Unit = "t", BuildingMaterial = "rebar", RecycledContent = 40, TransportDistance = 0, Epd = epd };
        var carbon = Of([Recycled(null)]);

        Assert.Equal(18_720, carbon.Production);
        Assert.True(carbon.IsUnconfirmed);
        Assert.True(carbon.Lines[0].IsUnconfirmed);
        Assert.Equal(20_000, Of([Recycled(Declaration())]).Production);
    }

    /// <summary>Pieces with a declared mass: 5 pieces of 0.696 kg and 5.75 kgCO2e each; transport 0.00348 t · 100 km · 0.129.</summary>
    [Fact]
    public void PiecesHaveTheMassOfTheirDeclaration()
    {
        var carbon = Of([Line("fitting", 5, "1", epd: Declaration(gwp: 5.75m, unit: "1", mass: 0.696m), distance: 100, mode: "heavy-diesel-18t")]);

        Assert.Equal((28.75m, 0.044892m), (carbon.Production, carbon.Transport));
        Assert.Equal(["massPerUnit"], Of([Line("fitting", 5, "1", epd: Declaration(gwp: 5.75m, unit: "1"), distance: 100, mode: "heavy-diesel-18t")]).Missing);
    }

    /// <summary>At least 95 % of the mass, and below 0.1 % each may be left out (6.1.3, both recalled): of 1,000 kg and 0.9 kg the small line may.</summary>
    [Fact]
    public void SmallLines_MayBeLeftOut_AndThatIsMarked()
    {
        var carbon = Of([Line("rebar", 1000, "kg", "rebar", 0), Line("wire", 0.9m, "kg")]);

        Assert.Equal(2340, carbon.Production);
        Assert.Equal("wire", carbon.LeftOut.Single().Line.Id);
        Assert.True(carbon.IsUnconfirmed);
        Assert.Null(Of([Line("rebar", 1000, "kg", "rebar", 0), Line("wire", 1.1m, "kg", distance: 0)]).Production);
        var coverage = carbon.Findings.Single(static finding => finding.Subject == "mass-coverage");
        Assert.Equal((Verdict.Indeterminate, Verdict.Compliant), (coverage.Verdict, coverage.ProvisionalVerdict));
    }

    [Fact]
    public void AMeansOfTransport_IsAskedFor()
    {
        Assert.Equal(["transportMode"], Of([Line("rebar", 1, "t", "rebar", 10)]).Missing);
        Assert.Empty(Of([Line("rebar", 1, "t", "rebar", 0)]).Missing);
    }

    [Fact]
    public void BadLines_CountNowhere()
    {
        var carbon = Of([Line("bad", -1, "t", "rebar", 0)]);

        Assert.Null(carbon.Total);
        Assert.Equal(Verdict.Invalid, carbon.Findings.Single(static finding => finding.Subject == "bad").Verdict);
    }

    private static readonly string[] Materials = ["rebar", "cement", "sand", "h-beam", "rock-wool"];
    private static readonly string[] Modes = ["heavy-diesel-18t", "heavy-diesel-30t", "rail-electric"];

    private static readonly Gen<MaterialLine[]> Lines = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 100_000], Gen.Int[0, 900], Gen.Int[0, 2],
        static (material, kilograms, distance, mode) => Line("x", kilograms / 7m, "kg", Materials[material], distance, Modes[mode])).Array[1, 40];

    /// <summary>The sum of the lines is the total, exactly, in any order; a plain loop says the same.</summary>
    [Fact]
    public void Carbon_IsConserved_InAnyOrder() => Gen.Select(Lines, Gen.Int).Sample(static (lines, seed) =>
    {
        var factors = new Dictionary<string, decimal> { ["rebar"] = 2340, ["cement"] = 735, ["sand"] = 2.51m, ["h-beam"] = 2350, ["rock-wool"] = 1980 };
        var modes = new Dictionary<string, decimal> { ["heavy-diesel-18t"] = 0.129m, ["heavy-diesel-30t"] = 0.078m, ["rail-electric"] = 0.01m };
        var expected = 0m;
        foreach (var line in lines) expected += line.Quantity / 1000 * (factors[line.BuildingMaterial!] + line.TransportDistance!.Value * modes[line.TransportMode!]);
        var random = new Random(seed);
        var (one, other) = (Of(lines), Of(lines.OrderBy(_ => random.Next()).ToArray()));
        return one.Total == other.Total && one.Total == one.Lines.Sum(static line => line.Total) && Math.Abs(one.Total!.Value - expected) < 0.0001m;
    });

    /// <summary>More of a line, or a longer way, is never less carbon.</summary>
    [Fact]
    public void More_IsNeverLess() => Gen.Select(Lines, Gen.Int[0, 1000], Gen.Int[1, 100]).Sample(static (lines, at, more) =>
    {
        var changed = lines.ToArray();
        var line = lines[at % lines.Length];
        changed[at % lines.Length] = Line("x", line.Quantity + more, "kg", line.BuildingMaterial, line.TransportDistance + more, line.TransportMode);
        return Of(changed).Total > Of(lines).Total;
    });

    private static EmbodiedCarbon Of(IReadOnlyList<MaterialLine> lines, decimal? area = null) => EmbodiedCarbon.Of(lines, Jurisdiction.China, Day, area);
}
