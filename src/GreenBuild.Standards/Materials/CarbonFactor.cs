namespace GreenBuild.Standards.Materials;

/// <summary>A factor of embodied carbon, cradle to gate (A1 to A3), with where it comes from and of which year.</summary>
/// <remarks>GB/T 51366-2019: declarations verified by a third party go before the defaults of its Annex D, which has concrete of C30 and C50 only; nothing is interpolated.</remarks>
public sealed class CarbonFactor
{
    private CarbonFactor(decimal value, string perUnit, string source, int? year, Evidence evidence)
    {
        Value = value;
        PerUnit = perUnit;
        Source = source;
        Year = year;
        Evidence = evidence;
    }

    /// <summary>The factor in kgCO2e per <see cref="PerUnit"/>.</summary>
    public decimal Value { get; }

    /// <summary>What it is per: <c>t</c>, <c>kg</c>, <c>m3</c>, <c>m2</c>, <c>m</c>, or <c>1</c> for pieces.</summary>
    public string PerUnit { get; }

    /// <summary>Where it comes from: the clause of a standard, a declaration, or the words of the caller.</summary>
    public string Source { get; }

    /// <summary>The year that it stands for; <see langword="null"/> if the source does not say.</summary>
    public int? Year { get; }

    /// <summary>How well it is known; a declaration is one source.</summary>
    public Evidence Evidence { get; }

    /// <summary>The row of the catalogue, or <see langword="null"/>.</summary>
    public Requirement? Requirement { get; private init; }

    /// <summary>The declaration, or <see langword="null"/>.</summary>
    public Epd? Epd { get; private init; }

    /// <summary>
    /// The generation of EN 15804 that the figure is of: that of the declaration, or the one the caller states; <see cref="EpdGeneration.Unknown"/> if neither says, and for defaults of a standard, which are of none.
    /// </summary>
    public EpdGeneration Generation { get; private init; }

    /// <summary>Whether it is a default of a standard, and not one of the product.</summary>
    public bool IsDefault => Requirement is not null;

    /// <summary>The default factor of a material that is in force, or <see langword="null"/> if there is none: no factor of a neighbour is taken for it.</summary>
    /// <param name="buildingMaterial">A word of the facet <c>buildingMaterial</c>.</param>
    /// <param name="place">The place of the building.</param>
    /// <param name="date">The day of the calculation.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <exception cref="ArgumentException">There is no such material.</exception>
    public static CarbonFactor? FindDefault(string buildingMaterial, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null)
    {
        var row = FactorSheet.Find(catalogue ?? StandardsCatalogue.Default, Measurands.Materials.EmbodiedCarbon, place, date, Circumstances.None.With("buildingMaterial", buildingMaterial));
        if (row is null) return null;
        var perUnit = MaterialMass.PerUnitOf(row.Unit);
        MeasurementUnit.TryConvert(row.Value!.Value, row.Unit, "kgCO2e/" + perUnit, out var value);
        return new CarbonFactor(value, perUnit, row.Citation + " " + row.RowKey, row.Edition.CountsFrom?.Year, row.Evidence) { Requirement = row };
    }

    /// <summary>The factor of a declaration: GWP total of A1 to A3 per unit.</summary>
    /// <param name="epd">The declaration.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="missing">What the declaration lacks: <c>gwp</c>; empty if nothing.</param>
    public static bool TryFrom(Epd epd, out CarbonFactor factor, out string missing)
    {
        (factor, missing) = (null!, "gwp");
        if (epd.Production() is not { } value || epd.Fault.English.Length > 0) return false;
        missing = "";
        var source = $"EPD {epd.Id}, {epd.Name}, EN 15804{(epd.Generation == EpdGeneration.Unknown ? "" : "+" + epd.Generation)}";
        factor = new CarbonFactor(value / epd.DeclaredAmount, epd.DeclaredUnit, source, epd.ReferenceYear, Evidence.SingleSource) { Epd = epd, Generation = epd.Generation };
        return true;
    }

    /// <summary>A factor that the caller knows from elsewhere.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="year">The year that it stands for.</param>
    /// <param name="value">The factor in kgCO2e per unit.</param>
    /// <param name="perUnit">What it is per.</param>
    /// <param name="evidence">How well the caller knows it.</param>
    /// <param name="generation">The generation of EN 15804 that the figure is of; <see cref="EpdGeneration.Unknown"/> if not known: it is then not added to declarations of a known one.</param>
    /// <exception cref="ArgumentException">The source is empty, the unit is none of mass, volume, area, length or pieces, or there is no such generation.</exception>
    public static CarbonFactor Given(string source, int year, decimal value, string perUnit, Evidence evidence = Evidence.SingleSource, EpdGeneration generation = EpdGeneration.Unknown)
    {
        if (generation is < EpdGeneration.Unknown or > EpdGeneration.A2) throw new ArgumentException($"{generation} is no generation of EN 15804.", nameof(generation));
        if (string.IsNullOrWhiteSpace(source)) throw new ArgumentException("A factor says where it comes from.", nameof(source));
        if (!MaterialMass.IsUnit(perUnit)) throw new ArgumentException($"'{perUnit}' is no unit of an amount.", nameof(perUnit));
        return new CarbonFactor(value, perUnit, source, year, evidence) { Generation = generation };
    }

    /// <summary>The factor per another unit.</summary>
    /// <param name="unit">The unit that is wanted.</param>
    /// <param name="density">The density in kg/m3, or <see langword="null"/>.</param>
    /// <param name="massPerUnit">The mass in kg of one m2, m or piece, or <see langword="null"/>.</param>
    /// <param name="value">The factor in kgCO2e per <paramref name="unit"/>.</param>
    /// <param name="missing"><c>density</c> between volume and mass, <c>massPerUnit</c> between pieces or areas and mass, <c>unit</c> where no factor could help, <c>carbonFactor</c> where the factor is no quantity; empty if it worked.</param>
    public bool TryPer(string unit, decimal? density, decimal? massPerUnit, out decimal value, out string missing)
    {
        // So much of the factor's unit is one of the wanted unit.
        var isConverted = MaterialMass.TryConvert(1, unit, PerUnit, density, massPerUnit, out var amount, out missing);
        // A factor that is none, whatever it is per.
        if (isConverted && !MeasuredNumber.IsBounded(Value)) (isConverted, missing) = (false, "carbonFactor");
        value = isConverted ? Value * amount : 0;
        return isConverted;
    }

    /// <summary>The factor with source, year and evidence, as it stands beside every figure.</summary>
    public BilingualText Statement => Requirement is not null || Epd is not null ? Plain : Generation == EpdGeneration.Unknown
        ? new(Plain.English + " Generation of EN 15804 not known.", Plain.Chinese + "EN 15804 版本未知。")
        : new(Plain.English + $" EN 15804+{Generation}.", Plain.Chinese + $"EN 15804+{Generation}。");

    private BilingualText Plain => new(
        $"Factor {Words.Number(Value)} kgCO2e/{PerUnit}: {Source}, {Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "year not known"}, {Words.Of(Evidence).English}.",
        $"因子 {Words.Number(Value)} kgCO2e/{PerUnit}：{Source}，{Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "年份未知"}，{Words.Of(Evidence).Chinese}。");

    /// <summary>The statement in English.</summary>
    public override string ToString() => Statement.English;
}
