using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of construction waste: its ledger, and what the ledger is held against.</summary>
public sealed class WasteSection
{
    internal static readonly ProjectField Field = new("waste", ProjectFieldKind.Object, new("Construction waste", "建筑垃圾"))
    {
        Fields =
        [
            new("ledger", ProjectFieldKind.Table, new("Ledger: what arose, was used on the site, and left it", "台账：产生、现场利用和出场的垃圾")) { IsNeeded = true, NeedsItem = true, Table = static () => new WasteTable("") },
            new("floorArea", ProjectFieldKind.Number, new("Gross floor area, m2", "建筑面积，m2")) { Lowest = 0, IsAbove = true, Highest = 1_000_000_000 },
            new("grossInternalFloorArea", ProjectFieldKind.Number, new("Gross internal floor area, m2 (BREEAM)", "内部建筑面积，m2（BREEAM）")) { Lowest = 0, IsAbove = true, Highest = 1_000_000_000 },
            new("isComplete", ProjectFieldKind.Flag, new("Whether the works are finished and no waste is left on the site", "工程是否完工且场内无遗留垃圾")),
            new("plannedDischarge", ProjectFieldKind.Number, new("Discharge that the plan of the project sets as its limit, t per 10,000 m2", "减量化专项方案设定的排放限值，t/万 m2")) { Lowest = 0, Highest = 1_000_000 },
        ],
    };

    /// <summary>The lines of the ledger, in order.</summary>
    public IReadOnlyList<WasteEntry> Ledger { get; init; } = [];

    /// <summary>The gross floor area in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>The gross internal floor area in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? GrossInternalFloorArea { get; init; }

    /// <summary>Whether the works are finished; <see langword="null"/> if it is not known.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>The discharge that the plan of the project sets as its limit; <see langword="null"/> if there is none.</summary>
    public AreaDensity? PlannedDischarge { get; init; }

    /// <summary>Where the planned value stands.</summary>
    public FindingOrigin? PlannedDischargeOrigin { get; init; }

    internal static WasteSection? Read(ProjectFields waste)
    {
        var (floorArea, internalArea, isComplete, planned) = (waste.Number("floorArea"), waste.Number("grossInternalFloorArea"), waste.Flag("isComplete"), waste.Number("plannedDischarge"));
        return waste.TryReadTable("ledger", static file => new WasteTable(file), out var table)
            ? new WasteSection
            {
                Ledger = table.Entries.AsReadOnly(), FloorArea = floorArea, GrossInternalFloorArea = internalArea, IsComplete = isComplete,
                PlannedDischarge = planned is { } discharge && MeasurementUnit.TryConvert(discharge, "t/(10^4 m2)", "kg/m2", out var kilograms) ? AreaDensity.FromKilogramsPerSquareMetre(kilograms) : null,
                PlannedDischargeOrigin = waste.OriginOf("plannedDischarge"),
            }
            : null;
    }

    internal AuditSection Judge(ProjectFile project, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var ledger = new WasteLedger(Ledger);
        var findings = new WasteCheck(
            new WasteProject(project.Site) { FloorArea = FloorArea, GrossInternalFloorArea = GrossInternalFloorArea, IsComplete = IsComplete, PlannedDischarge = PlannedDischarge, PlannedDischargeOrigin = PlannedDischargeOrigin },
            catalogue, options).Judge(ledger, date);
        var balance = ledger.Balance(null, IsComplete, date);
        WasteRoute[] routes = [WasteRoute.Generated, WasteRoute.ReusedOnSite, WasteRoute.RecycledOnSite, WasteRoute.ReusedOffSite, WasteRoute.RecycledOffSite, WasteRoute.EnergyRecovery, WasteRoute.Disposed];
        var rows = balance.Classes.Select(kind => (IReadOnlyList<BilingualText>)[Words.Of(kind), .. routes.Select(route => Words.Same(Words.Number(balance.Tonnes(kind, route))))]).ToList();
        AuditTable table = new(
            new("Balance in t, as far as the lines have a mass", "平衡表，t（仅含可换算为质量的记录）"),
            [new(new("Class", "类别")), .. routes.Select(static route => new AuditColumn(Heading(Words.Of(route)), true))],
            rows);
        return new AuditSection(ProjectDomain.Waste, new("Construction waste", "建筑垃圾"), [new AuditGroup(new("Ledger", "台账"), findings) { Tables = [table] }]);
    }

    private static BilingualText Heading(BilingualText words) => new(char.ToUpperInvariant(words.English[0]) + words.English.Substring(1), words.Chinese);
}
