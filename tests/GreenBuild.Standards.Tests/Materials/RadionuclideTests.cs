using CsCheck;
using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>GB 6566: indices, main-structure limits, classes of decoration material and where they may be used.</summary>
public sealed class RadionuclideTests
{
    private static readonly CalendarDate Today = new(2026, 6, 1);
    private static readonly RadionuclideCheck Check = new(Jurisdiction.China);

    [Theory]
    // By hand: 100/200 = 0.5; 100/370 + 100/260 + 1000/4200 = 0.270270… + 0.384615… + 0.238095… = 0.892981…
    [InlineData(100, 100, 1000, 0.5, 0.892980892981)]
    // 37/200 = 0.185; 37/370 + 65/260 + 2940/4200 = 0.1 + 0.25 + 0.7 = 1.05 exactly
    [InlineData(37, 65, 2940, 0.185, 1.05)]
    [InlineData(0, 0, 0, 0, 0)]
    // Thirds and parts of 13 and 37 add up to a whole: 370/3/370 + 260/3/260 + 1400/4200 is not finite, but 0 + 130/260 + 2310/4200 = 0.5 + 0.55
    [InlineData(0, 130, 2310, 0, 1.05)]
    public void Indices_AreThoseOfTheFormula(double radium, double thorium, double potassium, double expectedInternal, double expectedExternal)
    {
        var indices = RadionuclideIndices.Of(Test((decimal)radium, (decimal)thorium, (decimal)potassium), Jurisdiction.China, Today);

        Assert.Equal((decimal)expectedInternal, indices.Internal);
        Assert.Equal((decimal)expectedExternal, Math.Round(indices.External!.Value, 12));
        Assert.Contains(indices.Explanation, static step => step.English.Contains("IRa = ", StringComparison.Ordinal));
    }

