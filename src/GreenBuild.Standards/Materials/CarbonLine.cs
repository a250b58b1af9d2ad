namespace GreenBuild.Standards.Materials;

/// <summary>The embodied carbon of one line of a bill: production and transport, with the factors and how well they are known.</summary>
public sealed class CarbonLine
{
    private readonly FactorSheet _sheet = new();
    private readonly List<string> _missing = [];

    internal CarbonLine(MaterialLine line) => Line = line;

    /// <summary>The line.</summary>
    public MaterialLine Line { get; }

    /// <summary>The carbon of production (A1 to A3) in kgCO2e; <see langword="null"/> if it is not known.</summary>
    public decimal? Production { get; private set; }

    /// <summary>The carbon of transport to the site (A4) in kgCO2e; <see langword="null"/> if it is not known.</summary>
    public decimal? Transport { get; private set; }

    /// <summary>Both; <see langword="null"/> if one is not known.</summary>
    public decimal? Total => Production + Transport;

    /// <summary>The factor of production, with source and year; <see langword="null"/> if there is none.</summary>
    public CarbonFactor? Factor { get; private set; }

    /// <summary>The factor of transport; <see langword="null"/> if there is none.</summary>
    public Requirement? TransportFactor { get; private set; }

    /// <summary>The distance in km that was used; <see langword="null"/> if none was.</summary>
    public decimal? Distance { get; private set; }

    /// <summary>The row with the default distance, where the line has none of its own; else <see langword="null"/>.</summary>
    public Requirement? DefaultDistance { get; private set; }

    /// <summary>What is missing: <c>carbonFactor</c>, <c>density</c>, <c>massPerUnit</c>, <c>transportMode</c>, <c>gwp</c> ...; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => _missing.AsReadOnly();

    /// <summary>The weakest evidence of what the figures rest on.</summary>
    public Evidence Evidence => _sheet.Evidence;

    /// <summary>Whether a figure rests on a fact for which no source was seen.</summary>
    public bool IsUnconfirmed => Evidence == Evidence.Unconfirmed;

    /// <summary>How it was computed, step by step; each factor with its source and year.</summary>
    public IReadOnlyList<BilingualText> Explanation => _sheet.Explanation;

    /// <summary>Identifier and carbon.</summary>
    public override string ToString() => $"{Line.Id}: {(Total is { } total ? Words.Number(total) + " kgCO2e" : "not known: " + string.Join(", ", Missing))}{(IsUnconfirmed ? " (unconfirmed)" : "")}";

    /// <summary>Why the line does not count; empty if it does.</summary>
    internal BilingualText Fault { get; private set; }

    internal IReadOnlyList<Requirement> Rows => _sheet.Factors;

    /// <summary>Why the declaration of the line does not count; empty if it does, or there is none.</summary>
    internal BilingualText WhyNotValid { get; private set; }

    /// <summary>The declaration of the line, if it counts.</summary>
    internal Epd? ValidEpd => WhyNotValid.English is { Length: > 0 } ? null : Line.Epd;

    internal static CarbonLine Of(MaterialLine line, StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, CheckOptions options)
    {
        var result = new CarbonLine(line);
        if (line.Epd is { } epd) result.WhyNotValid = EpdCheck.NotValidOn(epd, line.DeliveryDate ?? date, catalogue, options);
        result.Fault = line.Fault;
        if (result.Fault.English.Length > 0)
        {
            result._missing.Add("fault");
            return result;
        }

        result.ComputeProduction(catalogue, place, date);
        result.ComputeTransport(catalogue, place, date);
        if (MeasuredNumber.IsBounded(result.Production ?? 0) && MeasuredNumber.IsBounded(result.Transport ?? 0)) return result;
        // No line emits as much as the world; what gave it is a slip.
        result.Fault = new($"{Words.Number(result.Total ?? result.Production ?? result.Transport ?? 0)} kgCO2e is no carbon of one line.", $"{Words.Number(result.Total ?? result.Production ?? result.Transport ?? 0)} kgCO2e 不可能是一行的碳排放。");
        (result.Production, result.Transport) = (null, null);
        result.Miss("fault");
        return result;
    }

    private void ComputeProduction(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        Factor = Choose(catalogue, place, date);
        if (Factor is null)
        {
            Miss(ValidEpd is not null ? "gwp" : "carbonFactor");
            return;
        }

        _sheet.Step(Factor.Statement);
        _sheet.Weaken(Factor.Evidence);
        if (!MaterialMass.TryConvert(Line.Quantity, Line.Unit, Factor.PerUnit, Line.DensityBy(ValidEpd), MassOf(Factor), out var amount, out var missing))
        {
            Miss(missing);
            return;
        }

        var carbon = amount * Factor.Value;
        _sheet.Step(
            $"{Words.Number(Line.Quantity)} {Line.Unit} = {Words.Level(amount)} {Factor.PerUnit}; · {Words.Number(Factor.Value)} = {Words.Level(carbon)} kgCO2e.",
            $"{Words.Number(Line.Quantity)} {Line.Unit} = {Words.Level(amount)} {Factor.PerUnit}；× {Words.Number(Factor.Value)} = {Words.Level(carbon)} kgCO2e。");
        // To the milligram, so that sums are exact and do not depend on the order of the lines.
        Production = Gbt8170.Round(Recycled(carbon, catalogue, place, date), 6);
    }

