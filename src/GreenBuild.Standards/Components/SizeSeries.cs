namespace GreenBuild.Standards.Components;

/// <summary>A series of preferred sizes of the catalogue, resolved to mm: multiples of steps (2nM, 3nM), or a list of sizes.</summary>
/// <remarks>A size is in a series of steps if it is a natural multiple of one of them (GB/T 50002-2013: L mod step = 0). Immutable; safe for several threads.</remarks>
public sealed class SizeSeries
{
    private readonly decimal[] _steps;
    private readonly bool _isWhole;
    // 2^64 divided by each step, rounded up: a number of 31 bits is a multiple just where its product with that, cut at 64 bits, is below it.
    private readonly ulong[] _wholeSteps = [];
    private readonly int[] _wholeSizes = [];
    private readonly decimal[] _sizes;

    private SizeSeries(Requirement requirement, Requirement? module, decimal[] steps, decimal[] sizes)
    {
        Requirement = requirement;
        Module = module;
        _steps = steps;
        _sizes = sizes;
        Evidence = module is not null && module.Evidence < requirement.Evidence ? module.Evidence : requirement.Evidence;
        _isWhole = Array.TrueForAll(steps, IsWholeNumber) && Array.TrueForAll(sizes, IsWholeNumber);
        if (!_isWhole) return;
        _wholeSteps = Array.ConvertAll(steps, static step => unchecked((ulong.MaxValue / (ulong)step) + 1));
        _wholeSizes = Array.ConvertAll(sizes, static size => (int)size);

        static bool IsWholeNumber(decimal number) => number <= ComponentBounds.MostMillimeters && decimal.Truncate(number) == number;
    }

    /// <summary>The row of the catalogue.</summary>
    public Requirement Requirement { get; }

    /// <summary>The row with the basic module that the series counts in; <see langword="null"/> if it is written in mm.</summary>
    public Requirement? Module { get; }

    /// <summary>The steps in mm, the smallest first, without those that are multiples of another; empty if the series is a list.</summary>
    public IReadOnlyList<decimal> Steps => Array.AsReadOnly(_steps);

    /// <summary>The sizes in mm, the smallest first; empty if the series is one of steps.</summary>
    public IReadOnlyList<decimal> Sizes => Array.AsReadOnly(_sizes);

    /// <summary>Whether the series is a convention of practice and no rule of a standard: it gives hints, never a verdict.</summary>
    public bool IsConvention => Requirement.Edition.Kind == StandardKind.Association;

    /// <summary>The weakest evidence of the row and the module that it counts in.</summary>
    public Evidence Evidence { get; }

    /// <summary>Resolves a row of the catalogue.</summary>
    /// <param name="row">A row of kind <see cref="RequirementKind.SizeSeries"/> with values in mm or M.</param>
    /// <param name="module">The row with the basic module in mm; not needed where the values are in mm.</param>
    /// <param name="series">The series.</param>
    /// <returns><see langword="false"/> if the row is no series of sizes (a standard section), has no values, or counts in a module that is not given.</returns>
    public static bool TryFrom(Requirement row, Requirement? module, out SizeSeries series)
    {
        series = null!;
        if (row.Kind != RequirementKind.SizeSeries || row.Values.Count == 0) return false;
        decimal unit = 1;
        if (row.Unit == "M")
        {
            if (module?.Value is not { } basic || !MeasurementUnit.TryConvert(basic, module.Unit, "mm", out unit)) return false;
        }
        else
        {
            if (!MeasurementUnit.TryConvert(1, row.Unit, "mm", out unit)) return false;
            module = null;
        }

        var values = row.Values.Select(value => value * unit).Where(static value => value > 0).Distinct().ToList();
        values.Sort();
        if (values.Count == 0) return false;
        if (row.Measurand.Key == Measurands.Components.PreferredSize) series = new SizeSeries(row, module, [], values.ToArray());
        else series = new SizeSeries(row, module, values.Where(step => !values.Exists(other => other < step && step % other == 0)).ToArray(), []);
        return true;
    }

