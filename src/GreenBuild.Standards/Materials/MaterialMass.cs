namespace GreenBuild.Standards.Materials;

/// <summary>Amounts of material between mass, volume, area and pieces: only by a density or a mass per unit that is known.</summary>
internal static class MaterialMass
{
    private static readonly string[] Countable = ["m2", "m", "1"];

    /// <summary>What a unit of carbon is per: <c>t</c> of <c>kgCO2e/t</c>.</summary>
    public static string PerUnitOf(string carbonUnit) => carbonUnit.Substring(carbonUnit.IndexOf('/') + 1);

    /// <summary>Whether it counts areas, lengths or pieces.</summary>
    public static bool IsCountable(string unit) => Countable.Contains(unit);

    public static bool IsUnit(string unit) => IsMass(unit) || unit == "m3" || Countable.Contains(unit);

    public static bool IsMass(string unit) => MeasurementUnit.TryConvert(0, unit, "kg", out _);

    /// <summary>Converts an amount.</summary>
    /// <param name="amount">The amount in <paramref name="from"/>.</param>
    /// <param name="from">Its unit.</param>
    /// <param name="to">The unit that is wanted.</param>
    /// <param name="density">The density in kg/m3, or <see langword="null"/>.</param>
    /// <param name="massPerUnit">The mass in kg of one m2, m or piece, whichever of the two units is none of mass and volume; or <see langword="null"/>.</param>
    /// <param name="result">The amount in <paramref name="to"/>.</param>
    /// <param name="missing">The input that is missing, by name; empty if it worked.</param>
    public static bool TryConvert(decimal amount, string from, string to, decimal? density, decimal? massPerUnit, out decimal result, out string missing)
    {
        missing = "";
        if (MeasurementUnit.TryConvert(amount, from, to, out result))
        {
            if (MeasuredNumber.IsBounded(result)) return true;
            (result, missing) = (0, "quantity");
            return false;
        }

        // Between two sorts of pieces and areas there is no way through a mass.
        if (!IsUnit(from) || !IsUnit(to) || (Countable.Contains(from) && Countable.Contains(to)))
        {
            missing = "unit";
            return false;
        }

        if (!TryKilograms(from, out var perFrom, out missing) || !TryKilograms(to, out var perTo, out missing)) return false;
        // One division, at the end; what no amount is, of such numbers nothing is computed.
        if (MeasuredNumber.IsBounded(amount) && MeasuredNumber.IsBounded(perFrom)) result = amount * perFrom / perTo;
        if (MeasuredNumber.IsBounded(amount) && MeasuredNumber.IsBounded(perFrom) && MeasuredNumber.IsBounded(result)) return true;
        (result, missing) = (0, "quantity");
        return false;

        bool TryKilograms(string unit, out decimal kilograms, out string what)
        {
            what = "";
            if (MeasurementUnit.TryConvert(1, unit, "kg", out kilograms)) return true;
            what = unit == "m3" ? "density" : "massPerUnit";
            var known = unit == "m3" ? density : massPerUnit;
            kilograms = known ?? 0;
            return known > 0 && MeasuredNumber.IsQuantity(kilograms);
        }
    }
}
