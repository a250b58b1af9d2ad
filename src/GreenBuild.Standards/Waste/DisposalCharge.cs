namespace GreenBuild.Standards.Waste;

/// <summary>The charge for one line of a ledger.</summary>
public sealed class DisposalChargeLine
{
    internal DisposalChargeLine(WasteEntry entry, decimal? tonnes, Requirement? rate, string missing)
    {
        Entry = entry;
        Tonnes = tonnes;
        Rate = rate;
        Missing = missing;
    }

    /// <summary>The line of the ledger.</summary>
    public WasteEntry Entry { get; }

    /// <summary>Its mass in t; <see langword="null"/> if it is not known.</summary>
    public decimal? Tonnes { get; }

    /// <summary>The rate on the day; <see langword="null"/> if none is known.</summary>
    public Requirement? Rate { get; }

    /// <summary>The charge in the currency of the rate; <see langword="null"/> if it is not known.</summary>
    public decimal? Amount => Missing.Length == 0 && Tonnes is { } tonnes && Rate?.Value is { } rate ? tonnes * rate : null;

    /// <summary>What is missing: <c>receivingFacility</c>, <c>density</c>, <c>quantity</c>, <c>wasteClass</c> or <c>rate</c>; empty if nothing is.</summary>
    public string Missing { get; }
}

/// <summary>What a place charges for the disposal of construction waste: mass times the rate of the receiving facility on the day (Hong Kong, Cap. 354N).</summary>
/// <remarks>
/// <para>Gate weights are what is charged; a mass that is computed from a volume is an estimate. Whether a load was admissible at the facility (share of inert matter) is not judged.</para>
/// <para>The charge is mass times rate, as far as the catalogue knows it: whether a load has a minimum charge, and in which steps its weight is counted, was not seen.
/// Sludge and matter of dredging are no construction waste by the Regulation, nor is hazardous waste: their lines are in <see cref="NotCharged"/>.</para>
/// </remarks>
public sealed class DisposalCharge
{
    private DisposalCharge(List<DisposalChargeLine> lines, List<WasteEntry> notCharged) => (Lines, NotCharged) = (lines.AsReadOnly(), notCharged.AsReadOnly());

    /// <summary>The lines that are charged, or would be if what is missing were known.</summary>
    public IReadOnlyList<DisposalChargeLine> Lines { get; }

    /// <summary>Lines that went to a facility but are no construction waste: slurry (sludge) and hazardous waste. Other rules and charges hold for them.</summary>
    public IReadOnlyList<WasteEntry> NotCharged { get; }

    /// <summary>The sum of the charges that are known, in the currency of the rates (HKD).</summary>
    public decimal Total => Lines.Sum(static line => line.Amount ?? 0);

    /// <summary>What is missing for the sum to be the whole, by name; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => Lines.Select(static line => line.Missing).Where(static missing => missing.Length > 0).Distinct().ToList();

    /// <summary>The charge of a ledger.</summary>
    /// <param name="ledger">The ledger. A line counts if it names its receiving facility, or was disposed of.</param>
    /// <param name="place">The place, for example Hong Kong.</param>
    /// <param name="densities">The table for volumes; <see langword="null"/> for none.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    public static DisposalCharge Of(WasteLedger ledger, Jurisdiction place, WasteDensityTable? densities = null, StandardsCatalogue? catalogue = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        var (lines, notCharged) = (new List<DisposalChargeLine>(), new List<WasteEntry>());
        foreach (var entry in ledger.Entries)
        {
            if (!entry.Route.LeavesSite() || (entry.ReceivingFacility is null && entry.Route != WasteRoute.Disposed)) continue;
            if (entry.Class is WasteClass.EngineeringSlurry or WasteClass.Hazardous)
            {
                notCharged.Add(entry);
                continue;
            }

            decimal? tonnes = entry.TryGetTonnes(densities, out var known, out _) ? known : null;
            var missing = tonnes is not null ? "" : entry.Fault.English.Length > 0 ? "quantity" : "density";
            Requirement? rate = null;
            if (entry.ReceivingFacility is null || !Circumstances.None.TryWith("receivingFacility", entry.ReceivingFacility, out var circumstances, out _))
            {
                missing = "receivingFacility";
            }
            else
            {
                circumstances = StandardsCatalogue.WithPlaceAndDate(circumstances, place, entry.Date);
                foreach (var row in catalogue.InForce(Measurands.Waste.DisposalCharge, place, entry.Date))
                    if (row.Value is not null && row.AppliesTo(circumstances, out _) == FacetMatch.Holds) rate = row;
                if (rate is null && missing.Length == 0) missing = "rate";
            }

            // It may be waste of a class that is not charged.
            if (entry.Class == WasteClass.Unknown && missing.Length == 0) missing = "wasteClass";
            lines.Add(new DisposalChargeLine(entry, tonnes, rate, missing));
        }

        return new DisposalCharge(lines, notCharged);
    }
}
