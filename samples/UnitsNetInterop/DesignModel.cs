using System.Globalization;
using System.Text;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Samples.UnitsNetInterop;

/// <summary>A design program that keeps its values in UnitsNet, and asks GreenBuild.Standards about them. All values are synthetic.</summary>
public static class DesignModel
{
    private static readonly Jurisdiction Shanghai = Jurisdiction.Parse("CN-SH");

    /// <summary>What the program says about its model.</summary>
    public static string Report()
    {
        var report = new StringBuilder();

        // There: a level of UnitsNet is any level in dB; this one was measured with the A-weighting.
        var level = UnitsNet.Level.FromDecibels(57.4).ToGreenBuild();
        Line(report, "night level", level.ToString());
        Line(report, "verdict", Night(level).ToString());

        // A value in the unit of the model is judged in the unit of the limit.
        var dust = UnitsNet.MassConcentration.FromMilligramsPerCubicMeter(0.11).ToGreenBuild();
        Line(report, "PM10 of a day", dust + " = " + Number(dust.InMicrogramsPerCubicMetre) + " µg/m3");

        // A length of a model in feet: exact, by 1 ft = 304.8 mm.
        var depth = UnitsNet.Length.FromFeet(0.5).ToGreenBuild();
        Line(report, "depth", depth + " = " + Number(depth.InMillimetres) + " mm");

        // Back: the limit of the night as UnitsNet has it, for a view that knows nothing of standards.
        var limit = SoundLevel.FromDecibels(NightLimit().Value ?? 0).ToUnitsNet();
        Line(report, "limit of the night", Number((double)limit.Decibels) + " dB");

        // 300 t in 10,000 m2 are 30 kg/m2.
        var waste = AreaDensity.FromTonnesPerTenThousandSquareMetres(300).ToUnitsNet();
        Line(report, "waste", Number((double)waste.KilogramsPerSquareMeter) + " kg/m2");
        return report.ToString();
    }

    private static Requirement NightLimit() => StandardsCatalogue.Default.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryNight)!;

    private static Finding Night(SoundLevel level)
    {
        var site = new ConstructionSite(Shanghai) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        return new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", new System.DateTime(2026, 3, 2, 23, 0, 0), level.Decibels))[0];
    }

    private static string Number(double value) => Number((decimal)value);

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder report, string name, string value) => report.Append(name).Append(": ").Append(value).Append('\n');
}
