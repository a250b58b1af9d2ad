namespace GreenBuild.Standards.Materials;

/// <summary>The generation of EN 15804 under which an environmental product declaration was made; the indicators of two generations are never added.</summary>
public enum EpdGeneration
{
    /// <summary>Not known. This is the value of <c>default</c>.</summary>
    Unknown = 0,

    /// <summary>EN 15804:2012+A1:2013: one indicator GWP.</summary>
    A1 = 1,

    /// <summary>EN 15804:2012+A2:2019: GWP total, split into fossil, biogenic and land use.</summary>
    A2 = 2,
}

/// <summary>An indicator of climate change of a declaration, in kgCO2e per declared unit.</summary>
public enum EpdIndicator
{
    /// <summary>Global warming potential, total; of generation A1 the only one. This is the value of <c>default</c>.</summary>
    GwpTotal = 0,

    /// <summary>GWP of fossil carbon (A2).</summary>
    GwpFossil = 1,

    /// <summary>GWP of biogenic carbon (A2).</summary>
    GwpBiogenic = 2,

    /// <summary>GWP of land use and land use change (A2).</summary>
    GwpLandUse = 3,
}

/// <summary>One figure of a declaration: an indicator in a module, in kgCO2e per declared unit.</summary>
public sealed class EpdValue
{
    /// <summary>Creates a figure.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="module">The module as EN 15804 writes it: <c>A1-A3</c>, <c>A1</c>, <c>C3</c>, <c>D</c>.</param>
    /// <param name="value">The figure in kgCO2e per declared unit; negative where carbon is taken up.</param>
    public EpdValue(EpdIndicator indicator, string module, decimal value)
    {
        Indicator = indicator;
        Module = module;
        Value = value;
    }

    /// <summary>The indicator.</summary>
    public EpdIndicator Indicator { get; }

    /// <summary>The module.</summary>
    public string Module { get; }

    /// <summary>The figure in kgCO2e per declared unit.</summary>
    public decimal Value { get; }

    /// <summary>The scenario that the figure is for, or <see langword="null"/> if it is for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>Indicator, module and figure.</summary>
    public override string ToString() => $"{Indicator} {Module}{(Scenario is null ? "" : " (" + Scenario + ")")} = {Words.Number(Value)} kgCO2e";
}

/// <summary>An environmental product declaration (EPD, 环境产品声明) by EN 15804 or ISO 21930, as far as it is about climate change.</summary>
/// <remarks><c>GreenBuild.Standards.Json</c> reads it from ILCD+EPD JSON. Immutable. What the declaration does not say is <see langword="null"/> and never filled in.</remarks>
public sealed class Epd
{
    private readonly decimal _amount = 1;

    /// <summary>The UUID or number of the data set.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the product.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of the declared amount: <c>kg</c>, <c>t</c>, <c>m3</c>, <c>m2</c>, <c>m</c>, or <c>1</c> for pieces.</summary>
    public required string DeclaredUnit { get; init; }

    /// <summary>The amount that the figures are for, in <see cref="DeclaredUnit"/>; 1 if not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public decimal DeclaredAmount
    {
        get => _amount;
        init => _amount = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A declared amount is above 0.");
    }

    /// <summary>The figures, in the order of the declaration.</summary>
    public required IReadOnlyList<EpdValue> Values { get; init; }

    /// <summary>The generation of EN 15804.</summary>
    public EpdGeneration Generation { get; init; }

    /// <summary>The product that is the reference flow, in the words of the declaration.</summary>
    public string ReferenceFlow { get; init; } = "";

    /// <summary>The density in kg/m3; <see langword="null"/> if the declaration does not give it.</summary>
    public decimal? Density { get; init; }

    /// <summary>The mass of the declared amount in kg; <see langword="null"/> if the declaration does not give it.</summary>
    public decimal? DeclaredMass { get; init; }

    /// <summary>The year that the figures stand for; <see langword="null"/> if not given.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>The last day of validity; <see langword="null"/> if not given. Where the declaration gives a year only, the last day of that year.</summary>
    public CalendarDate? ValidUntil { get; init; }

    /// <summary>The programme operator that registered it; empty if none is named.</summary>
    public string ProgrammeOperator { get; init; } = "";

    /// <summary>The registration number with the operator; empty if none is given.</summary>
    public string RegistrationNumber { get; init; } = "";

    /// <summary>The owner of the declaration; empty if none is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What sort of data set it is, in its own words: <c>generic dataset</c>, <c>average dataset</c>, <c>specific dataset</c>; empty if not said.</summary>
    public string DatasetType { get; init; } = "";

