using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>A range of numbers, open or closed at each end, such as "at least 35" or "above 2.5 and up to 8".</summary>
public sealed class NumberRange
{
    private readonly string[] _bounds;

    private NumberRange(string[] bounds) => _bounds = bounds;

    /// <summary>The lower end, or <see langword="null"/> if there is none.</summary>
    public decimal? Low { get; private set; }

    /// <summary>The upper end, or <see langword="null"/> if there is none.</summary>
    public decimal? High { get; private set; }

    /// <summary>Whether the lower end itself is outside.</summary>
    public bool IsLowExclusive { get; private set; }

    /// <summary>Whether the upper end itself is outside.</summary>
    public bool IsHighExclusive { get; private set; }

    /// <summary>Whether a number lies in the range.</summary>
    public bool Contains(decimal value) =>
        (Low is not { } low || (IsLowExclusive ? value > low : value >= low)) && (High is not { } high || (IsHighExclusive ? value < high : value <= high));

    /// <summary>Whether a number lies in both ranges.</summary>
    internal bool Overlaps(NumberRange other) => !IsBelow(this, other) && !IsBelow(other, this);

    private static bool IsBelow(NumberRange lower, NumberRange higher) =>
        lower.High < higher.Low || (lower.High == higher.Low && lower.High is not null && (lower.IsHighExclusive || higher.IsLowExclusive));

    /// <summary>The range as its bounds, for example <c>&gt;=35 &lt; 50</c>.</summary>
    public override string ToString() => string.Join(" ", _bounds);

    /// <summary>Reads bounds of a comparison of two characters and a number, as the generator writes them.</summary>
    internal static NumberRange FromBounds(string[] bounds)
    {
        var range = new NumberRange(bounds);
        foreach (var bound in bounds)
        {
            var number = decimal.Parse(bound.Substring(2), NumberStyles.Number, CultureInfo.InvariantCulture);
            if (bound[0] == '>') (range.Low, range.IsLowExclusive) = (number, bound[1] == ' ');
            else (range.High, range.IsHighExclusive) = (number, bound[1] == ' ');
        }

        return range;
    }
}
