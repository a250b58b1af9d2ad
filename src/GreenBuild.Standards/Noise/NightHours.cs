namespace GreenBuild.Standards.Noise;

/// <summary>Which hours are night in a place on a day, and by which rules.</summary>
/// <remarks>
/// The limits name their own hours (GB 12523: 22:00 to 06:00) and the law defines night. A local ban on work may have hours of its own
/// (Shenzhen: 23:00 to 07:00): it is judged by them (<see cref="WorkPermissionCheck"/>) and does not move the night of the limits.
/// </remarks>
public sealed class NightHours
{
    private NightHours(IReadOnlyList<Requirement> rules, IReadOnlyList<WeeklyWindow> windows, bool isCarriedBack)
    {
        Rules = rules;
        Windows = windows;
        IsCarriedBack = isCarriedBack;
    }

    /// <summary>The rules that name the hours.</summary>
    public IReadOnlyList<Requirement> Rules { get; }

    /// <summary>The hours that they name; night is what lies in any of them.</summary>
    public IReadOnlyList<WeeklyWindow> Windows { get; }

    /// <summary>Whether no rule in force names hours, so that those of a later edition were taken.</summary>
    public bool IsCarriedBack { get; }

    /// <summary>Finds the hours of night in a place on a day.</summary>
    /// <returns>Without windows if nothing is known for the place.</returns>
    public static NightHours For(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        var rules = new List<Requirement>();
        foreach (var measurand in new[] { Measurands.Noise.SiteBoundary, Measurands.Noise.NightHours })
            foreach (var rule in catalogue.InForce(measurand, place, date))
                if (IsNightRule(rule)) rules.Add(rule);
        var isCarriedBack = rules.Count == 0;
        if (isCarriedBack)
        {
            // GB 12523-90 says "night" without hours: those of its successor are taken, and the finding says so.
            var later = catalogue.InForce(Measurands.Noise.SiteBoundary, place, date)
                .Select(static rule => rule.Edition.Successor)
                .Where(static edition => edition is not null)
                .SelectMany(static edition => edition!.Requirements);
            rules.AddRange(later.Where(static rule => rule.Measurand.Key == Measurands.Noise.SiteBoundary && IsNightRule(rule)));
        }

        var windows = rules.SelectMany(static rule => rule.Condition("hours")!.Windows).GroupBy(static window => (window.Start, window.End)).Select(static same => same.First()).ToList();
        return new NightHours(rules, windows, isCarriedBack);
    }

    private static TimeSpan Day { get; } = TimeSpan.FromDays(1);

    /// <summary>Whether a local moment lies in the night.</summary>
    public bool Contains(DateTime local)
    {
        foreach (var window in Windows)
            if (window.Contains(local)) return true;
        return false;
    }

    /// <summary>The first moment after another at which night begins or ends; the last moment of the calendar if there is none.</summary>
    public DateTime NextChange(DateTime after)
    {
        var isNight = Contains(after);
        var candidates = Windows.SelectMany(static window => new[] { window.Start, window.End })
            .SelectMany(time => new[] { after.Date.PlusUpToTheEnd(time), after.Date.PlusUpToTheEnd(Day + time) })
            .Where(moment => moment > after)
            .OrderBy(static moment => moment);
        foreach (var moment in candidates)
            if (Contains(moment) != isNight) return moment;
        return after.Date.PlusUpToTheEnd(Day);
    }

    private static bool IsNightRule(Requirement rule) =>
        rule.Condition("hours") is { } hours && hours.Windows.All(static window => window.IsDaily)
        && (rule.Measurand.Key == Measurands.Noise.NightHours || rule.Condition("period")?.Values.Contains("night") == true);
}