    // The mass of one piece or square metre is the line's own where the line counts in them; of a line in kg it is that of what the factor is per: the declaration's.
    private decimal? MassOf(CarbonFactor factor) =>
        factor.Epd is not { } epd ? Line.MassPerUnitBy(ValidEpd) : MaterialMass.IsCountable(Line.Unit) ? Line.MassPerUnitBy(ValidEpd) ?? epd.MassOfOne : epd.MassOfOne;

    /// <summary>GB/T 51366, method factor-priority: a declaration that a third party verified first, then what the project has, then the default; other data only where there is nothing else.</summary>
    private CarbonFactor? Choose(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        CarbonFactor? last = null;
        if (WhyNotValid.English is { Length: > 0 }) _sheet.Step(WhyNotValid);
        else if (ValidEpd is { } epd && CarbonFactor.TryFrom(epd, out last, out _) && epd.IsVerified) return Dated(last, epd);

        var other = Line.Factor ?? (Line.BuildingMaterial is { } material ? CarbonFactor.FindDefault(material, place, date, catalogue) : null);
        if (last is null) return other;
        var kind = last.Epd!.DatasetType.Length > 0 ? new BilingualText($"'{InputError.Quote(last.Epd.DatasetType)}'", $"“{InputError.Quote(last.Epd.DatasetType)}”") : new("of an unknown kind", "类型未知");
        _sheet.Step(
            $"The data set {last.Epd.Id} is {kind.English}, and no declaration that a third party verified; {(other is null ? "it is used for want of another factor" : "another factor goes before it")}.",
            $"数据集 {last.Epd.Id} {kind.Chinese}，并非经第三方核验的声明；{(other is null ? "因无其他因子而采用" : "优先采用其他因子")}。");
        return other ?? Dated(last, last.Epd);
    }

    private CarbonFactor Dated(CarbonFactor factor, Epd epd)
    {
        if (epd.ValidUntil is null) _sheet.Step("The declaration does not say until when it is valid; it is taken as valid.", "声明未给出有效期；视为有效。");
        return factor;
    }

    /// <summary>Of recycled raw material a share of the primary material's carbon counts (6.2.5); a declaration has that in its figures.</summary>
    private decimal Recycled(decimal carbon, StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        if (!Factor!.IsDefault || Line.RecycledContent is not > 0) return carbon;
        if (FactorSheet.Find(catalogue, Measurands.Materials.RecycledMaterialCarbonShare, place, date, Circumstances.None) is not { } row) return carbon;
        _sheet.Cite(row);
        var (recycled, counted) = (Line.RecycledContent.Value / 100, row.Value!.Value / 100);
        var result = carbon * (1 - recycled + recycled * counted);
        _sheet.Step(
            $"{Words.Number(Line.RecycledContent.Value)} % is recycled and counts {Words.Number(row.Value.Value)} %: {Words.Level(result)} kgCO2e.",
            $"再生原料占 {Words.Number(Line.RecycledContent.Value)} %，按 {Words.Number(row.Value.Value)} % 计：{Words.Level(result)} kgCO2e。");
        return result;
    }

    private void ComputeTransport(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        if (!Line.TryGetMass(ValidEpd, out var kilograms, out var missing)) Miss(missing);
        Distance = Line.TransportDistance;
        if (Distance is null)
        {
            var isConcrete = Line.BuildingMaterial?.StartsWith("concrete-c", StringComparison.Ordinal) == true || Line.BuildingMaterial == "concrete";
            DefaultDistance = FactorSheet.Find(catalogue, Measurands.Materials.DefaultTransportDistance, place, date, Circumstances.None.With("buildingMaterial", isConcrete ? "concrete" : "other"));
            Distance = DefaultDistance?.Value;
            if (DefaultDistance is null) Miss("transportDistance");
            else _sheet.Cite(DefaultDistance);
        }

        // What is not transported at all needs no means.
        if (Line.TransportMode is null && Distance is not 0) Miss("transportMode");
        if (Line.TransportMode is { } mode)
        {
            TransportFactor = FactorSheet.Find(catalogue, Measurands.Materials.TransportCarbon, place, date, Circumstances.None.With("transportMode", mode));
            if (TransportFactor is null) Miss("transportFactor");
            else _sheet.Cite(TransportFactor);
        }

        if (kilograms == 0 && missing.Length > 0) return;
        if (Distance is not { } distance || (TransportFactor is null && distance != 0)) return;
        MeasurementUnit.TryConvert(kilograms, "kg", "t", out var tonnes);
        Transport = Gbt8170.Round(tonnes * distance * (TransportFactor?.Value ?? 0), 6);
        _sheet.Step(
            $"{Words.Number(tonnes)} t · {Words.Number(distance)} km · {Words.Number(TransportFactor?.Value ?? 0)} = {Words.Level(Transport.Value)} kgCO2e.",
            $"{Words.Number(tonnes)} t × {Words.Number(distance)} km × {Words.Number(TransportFactor?.Value ?? 0)} = {Words.Level(Transport.Value)} kgCO2e。");
    }

    private void Miss(string name)
    {
        if (!_missing.Contains(name)) _missing.Add(name);
    }
}
