using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>The method check-certificate: number, product unit, level, days of issue and end against the day of delivery, manufacturer and plant, status. Stars 1 to 3, five years at most.</summary>
public sealed class CertificateCheckTests
{
    [Fact]
    public void EveryPointHolds() => Assert.All(Judge(Delivery(Certificate())), static finding => Assert.Equal(Verdict.Compliant, finding.Verdict));

    [Fact]
    public void WithoutCertificate_NothingIsSaid() => Assert.Empty(Judge(Delivery(null)));

    // Valid from 2023-04-01 to 2028-03-31, both included.
    [Theory]
    [InlineData("2023-03-31", Verdict.NonCompliant)]
    [InlineData("2023-04-01", Verdict.Compliant)]
    [InlineData("2028-03-31", Verdict.Compliant)]
    [InlineData("2028-04-01", Verdict.NonCompliant)]
    public void TheDayOfDelivery_LiesInTheValidity(string day, Verdict verdict) => Assert.Equal(verdict, Of("certificate-date", Delivery(Certificate(), day)).Verdict);

    // Five years: to the anniversary, and no day longer.
    [Theory]
    [InlineData("2023-04-01", "2028-03-31", Verdict.Compliant)]
    [InlineData("2023-04-01", "2028-04-01", Verdict.Compliant)]
    [InlineData("2023-04-01", "2028-04-02", Verdict.NonCompliant)]
    [InlineData("2024-02-29", "2029-02-28", Verdict.Compliant)]
    [InlineData("2024-02-29", "2029-03-01", Verdict.NonCompliant)]
    public void TheTerm_IsAtMostFiveYears(string issued, string until, Verdict verdict) => Assert.Equal(verdict, Of("certificate-term", Delivery(Certificate(issued, until))).Verdict);

    [Theory]
    [InlineData(0, Verdict.NonCompliant)]
    [InlineData(1, Verdict.Compliant)]
    [InlineData(3, Verdict.Compliant)]
    [InlineData(4, Verdict.NonCompliant)]
    public void TheLevel_IsOneToThreeStars(int stars, Verdict verdict) => Assert.Equal(verdict, Of("certificate-level", Delivery(Certificate(stars: stars))).Verdict);

    [Fact]
    public void AnotherPlant_IsAnotherProduct()
    {
        var finding = Of("certificate-product", Delivery(Certificate(), plant: "Plant 2"));

        Assert.Equal(Verdict.NonCompliant, finding.Verdict);
        Assert.Contains("'Plant 2' on the delivery and 'Plant 1' on the certificate", finding.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotKnown_IsNamed()
    {
        Assert.Equal(["deliveryDate"], Of("certificate-date", Delivery(Certificate(), null)).Missing);
        Assert.Equal(["certificateIssued", "certificateValidUntil"], Of("certificate-date", Delivery(Certificate(null, null))).Missing);
        Assert.Equal(["stars"], Of("certificate-level", Delivery(Certificate(stars: null))).Missing);
        Assert.Equal(["certificateNumber"], Of("certificate-product", Delivery(new GreenMaterialCertificate { Number = " ", ProductUnit = "C30", Manufacturer = "Sample Concrete", Plant = "Plant 1" })).Missing);
        Assert.Equal(["plant"], Of("certificate-product", Delivery(Certificate(), plant: "")).Missing);
        Assert.Equal(["certificateStatus"], Of("certificate-status", Delivery(Certificate(isSuspended: null))).Missing);
        Assert.Equal(Verdict.NonCompliant, Of("certificate-status", Delivery(Certificate(isSuspended: true))).Verdict);
        // A certificate that ended before the delivery proves nothing, whenever it was issued.
        Assert.Equal(Verdict.NonCompliant, Of("certificate-date", Delivery(Certificate(null, "2026-03-14"))).Verdict);
    }

    private static IReadOnlyList<Finding> Judge(MaterialLine line) => CertificateCheck.Judge(line, Jurisdiction.China);

    private static Finding Of(string subject, MaterialLine line) => Judge(line).Single(finding => finding.Subject == subject);
}
