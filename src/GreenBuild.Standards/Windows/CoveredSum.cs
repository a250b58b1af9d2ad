namespace GreenBuild.Standards.Windows;

/// <summary>Readings of one duration, summed exactly with the time that they cover: what a monitor sends twice covers its time once.</summary>
internal struct CoveredSum
{
    private decimal _sum;
    private decimal _weight;
    private DateTime _last;

    /// <summary>The time that is covered.</summary>
    public TimeSpan Covered { get; private set; }

    /// <summary>The mean over the time that is covered, unrounded; <see langword="null"/> if none is.</summary>
    public readonly decimal? Mean => _weight > 0 ? _sum / _weight : null;

    /// <summary>Whether a value can be summed: no instrument measures in greater numbers, and a sum of them might be more than a decimal holds.</summary>
    public static bool CanAdd(decimal value) => value is > -1e12m and < 1e12m;

    /// <summary>Whether a reading lies behind the one before it, and not on top: the clock of a monitor is seconds early at times.</summary>
    public static bool IsSpaced(TimeSpan sinceLast, TimeSpan duration) => sinceLast.Ticks >= duration.Ticks / 10 * 9;

    /// <summary>Adds a reading that is not before the one added before it.</summary>
    public void Add(DateTime time, decimal value, TimeSpan duration)
    {
        // What lies on top of the reading before it stands for the rest of its time only: sent twice, it weighs once.
        var covered = Covered == TimeSpan.Zero || IsSpaced(time - _last, duration) ? duration : time - _last;
        var weight = covered == duration ? 1 : (decimal)covered.Ticks / duration.Ticks;
        _sum += value * weight;
        _weight += weight;
        Covered += covered;
        _last = time;
    }
}
