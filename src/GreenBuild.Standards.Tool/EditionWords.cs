using System.Globalization;

namespace GreenBuild.Standards.Tool;

/// <summary>What people want to know of an edition, in words.</summary>
internal static class EditionWords
{
    /// <summary>Whether it binds and what sort of document it is.</summary>
    public static BilingualText StandingOf(Edition edition) =>
        // The kinds of national standards say by themselves whether they bind.
        edition.Kind is StandardKind.MandatoryNational or StandardKind.RecommendedNational
            ? Words.Of(edition.Kind)
            : new($"{Words.Of(edition.Kind).English}, {Words.Of(edition.Binding).English}", $"{Words.Of(edition.Kind).Chinese}，{Words.Of(edition.Binding).Chinese}");

    public static BilingualText PlaceOf(Edition edition) =>
        new($"{edition.Jurisdiction.Name.English} ({edition.Jurisdiction.Code})", $"{edition.Jurisdiction.Name.Chinese}（{edition.Jurisdiction.Code}）");

    /// <summary>How many requirements it has, and how well they are known.</summary>
    public static BilingualText CountsOf(Edition edition)
    {
        if (!edition.HasRequirements) return new("known by its number only", "仅知编号");
        var (english, chinese) = (new List<string>(), new List<string>());
        foreach (var evidence in new[] { Evidence.Confirmed, Evidence.SingleSource, Evidence.Unconfirmed })
        {
            if (CountOf(edition, evidence) is not (> 0 and var known)) continue;
            english.Add($"{known.ToString(CultureInfo.InvariantCulture)} {Words.Of(evidence).English}");
            chinese.Add($"{Words.Of(evidence).Chinese} {known.ToString(CultureInfo.InvariantCulture)}");
        }

        var all = edition.Requirements.Count;
        var (count, counted) = all == 0 ? ("no requirements", "无要求") : ($"{Count(all, "requirement")}: {string.Join(", ", english)}", $"{all} 项要求：{string.Join("、", chinese)}");
        return edition.IsPartial ? new($"{count}; {Words.PartialityOf(edition).English}", $"{counted}；{Words.PartialityOf(edition).Chinese}") : new(count, counted);
    }

    public static int CountOf(Edition edition, Evidence evidence) => edition.Requirements.Count(requirement => requirement.Evidence == evidence);

    /// <summary>The file that an edition was loaded from; empty for what was built in.</summary>
    public static BilingualText OverlayOf(Edition edition) => edition.Overlay is { } overlay ? new($"overlay {overlay}", $"叠加文件 {overlay}") : default;

    /// <summary>A number of things in English.</summary>
    public static string Count(int count, string thing) => count.ToString(CultureInfo.InvariantCulture) + " " + thing + (count == 1 ? "" : "s");
}
