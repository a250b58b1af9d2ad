using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>What is known about a case: facets such as period, stage or distance, and the local moment. Immutable.</summary>
/// <remarks>
/// Build one with <see cref="With(string, string)"/> and its siblings. A facet that is not given is unknown, which is not
/// the same as "no": a requirement whose applicability hangs on it is indeterminate.
/// </remarks>
public sealed class Circumstances
{
    private readonly KeyValuePair<string, string>[] _values;

    private Circumstances(KeyValuePair<string, string>[] values, DateTime? localTime, Func<CalendarDate, bool>? isPublicHoliday, Jurisdiction? place)
    {
        _values = values;
        Place = place;
        LocalTime = localTime;
        IsPublicHoliday = isPublicHoliday;
    }

    /// <summary>Nothing is known.</summary>
    public static Circumstances None { get; } = new([], null, null, null);

    /// <summary>The moment, in the local time of the place, or <see langword="null"/> if none was given.</summary>
    public DateTime? LocalTime { get; }

    /// <summary>Tells which days are public holidays, or <see langword="null"/> if that was not given; then none is.</summary>
    public Func<CalendarDate, bool>? IsPublicHoliday { get; }

    /// <summary>The place, or <see langword="null"/> if none was given. It answers the facet <c>region</c>.</summary>
    public Jurisdiction? Place { get; }

    /// <summary>The names of the facets that are known.</summary>
    public IEnumerable<string> Facets => Array.ConvertAll(_values, static pair => pair.Key);

    /// <summary>The same with a facet set to a word of its vocabulary, for example <c>With("period", "night")</c>.</summary>
    /// <exception cref="ArgumentException">
    /// There is no such facet, or it has no such value: a slip of the pen would else make rules silently not apply. For text of a user there is <see cref="TryWith"/>.
    /// </exception>
    public Circumstances With(string facet, string value) =>
        TryWith(facet, value, out var circumstances, out var error) ? circumstances : throw new ArgumentException(error.English, nameof(value));

    /// <summary>The same with a facet known to be none of the words of its vocabulary, which is more than not known: no exception is claimed.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of words.</exception>
    public Circumstances WithNoneOf(string facet) =>
        Vocabulary.FindFacet(facet) is { Type: FacetType.Token } ? Set(facet, "none") : throw new ArgumentException($"'{facet}' is not a facet of words.", nameof(facet));

    private Circumstances Set(string facet, string value)
    {
        var values = new List<KeyValuePair<string, string>>(_values.Length + 1);
        foreach (var pair in _values)
            if (pair.Key != facet) values.Add(pair);
        values.Add(new(facet, value));
        return new Circumstances(values.ToArray(), LocalTime, IsPublicHoliday, Place);
    }

    /// <summary>The same with a facet set to a number in the unit of the facet, for example <c>With("distance", 40m)</c> in metres.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of numbers.</exception>
    public Circumstances With(string facet, decimal value) => With(facet, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same with a yes-or-no facet set.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of yes or no.</exception>
    public Circumstances With(string facet, bool value) => With(facet, value ? "true" : "false");

    /// <summary>The same at a moment, given in the local time of the place.</summary>
    public Circumstances At(DateTime localTime) => new(_values, localTime, IsPublicHoliday, Place);

    /// <summary>The same in a place.</summary>
    public Circumstances In(Jurisdiction place) => new(_values, LocalTime, IsPublicHoliday, place);

    /// <summary>The same with a calendar of public holidays.</summary>
    public Circumstances WithPublicHolidays(Func<CalendarDate, bool> isPublicHoliday) => new(_values, LocalTime, isPublicHoliday, Place);

    /// <summary>Reads pairs such as <c>period=night; distance=40</c>, checked against the vocabulary; a word may be written as its name in either language, <c>period=夜间</c>.</summary>
    /// <param name="text">The pairs, separated by semicolons; blanks do not matter.</param>
    /// <param name="circumstances">What was read.</param>
    /// <param name="error">What is wrong; empty if the text could be read.</param>
    public static bool TryParse(string? text, out Circumstances circumstances, out BilingualText error)
    {
        circumstances = None;
        error = default;
        foreach (var pair in (text ?? "").Split(';'))
        {
            if (pair.Trim().Length == 0) continue;
            var equals = pair.IndexOf('=');
            if (equals < 0)
            {
                error = new($"'{InputError.Quote(pair.Trim())}' is not of the form facet=value.", $"“{InputError.Quote(pair.Trim())}”不是“条件=值”的形式。");
                return false;
            }

            var (facet, value) = (pair.Substring(0, equals).Trim(), pair.Substring(equals + 1).Trim());
            if (!circumstances.TryWith(facet, Vocabulary.FindFacet(facet)?.ValueOf(value) ?? value, out circumstances, out error)) return false;
        }

        return true;
    }

    /// <summary>The same with a facet set to a value given as text, checked against the vocabulary.</summary>
    /// <param name="facet">The name of the facet.</param>
    /// <param name="value">A word of its vocabulary, a number with a decimal point, <c>true</c> or <c>false</c>.</param>
    /// <param name="circumstances">The result; the same circumstances if the facet or the value is not known.</param>
    /// <param name="error">What is wrong; empty if nothing is.</param>
    public bool TryWith(string facet, string value, out Circumstances circumstances, out BilingualText error)
    {
        circumstances = this;
        error = default;
        if (Vocabulary.FindFacet(facet) is not { } known)
        {
            error = new($"'{InputError.Quote(facet)}' is not a facet.", $"“{InputError.Quote(facet)}”不是已知条件。");
            return false;
        }

        BilingualText problem = default;
        var isKnown = known.Type switch
        {
            FacetType.Token => known.Values.Any(word => word.Value == value),
            FacetType.Flag => value is "true" or "false",
            FacetType.Number => NumberText.TryParse(value, out _, out problem),
            FacetType.Dates => CalendarDate.TryParse(value, out _),
            _ => false,
        };
        if (!isKnown)
        {
            var words = known.Type switch
            {
                FacetType.Token => KnownWords.Listed(known.Values),
                FacetType.Flag => new("true, false", "true（是）、false（否）"),
                FacetType.Number => Words.Same(known.Unit),
                FacetType.Dates => Words.Same("yyyy-MM-dd"),
                _ => new("time", "时刻"),
            };
            if (known.Type is FacetType.Token or FacetType.Flag) problem = Suggestion.ForFacet(facet, value, [known]);
            error = new(
                $"'{InputError.Quote(value)}' is not a value of {facet}: {words.English}.{(problem.English.Length > 0 ? " " + problem.English.TrimStart() : "")}",
                $"“{InputError.Quote(value)}”不是“{KnownWords.Short(known.Title.Chinese)}（{facet}）”的值：{words.Chinese}。{problem.Chinese}");
            return false;
        }

        circumstances = Set(facet, value);
        return true;
    }

    /// <summary>The word or number that a facet is set to.</summary>
    public bool TryGetToken(string facet, out string value)
    {
        foreach (var pair in _values)
        {
            if (pair.Key != facet) continue;
            value = pair.Value;
            return true;
        }

        value = "";
        return false;
    }

    internal bool TryGetNumber(string facet, out decimal value)
    {
        value = 0;
        return TryGetToken(facet, out var text) && NumberText.TryParse(text, out value, out _);
    }

    /// <summary>The circumstances as a person writes them, for example <c>period=night, distance=40</c>.</summary>
    public override string ToString() => string.Join(", ", Array.ConvertAll(_values, static pair => pair.Key + "=" + pair.Value));
}