    /// <summary>Whether a size is in the series. Allocates nothing.</summary>
    /// <param name="millimeters">The size in mm; what is not above 0 is in no series.</param>
    public bool Contains(decimal millimeters)
    {
        // Whole millimetres are the rule, and decimals divide many times slower.
        if (_isWhole && WholeNumber.TryRead(millimeters, out var whole)) return ContainsWhole(whole);
        if (millimeters <= 0 || millimeters > ComponentBounds.MostMillimeters) return false;
        foreach (var size in _sizes)
            if (size == millimeters) return true;
        foreach (var step in _steps)
            if (millimeters % step == 0) return true;
        return false;
    }

    /// <summary>Whether steps and sizes are whole millimetres, so that <see cref="ContainsWhole"/> may be asked.</summary>
    internal bool IsWhole => _isWhole;

    /// <summary>The same for whole millimetres, from 0 on.</summary>
    internal bool ContainsWhole(int millimeters)
    {
        if (millimeters == 0 || millimeters > (int)ComponentBounds.MostMillimeters) return false;
        foreach (var reciprocal in _wholeSteps)
            if (unchecked((ulong)millimeters * reciprocal) <= unchecked(reciprocal - 1)) return true;
        foreach (var size in _wholeSizes)
            if (millimeters == size) return true;
        return false;
    }

    /// <summary>The nearest sizes of the series on both sides of a size.</summary>
    /// <param name="millimeters">The size in mm. What is no size of a building has no nearest size on the side that is endless.</param>
    public NearestSizes Nearest(decimal millimeters)
    {
        // So far below zero a distance would be beyond all numbers.
        if (millimeters < -ComponentBounds.MostMillimeters) return new NearestSizes(millimeters, null, null);
        if (millimeters > ComponentBounds.MostMillimeters) return new NearestSizes(millimeters, _sizes.Length > 0 ? _sizes[_sizes.Length - 1] : null, null);
        decimal? below = null, above = null;
        foreach (var size in _sizes)
        {
            if (size <= millimeters) below = size;
            else if (above is null) above = size;
            if (size == millimeters) above = size;
        }

        foreach (var step in _steps)
        {
            // Multiples are natural: there is none at or below zero.
            var multiple = millimeters <= 0 ? 0 : decimal.Floor(millimeters / step) * step;
            if (multiple > 0 && !(below >= multiple)) below = multiple;
            var next = multiple > 0 && multiple == millimeters ? multiple : multiple + step;
            if (!(above <= next)) above = next;
        }

        return new NearestSizes(millimeters, below, above);
    }

    /// <summary>The steps or sizes with their citation.</summary>
    public override string ToString() => Requirement.Citation + ": " + Text.English;

    internal BilingualText Text =>
        _steps.Length > 0
            ? new("multiples of " + string.Join(" or ", _steps.Select(Words.Number)) + " mm", string.Join(" 或 ", _steps.Select(Words.Number)) + " mm 的倍数")
            : new(string.Join(", ", _sizes.Select(Words.Number)) + " mm", string.Join("、", _sizes.Select(Words.Number)) + " mm");
}

/// <summary>The sizes of a series on both sides of a size.</summary>
/// <param name="Size">The size that was asked about, in mm.</param>
/// <param name="Below">The largest size of the series that is not above it, in mm; <see langword="null"/> if there is none.</param>
/// <param name="Above">The smallest size of the series that is not below it, in mm; <see langword="null"/> if there is none.</param>
public readonly record struct NearestSizes(decimal Size, decimal? Below, decimal? Above)
{
    /// <summary>How far <see cref="Below"/> lies below the size, in mm.</summary>
    public decimal? DistanceBelow => Size - Below;

    /// <summary>How far <see cref="Above"/> lies above the size, in mm.</summary>
    public decimal? DistanceAbove => Above - Size;

    /// <summary>The nearer of the two, the smaller one where both are as near; <see langword="null"/> if the series has none.</summary>
    public decimal? Nearest => Below is null ? Above : Above is null || DistanceBelow <= DistanceAbove ? Below : Above;

    /// <summary>The two with their distances, for example <c>2900 (− 50), 3000 (+ 50) mm</c>.</summary>
    public override string ToString()
    {
        if (Below is { } same && same == Size) return Words.Number(same) + " mm";
        var below = Below is { } low ? Words.Number(low) + " (" + Words.Signed(low - Size) + ")" : "";
        var above = Above is { } high ? Words.Number(high) + " (" + Words.Signed(high - Size) + ")" : "";
        return below + (below.Length > 0 && above.Length > 0 ? ", " : "") + above + " mm";
    }
}
