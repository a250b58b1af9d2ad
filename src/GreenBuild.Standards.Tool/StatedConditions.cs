using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>What someone states with <c>--when</c>: facets and values by their keys, or by their names in either language where only one is meant.</summary>
internal sealed class StatedConditions
{
    private readonly TimeSpan? _timeOfDay;
    private readonly Circumstances _circumstances;

    private StatedConditions(Circumstances circumstances, TimeSpan? timeOfDay)
    {
        _circumstances = circumstances;
        _timeOfDay = timeOfDay;
    }

    /// <summary>The circumstances, where readings bring moments of their own.</summary>
    public Circumstances Circumstances => _circumstances;

    /// <summary>The primary pollutant of the city as it was written, for <see cref="CityAir"/>; empty if none was stated.</summary>
    public string PrimaryPollutant { get; private init; } = "";

    /// <summary>Whether an hour or a day is stated.</summary>
    public bool HasMoment => _timeOfDay is not null || _circumstances.TryGetToken("dates", out _);

    /// <summary>What is said where readings bring moments of their own, and one is stated.</summary>
    public static BilingualText NoMoment { get; } = new(
        "--when: hours and dates cannot be stated here: every reading has its own moment.", "--when：此处不能给出时刻（hours）或日期（dates）：每条读数各有其时刻。");

    /// <summary>The circumstances on a day, whose hour may have been stated.</summary>
    public Circumstances On(CalendarDate date) => _timeOfDay is { } time ? _circumstances.At(date.ToDateTime() + time) : _circumstances;

    public static Option<string[]> When(ToolContext context) => new("--when")
    {
        Description = context.Say("What is known of the site, for example stage=earthwork; may be repeated.", "工地的已知条件，如 stage=earthwork；可重复给出。"),
        HelpName = "facet=value",
        Arity = ArgumentArity.OneOrMore,
    };

    public static bool TryRead(IEnumerable<string> when, out StatedConditions stated, out int exitCode, out BilingualText problem)
    {
        var circumstances = Circumstances.None;
        TimeSpan? timeOfDay = null;
        var primaryPollutant = "";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        stated = new StatedConditions(circumstances, null);
        (exitCode, problem) = (ExitCode.BadData, default);
        foreach (var pair in when.SelectMany(static option => PlainText.Of(option).Split(';', '；')).Where(static pair => pair.Trim().Length > 0))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var text])
            {
                exitCode = ExitCode.Usage;
                problem = new($"'{InputError.Quote(pair)}' is not of the form facet=value.", $"“{InputError.Quote(pair)}”不是“条件=值”的形式。");
                return false;
            }

            if (!TryFacet(name, out var facet, out problem)) return false;
            if (!seen.Add(facet.Name))
            {
                problem = new($"'{facet.Name}' is stated twice.", $"“{NameOf(facet)}”给出了两次。");
                return false;
            }

            if (facet.Type == FacetType.Hours)
            {
                if (!TimeSpan.TryParseExact(text.Replace('：', ':'), [@"h\:mm", @"hh\:mm"], CultureInfo.InvariantCulture, out var time))
                {
                    problem = new($"'{InputError.Quote(text)}' is not a time of day such as 23:00.", $"“{InputError.Quote(text)}”不是 23:00 形式的时刻。");
                    return false;
                }

                timeOfDay = time;
                continue;
            }

            // As HJ 633 writes it, several at once and gases among them; the facet has words for dust alone.
            if (facet.Name == "primaryPollutant" && new CityAir(0, text).PrimaryParticulates is { } particulates)
            {
                primaryPollutant = text;
                circumstances = particulates.Count > 0 ? circumstances.With(facet.Name, particulates[0]) : circumstances.WithNoneOf(facet.Name);
                continue;
            }

            if (!circumstances.TryWith(facet.Name, facet.ValueOf(text), out circumstances, out problem)) return false;
        }

        stated = new StatedConditions(circumstances, timeOfDay) { PrimaryPollutant = primaryPollutant };
        return true;
    }

    /// <summary>The name of a facet in Chinese with its key, without the explanation in brackets.</summary>
    private static string NameOf(Facet facet) => $"{KnownWords.Short(facet.Title.Chinese)}（{facet.Name}）";

    private static bool TryFacet(string name, out Facet facet, out BilingualText problem)
    {
        problem = default;
        facet = Vocabulary.FindFacet(name)!;
        if (facet is not null) return true;
        var named = Vocabulary.Facets.Where(one => IsCalled(one.Title, name)).ToList();
        if (named.Count == 1)
        {
            facet = named[0];
            return true;
        }

        if (named.Count > 1)
        {
            problem = new(
                $"'{InputError.Quote(name)}' may mean {string.Join(", ", named)}.", $"“{InputError.Quote(name)}”可能指：{string.Join("、", named.Select(NameOf))}。");
            return false;
        }

        var near = Suggestion.For(name, Vocabulary.Facets.SelectMany(static one => new[] { one.Name, KnownWords.Short(one.Title.Chinese) }));
        var ask = Suggestion.Ask(near);
        problem = new(
            $"'{InputError.Quote(name)}' is not a facet.{ask.English} 'greenbuild explain facets' lists them.",
            $"“{InputError.Quote(name)}”不是已知条件。{ask.Chinese}可用 greenbuild explain facets --lang zh 列出。");
        return false;
    }

    private static bool IsCalled(BilingualText title, string text) =>
        new[] { Language.English, Language.Chinese }.Any(language =>
            title.In(language) is { Length: > 0 } whole && (whole.Equals(text, StringComparison.OrdinalIgnoreCase) || KnownWords.Short(title.In(language)).Equals(text, StringComparison.OrdinalIgnoreCase)));
}
