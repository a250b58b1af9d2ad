namespace GreenBuild.Standards.Components;

/// <summary>Points, or the least and the most that they can be while an input is missing.</summary>
public readonly struct AssemblyPoints : IEquatable<AssemblyPoints>
{
    internal AssemblyPoints(decimal low, decimal high)
    {
        Low = low;
        High = high;
    }

    /// <summary>The least.</summary>
    public decimal Low { get; }

    /// <summary>The most.</summary>
    public decimal High { get; }

    /// <summary>The points; <see langword="null"/> while they are not known.</summary>
    public decimal? Value => Low == High ? Low : null;

    /// <inheritdoc/>
    public bool Equals(AssemblyPoints other) => Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AssemblyPoints other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Low.GetHashCode() ^ High.GetHashCode();

    /// <summary>The points, or both ends; four decimals at most.</summary>
    public override string ToString() => Low == High ? Words.Level(Low) : Words.Level(Low) + "–" + Words.Level(High);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(AssemblyPoints left, AssemblyPoints right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AssemblyPoints left, AssemblyPoints right) => !left.Equals(right);

    internal static AssemblyPoints Sum(IEnumerable<AssemblyPoints> points)
    {
        var (low, high) = (0m, 0m);
        foreach (var one in points) (low, high) = (low + one.Low, high + one.High);
        return new AssemblyPoints(low, high);
    }
}

/// <summary>One row of a score sheet: what was counted, and what it gives.</summary>
public sealed class AssemblyScoreRow
{
    private readonly AssemblyCount _count;

    internal AssemblyScoreRow(AssemblyForm form, Requirement requirement, AssemblyCount count, bool? hasFitOut, int? decimals)
    {
        Form = form;
        Requirement = requirement;
        Decimals = decimals;
        _count = count;
        FullPoints = requirement.UpperPoints ?? requirement.Points ?? 0;
        var steps = new List<BilingualText>(count.Steps);
        Points = Score(hasFitOut, steps);
        Explanation = steps.AsReadOnly();
    }

    /// <summary>Which row.</summary>
    public AssemblyItem Item => Form.Item;

    /// <summary>The row of the catalogue: range, points, evidence, sources.</summary>
    public Requirement Requirement { get; }

    /// <summary>The ratio in per cent, unrounded; <see langword="null"/> if it is not known, or the row has none (full fit-out, a function that does not exist).</summary>
    public decimal? Ratio => _count.Ratio;

    /// <summary>The quantity that counts as part, joints included, in <see cref="Unit"/>; <see langword="null"/> if it is not known.</summary>
    public decimal? Part => _count.Part;

    /// <summary>The unit of the quantities: m3, m2 or m; empty for full fit-out.</summary>
    public string Unit => Form.Unit;

    /// <summary>Whether the building does not have the function: the full points of the row go into Q4.</summary>
    public bool IsAbsent => _count.IsAbsent;

    /// <summary>The points of the row; 0 where it is absent.</summary>
    public AssemblyPoints Points { get; }

    /// <summary>The most points that the row can give.</summary>
    public decimal FullPoints { get; }

    /// <summary>The inputs that are missing; empty if none is.</summary>
    public IReadOnlyList<string> Missing => _count.Missing;

    /// <summary>How the points were found, step by step: the ratio with its numbers, and the interpolation.</summary>
    public IReadOnlyList<BilingualText> Explanation { get; }

    internal AssemblyForm Form { get; }

    internal int? Decimals { get; }

    internal BilingualText? Contradiction => _count.Contradiction;

    internal decimal MostRatio => _count.MostRatio;

    internal IReadOnlyList<Requirement> Rules => _count.Rules;

    internal string PartWord => Requirement.Condition("scorePart")!.Values[0];

    /// <summary>Row and points.</summary>
    public override string ToString() => Form.Word + ": " + Points;

    /// <summary>The points at a ratio in per cent.</summary>
    internal decimal PointsAt(decimal ratio) => Item == AssemblyItem.FullFitOut ? ratio > 0 ? FullPoints : 0 : ScoreRow.Points(Requirement, ratio, Decimals, out _);

    private AssemblyPoints Score(bool? hasFitOut, List<BilingualText> steps)
    {
        if (IsAbsent) return new AssemblyPoints(0, 0);
        if (Contradiction is { } contradiction)
        {
            steps.Add(contradiction);
            return new AssemblyPoints(0, FullPoints);
        }

        if (Item == AssemblyItem.FullFitOut && hasFitOut is { } isDone)
        {
            steps.Add(isDone ? new($"Done: {Words.Number(FullPoints)}.", $"已实施：{Words.Number(FullPoints)} 分。") : new("Not done: 0.", "未实施：0 分。"));
            return new AssemblyPoints(isDone ? FullPoints : 0, isDone ? FullPoints : 0);
        }

        if (Ratio is not { } ratio)
        {
            steps.Add(Words.NotKnownOfAssembly(Missing));
            return new AssemblyPoints(0, FullPoints);
        }

        var points = ScoreRow.Points(Requirement, ratio, Decimals, out var unrounded);
        steps.Add(Reason(ratio, points, unrounded));
        if (Missing.Count == 0 || points == 0) return new AssemblyPoints(points, points);
        steps.Add(Words.NotKnownOfAssembly(Missing));
        return new AssemblyPoints(0, points);
    }

    private BilingualText Reason(decimal ratio, decimal points, decimal unrounded)
    {
        var (q, low, unit) = (Words.Level(ratio), Words.Number(Requirement.Range!.Low ?? 0), Requirement.Unit);
        if (ratio < Requirement.Range.Low) return new($"{q} < {low} {unit}: 0.", $"{q} < {low} {unit}：0 分。");
        if (Requirement.UpperPoints is not { } most || Requirement.Range.High is not { } high) return new($"{q} ≥ {low} {unit}: {Words.Number(points)}.", $"{q} ≥ {low} {unit}：{Words.Number(points)} 分。");
        if (ratio >= high) return new($"{q} ≥ {Words.Number(high)} {unit}: {Words.Number(points)}.", $"{q} ≥ {Words.Number(high)} {unit}：{Words.Number(points)} 分。");
        var least = Words.Number(Requirement.Points ?? 0);
        var equation = $"{least} + ({q} − {low}) / ({Words.Number(high)} − {low}) × ({Words.Number(most)} − {least}) = {Words.Level(unrounded)}";
        if (unrounded == points) return new(equation + ".", equation + " 分。");
        return new($"{equation}, rounded by GB/T 8170, half to even, to {Words.Number(points)}.", $"{equation}，按 GB/T 8170 修约（四舍六入五成双）为 {Words.Number(points)} 分。");
    }
}
