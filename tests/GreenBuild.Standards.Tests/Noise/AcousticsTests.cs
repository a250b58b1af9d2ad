using CsCheck;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

public sealed class EquivalentLevelTests
{
    /// <summary>Two equal sources: + 3.0103 dB (10 lg 2), the figure of every textbook.</summary>
    [Fact]
    public void Sum_OfTwoEqualSources()
    {
        var level = SoundLevel.FromDecibels(70m);
        Assert.Equal(73.0103, (double)SoundLevel.EnergySum([level, level]).Decibels, 4);
    }

    /// <summary>By hand: (10^7 + 10^8) / 2 = 5.5e7; 10 lg 5.5e7 = 77.4036. The arithmetic mean would be 75.</summary>
    [Fact]
    public void Mean_IsOfEnergy()
    {
        Assert.Equal(77.4036, EquivalentLevel.OfEqual([70, 80]), 4);
        Assert.Equal(77.4036, (double)SoundLevel.EnergyMean([SoundLevel.FromDecibels(70m), SoundLevel.FromDecibels(80m)]).Decibels, 4);
    }

    /// <summary>By hand: 15 min at 80 and 45 min at 60 dB(A): (15·10^8 + 45·10^6)/60 = 2.575e7, 10 lg = 74.1078.</summary>
    [Fact]
    public void Pieces_AreWeightedByTime() =>
        Assert.Equal(74.1078, EquivalentLevel.OfPieces([80, 60], [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(45)]), 4);

    /// <summary>By hand: Ld 60, Ln 50: (16·10^6 + 8·10^6)/24 = 10^6, so 60: the night counts 10 dB more.</summary>
    [Fact]
    public void DayNight_AddsTenAtNight() => Assert.Equal(60, EquivalentLevel.DayNight(60, 50), 10);

    /// <summary>By hand: 10 lg (10^7 − 10^6.7) = 10 lg 4.98813e6 = 66.9794; HJ 706's table would take 3 off.</summary>
    [Fact]
    public void Subtract_IsEnergetic()
    {
        Assert.Equal(66.9794, EquivalentLevel.Subtract(70, 67), 3);
        Assert.True(double.IsNaN(EquivalentLevel.Subtract(67, 67)));
    }

    [Fact]
    public void Mean_LiesBetweenLeastAndMost_AndNotBelowTheArithmeticMean() =>
        Gen.Double[30, 110].Array[1, 50].Sample(static levels =>
        {
            var mean = EquivalentLevel.OfEqual(levels);
            return mean >= levels.Min() - 1e-9 && mean <= levels.Max() + 1e-9 && mean >= levels.Average() - 1e-9;
        });

    [Fact]
    public void Empty_Throws()
    {
        Assert.Throws<ArgumentException>(static () => EquivalentLevel.OfEqual([]));
        Assert.Throws<ArgumentException>(static () => EquivalentLevel.OfPieces([70], []));
        Assert.Throws<ArgumentException>(static () => EquivalentLevel.OfPieces([70], [TimeSpan.Zero]));
        Assert.Throws<ArgumentException>(static () => SoundLevel.EnergySum([]));
    }
}

public sealed class PercentileLevelsTests
{
    /// <summary>The standard's own recipe on 100 readings 1..100: sorted from high to low, the 10th is 91, the 50th 51, the 90th 11.</summary>
    [Fact]
    public void Of_HundredReadings()
    {
        var levels = PercentileLevels.Of(Enumerable.Range(1, 100).Select(static i => (double)i).ToList());
        Assert.Equal(96, levels.L5);
        Assert.Equal(91, levels.L10);
        Assert.Equal(51, levels.L50);
        Assert.Equal(11, levels.L90);
        Assert.Equal(6, levels.L95);
    }

    /// <summary>20 readings: 0.95·20 is 19 exactly; in binary numbers it can come out above and skip to the 20th.</summary>
    [Fact]
    public void Of_TwentyReadings() => Assert.Equal(2, PercentileLevels.Of(Enumerable.Range(1, 20).Select(static i => (double)i).ToList()).L95);

    [Fact]
    public void Of_OneReading()
    {
        var levels = PercentileLevels.Of([64.2]);
        Assert.Equal((64.2, 64.2, 64.2), (levels.L5, levels.L50, levels.L95));
    }
}

public sealed class SoundSourceTests
{
    /// <summary>By hand: 90 dB(A) at 5 m; at 50 m 20 lg 10 = 20 less.</summary>
    [Fact]
    public void LevelAt_DecaysByTwentyPerDecade() => Assert.Equal(70, new SoundSource("pump", 90, 5).LevelAt(50), 10);

    /// <summary>By hand: half the time is 3.0103 dB less; a barrier of 5 dB five more.</summary>
    [Fact]
    public void LevelAt_CountsOnTimeAndBarrier() =>
        Assert.Equal(70 - 3.0103 - 5, new SoundSource("pump", 90, 5) { OnTimeShare = 0.5, BarrierAttenuation = 5 }.LevelAt(50), 4);

    /// <summary>LW 105 over hard ground: Lp = LW − 20 lg r − 8 = 77 at 10 m; BS 5228 Annex C states 77 for its LWA 105 (concrete mixer truck, LWA = LAeq,10m + 28).</summary>
    [Fact]
    public void FromSoundPower_HalfSpace() => Assert.Equal(77, SoundSource.FromSoundPower("mixer truck", 105).LevelAt(10), 10);

    /// <summary>HJ 2034 in words: r = r0 · 10^((L − limit)/20): 90 dB(A) at 5 m meets 70 at 50 m.</summary>
    [Fact]
    public void DistanceMeeting_IsTheInverseOfDecay()
    {
        var pump = new SoundSource("pump", 90, 5);
        Assert.Equal(50, pump.DistanceMeeting(70), 8);
        // Two of them: 10 lg 2 more, so √2 as far.
        Assert.Equal(50 * Math.Sqrt(2), SourcePrediction.DistanceMeeting([pump, pump], 70), 8);
    }

    [Fact]
    public void DistanceMeeting_MeetsTheLimit() =>
        Gen.Select(Gen.Double[60, 120], Gen.Double[1, 50], Gen.Double[35, 85], Gen.Double[0.01, 1]).Sample(static (level, distance, limit, share) =>
        {
            var source = new SoundSource("x", level, distance) { OnTimeShare = share };
            return Math.Abs(source.LevelAt(source.DistanceMeeting(limit)) - limit) < 1e-9;
        });

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SoundSource("x", 90, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SoundSource("x", 90, 1) { OnTimeShare = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SoundSource("x", 90, 1) { BarrierAttenuation = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SoundSource("x", 90, 1).LevelAt(double.NaN));
    }
}