    /// <summary>Where the production stands, as the declaration writes it (<c>DE</c>, <c>RER</c>); empty if not said.</summary>
    public string Location { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>The density that follows: the one that is given, or that of a declared volume whose mass is given.</summary>
    internal decimal? DensityOrComputed => Density ?? (DeclaredUnit == "m3" ? MassOfOne : null);

    // Data of no maker: made for want of a declaration, or to make declarations from.
    internal bool IsGeneric => DatasetType.IndexOf("generic", StringComparison.OrdinalIgnoreCase) >= 0 || DatasetType.IndexOf("template", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether it is a declaration that a third party verified: of the product itself, or registered with a programme operator; no generic data, and no template.</summary>
    internal bool IsVerified => !IsGeneric && (IsSpecific || ProgrammeOperator.Trim().Length > 0 || RegistrationNumber.Trim().Length > 0);

    // As ILCD+EPD names it; a declaration of average data is one of several products or makers.
    internal bool IsSpecific => DatasetType.IndexOf("specific", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The mass in kg of one declared unit; <see langword="null"/> where it is not known, or a figure is no quantity.</summary>
    internal decimal? MassOfOne => DeclaredMass is { } mass && Fault.English.Length == 0 ? mass / DeclaredAmount : null;

    /// <summary>What makes no sense in the figures; empty if nothing does. A declaration with a fault proves nothing.</summary>
    internal BilingualText Fault
    {
        get
        {
            foreach (var (name, value) in new[] { (new BilingualText("declared amount", "声明量"), DeclaredAmount), (new BilingualText("declared mass", "声明质量"), DeclaredMass ?? 0), (new BilingualText("density", "密度"), Density ?? 0) })
                if (value < 0 || !MeasuredNumber.IsQuantity(value)) return Of(name, value);
            foreach (var value in Values)
                if (!MeasuredNumber.IsBounded(value.Value)) return Of(new($"GWP of {value.Module}", $"{value.Module} 的 GWP "), value.Value);
            foreach (var indicator in new[] { EpdIndicator.GwpTotal, EpdIndicator.GwpFossil, EpdIndicator.GwpBiogenic, EpdIndicator.GwpLandUse })
                if (Differ(Find(indicator, "A1-A3"), [Find(indicator, "A1"), Find(indicator, "A2"), Find(indicator, "A3")])) return Unequal($"{indicator} A1-A3", "A1 + A2 + A3");
            foreach (var module in new[] { "A1-A3", "A1", "A2", "A3" })
                if (Differ(Find(EpdIndicator.GwpTotal, module), [Find(EpdIndicator.GwpFossil, module), Find(EpdIndicator.GwpBiogenic, module), Find(EpdIndicator.GwpLandUse, module)]))
                    return Unequal($"GwpTotal {module}", "GwpFossil + GwpBiogenic + GwpLandUse");
            return default;

            BilingualText Unequal(string whole, string parts) =>
                new($"Declaration {InputError.Quote(Id)}: {whole} is not {parts}.", $"声明 {InputError.Quote(Id)}：{whole} 不等于 {parts}。");

            BilingualText Of(BilingualText name, decimal value) =>
                new($"Declaration {InputError.Quote(Id)}: {Words.Number(value)} is no {name.English}.", $"声明 {InputError.Quote(Id)}：{Words.Number(value)} 不是{name.Chinese}。");
        }
    }

    // A whole and its parts, each as it was printed: what lies within the last digits of all of them is no difference.
    private static bool Differ(decimal? whole, decimal?[] parts)
    {
        if (whole is not { } sum || parts.Contains(null)) return false;
        return Math.Abs(sum - parts.Sum()!.Value) > HalfDigit(sum) + parts.Sum(static part => HalfDigit(part!.Value));

        // Half of the last digit that is no trailing zero; of 0 itself nothing.
        static decimal HalfDigit(decimal value)
        {
            if (value == 0) return 0;
            var digit = 1m;
            while (digit > 1e-27m && value % digit != 0) digit /= 10;
            while (value % (digit * 10) == 0) digit *= 10;
            return digit / 2;
        }
    }

    /// <summary>Whether it has lapsed on a day; <see langword="false"/> where no end is given.</summary>
    public bool HasLapsedOn(CalendarDate date) => ValidUntil < date;

    /// <summary>The figure of an indicator for production, A1 to A3, per declared amount: the aggregated one, or the sum of A1, A2 and A3 where all are given.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <returns><see langword="null"/> if the declaration does not give it. Module D is never added to it.</returns>
    public decimal? Production(EpdIndicator indicator = EpdIndicator.GwpTotal)
    {
        if (Find(indicator, "A1-A3") is { } whole) return whole;
        var (supply, transport, making) = (Find(indicator, "A1"), Find(indicator, "A2"), Find(indicator, "A3"));
        return new[] { supply, transport, making }.All(static part => MeasuredNumber.IsBounded(part ?? 0)) ? supply + transport + making : null;
    }

    /// <summary>The figure of an indicator in a module per declared amount; <see langword="null"/> if it is not given, or only for scenarios.</summary>
    public decimal? Find(EpdIndicator indicator, string module)
    {
        decimal? found = null;
        foreach (var value in Values)
        {
            if (value.Indicator != indicator || value.Module != module || value.Scenario is not null) continue;
            // Which of two is meant, no order of a file can say.
            if (found is { } other && other != value.Value) return null;
            found = value.Value;
        }

        return found;
    }

    /// <summary>Name, generation and number.</summary>
    public override string ToString() => $"{Name} (EN 15804{(Generation == EpdGeneration.Unknown ? "" : "+" + Generation)}, {Id})";
}
