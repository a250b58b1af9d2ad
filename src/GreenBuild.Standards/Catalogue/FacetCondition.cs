namespace GreenBuild.Standards;

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
                Range = NumberRange.FromBounds(values);
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

    /// <summary>The range of a condition of type <see cref="FacetType.Number"/>; else <see langword="null"/>.</summary>
    public NumberRange? Range { get; }

    /// <summary>
    /// Whether the facet says which of several rows it is, or what its value refers to, and not when it applies: the tier of an exceedance, one of the six "100 %", the
    /// state of the air. Nobody can be asked for it; given, it chooses the row.
    /// </summary>
    private bool IsIdentity => Facet is "exceedanceTier" or "dustMeasure" or "referenceState";

    /// <summary>Whether the condition holds under the circumstances; an exception is not turned round here.</summary>
    public FacetMatch Match(Circumstances circumstances)
    {
        switch (Type)
        {
            case FacetType.Hours:
                return circumstances.LocalTime is { } time ? Known(InWindows(time, circumstances.IsPublicHoliday)) : FacetMatch.Unknown;
            case FacetType.Dates:
                if (circumstances.LocalTime is { } moment) return InSpans(moment);
                return circumstances.TryGetToken(Facet, out var text) && CalendarDate.TryParse(text, out var day) ? InSpans(day) : FacetMatch.Unknown;
            case FacetType.Number:
                return circumstances.TryGetNumber(Facet, out var number) ? Known(Range!.Contains(number)) : FacetMatch.Unknown;
            default:
                if (Facet == "region" && circumstances.Place is { } place) return InRegion(place);
                if (circumstances.TryGetToken(Facet, out var token)) return Known(Array.IndexOf(_values, token) >= 0);
                return IsIdentity ? FacetMatch.Holds : FacetMatch.Unknown;
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

    // Written out, since a lambda would cost every match of every condition an allocation.
    private FacetMatch InRegion(Jurisdiction place)
    {
        var match = FacetMatch.Fails;
        foreach (var code in _values)
        {
            var region = Jurisdiction.Parse(code);
            if (region.Contains(place)) return FacetMatch.Holds;
            // Of a place that the region is a part of, nobody knows whether it is that part.
            if (place.Contains(region)) match = FacetMatch.Unknown;
        }

        return match;
    }

    private FacetMatch InSpans(DateTime moment)
    {
        var result = FacetMatch.Fails;
        foreach (var span in _spans)
        {
            var inside = span.Contains(moment);
            if (inside == true) return FacetMatch.Holds;
            if (inside is null) result = FacetMatch.Unknown;
        }

        return result;
    }

    private FacetMatch InSpans(CalendarDate day)
    {
        var result = FacetMatch.Fails;
        foreach (var span in _spans)
        {
            var inside = span.Contains(day);
            if (inside == true) return FacetMatch.Holds;
            if (inside is null) result = FacetMatch.Unknown;
        }

        return result;
    }
}
