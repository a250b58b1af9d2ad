namespace GreenBuild.Standards.Noise;

/// <summary>A machine on a site, known by its level at a reference distance.</summary>
public sealed class SoundSource
{
    /// <summary>Creates a source.</summary>
    /// <param name="name">The name of the machine.</param>
    /// <param name="level">Its A-weighted sound pressure level in dB(A) at the reference distance, while it runs.</param>
    /// <param name="referenceDistance">The distance in metres at which that level was measured; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not positive.</exception>
    public SoundSource(string name, double level, double referenceDistance)
    {
        if (!(referenceDistance > 0)) throw new ArgumentOutOfRangeException(nameof(referenceDistance), referenceDistance, "A distance is positive.");
        Name = name;
        Level = level;
        ReferenceDistance = referenceDistance;
    }

    /// <summary>The name of the machine.</summary>
    public string Name { get; }

    /// <summary>The A-weighted sound pressure level in dB(A) at <see cref="ReferenceDistance"/>, while the machine runs.</summary>
    public double Level { get; }

    /// <summary>The reference distance in metres.</summary>
    public double ReferenceDistance { get; }

    /// <summary>The share of the assessment period in which the machine runs, above 0 and up to 1.</summary>
    public double OnTimeShare
    {
        get => _onTimeShare;
        init => _onTimeShare = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share of time is above 0 and up to 1.");
    }

    /// <summary>The attenuation by barriers in dB, not negative.</summary>
    public double BarrierAttenuation
    {
        get => _barrierAttenuation;
        init => _barrierAttenuation = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An attenuation is not negative.");
    }

    private readonly double _onTimeShare = 1;
    private readonly double _barrierAttenuation;

    /// <summary>A source known by its sound power level: its level at 1 m over hard ground is LW − 8 dB (half space).</summary>
    /// <param name="name">The name of the machine.</param>
    /// <param name="soundPowerLevel">The A-weighted sound power level LWA in dB(A).</param>
    public static SoundSource FromSoundPower(string name, double soundPowerLevel) => new(name, soundPowerLevel - 8, 1);

    /// <summary>
    /// The equivalent level in dB(A) at a distance in metres: L(r) = L(r0) − 20 lg(r/r0) − A_bar + 10 lg(share of time) (HJ 2034-2013).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not positive.</exception>
    public double LevelAt(double distance)
    {
        if (!(distance > 0)) throw new ArgumentOutOfRangeException(nameof(distance), distance, "A distance is positive.");
        return Level - 20 * Math.Log10(distance / ReferenceDistance) - BarrierAttenuation + 10 * Math.Log10(OnTimeShare);
    }

    /// <summary>The least distance in metres at which the equivalent level of this source alone meets a limit: r = r0 · 10^((L − L_limit)/20).</summary>
    /// <param name="limit">The limit in dB(A).</param>
    public double DistanceMeeting(double limit) => ReferenceDistance * Math.Pow(10, (LevelAt(ReferenceDistance) - limit) / 20);
}

/// <summary>Predicts the level of several machines for design: energetic sum, on-time share, decay with distance.</summary>
/// <remarks>For planning only: a prediction is not a measurement and never a verdict on one.</remarks>
public static class SourcePrediction
{
    /// <summary>The equivalent level in dB(A) of sources together, each at its own distance in metres.</summary>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static double LevelOf(IReadOnlyList<(SoundSource Source, double Distance)> sources)
    {
        if (sources.Count == 0) throw new ArgumentException("A prediction needs a source.", nameof(sources));
        var energy = 0.0;
        foreach (var (source, distance) in sources) energy += Acoustics.Energy(source.LevelAt(distance));
        return Acoustics.Level(energy);
    }

    /// <summary>The least distance in metres at which sources that stand together meet a limit.</summary>
    /// <param name="sources">The sources, all at one place.</param>
    /// <param name="limit">The limit in dB(A).</param>
    /// <remarks>Each source decays by 20 lg r, so the sum does as well and the distance has a closed form.</remarks>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public static double DistanceMeeting(IReadOnlyList<SoundSource> sources, double limit)
    {
        var atOneMetre = LevelOf(sources.Select(static source => (source, 1.0)).ToList());
        return Math.Pow(10, (atOneMetre - limit) / 20);
    }
}
