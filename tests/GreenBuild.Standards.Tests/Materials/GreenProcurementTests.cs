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
