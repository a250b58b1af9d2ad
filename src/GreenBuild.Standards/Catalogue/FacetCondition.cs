using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>The type of a facet: how its values are written and compared.</summary>
public enum FacetType
{
    /// <summary>One of a closed list of words.</summary>
    Token = 0,

    /// <summary>Yes or no.</summary>
    Flag = 1,

    /// <summary>A number in the unit of the facet, compared with a range.</summary>
    Number = 2,

    /// <summary>Times of day and days of the week, compared with the local moment.</summary>
    Hours = 3,

    /// <summary>Dates, compared with the local moment.</summary>
    Dates = 4,
}

/// <summary>What is known about a condition under given circumstances.</summary>
public enum FacetMatch
{
    /// <summary>The circumstances do not say. This is the value of <c>default</c>.</summary>
    Unknown = 0,

    /// <summary>The condition holds.</summary>
    Holds = 1,

    /// <summary>The condition does not hold.</summary>
    Fails = 2,
}

/// <summary>One condition of the applicability of a requirement, for example <c>period = night</c> or <c>distance &lt; 150</c>.</summary>
public sealed class FacetCondition
{
    private readonly string[] _values;
    private readonly WeeklyWindow[] _windows = [];
    private readonly DateSpan[] _spans = [];
    private readonly decimal? _low;
    private readonly decimal? _high;
    private readonly bool _lowIsOpen;
    private readonly bool _highIsOpen;

    internal FacetCondition(string facet, FacetType type, bool isException, string[] values)
    {
        Facet = facet;
        Type = type;
        IsException = isException;
        _values = values;
        switch (type)
        {
            case FacetType.Hours:
                _windows = Array.ConvertAll(values, static v => WeeklyWindow.TryParse(v, out var window) ? window : throw new FormatException(v));
                break;
            case FacetType.Dates:
                _spans = Array.ConvertAll(values, static v => DateSpan.TryParse(v, out var span) ? span : throw new FormatException(v));
                break;
            case FacetType.Number:
                foreach (var bound in values)
                {
                    var number = decimal.Parse(bound.Substring(2), NumberStyles.Number, CultureInfo.InvariantCulture);
                    switch (bound.Substring(0, 2))
                    {
                        case ">=": _low = number; break;
                        case "> ": (_low, _lowIsOpen) = (number, true); break;
                        case "<=": _high = number; break;
                        default: (_high, _highIsOpen) = (number, true); break;
                    }
                }

                break;
        }
    }

    /// <summary>The facet that is asked about, for example <c>period</c>.</summary>
    public string Facet { get; }

    /// <summary>The type of the facet.</summary>
    public FacetType Type { get; }

    /// <summary>Whether this is an exception: the requirement does not apply where the condition holds.</summary>
    public bool IsException { get; }

    /// <summary>The values as the catalogue writes them: words, one of which must be met, or the bounds of a range.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>The windows of a condition of type <see cref="FacetType.Hours"/>; else empty.</summary>
    public IReadOnlyList<WeeklyWindow> Windows => _windows;

    /// <summary>The spans of a condition of type <see cref="FacetType.Dates"/>; else empty.</summary>
    public IReadOnlyList<DateSpan> Spans => _spans;

    /// <summary>The lower bound of a condition of type <see cref="FacetType.Number"/>, or <see langword="null"/>.</summary>
    public decimal? Low => _low;

    /// <summary>The upper bound of a condition of type <see cref="FacetType.Number"/>, or <see langword="null"/>.</summary>
    public decimal? High => _high;

    /// <summary>Whether the condition holds under the circumstances; an exception is not turned round here.</summary>
    public FacetMatch Match(Circumstances circumstances)
    {
        switch (Type)
        {
            case FacetType.Hours:
                return circumstances.LocalTime is { } time ? Known(InWindows(time, circumstances.IsPublicHoliday)) : FacetMatch.Unknown;
            case FacetType.Dates:
                return circumstances.LocalTime is { } moment ? InSpans(moment) : FacetMatch.Unknown;
            case FacetType.Number:
                return circumstances.TryGetNumber(Facet, out var number) ? Known(InRange(number)) : FacetMatch.Unknown;
            default:
                return circumstances.TryGetToken(Facet, out var token) ? Known(Array.IndexOf(_values, token) >= 0) : FacetMatch.Unknown;
        }
    }

    /// <summary>Whether a local moment lies in one of the windows.</summary>
    internal bool InWindows(DateTime local, Func<CalendarDate, bool>? isPublicHoliday)
    {
        foreach (var window in _windows)
            if (window.Contains(local, isPublicHoliday)) return true;
        return false;
    }

    /// <summary>The condition as a person writes it, for example <c>period=night</c>.</summary>
    public override string ToString() =>
        (IsException ? "not " : "") + Facet + (Type == FacetType.Number ? string.Join("", _values) : "=" + string.Join("|", _values));

    private static FacetMatch Known(bool holds) => holds ? FacetMatch.Holds : FacetMatch.Fails;

    private FacetMatch InSpans(DateTime local)
    {
        var result = FacetMatch.Fails;
        foreach (var span in _spans)
        {
            var inside = span.Contains(local);
            if (inside == true) return FacetMatch.Holds;
            if (inside is null) result = FacetMatch.Unknown;
        }

        return result;
    }

    private bool InRange(decimal value) =>
        (_low is not { } low || (_lowIsOpen ? value > low : value >= low)) &&
        (_high is not { } high || (_highIsOpen ? value < high : value <= high));
}