    /// <summary>The second implementation: whole fractions over the common denominator 370 · 260 · 4200 / 40 = 10 101 000, in integers.</summary>
    [Fact]
    public void Indices_AgreeWithFractionsOfIntegers() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[0, 90_000]).Sample((radium, thorium, potassium) =>
        {
            // Tenths of Bq/kg. 10 101 000 = 370 · 27 300 = 260 · 38 850 = 4200 · 2405.
            var numerator = new System.Numerics.BigInteger(radium) * 27_300 + new System.Numerics.BigInteger(thorium) * 38_850 + new System.Numerics.BigInteger(potassium) * 2_405;
            var indices = RadionuclideIndices.Of(Test(radium / 10m, thorium / 10m, potassium / 10m), Jurisdiction.China, Today);

            // In tenths of the index, half to even, all in integers: numerator / 10 101 000 is ten times the index.
            Assert.Equal(HalfToEven(numerator, 10_101_000), Gbt8170.Round(indices.External!.Value, 1) * 10);
            Assert.Equal(HalfToEven(radium, 200), Gbt8170.Round(indices.Internal!.Value, 1) * 10);
        });

    [Theory]
    // Limits 1.0 and 1.0 rounded to one decimal: 1.05 goes to the even 1.0. Void ratio above 25 %: external limit 1.3.
    [InlineData(209, 0, 0, "voidRatio=0", "Compliant", "Compliant")]
    [InlineData(210, 0, 0, "voidRatio=0", "Compliant", "Compliant")]
    [InlineData(210.1, 0, 0, "voidRatio=0", "NonCompliant", "Compliant")]
    [InlineData(37, 65, 2940, "voidRatio=25", "Compliant", "Compliant")]
    [InlineData(37, 65, 2942, "voidRatio=25", "Compliant", "NonCompliant")]
    [InlineData(37, 65, 2942, "voidRatio=25.1", "Compliant", "Compliant")]
    // 351/260 = 1.35, to the even 1.4; 350/260 = 1.346.
    [InlineData(0, 351, 0, "voidRatio=40", "Compliant", "NonCompliant")]
    [InlineData(0, 350, 0, "voidRatio=40", "Compliant", "Compliant")]
    // Not known: decides only between 1.0 and 1.3.
    [InlineData(0, 200, 0, "", "Compliant", "Compliant")]
    [InlineData(0, 312, 0, "", "Compliant", "Indeterminate")]
    [InlineData(0, 400, 0, "", "Compliant", "NonCompliant")]
    public void MainStructure_KeepsBothIndices(double radium, double thorium, double potassium, string facets, string inner, string outer)
    {
        var findings = Check.Judge(Test((decimal)radium, (decimal)thorium, (decimal)potassium), Facets("materialUse=main-structure; " + facets), Today);

        Assert.Equal([inner, outer], findings.Select(static finding => finding.Says()));
        if (outer == "Indeterminate") Assert.Equal(["voidRatio"], findings[1].Missing);
    }

    [Theory]
    // A: 1.0 / 1.3, B: 1.3 / 1.9, C: external 2.8 only (GB 6566-2010, 3.2).
    [InlineData(200, 0, 0, "A")]
    [InlineData(211, 0, 0, "B")] // 1.055 -> 1.1
    [InlineData(260, 0, 0, "B")]
    [InlineData(271, 0, 0, "C")] // 1.355 -> 1.4
    [InlineData(1000, 0, 0, "C")] // IRa = 5, Iγ = 2.703
    [InlineData(0, 350.9, 0, "A")] // 1.3496 -> 1.3
    [InlineData(0, 351, 0, "B")] // 1.35 -> 1.4
    [InlineData(0, 506, 0, "B")] // 1.946 -> 1.9
    [InlineData(0, 507, 0, "C")] // 1.95 -> 2.0
    [InlineData(0, 741, 0, "C")] // 2.85 -> 2.8
    [InlineData(0, 741.1, 0, null)] // 2.8504 -> 2.9
    public void Decoration_HasAClass(double radium, double thorium, double potassium, string? expected) =>
        Assert.Equal(expected, Check.Classify(Test((decimal)radium, (decimal)thorium, (decimal)potassium), Today).Class);

    [Theory]
    // B not for inner finishes of class I civil buildings; C only outdoors.
    [InlineData(100, "finishSide=inner; buildingClass=I", "Compliant")]
    [InlineData(250, "finishSide=inner; buildingClass=I", "NonCompliant")]
    [InlineData(250, "finishSide=inner; buildingClass=II", "Compliant")]
    [InlineData(250, "finishSide=inner; buildingUse=industrial", "Compliant")]
    [InlineData(250, "finishSide=outer", "Compliant")]
    [InlineData(400, "finishSide=inner; buildingClass=II", "NonCompliant")]
    [InlineData(400, "finishSide=inner; buildingUse=industrial", "NonCompliant")]
    [InlineData(400, "finishSide=outer", "Compliant")]
    // What is not known decides only where the answers differ.
    [InlineData(100, "", "Compliant")]
    [InlineData(250, "", "Indeterminate")]
    [InlineData(400, "finishSide=inner", "NonCompliant")]
    [InlineData(2000, "finishSide=outer", "NonCompliant")] // Iγ = 5.4: no class at all
    // Homes, elderly care, nurseries, hospitals and schools are of class I (classify-decoration), and an industrial building is of none.
    [InlineData(250, "finishSide=inner; buildingUse=residential", "NonCompliant")]
    [InlineData(250, "finishSide=inner; buildingUse=healthcare", "NonCompliant")]
    [InlineData(250, "finishSide=inner; buildingUse=residential; buildingClass=II", "Invalid")]
    [InlineData(250, "finishSide=inner; buildingUse=industrial; buildingClass=I", "Invalid")]
    public void Decoration_MayBeUsedByItsClass(double radium, string where, string expected)
    {
        var findings = Check.Judge(Test((decimal)radium, 0, 0), Facets("materialUse=decoration; " + where), Today);

        Assert.Equal(expected, Assert.Single(findings, static finding => finding.Subject == "decorationUse").Says());
    }

    [Fact]
    public void DeclaredClass_HasToBeKept()
    {
        var findings = Check.Judge(Test(250, 0, 0), Facets("materialUse=decoration; finishSide=outer; decorationClass=A"), Today);

        Assert.Equal(["NonCompliant", "Compliant"], findings.Where(static finding => finding.Subject == "decorationClass=A").Select(static finding => finding.Says()));
    }

    [Fact]
    public void Trap_DivisorOfTheInternalIndexIs200()
    {
        // 100/370 = 0.27: the report divided by the wrong number (method trap of the dossier).
        var slip = new RadionuclideTest { Radium226 = 100, Thorium232 = 0, Potassium40 = 0, ReportedInternalIndex = 0.27m, ReportedExternalIndex = 0.27m };
        var right = new RadionuclideTest { Radium226 = 100, Thorium232 = 0, Potassium40 = 0, ReportedInternalIndex = 0.5m, ReportedExternalIndex = 0.3m };

        var invalid = Assert.Single(Check.Judge(slip, Facets("materialUse=main-structure"), Today), static finding => finding.Verdict == Verdict.Invalid);

        Assert.Contains("C(Ra)/370", invalid.Reason.English, StringComparison.Ordinal);
        Assert.DoesNotContain(Check.Judge(right, Facets("materialUse=main-structure"), Today), static finding => finding.Verdict == Verdict.Invalid);
    }

    [Theory]
    // At most 20 % (k = 1): a paper of 2022 quotes GB 6566-2010.
    [InlineData(20, "Compliant")]
    [InlineData(20.1, "Invalid")]
    public void Uncertainty_AboveTheBound_DoesNotCount(double uncertainty, string expected)
    {
        var test = new RadionuclideTest { Radium226 = 100, Thorium232 = 50, Potassium40 = 500, InternalUncertainty = (decimal)uncertainty, ExternalUncertainty = (decimal)uncertainty };

        Assert.All(Check.Judge(test, Facets("materialUse=main-structure; voidRatio=0"), Today), finding => Assert.Equal(expected, finding.Says()));
    }

    [Fact]
    public void Uncertainty_NotRecorded_IsSaid() =>
        Assert.All(Check.Judge(Test(100, 50, 500), Facets("materialUse=main-structure; voidRatio=0"), Today), static finding => Assert.Equal(["uncertainty"], finding.NotRecorded));

    [Theory]
    // GB 6566-2001 until 2011-06-30; of it the main-structure limits are from memory.
    [InlineData("2011-06-30", "GB 6566-2001", "Compliant?")]
    [InlineData("2011-07-01", "GB 6566-2010", "Compliant")]
    public void Edition_GoesByTheDay(string date, string edition, string expected)
    {
        var findings = Check.Judge(Test(100, 50, 500), Facets("materialUse=main-structure; voidRatio=0"), CalendarDate.Parse(date));

        Assert.All(findings, finding => Assert.Equal((edition, expected), (finding.Edition!.Number, finding.Says())));
    }

    [Fact]
    public void Products_AreAskedForWhatTheyAre()
    {
        Assert.Contains(Judge(Product("lime", "2026-06-01", "")), static finding => finding.Missing.Contains("materialUse"));
        Assert.Contains(Judge(Product("cement", "2026-06-01", "")), static finding => finding.Missing.Contains("radionuclides"));
        Assert.Equal(Verdict.Invalid, Assert.Single(Check.Judge(Test(-1, 0, 0), Facets("materialUse=main-structure"), Today)).Verdict);
        Assert.Throws<ArgumentException>(() => RadionuclideIndices.Of(Test(-1, 0, 0), Jurisdiction.China, Today));
    }

    [Fact]
    public void MoreActivity_IsNeverBetter() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 4000], Gen.Int[0, 20_000], Gen.Int[0, 2], Gen.Int[1, 3000]).Sample((radium, thorium, potassium, which, more) =>
        {
            decimal[] before = [radium / 4m, thorium / 4m, potassium / 4m];
            var after = (decimal[])before.Clone();
            after[which] += more / 4m;

            Assert.True(Rank(Check.Classify(Test(after[0], after[1], after[2]), Today).Class) >= Rank(Check.Classify(Test(before[0], before[1], before[2]), Today).Class));
        });

    private static int Rank(string? decorationClass) => decorationClass is null ? 3 : "ABC".IndexOf(decorationClass, StringComparison.Ordinal);

    private static RadionuclideTest Test(decimal radium, decimal thorium, decimal potassium) => new() { Radium226 = radium, Thorium232 = thorium, Potassium40 = potassium };

    private static decimal HalfToEven(System.Numerics.BigInteger numerator, System.Numerics.BigInteger denominator)
    {
        var whole = System.Numerics.BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = rest * 2;
        return (decimal)(twice > denominator || (twice == denominator && !whole.IsEven) ? whole + 1 : whole);
    }
}
