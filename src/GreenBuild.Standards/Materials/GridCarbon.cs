using System.Globalization;

namespace GreenBuild.Standards.Materials;

/// <summary>The carbon of electricity from the grid in a place: the factor of the province, else of the grid region, else of the country.</summary>
public sealed class GridCarbon
{
    private GridCarbon(Requirement requirement, string level)
    {
        Requirement = requirement;
        Level = level;
        var year = new string(requirement.Basis.TakeWhile(static c => c is >= '0' and <= '9').ToArray());
        Year = year.Length == 4 ? int.Parse(year, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The factor in kgCO2/kWh.</summary>
    public decimal Value => Requirement.Value!.Value;

    /// <summary>The level of the factor: <c>province</c>, <c>region</c> or <c>national</c>.</summary>
    public string Level { get; }

    /// <summary>The year of the electricity that it stands for; <see langword="null"/> if the source does not say.</summary>
    public int? Year { get; }

    /// <summary>The row of the catalogue.</summary>
    public Requirement Requirement { get; }

    /// <summary>The factor with level, year and source, as a report states it.</summary>
    public BilingualText Statement => new(
        $"{Words.Number(Value)} kgCO2/kWh, {Level}, {Year?.ToString(CultureInfo.InvariantCulture) ?? "year not known"}, {Requirement.Citation}, {Words.Of(Requirement.Evidence).English}.",
        $"{Words.Number(Value)} kgCO2/kWh，{(Level == "province" ? "省级" : Level == "region" ? "区域" : "全国")}，{Year?.ToString(CultureInfo.InvariantCulture) ?? "年份未知"}，{Requirement.Citation}，{Words.Of(Requirement.Evidence).Chinese}。");

    /// <summary>Chooses the factor of a place.</summary>
    /// <param name="place">The place; a city takes that of its province.</param>
    /// <param name="date">The day of the calculation.</param>
    /// <param name="gridRegion">The grid region, a word of the facet <c>gridRegion</c>, for a province without a factor of its own (Tibet); <see langword="null"/> if it is not known.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <returns><see langword="null"/> if the country has no factor.</returns>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public static GridCarbon? Choose(Jurisdiction place, CalendarDate date, string? gridRegion = null, StandardsCatalogue? catalogue = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        if (gridRegion is not null) Vocabulary.Checked("gridRegion", gridRegion);
        for (var part = place; part is not null; part = part.Parent)
            if (Circumstances.None.TryWith("gridProvince", part.Code, out var ofProvince, out _) && Find(ofProvince) is { } province) return new GridCarbon(province, "province");
        if (gridRegion is not null and not "national" && Find(Circumstances.None.With("gridRegion", gridRegion)) is { } region) return new GridCarbon(region, "region");
        return Find(Circumstances.None.With("gridRegion", "national")) is { } national ? new GridCarbon(national, "national") : null;

        Requirement? Find(Circumstances known) => FactorSheet.Find(catalogue, Measurands.Materials.GridCarbon, place, date, known);
    }

    /// <summary>The statement in English.</summary>
    public override string ToString() => Statement.English;
}
