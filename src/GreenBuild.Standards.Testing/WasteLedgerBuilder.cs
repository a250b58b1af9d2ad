using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Testing;

/// <summary>Builds ledgers of construction waste, line by line.</summary>
public sealed class WasteLedgerBuilder
{
    private readonly List<WasteEntry> _entries = [];
    private CalendarDate _date;

    /// <summary>Creates a builder.</summary>
    /// <param name="date">The local day of the lines, until <see cref="On"/> says another.</param>
    public WasteLedgerBuilder(CalendarDate date) => _date = date;

    /// <summary>The local day of the lines that follow.</summary>
    public WasteLedgerBuilder On(CalendarDate date)
    {
        _date = date;
        return this;
    }

    /// <summary>Adds waste that arose.</summary>
    /// <param name="wasteClass">The class.</param>
    /// <param name="quantity">The quantity in <paramref name="unit"/>.</param>
    /// <param name="unit">A unit of mass or volume.</param>
    /// <param name="material">A word of the facet <c>wasteMaterial</c>; not recorded if not given.</param>
    /// <returns>The same builder.</returns>
    public WasteLedgerBuilder Arose(WasteClass wasteClass, decimal quantity, string unit = "t", string? material = null) => Went(WasteRoute.Generated, wasteClass, quantity, unit, material);

    /// <summary>Adds what became of waste.</summary>
    /// <param name="route">Where it went.</param>
    /// <param name="wasteClass">As for <see cref="Arose"/>.</param>
    /// <param name="quantity">As for <see cref="Arose"/>.</param>
    /// <param name="unit">As for <see cref="Arose"/>.</param>
    /// <param name="material">As for <see cref="Arose"/>.</param>
    /// <returns>The same builder.</returns>
    public WasteLedgerBuilder Went(WasteRoute route, WasteClass wasteClass, decimal quantity, string unit = "t", string? material = null)
    {
        _entries.Add(new WasteEntry(_date, wasteClass, route, quantity, unit) { Material = material });
        return this;
    }

    /// <summary>The ledger of the lines so far.</summary>
    public WasteLedger Build() => new(_entries);
}
