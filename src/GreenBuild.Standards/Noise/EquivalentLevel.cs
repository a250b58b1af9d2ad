namespace GreenBuild.Standards.Noise;

/// <summary>Equivalent continuous levels: the energy mean of levels over time (GB 3096-2008, 3.2 and appendix; GB 12523).</summary>
/// <remarks>Bulk arithmetic in binary numbers; the error is below 1e-12 dB. What is compared with a limit is taken to ten decimals first, so that it reaches no verdict.</remarks>
public static class EquivalentLevel
{
    /// <summary>Leq of readings of equal duration in dB(A): 10 lg (1/n Σ 10^(0.1 Li)).</summary>
    /// <exception cref="ArgumentException">There is no reading.</exception>
    public static double OfEqual(IReadOnlyList<double> levels)
    {
        if (levels.Count == 0) throw new ArgumentException("A mean needs a level.", nameof(levels));
        var energy = 0.0;
        for (var i = 0; i < levels.Count; i++) energy += Acoustics.Energy(levels[i]);
        return Acoustics.Level(energy / levels.Count);
    }

    /// <summary>Leq of pieces of different duration in dB(A): 10 lg (Σ ti 10^(0.1 Li) / Σ ti).</summary>
    /// <exception cref="ArgumentException">There is no piece, the lists differ in length, or a duration is negative or all are zero.</exception>
    public static double OfPieces(IReadOnlyList<double> levels, IReadOnlyList<TimeSpan> durations)
    {
        if (levels.Count != durations.Count) throw new ArgumentException("Each level needs a duration.", nameof(durations));
        var (energy, time) = (0.0, 0.0);
        for (var i = 0; i < levels.Count; i++)
        {
            var duration = durations[i].TotalSeconds;
            if (duration < 0) throw new ArgumentException("A duration is negative.", nameof(durations));
            energy += duration * Acoustics.Energy(levels[i]);
            time += duration;
        }

        if (time == 0) throw new ArgumentException("A mean needs a duration.", nameof(durations));
        return Acoustics.Level(energy / time);
    }

    /// <summary>The day-night level Ldn in dB(A): 10 lg (1/24 (16·10^(0.1 Ld) + 8·10^(0.1 (Ln + 10)))).</summary>
    /// <param name="day">Ld, Leq from 06:00 to 22:00.</param>
    /// <param name="night">Ln, Leq from 22:00 to 06:00; counts 10 dB more.</param>
    public static double DayNight(double day, double night) =>
        Acoustics.Level((16 * Acoustics.Energy(day) + 8 * Acoustics.Energy(night + 10)) / 24);

    /// <summary>The level of a source alone, by energetic subtraction of the background: 10 lg (10^(0.1 M) − 10^(0.1 B)).</summary>
    /// <returns>Not a number where the background is not below the measured level.</returns>
    /// <remarks>For information and for rules that ask for it (Hong Kong). Chinese emission verdicts use the stepped table of <see cref="BackgroundCorrection"/>.</remarks>
    public static double Subtract(double measured, double background) =>
        measured > background ? Acoustics.Level(Acoustics.Energy(measured) - Acoustics.Energy(background)) : double.NaN;
}
