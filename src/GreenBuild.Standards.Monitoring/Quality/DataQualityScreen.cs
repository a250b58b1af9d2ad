namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>Screens the readings of stations for signs that a series is not what was measured: flat lines, copies, relabelled samples, clipped values, impossible steps, slips of the unit, clocks, gaps and digits.</summary>
/// <remarks>
/// Every finding is a hint for an auditor with its statistic, threshold and the rate at which real series give it; none is a verdict, and a series without findings is not thereby proved.
/// Nothing throws for strange readings. Time and memory grow with the readings, times the number of channels at one point; sorts apart. docs/data-quality.md says what each screen looks at.
/// </remarks>
public static class DataQualityScreen
{
    /// <summary>Screens channels of one or several stations.</summary>
    /// <param name="channels">The channels; those of one point are compared with each other, those of one name with the same days at other points.</param>
    /// <returns>The findings by point, channel, kind and time; empty if nothing was seen.</returns>
    public static IReadOnlyList<QualityFinding> Screen(IEnumerable<QualityChannel> channels)
    {
        var found = new List<QualityFinding>();
        var all = channels.Select(static channel => new ScreenedSeries(channel)).ToList();
        var days = new Dictionary<(string, long, ulong), (ScreenedSeries, int, int)>();
        foreach (var series in all)
        {
            FlatLineScreen.Find(series, found);
            StepScreen.Find(series, found);
            DistributionScreen.Find(series, found);
            TimeScreen.Find(series, found);
            CopyScreen.FindDays(series, days, found);
            CopyScreen.FindSameExtremes(series, found);
        }

        foreach (var point in all.GroupBy(static series => series.Channel.Series.Point, StringComparer.Ordinal))
        {
            var there = point.ToList();
            for (var i = 0; i < there.Count; i++)
            {
                for (var j = i + 1; j < there.Count; j++)
                {
                    if (there[i].Duration == there[j].Duration) CopyScreen.FindLinear(there[i], there[j], found);
                    else if (there[i].Channel.Name != there[j].Channel.Name) continue;
                    else if (there[i].Duration > there[j].Duration) CopyScreen.FindSamples(there[i], there[j], found);
                    else CopyScreen.FindSamples(there[j], there[i], found);
                }
            }
        }

        return found.OrderBy(static one => one.Point, StringComparer.Ordinal).ThenBy(static one => one.Channels[0], StringComparer.Ordinal).ThenBy(static one => one.Kind).ThenBy(static one => one.From).ToList().AsReadOnly();
    }

    /// <summary>
    /// How many findings of a kind real series give: of 48 months each of hourly PM2.5 and PM10 at Dongsi, Beijing (2013 to 2017, UCI 501), and 12 days of one-minute LAeq of a street, as findings per
    /// series-month (hours) or series-day (minutes), whichever is higher. No one has shown that those series are free of faults, so that this is an upper estimate of false alarms there, and no promise elsewhere.
    /// </summary>
    /// <param name="kind">The kind of finding.</param>
    /// <returns>Findings per series-month or series-day, from 0.</returns>
    public static double FalseAlarmRateOf(QualityFindingKind kind) => kind switch
    {
        // 3 of 96: the 24 hours of 5, 18 of 40 and 7 of 124 µg/m3 are odd indeed.
        QualityFindingKind.FlatLine => 0.032,
        // 28 of 96: from May 2014 on, the station gives PM10 equal to PM2.5 for up to 55 days. That is no chance, and rightly found.
        QualityFindingKind.CopiedChannel => 0.292,
        _ => 0,
    };
}
