using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Caiku [2024] No. 36 from 2025-01-01: all mandatory kinds, and 40 % of the optional kinds that occur (kind-count).</summary>
public sealed class GreenProcurementTests
{
    [Theory]
    [InlineData(2, 5, Verdict.Compliant)] // 40 %
    [InlineData(3, 8, Verdict.NonCompliant)] // 37.5 %
    [InlineData(4, 10, Verdict.Compliant)]
    public void OptionalKinds_AreCounted(int green, int all, Verdict verdict) => Assert.Equal(verdict, Judge(Optional(green, all))[1].Verdict);

    [Fact]
    public void AllMandatoryKinds_MustBeGreen()
    {
        Assert.Equal(Verdict.Compliant, Judge([new("cement", "mandatory", true)])[0].Verdict);
        Assert.Equal(Verdict.NonCompliant, Judge([new("cement", "mandatory", true), new("glass", "mandatory", false)])[0].Verdict);
    }

    [Fact]
    public void OpenKinds_AreNamed_WhereTheyDecide()
    {
        // 1 of 4 is green, and 1 open: 25 % or 50 %.
        Assert.Equal(["kind:open"], Judge([.. Optional(1, 3), new("open", "optional", null)])[1].Missing);
        // 4 of 5 are green: the open one decides nothing.
        Assert.Equal(Verdict.Compliant, Judge([.. Optional(4, 4), new("open", "optional", null)])[1].Verdict);
    }

    /// <summary>a, b and c are three kinds, of which a is green: 33.3 %. Named twice, in whatever letters, a is one of them; and where a part of it is not green, none is.</summary>
    [Fact]
    public void AKindNamedTwice_IsOne()
    {
        var finding = Judge([new("a", "optional", true), new("A ", "optional", true), new("b", "optional", false), new("c", "optional", false)])[1];
        Assert.Equal(Verdict.NonCompliant, finding.Verdict);
        Assert.Equal(33.3333m, Math.Round(finding.Measured!.Value, 4));
        Assert.Equal(0, Judge([new("a", "optional", true), new("a", "optional", false), new("b", "optional", false)])[1].Measured);
    }

    /// <summary>Door: 0 m2, so it does not occur. Window: -3 m2, so nobody knows. Wall: 5 m2 without certificate. Of the door alone beside the wall 0 of 1 are green; with the window 0 or 1 of 2, which decides.</summary>
    [Fact]
    public void LinesOfABill_CountByWhatIsOfThem()
    {
        MaterialLine Kind(string id, decimal amount, bool isProved) => new()
        {
            Id = id, Name = id, Kind = id, Quantity = amount, Unit = "m2", ProcurementList = "optional", HasProcurementReport = isProved,
        };
        Finding Of(params MaterialLine[] lines) => new MaterialBill { Place = Jurisdiction.China, Circumstances = Circumstances.None.With("governmentProcurement", true), Lines = lines }.Judge(Day).Procurement[1];

        Assert.Equal((Verdict.NonCompliant, (decimal?)0), (Of(Kind("door", 0, true), Kind("wall", 5, false)).Verdict, Of(Kind("door", 0, true), Kind("wall", 5, false)).Measured));
        Assert.Equal(["fault:window"], Of(Kind("door", 0, true), Kind("window", -3, true), Kind("wall", 5, false)).Missing);
        Assert.Equal(33.3333m, Math.Round(Of(Kind("Door", 1, true), Kind("door ", 1, true), Kind("wall", 5, false), Kind("pipe", 5, false)).Measured!.Value, 4));
    }

    [Fact]
    public void WhereNoKindOccurs_ItDoesNotApply() => Assert.All(Judge([]), static finding => Assert.Equal(Verdict.NotApplicable, finding.Verdict));

    [Fact]
    public void WhetherItIsGovernmentProcurement_IsAsked() =>
        Assert.Equal(["governmentProcurement"], GreenProcurement.Judge(Optional(1, 1), Jurisdiction.China, Day, Circumstances.None)[1].Missing);

    /// <summary>The requirement standard of 2022 has no count of kinds.</summary>
    [Fact]
    public void BeforeTheDay_NoneApplies() => Assert.Equal(
        Verdict.NotApplicable, GreenProcurement.Judge(Optional(0, 1), Jurisdiction.China, CalendarDate.Parse("2024-12-31"), Circumstances.None.With("governmentProcurement", true))[1].Verdict);

    private static IReadOnlyList<Finding> Judge(IReadOnlyList<ProcuredKind> kinds) =>
        GreenProcurement.Judge(kinds, Jurisdiction.China, Day, Circumstances.None.With("governmentProcurement", true));

    private static List<ProcuredKind> Optional(int green, int all) => Enumerable.Range(0, all).Select(i => new ProcuredKind("k" + i, "optional", i < green)).ToList();
}
