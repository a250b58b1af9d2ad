namespace GreenBuild.Standards.Waste;

/// <summary>One line of a waste ledger: on a day, so much of a class arose, was used on the site, or left it.</summary>
/// <remarks>Never throws for strange quantities and units: what a ledger says is judged, not refused. Immutable.</remarks>
public sealed class WasteEntry
{
    // Beyond this a number is no mass that one line can mean; it also keeps every sum exact.
    private const decimal Most = 1_000_000_000;

    /// <summary>Creates an entry.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="wasteClass">The class.</param>
    /// <param name="route">Whether it arose, or what became of it.</param>
    /// <param name="quantity">The quantity in <paramref name="unit"/>.</param>
    /// <param name="unit">
    /// A unit of mass or volume as people write it: <c>t</c>, <c>吨</c>, <c>kg</c>, <c>千克</c>, <c>m3</c>, <c>m³</c>; a volume needs a density to count. Anything
    /// else, and none at all, makes the line faulty.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The class or route is no value of its enumeration.</exception>
    public WasteEntry(CalendarDate date, WasteClass wasteClass, WasteRoute route, decimal quantity, string? unit)
    {
        if (wasteClass is < WasteClass.Unknown or > WasteClass.Hazardous) throw new ArgumentOutOfRangeException(nameof(wasteClass), wasteClass, "There is no such class.");
        if (route is < WasteRoute.Generated or > WasteRoute.Disposed) throw new ArgumentOutOfRangeException(nameof(route), route, "There is no such route.");
        Date = date;
        Class = wasteClass;
        Route = route;
        Quantity = quantity;
        // What a file leaves out comes as null: judged like any other unit that is none.
        Unit = MeasurementUnit.TryParse(unit, out var known) ? known.Symbol : unit ?? "";
    }

    /// <summary>The local day.</summary>
    public CalendarDate Date { get; }

    /// <summary>The class.</summary>
    public WasteClass Class { get; }

    /// <summary>Whether it arose, or what became of it.</summary>
    public WasteRoute Route { get; }

    /// <summary>The quantity in <see cref="Unit"/>.</summary>
    public decimal Quantity { get; }

    /// <summary>The unit of the quantity, as the catalogue writes it (<c>m3</c> for <c>m³</c>); as it was given where it is no unit, empty if none was.</summary>
    public string Unit { get; }

    /// <summary>The construction stage, a word of the facet <c>stage</c>; <see langword="null"/> if not recorded.</summary>
    public string? Stage { get; init; }

    /// <summary>Who received it or where it went, in the words of the ledger; <see langword="null"/> if not recorded.</summary>
    public string? Destination { get; init; }

    /// <summary>The kind of facility that received it, a word of the facet <c>receivingFacility</c> (Hong Kong); <see langword="null"/> if not recorded.</summary>
    public string? ReceivingFacility { get; init; }

    /// <summary>The material, a word of the facet <c>wasteMaterial</c>; <see langword="null"/> if not recorded.</summary>
    public string? Material { get; init; }

    /// <summary>The factor from volume to mass of this entry; <see langword="null"/> for that of the table of the project.</summary>
    public WasteDensity? Density { get; init; }

    /// <summary>Whether the waste can be recovered (可回收), of a line on what arose as of one on what became of it; <see langword="null"/> if not recorded.</summary>
    public bool? IsRecoverable { get; init; }

    /// <summary>Whether it went to recycling mixed with other materials; LEED v5 counts that less.</summary>
    public bool IsCommingled { get; init; }

    /// <summary>Where the line stands, for findings.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>What is wrong with the line, so that it counts nowhere; empty if nothing is.</summary>
    public BilingualText Fault
    {
        get
        {
            if (!IsMass && !IsVolume)
            {
                var accepted = string.Join(", ", MeasurementUnit.All.Where(static unit => IsOf(unit.Symbol, "t") || IsOf(unit.Symbol, "m3")).Select(static unit => $"{unit.Symbol} ({unit.Title.Chinese})"));
                return Unit.Trim().Length == 0
                    ? new($"No unit is given; accepted are {accepted}.", $"未给出单位；可用单位：{accepted}。")
                    : new($"'{InputError.Quote(Unit)}' is no unit of mass or volume; accepted are {accepted}.", $"“{InputError.Quote(Unit)}”不是质量或体积单位；可用单位：{accepted}。");
            }

            if (Quantity < 0) return new("The quantity is negative.", "数量为负。");
            if (Quantity > Most) return new($"{Words.Number(Quantity)} {Unit} is no quantity of one line.", $"{Words.Number(Quantity)} {Unit} 不可能是一条记录的数量。");
            return default;
        }
    }

    /// <summary>The mass in t, to the milligram.</summary>
    /// <param name="table">The table for volumes that have no factor of their own.</param>
    /// <param name="tonnes">The mass; 0 if it is not known.</param>
    /// <param name="density">The factor that was used; <see langword="null"/> for a mass.</param>
    /// <returns><see langword="false"/> for a faulty line, and for a volume without a factor.</returns>
    public bool TryGetTonnes(WasteDensityTable? table, out decimal tonnes, out WasteDensity? density)
    {
        (tonnes, density) = (0, null);
        if (Fault.English.Length > 0) return false;
        if (IsVolume)
        {
            density = Density ?? table?.Find(Class, Material);
            if (density is null) return false;
            MeasurementUnit.TryConvert(Quantity, Unit, "m3", out var volume);
            tonnes = volume * density.TonnesPerCubicMetre;
        }
        else
        {
            MeasurementUnit.TryConvert(Quantity, Unit, "t", out tonnes);
        }

        // To the milligram, so that sums are exact and do not depend on the order of the lines.
        tonnes = Gbt8170.Round(tonnes, 9);
        return true;
    }

    internal bool IsVolume => IsOf(Unit, "m3");

    private bool IsMass => IsOf(Unit, "t");

    private static bool IsOf(string unit, string other) => MeasurementUnit.TryConvert(0, unit, other, out _);

    /// <summary>Day, class, route and quantity.</summary>
    public override string ToString() => $"{Date} {Words.Of(Class).English} {Words.Of(Route).English} {Words.Number(Quantity)} {Unit}";
}
