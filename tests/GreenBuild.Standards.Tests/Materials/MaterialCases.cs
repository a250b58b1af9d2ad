using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Products and reports of the tests.</summary>
internal static class MaterialCases
{
    public static readonly CheckOptions AnyEvidence = new() { EvidenceFloor = Evidence.Unconfirmed };

    public static Circumstances Facets(string text) => Circumstances.TryParse(text, out var facets, out var error) ? facets : throw new ArgumentException(error.English);

    public static TestReport Report(string substance, decimal value, string unit, TestMethod method = TestMethod.NotRecorded, string facets = "", params decimal[] retests) =>
        new() { Measurand = "materials." + substance, Value = value, Unit = unit, Method = method, Circumstances = Facets(facets), Retests = retests };

    public static SuppliedProduct Product(string productClass, string? delivery, string facets, params TestReport[] reports) => new()
    {
        Id = "p",
        Class = ProductClass.Parse(productClass),
        DeliveryDate = delivery is null ? null : CalendarDate.Parse(delivery),
        Circumstances = Facets(facets),
        Reports = reports,
    };

    /// <summary>The same, made on the day of its delivery, so that nothing is stock of before.</summary>
    public static SuppliedProduct Fresh(string productClass, string delivery, string facets, params TestReport[] reports) => new()
    {
        Id = "p",
        Class = ProductClass.Parse(productClass),
        DeliveryDate = CalendarDate.Parse(delivery),
        ProductionDate = CalendarDate.Parse(delivery),
        Circumstances = Facets(facets),
        Reports = reports,
    };

    public static IReadOnlyList<Finding> Judge(SuppliedProduct product, string place = "CN", CheckOptions? options = null) =>
        new HarmfulSubstanceCheck(Jurisdiction.Parse(place), options: options).Judge(product);

    public static Finding On(this IReadOnlyList<Finding> findings, string substance) => Assert.Single(findings, finding => finding.Subject == "p materials." + substance);

    /// <summary>The verdict, or with a question mark the provisional one.</summary>
    public static string Says(this Finding finding) => finding.ProvisionalVerdict is { } provisional ? provisional + "?" : finding.Verdict.ToString();
}
