namespace GreenBuild.Standards;

/// <summary>The two formulas on which all arithmetic with decibels rests.</summary>
internal static class Acoustics
{
    /// <summary>10^(0.1 L), the energy of a level relative to the reference.</summary>
    public static double Energy(double level) => Math.Pow(10, 0.1 * level);

    /// <summary>Whether a number is a level at all; error codes of instruments such as −999 and 9999 are not.</summary>
    public static bool IsLevel(double level) => level is >= (double)SoundLevel.Least and <= (double)SoundLevel.Most;

    /// <summary>10 lg E, the level of an energy.</summary>
    public static double Level(double energy) => 10 * Math.Log10(energy);

    /// <summary>
    /// A computed level as it is compared: without what binary numbers leave at the thirteenth decimal of a mean of many readings, which would carry an exact half
    /// (71.5 all day, less 1 dB for the background) to the wrong side of GB/T 8170.
    /// </summary>
    public static decimal Exact(double level) => (decimal)Math.Round(level, 10);
}
