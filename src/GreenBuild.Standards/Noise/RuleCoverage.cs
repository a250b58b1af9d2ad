namespace GreenBuild.Standards.Noise;

/// <summary>Tells whether the catalogue has a rule at all for a place and a day.</summary>
/// <remarks>
/// A day before the first edition is a mistake of the input (or of the choice of place) and no finding: nothing could be cited.
/// </remarks>
public static class RuleCoverage
{
    /// <summary>Says why no rule on a measurand can be looked up in a place on a day; <see langword="null"/> if one can.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="measurand">What is asked about, for example <c>noise.site-boundary</c>.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The local day.</param>
    public static BilingualText? GapOf(StandardsCatalogue catalogue, string measurand, Jurisdiction place, CalendarDate date)
    {
        if (catalogue.InForce(measurand, place, date).Count > 0 || catalogue.PartlyKnown(measurand, place, date).Count > 0) return null;
        var first = catalogue.Editions
            .Where(edition => edition.HasRequirements && edition.Jurisdiction.Contains(place) && edition.IsAbout(measurand))
            .OrderBy(static edition => edition.CountsFrom ?? CalendarDate.MinValue)
            .FirstOrDefault();
        if (first is null)
            return new($"The catalogue has no rule on {measurand} for {place.Name.English}.", $"目录中没有{place.Name.Chinese}的 {measurand} 规则。");
        return first.CountsFrom is { } start && date < start
            ? new(
                $"{date} is before any edition: the first rule on {measurand} in {place.Name.English} is that of {first.Number}, in force from {start}.",
                $"{date} 早于任何版本：{place.Name.Chinese}最早的 {measurand} 规则为 {first.Number}，自 {start} 起施行。")
            : new(
                $"No edition with a rule on {measurand} is in force in {place.Name.English} on {date}.",
                $"{date} {place.Name.Chinese}没有施行中的 {measurand} 规则。");
    }
}
