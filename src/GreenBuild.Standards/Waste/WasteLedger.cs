namespace GreenBuild.Standards.Waste;

/// <summary>The mass ledger of a project: what construction waste arose, what was used on the site, and what left it.</summary>
/// <remarks>Lines are only added, never changed: a mistake is a line that is missing in the next ledger. Totals do not depend on the order of the lines. For one thread at a time.</remarks>
public sealed class WasteLedger
{
    private readonly List<WasteEntry> _entries = [];

    /// <summary>Creates an empty ledger.</summary>
    public WasteLedger()
    {
    }

    /// <summary>Creates a ledger with lines.</summary>
    public WasteLedger(IEnumerable<WasteEntry> entries) => _entries.AddRange(entries);

    /// <summary>The lines, in the order in which they were added.</summary>
    public IReadOnlyList<WasteEntry> Entries => _entries;

    /// <summary>Adds a line.</summary>
    public void Append(WasteEntry entry) => _entries.Add(entry);

    /// <summary>The masses of the lines up to a day.</summary>
    /// <param name="table">The table for volumes that have no factor of their own.</param>
    /// <param name="isComplete">Whether the works are finished and no waste is left on the site; <see langword="null"/> if that is not known.</param>
    /// <param name="until">The last day that counts; all lines if not given.</param>
    public WasteBalance Balance(WasteDensityTable? table = null, bool? isComplete = null, CalendarDate? until = null) =>
        new(until is { } last ? _entries.FindAll(entry => entry.Date <= last) : _entries, table, isComplete);

    /// <summary>The same lines counted in m3 instead of t: possible where every line of the classes is a volume.</summary>
    /// <param name="classes">The classes that count.</param>
    /// <param name="isComplete">As for <see cref="Balance"/>.</param>
    /// <param name="until">As for <see cref="Balance"/>.</param>
    /// <param name="volumes">The volumes of the lines that are some.</param>
    /// <returns><see langword="false"/> if a line has no volume.</returns>
    internal bool TryBalanceOfVolumes(IReadOnlyList<WasteClass> classes, bool? isComplete, CalendarDate? until, out WasteBalance volumes)
    {
        var (counted, isWhole) = (new List<WasteEntry>(), true);
        foreach (var entry in _entries)
        {
            if (entry.Date > until || (!classes.Contains(entry.Class) && entry.Class != WasteClass.Unknown)) continue;
            if (MeasurementUnit.TryConvert(entry.Quantity, entry.Unit, "m3", out var volume))
                counted.Add(new WasteEntry(entry.Date, entry.Class, entry.Route, volume, "t") { Material = entry.Material, IsRecoverable = entry.IsRecoverable });
            else isWhole = false;
        }

        volumes = new WasteBalance(counted, null, isComplete);
        return isWhole;
    }
}
