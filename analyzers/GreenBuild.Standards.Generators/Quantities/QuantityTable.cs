using System.Collections.Generic;

namespace GreenBuild.Standards.Generators.Quantities;

/// <summary>A quantity of the library: what its struct is called, and how its units are called in the names of members.</summary>
/// <param name="Name">The name of the struct.</param>
/// <param name="Key">The quantity in catalogue/vocabulary/units.json; symbols, factors and names of the units come from there.</param>
/// <param name="Summary">What it is, as the summary of the struct.</param>
/// <param name="Remarks">What else a user must know, as a paragraph of the remarks.</param>
/// <param name="Noun">The quantity within a sentence, with its article.</param>
/// <param name="Example">A value as people write it.</param>
/// <param name="Sums">Which sums are values of the quantity again.</param>
/// <param name="Units">Symbol and plural name of each unit. The first is the unit of the default value, and that in which values are compared.</param>
internal sealed record QuantityRow(string Name, string Key, string Summary, string Remarks, string Noun, string Example, Sums Sums, (string Symbol, string Plural)[] Units);

/// <summary>Which sums and differences of a quantity are values of it again.</summary>
internal enum Sums
{
    /// <summary>None, and it is never negative: densities of two bodies do not add up to one.</summary>
    None,

    /// <summary>Sums, and it is never negative: concentrations of several substances add up, but a difference is no concentration.</summary>
    Additive,

    /// <summary>Sums and differences, which may be negative.</summary>
    Signed,
}

/// <summary>The one table of the quantities that are alike. SoundLevel is not in it: levels are neither added nor scaled.</summary>
internal static class QuantityTable
{
    public static readonly IReadOnlyList<QuantityRow> Rows =
    [
        // Drawings of buildings and nearly all limits of lengths are in millimetres.
        new("Length", "length", "A length, such as the depth of a slab or a deviation from it",
            "Deviations may be negative. The module M of the modular coordination of buildings is 100 mm (GB/T 50002).", "a length", "90 mm", Sums.Signed,
            [("mm", "Millimetres"), ("cm", "Centimetres"), ("m", "Metres"), ("km", "Kilometres"), ("M", "Modules")]),
        new("Area", "area", "An area, such as the floor area of a project",
            "A difference of areas may be negative.", "an area", "1200 m2", Sums.Signed,
            [("m2", "SquareMetres"), ("cm2", "SquareCentimetres")]),
        new("Volume", "volume", "A volume, such as that of the concrete in prefabricated components",
            "A difference of volumes may be negative.", "a volume", "35.5 m3", Sums.Signed,
            [("m3", "CubicMetres")]),
        new("Mass", "mass", "A mass, such as that of a load of construction waste",
            "A difference of masses may be negative. A tonne is 1000 kg, never a short or a long ton.", "a mass", "12.5 t", Sums.Signed,
            [("kg", "Kilograms"), ("t", "Tonnes")]),
        new("Ratio", "dimensionless", "A ratio of two values of the same kind, such as an assembly rate or a recycling rate",
            "70 % and 0.7 are the same ratio: the factories say which is meant, and so does a text: without a sign of per cent it is a fraction. For a mass in a mass there is <see cref=\"MassFraction\"/>.",
            "a ratio", "70 %", Sums.Signed,
            [("%", "Percent"), ("1", "Fraction")]),
        // Micrograms are the base of the catalogue, and the unit of ambient air.
        new("MassConcentration", "mass-concentration", "A mass in a volume of air or of a liquid product, such as PM10 in ambient air, formaldehyde indoors, or VOC in a paint",
            "Limits of dust are written in mg/m3 and in µg/m3, and 150 is mistaken for 0.15: the factories say which is meant. Concentrations of several substances may be added; a difference may be negative, and is none. For the mass of a solid in its volume there is <see cref=\"Density\"/>.",
            "a mass concentration", "0.15 mg/m3", Sums.Additive,
            [("µg/m3", "MicrogramsPerCubicMetre"), ("ng/m3", "NanogramsPerCubicMetre"), ("mg/m3", "MilligramsPerCubicMetre"), ("mg/L", "MilligramsPerLitre"), ("g/L", "GramsPerLitre")]),
        new("Density", "density", "The mass of a material or of waste in its volume",
            "Of loose waste the bulk density. For a substance in air or in a product there is <see cref=\"MassConcentration\"/>.", "a density", "1.5 t/m3", Sums.None,
            [("kg/m3", "KilogramsPerCubicMetre"), ("t/m3", "TonnesPerCubicMetre"), ("lb/yd3", "PoundsPerCubicYard")]),
        new("MassFraction", "mass-fraction", "The mass of a substance in the mass of a material, such as lead in a paint or VOC in an adhesive",
            "1 g/kg is 1000 mg/kg, and 0.1 %. Fractions of several substances in one material may be added. For a ratio of other things there is <see cref=\"Ratio\"/>.",
            "a mass fraction", "90 mg/kg", Sums.Additive,
            [("mg/kg", "MilligramsPerKilogram"), ("g/kg", "GramsPerKilogram"), ("mg/100g", "MilligramsPerHundredGrams")]),
        new("AreaDensity", "area-density", "A mass per area, such as the construction waste of a project per floor area",
            "Standards write waste in t per 10,000 m2, kg/m2, t per 100 m2 and lb/ft2, and each is mistaken for another: 300 t/(10^4 m2) are 30 kg/m2, not 300.",
            "a mass per area", "300 t/(10^4 m2)", Sums.Additive,
            [("kg/m2", "KilogramsPerSquareMetre"), ("t/(10^4 m2)", "TonnesPerTenThousandSquareMetres"), ("t/(100 m2)", "TonnesPerHundredSquareMetres"), ("t/m2", "TonnesPerSquareMetre"), ("g/m2", "GramsPerSquareMetre"), ("mg/m2", "MilligramsPerSquareMetre"), ("lb/ft2", "PoundsPerSquareFoot")]),
        new("AreaEmissionRate", "area-emission-rate", "The mass of a substance that a surface gives off in a time, such as TVOC from a carpet",
            "The rate of a product in a test chamber, not the concentration that it leads to in a room.", "an area emission rate", "0.5 mg/(m2.h)", Sums.Additive,
            [("mg/(m2.h)", "MilligramsPerSquareMetreAndHour")]),
        new("ActivityConcentration", "activity-concentration", "The activity of a radionuclide in a volume of air, such as radon indoors",
            "For the activity in the mass of a material there is <see cref=\"SpecificActivity\"/>.", "an activity concentration", "150 Bq/m3", Sums.Additive,
            [("Bq/m3", "BecquerelsPerCubicMetre")]),
        new("SpecificActivity", "specific-activity", "The activity of a radionuclide in the mass of a material, such as radium-226 in a brick",
            "The internal and external exposure indices (GB 6566) are made of it; they have no unit, and are no specific activities. For the activity in a volume of air there is <see cref=\"ActivityConcentration\"/>.",
            "a specific activity", "200 Bq/kg", Sums.Additive,
            [("Bq/kg", "BecquerelsPerKilogram")]),
    ];
}
