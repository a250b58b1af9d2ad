using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>What a report and a list of uses may say of a product, and what is decided whatever nobody said.</summary>
public sealed class ReportsAndUsesTests
{
    /// <summary>GB 18580-2025: panels 0.124, products of them 0.050 mg/m3. A report on a panel says nothing of a floor, and 0.12 is no pass of it.</summary>
    [Theory]
    [InlineData("wood-floor", "", "formaldehyde-emission", 0.12, "mg/m3", "product=wood-based-panel", "product")]
    // GB 33372-2020, water-borne polyvinyl acetate: 50 g/L in interior decoration, 100 in construction.
    [InlineData("adhesive", "medium=water-borne; resin=pvac; applicationField=interior-decoration", "voc-content", 60, "g/L", "applicationField=construction", "applicationField")]
    [InlineData("adhesive", "medium=water-borne; resin=pvac; applicationField=interior-decoration", "voc-content", 400, "g/L", "medium=solvent-borne", "medium")]
    [InlineData("adhesive", "medium=water-borne; resin=pvac; applicationField=interior-decoration", "voc-content", 400, "g/L", "resin=pu", "resin")]
    public void Report_OnAnotherProduct_IsInvalid(string productClass, string facets, string substance, double value, string unit, string reportFacets, string facet)
    {
        var findings = Judge(Fresh(productClass, "2026-07-02", facets, Report(substance, (decimal)value, unit, facets: reportFacets)));

        var invalid = Assert.Single(findings, static finding => finding.Verdict == Verdict.Invalid);
        Assert.Contains(facet, invalid.Reason.English, StringComparison.Ordinal);
        Assert.DoesNotContain(findings, static finding => finding.Measured is not null && finding.Verdict == Verdict.Compliant);
        // What is to be tested is still asked for.
        Assert.Contains(findings, finding => finding.Missing.Contains("materials." + substance));
    }

    /// <summary>What the report repeats or adds is taken: 60 g/L against 50 is left to the retest of two samples (7.3).</summary>
    [Theory]
    [InlineData("medium=water-borne; resin=pvac; applicationField=interior-decoration", "resin=pvac; applicationField=interior-decoration")]
    [InlineData("medium=water-borne; resin=pvac", "applicationField=interior-decoration")]
    public void Report_MayRepeatAndAdd(string facets, string reportFacets)
    {
        var finding = Judge(Fresh("adhesive", "2026-07-02", facets, Report("voc-content", 60, "g/L", facets: reportFacets))).On("voc-content");

        Assert.Equal(["retest"], finding.Missing);
        Assert.Contains("50 g/L", finding.Explanation[0].English, StringComparison.Ordinal);
    }

    /// <summary>A use that stands as a facet is one of the uses: the lowest of both limits, 50 g/L, decides.</summary>
    [Theory]
    [InlineData("construction", "interior-decoration")]
    [InlineData("interior-decoration", "construction")]
    public void UseAsAFacet_CountsBesideTheList(string listed, string stated)
    {
        var product = new SuppliedProduct
        {
            Id = "p", Class = ProductClass.Parse("adhesive"), DeliveryDate = new(2026, 7, 2), Uses = [listed],
            Circumstances = Facets("medium=water-borne; resin=pvac; applicationField=" + stated), Reports = [Report("voc-content", 60, "g/L", retests: [60])],
        };

        var finding = Judge(product).On("voc-content");

        Assert.Equal((Verdict.NonCompliant, 50m), (finding.Verdict, finding.Limit));
    }

    /// <summary>
    /// GB 18582-2020, Table 1: exterior wall coatings 120 g/L with effect pigment, 100 without: what is above or below both is decided whoever said nothing of the pigment. Of adhesives
    /// the resin is asked for at any value: for some resins the table has no limit at all.
    /// </summary>
    [Theory]
    [InlineData("exterior-wall-coating", "medium=water-borne", 121, "NonCompliant", "")]
    [InlineData("exterior-wall-coating", "medium=water-borne", 110, "Indeterminate", "effectPigment")]
    [InlineData("exterior-wall-coating", "medium=water-borne", 100, "Compliant", "")]
    [InlineData("adhesive", "medium=water-borne; applicationField=wood-and-furniture", 3000, "Indeterminate", "resin")]
    public void MissingWord_IsAskedOnlyWhereItDecides(string productClass, string facets, double value, string expected, string missing)
    {
        var finding = Judge(Product(productClass, "2026-05-31", facets, Report("voc-content", (decimal)value, "g/L", retests: [(decimal)value]))).On("voc-content");

        Assert.Equal((expected, missing), (finding.Says(), string.Join(",", finding.Missing)));
    }

    /// <summary>mg/L is the unit of the desiccator: taken for mg/m3 of the chamber, 0.3 would be 300. Without a method it is asked about, with the right one it is another test.</summary>
    [Fact]
    public void UnitOfAnotherTest_IsNotConverted()
    {
        var finding = Judge(Fresh("wood-floor", "2026-07-02", "", Report("formaldehyde-emission", 0.3m, "mg/L", method: TestMethod.NotRecorded))).On("formaldehyde-emission");

        Assert.Equal((Verdict.Indeterminate, "testMethod"), (finding.Verdict, string.Join(",", finding.Missing)));
        Assert.Contains("the unit of another test", finding.Reason.English, StringComparison.Ordinal);
        // µg/m3 is the same quantity in the same test: 40 µg/m3 keeps 0.050 mg/m3.
        Assert.Equal(Verdict.Compliant, Judge(Fresh("wood-floor", "2026-07-02", "", Report("formaldehyde-emission", 40, "µg/m3"))).On("formaldehyde-emission").Verdict);
    }

    /// <summary>Of a bill that was not read nothing is in order.</summary>
    [Fact]
    public void BillWithoutLines_IsNoCleanOne()
    {
        var result = new MaterialBill { Lines = [], Place = Jurisdiction.China }.Judge(new(2026, 7, 1));

        Assert.Contains(result.Findings, static finding => finding.Verdict == Verdict.Indeterminate && finding.Missing.SequenceEqual(["materialLines"]));
        Assert.NotEqual(Verdict.Compliant, Finding.OverallOf(result.Findings));
    }
}
