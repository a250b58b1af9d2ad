namespace GreenBuild.Standards.Noise;

/// <summary>Levels exceeded for a share of the time: L5, L10, L50, L90 and L95 in dB(A) (GB 3096-2008, 3.7).</summary>
public readonly struct PercentileLevels : IEquatable<PercentileLevels>
{
    private PercentileLevels(double l5, double l10, double l50, double l90, double l95)
    {
        L5 = l5;
        L10 = l10;
        L50 = l50;
        L90 = l90;
        L95 = l95;
    }

    /// <summary>The level exceeded for 5 % of the time.</summary>
    public double L5 { get; }

    /// <summary>The level exceeded for 10 % of the time, the mean of the peaks.</summary>
    public double L10 { get; }

    /// <summary>The level exceeded for half of the time.</summary>
    public double L50 { get; }

    /// <summary>The level exceeded for 90 % of the time, the background.</summary>
    public double L90 { get; }

    /// <summary>The level exceeded for 95 % of the time.</summary>
    public double L95 { get; }

    /// <summary>Takes the levels from readings of equal duration.</summary>
    /// <remarks>
    /// As in the standard: sort n readings from high to low and take the 0.1 n-th for L10, and so on. Where 0.1 n is not whole the
    /// next reading is taken; nothing is interpolated, so that each result is a level that was read.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no reading.</exception>
    public static PercentileLevels Of(IReadOnlyList<double> levels)
    {
        if (levels.Count == 0) throw new ArgumentException("A percentile needs a level.", nameof(levels));
        var sorted = new double[levels.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = levels[i];
        Array.Sort(sorted);
        return new PercentileLevels(Exceeded(5), Exceeded(10), Exceeded(50), Exceeded(90), Exceeded(95));

        // Whole-number arithmetic: 0.95 * 20 is not 19 in binary numbers.
        double Exceeded(int percent)
        {
            var rank = (sorted.Length * percent + 99) / 100;
            return sorted[sorted.Length - Math.Max(rank, 1)];
        }
    }

    /// <inheritdoc/>
    public bool Equals(PercentileLevels other) =>
        L5.Equals(other.L5) && L10.Equals(other.L10) && L50.Equals(other.L50) && L90.Equals(other.L90) && L95.Equals(other.L95);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PercentileLevels other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => L10.GetHashCode() ^ L50.GetHashCode() ^ L90.GetHashCode();

    /// <summary>Whether both sets are equal.</summary>
    public static bool operator ==(PercentileLevels left, PercentileLevels right) => left.Equals(right);

    /// <summary>Whether the sets differ.</summary>
    public static bool operator !=(PercentileLevels left, PercentileLevels right) => !left.Equals(right);
}
