using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Tests.Waste;

/// <summary>Sample projects and ledgers. All figures are made up.</summary>
internal static class WasteSample
{
    public static readonly CalendarDate Completion = new(2026, 6, 30);

    public static ConstructionSite Site(string place = "CN", string facets = "sourceWorks=new-building; prefabricated=false")
    {
        Assert.True(Circumstances.TryParse(facets, out var circumstances, out var error), error.English);
        return new ConstructionSite(Jurisdiction.Parse(place)) { Name = "Sample", Circumstances = circumstances };
    }

    /// <summary>A new building of 24,000 m2.</summary>
    public static WasteProject Project(string place = "CN", string facets = "sourceWorks=new-building; prefabricated=false", decimal? floorArea = 24_000, bool? isComplete = true) =>
        new(Site(place, facets)) { FloorArea = floorArea, IsComplete = isComplete };

    public static WasteEntry Entry(WasteClass wasteClass, WasteRoute route, decimal quantity, string unit = "t") => new(new CalendarDate(2026, 3, 2), wasteClass, route, quantity, unit);

    /// <summary>
    /// Engineering waste: 780 t arose, 150 t were used on the site, 630 t left it (200 t of that to recycling). Decoration waste: 60 t arose and left. Spoil: 52,000 t.
    /// Discharged without spoil: 630 + 60 = 690 t.
    /// </summary>
    public static WasteLedger Ledger() => new(
    [
        Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 780),
        Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOnSite, 150),
        Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 200),
        Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 430),
        Entry(WasteClass.DecorationWaste, WasteRoute.Generated, 60),
        Entry(WasteClass.DecorationWaste, WasteRoute.Disposed, 60),
        Entry(WasteClass.EngineeringSpoil, WasteRoute.Generated, 52_000),
        Entry(WasteClass.EngineeringSpoil, WasteRoute.ReusedOnSite, 30_000),
        Entry(WasteClass.EngineeringSpoil, WasteRoute.Disposed, 22_000),
    ]);

    public static IReadOnlyList<Finding> Judge(WasteProject project, WasteLedger? ledger = null, CalendarDate? date = null) =>
        new WasteCheck(project).Judge(ledger ?? Ledger(), date ?? Completion);

    public static Finding Discharge(WasteProject project, WasteLedger? ledger = null, CalendarDate? date = null) =>
        Judge(project, ledger, date).Single(static finding => finding.Subject == "discharge-intensity");
}
