using System.Globalization;

namespace GreenBuild.Standards.Components;

/// <summary>The size of a door or window opening (洞口尺寸) and its code by GB/T 5824-2021.</summary>
/// <remarks>
/// The tables of the standard are not in the catalogue: whether a size is in them is not known unless the caller brings them (<see cref="SizeTable"/>). A non-rectangular
/// opening takes the sizes of its circumscribed rectangle (4.5). Immutable.
/// </remarks>
public sealed record OpeningSize
{
    /// <summary>The width in mm; of a non-rectangular opening that of its circumscribed rectangle.</summary>
    public required decimal Width { get; init; }

    /// <summary>The height in mm; of a non-rectangular opening that of its circumscribed rectangle.</summary>
    public required decimal Height { get; init; }

    /// <summary>Door or window, a word of the facet <c>openingKind</c>; <see langword="null"/> if not known.</summary>
    public string? Kind { get; init; }

    /// <summary>
    /// The size code (4.6): the thousands, hundreds and tens digits of the width, then those of the height, six digits in all; <see langword="null"/> for sizes that are
    /// not whole tens of mm, not above 0, or have more than four digits.
    /// </summary>
    public string? Code => HasCode(Width) && HasCode(Height) ? Digits(Width) + Digits(Height) : null;

    /// <summary>Judges width and height: against the module series, the common sizes of practice, and the tables of GB/T 5824, which are not known.</summary>
    /// <param name="coordination">The series of the place and day.</param>
    /// <param name="table">The sizes of the tables, by width and height, if the caller has them.</param>
    /// <param name="subject">Which opening, for the findings.</param>
    /// <returns>One finding alone, <see cref="Verdict.Invalid"/>, if <see cref="Kind"/> is no word of its facet: the reason names the words.</returns>
    public IReadOnlyList<Finding> Judge(ModularCoordination coordination, SizeTable? table = null, string subject = "")
    {
        if (ComponentWord.Problem(nameof(Kind), "openingKind", Kind) is { } problem)
        {
            var invalid = new Finding(null) { Subject = subject, Verdict = Verdict.Invalid, Unit = "mm", Reason = problem };
            invalid.Steps.Add(problem);
            return [invalid];
        }

        var known = Kind is null ? Circumstances.None : Circumstances.None.With("openingKind", Kind);
        var findings = new List<Finding>();
        findings.AddRange(coordination.Judge(Width, known.With("sizeUse", "opening-width"), subject));
        findings.AddRange(coordination.Judge(Height, known.With("sizeUse", "opening-height"), subject));
        var series = coordination.InForce(Measurands.Components.OpeningSizeSeries).FirstOrDefault(static row => row.Setting == "true");
        var before = series is null ? coordination.NotHeld(Measurands.Components.OpeningSizeSeries)?.Number : null;
        if (series is not null || before is not null) findings.Add(JudgeTable(series, before, table, subject, coordination.Options));
        return findings.AsReadOnly();
    }

    /// <summary>Width and height in mm, for example <c>900×2100</c>.</summary>
    public override string ToString() => Words.Number(Width) + "×" + Words.Number(Height);

    private Finding JudgeTable(Requirement? series, string? before, SizeTable? table, string subject, CheckOptions options)
    {
        var finding = new Finding(series) { Subject = subject };
        if (series is not null) LimitCheck.Cite(finding, series);
        if (table is null)
        {
            finding.Missing = ["sizeTable"];
            finding.Reason = new($"The tables of {before ?? "the standard"} are not in the catalogue: sizeTable.", $"目录中没有{(before is null ? "该标准" : $" {before} ")}的尺寸系列表（sizeTable）。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        if (series is not null) finding.Rely(series);
        finding.Rely(table.Evidence);
        var isIn = table.Contains(Kind ?? "", new ComponentSize(Width, Height, null));
        finding.Reason = isIn
            ? new($"{this} mm is in {table.Name}.", $"{this} mm 在“{table.Name}”内。")
            : new($"{this} mm is not in {table.Name}.", $"{this} mm 不在“{table.Name}”内。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(isIn ? Verdict.Compliant : Verdict.NonCompliant, options);
        return finding;
    }

    private static bool HasCode(decimal size) => size is > 0 and < 10_000 && size % 10 == 0;

    private static string Digits(decimal size) => ((int)size / 10).ToString("000", CultureInfo.InvariantCulture);
}

/// <summary>A table of standard sizes that the caller brings: those of a guide or of a plant, which the catalogue does not hold.</summary>
/// <remarks>For example the common sizes of 《装配式混凝土结构住宅主要构件尺寸指南》, whose tables were not seen. Immutable.</remarks>
public sealed class SizeTable
{
    private readonly HashSet<(string Category, ComponentSize Size)> _sizes;

    /// <summary>Creates a table.</summary>
    /// <param name="name">What it is and which edition, for findings.</param>
    /// <param name="evidence">How well its sizes are known; of what somebody typed from a guide <see cref="Evidence.SingleSource"/>.</param>
    /// <param name="sizes">Category (a word of the facet <c>component</c> or <c>openingKind</c>; empty for any) and sizes in mm; a size that is <see langword="null"/> is free.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SizeTable(string name, Evidence evidence, IEnumerable<(string Category, ComponentSize Size)> sizes)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A table says what it is.", nameof(name));
        Name = name;
        Evidence = evidence;
        _sizes = [.. sizes];
    }

    /// <summary>What it is and which edition.</summary>
    public string Name { get; }

    /// <summary>How well its sizes are known.</summary>
    public Evidence Evidence { get; }

    /// <summary>How many sizes it has.</summary>
    public int Count => _sizes.Count;

    /// <summary>Whether a size of a category is in the table.</summary>
    /// <param name="category">A word of the facet <c>component</c> or <c>openingKind</c>; empty for any.</param>
    /// <param name="size">The sizes in mm.</param>
    public bool Contains(string category, ComponentSize size)
    {
        // Each of the three may be free in the table.
        for (var free = 0; free < 8; free++)
        {
            var asked = new ComponentSize((free & 1) == 0 ? size.Length : null, (free & 2) == 0 ? size.Width : null, (free & 4) == 0 ? size.Depth : null);
            if (_sizes.Contains((category, asked)) || _sizes.Contains(("", asked))) return true;
        }

        return false;
    }

    /// <summary>Whether the table says which sizes of a category are standard, and a size that it asks about is not known.</summary>
    internal bool IsAbout(string category, ComponentSize size, out bool isOpen)
    {
        (var isAbout, isOpen) = (false, false);
        foreach (var (known, of) in _sizes)
        {
            if (known.Length > 0 && known != category) continue;
            isAbout = true;
            for (var dimension = ComponentDimension.Length; dimension <= ComponentDimension.Depth; dimension++) isOpen |= of[dimension] is not null && size[dimension] is null;
        }

        return isAbout;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
