using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Tests.Materials;

internal static class GreenMaterialSample
{
    public static readonly CalendarDate Day = CalendarDate.Parse("2026-03-15");

    public static CheckOptions AllEvidence { get; } = new() { EvidenceFloor = Evidence.Unconfirmed };

    public static MaterialLine Line(string id, decimal quantity, string unit, string? material = null, decimal? distance = null, string? mode = null, decimal? density = null, Epd? epd = null) => new()
    {
        Id = id,
        Name = id,
        Quantity = quantity,
        Unit = unit,
        BuildingMaterial = material,
        TransportDistance = distance,
        TransportMode = mode,
        Density = density,
        Epd = epd,
    };

    public static GreenMaterialCertificate Certificate(string? issued = "2023-04-01", string? until = "2028-03-31", int? stars = 2, bool? isSuspended = false) => new()
    {
        Number = "CGP-1",
        ProductUnit = "C30",
        Manufacturer = "Sample Concrete",
        Plant = "Plant 1",
        Stars = stars,
        Issued = issued is null ? null : CalendarDate.Parse(issued),
        ValidUntil = until is null ? null : CalendarDate.Parse(until),
        IsSuspended = isSuspended,
    };

    public static MaterialLine Delivery(GreenMaterialCertificate? certificate, string? date = "2026-03-15", string plant = "Plant 1") => new()
    {
        Id = "M-1",
        Name = "concrete C30",
        Quantity = 10,
        Unit = "m3",
        ProductUnit = "C30",
        Manufacturer = "Sample Concrete",
        Plant = plant,
        DeliveryDate = date is null ? null : CalendarDate.Parse(date),
        Certificate = certificate,
    };

    public static Epd Declaration(
        EpdGeneration generation = EpdGeneration.A2, decimal gwp = 2, string unit = "kg", decimal? density = null, decimal? mass = null, string? until = "2028-12-31", string id = "epd-1", string type = "specific dataset") => new()
    {
        Id = id,
        Name = "sample product",
        DeclaredUnit = unit,
        Values = [new EpdValue(EpdIndicator.GwpTotal, "A1-A3", gwp), new EpdValue(EpdIndicator.GwpTotal, "D", -1)],
        Generation = generation,
        Density = density,
        DeclaredMass = mass,
        DatasetType = type,
        ReferenceYear = 2024,
        ValidUntil = until is null ? null : CalendarDate.Parse(until),
    };
}
