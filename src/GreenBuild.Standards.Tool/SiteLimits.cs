using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tool;

/// <summary>The limits that the readings of a series at the boundary of a site are held against, for the screens that look below them.</summary>
internal static class SiteLimits
{
    private static readonly int[] s_noonAndMidnight = [12, 0];

    /// <summary>The limits on the first and the last day, in the unit of the series, each once; none where the place has none, or what is known of the site does not say which.</summary>
    public static IReadOnlyList<decimal> Of(ToolContext context, Jurisdiction place, StatedConditions stated, Hj212Series series)
    {
        if (series.Unit is not { } unit) return [];
        var limits = new List<decimal>();
        foreach (var time in new[] { series.FirstTime.DateTime, series.LastTime.DateTime })
        {
            var date = CalendarDate.FromDateTime(time);
            var site = new ConstructionSite(place) { Circumstances = stated.Circumstances };
            foreach (var limit in LimitsOn(context, site, date, series))
                if (limit is { Value: { } value } && MeasurementUnit.TryConvert(value, limit.Unit, unit, out var converted) && !limits.Contains(converted)) limits.Add(converted);
        }

        return limits;
    }

    private static IEnumerable<Requirement?> LimitsOn(ToolContext context, ConstructionSite site, CalendarDate date, Hj212Series series)
    {
        // A limit on means of an hour says nothing of minutes, and a choice of limits is none.
        if (series is { Particulate: { } particulate, Measurand: not null })
            return new SiteDustMonitoring(site, catalogue: context.Catalogue).RulesFor(particulate, date).Where(rule => rule.Averaging == series.Duration && rule.Missing.Count == 0).Select(static rule => rule.Limit);
        if (series.Measurand != Measurands.Noise.SiteBoundary) return [];
        var check = new SiteBoundaryCheck(site, context.Catalogue);
        return s_noonAndMidnight.Select(hour => check.LimitAt(date.ToDateTime().AddHours(hour)).Requirement);
    }
}
