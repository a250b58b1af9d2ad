namespace GreenBuild.Standards.Components;

/// <summary>What a building is to reach.</summary>
public enum AssemblyTarget
{
    /// <summary>To count as a prefabricated building (3.0.3). This is the value of <c>default</c>.</summary>
    Prefabricated = 0,

    /// <summary>Grade A.</summary>
    A = 1,

    /// <summary>Grade AA.</summary>
    AA = 2,

    /// <summary>Grade AAA.</summary>
    AAA = 3,
}

/// <summary>One row that is raised.</summary>
public sealed record AssemblyChange
{
    /// <summary>The row.</summary>
    public required AssemblyItem Item { get; init; }

    /// <summary>The ratio that the row has, in per cent; <see langword="null"/> for full fit-out, and where it is not known and counts as nothing.</summary>
    public required decimal? Ratio { get; init; }

    /// <summary>The ratio that it needs, in per cent, up to the next 0.01 %; 100 for full fit-out.</summary>
    public required decimal RatioNeeded { get; init; }

    /// <summary>The points that the row then gives more.</summary>
    public required decimal PointsGained { get; init; }

    /// <summary>How much more of the part is needed, in the unit of the row (m3, m2, m); <see langword="null"/> where the whole is not known, and for full fit-out.</summary>
    public required decimal? QuantityMore { get; init; }

    /// <summary>Row, ratios and points.</summary>
    public override string ToString() => In(Language.English);

    /// <summary>The change in one line, for example <c>Integrated kitchens: 60 % → 76.67 %, + 4 points</c>.</summary>
    public string In(Language language)
    {
        var title = Words.Of(Item).In(language);
        var gained = Words.Number(PointsGained);
        var ratio = Item == AssemblyItem.FullFitOut ? "" : $" {(Ratio is { } known ? Words.Level(known) + " %" : "?")} → {Words.Number(RatioNeeded)} %";
        return language == Language.Chinese ? $"{title}：{(ratio + $"，加 {gained} 分").TrimStart('，').Trim()}" : $"{title}:{ratio}{(ratio.Length > 0 ? "," : "")} + {gained} points";
    }
}

/// <summary>Rows that reach a target together: without any one of them, it is not reached.</summary>
public sealed class AssemblyWay
{
    private readonly Edition? _edition;

    internal AssemblyWay(IReadOnlyList<AssemblyChange> changes, decimal pointsGained, decimal rate, Edition? edition)
    {
        _edition = edition;
        Changes = changes;
        PointsGained = pointsGained;
        Rate = rate;
    }

    /// <summary>The rows, in the order of the table.</summary>
    public IReadOnlyList<AssemblyChange> Changes { get; }

    /// <summary>The points gained by all changes together; with full fit-out come kitchens and bathrooms that were laid dry and not equipped.</summary>
    public decimal PointsGained { get; }

    /// <summary>The assembly rate that results, in per cent.</summary>
    public decimal Rate { get; }

    /// <summary>The take-off after the changes.</summary>
    public AssemblyTakeOff ApplyTo(AssemblyTakeOff takeOff) => Changes.Aggregate(takeOff, (changed, change) => changed.WithRatio(change.Item, change.RatioNeeded, _edition));

    /// <summary>The changes in one line.</summary>
    public override string ToString() => string.Join("; ", Changes);
}

/// <summary>Which rows of a score sheet reach a target cheapest in points.</summary>
/// <remarks>
/// A way is a set of rows of which none can be left out. Within it, the rows that stand first in the table are kept as low as they can be: structure is the
/// hardest to change. All sets are tried, 2¹¹ at most, so the answer is the same every time. That a row is cheap in points says nothing of its cost in money. Rows that
/// are open because an input is missing count as nothing.
/// </remarks>
public sealed class AssemblyWhatIf
{
    private const int Steps = 10_000; // of 0.01 %

    private readonly AssemblyScoreSheet _sheet;
    private readonly decimal _rateNeeded;
    private readonly decimal _q1Needed;
    private readonly decimal _q2Needed;
    private readonly decimal _gate;
    private readonly decimal[] _most;
    private readonly decimal[] _now;
    private readonly List<Requirement> _bands;
    private readonly bool _isBlocked;

    private AssemblyWhatIf(AssemblyScoreSheet sheet, AssemblyTarget target)
    {
        _sheet = sheet;
        Target = target;
        var edition = sheet.Edition!;
        _bands = AssemblyRules.Bands(edition);
        // A building that is no unit of assessment, or a group that is none or may be none, reaches nothing by other ratios; nor does one whose quantities contradict each other.
        _isBlocked = sheet.Findings.Any(static finding => finding.Subject == "assessment-unit") || sheet.Rows.Any(static row => row is { Contradiction: not null, Item: not AssemblyItem.FullFitOut });
        _q1Needed = AssemblyRules.Find(edition, Measurands.Components.PartScore, ("scorePart", "main-structure"), ("assessmentPurpose", "prefabricated-building"))?.Value ?? 0;
        _q2Needed = AssemblyRules.Find(edition, Measurands.Components.PartScore, ("scorePart", "walls"), ("assessmentPurpose", "prefabricated-building"))?.Value ?? 0;
        _rateNeeded = AssemblyRules.Find(edition, Measurands.Components.AssemblyRate, ("assessmentPurpose", "prefabricated-building"))?.Value ?? 0;
        if (target != AssemblyTarget.Prefabricated)
        {
            _rateNeeded = _bands.Find(band => AssemblyRules.GradeOf(band).ToString() == target.ToString())?.Value ?? 0;
            _gate = AssemblyRules.Find(edition, Measurands.Components.ApplicationRatio, ("assessmentPurpose", "grading"))?.Value ?? 0;
        }

        _now = sheet.Rows.Select(static row => row.Item == AssemblyItem.FullFitOut ? row.Points.Low > 0 ? 100m : 0 : row.Points.Value is null ? 0 : row.Ratio ?? 0).ToArray();
        _most = sheet.Rows.Select(static row => Math.Floor(row.MostRatio * (Steps / 100)) * 100 / Steps).ToArray();
    }

    /// <summary>What is to be reached.</summary>
    public AssemblyTarget Target { get; }

    /// <summary>The assembly rate that the target asks, in per cent: 50, 60, 76 or 91.</summary>
    public decimal RateNeeded => _rateNeeded;

    /// <summary>Whether the building is there already.</summary>
    public bool IsReached { get; private set; }

    /// <summary>The ways, those that gain the fewest points first, then those of the fewest rows, then in the order of the table; empty if it is reached, or cannot be.</summary>
    public IReadOnlyList<AssemblyWay> Ways { get; private set; } = [];

    /// <summary>Finds the ways from a score sheet to a target.</summary>
    /// <param name="sheet">The sheet, with rows.</param>
    /// <param name="target">The target.</param>
    /// <param name="mostChanges">How many rows a way may have, 1 to 11.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostChanges"/> is not 1 to 11, or there is no such target.</exception>
    /// <exception cref="ArgumentException">The sheet has no rows.</exception>
    public static AssemblyWhatIf Of(AssemblyScoreSheet sheet, AssemblyTarget target, int mostChanges = 11)
    {
        if (mostChanges is < 1 or > 11) throw new ArgumentOutOfRangeException(nameof(mostChanges));
        if (target is < AssemblyTarget.Prefabricated or > AssemblyTarget.AAA) throw new ArgumentOutOfRangeException(nameof(target));
        if (sheet.Edition is null) throw new ArgumentException("The sheet has no rows: the edition is not in force.", nameof(sheet));
        var search = new AssemblyWhatIf(sheet, target);
        search.Run(mostChanges);
        return search;
    }

    private void Run(int mostChanges)
    {
        IsReached = Reaches(_now);
        if (IsReached || _isBlocked) return;
        var movable = _sheet.Rows.Where(row => CanMove(row) && row.PointsAt(_most[(int)row.Item]) > row.PointsAt(_now[(int)row.Item])).Select(static row => (int)row.Item).ToArray();
        var sets = new List<int>();
        foreach (var set in Enumerable.Range(1, (1 << movable.Length) - 1).OrderBy(CountOf).ThenBy(static set => set))
        {
            // What contains a set that is enough has a row too many.
            if (CountOf(set) > mostChanges) break;
            if (sets.Exists(smaller => (set & smaller) == smaller)) continue;
            if (Reaches(Raised(movable, set))) sets.Add(set);
        }

        Ways = sets.ConvertAll(set => WayOf(movable, set))
            .OrderBy(static way => way.PointsGained).ThenBy(static way => way.Changes.Count).ThenBy(static way => string.Concat(way.Changes.Select(static change => (char)('a' + (int)change.Item))), StringComparer.Ordinal)
            .ToList().AsReadOnly();

        static int CountOf(int set)
        {
            var count = 0;
            for (; set != 0; set &= set - 1) count++;
            return count;
        }
    }

    private decimal[] Raised(int[] movable, int set)
    {
        var raised = (decimal[])_now.Clone();
        for (var i = 0; i < movable.Length; i++)
            if ((set & (1 << i)) != 0) raised[movable[i]] = _most[movable[i]];
        return raised;
    }

    private AssemblyWay WayOf(int[] movable, int set)
    {
        var ratios = Raised(movable, set);
        var changes = new List<AssemblyChange>();
        for (var i = 0; i < movable.Length; i++)
        {
            var at = movable[i];
            if ((set & (1 << i)) == 0) continue;
            var row = _sheet.Rows[at];
            if (row.Item != AssemblyItem.FullFitOut) Lower(ratios, at, _now[at]);
            decimal? whole = row.Form.WholeOf(_sheet.TakeOff);
            changes.Add(new AssemblyChange
            {
                Item = row.Item,
                Ratio = row.Ratio,
                RatioNeeded = ratios[at],
                PointsGained = row.PointsAt(ratios[at]) - row.PointsAt(_now[at]),
                // The steps of the ratio may end a hair below what is there.
                QuantityMore = row.Item == AssemblyItem.FullFitOut || whole is null ? null : Math.Max((whole.Value * ratios[at] / 100) - (row.Part ?? 0), 0),
            });
        }

        return new AssemblyWay(changes.AsReadOnly(), PointsOf(ratios, null) - PointsOf(_now, null), RateOf(ratios), _sheet.Edition);
    }

    /// <summary>A row of which only the part is open, or nothing: more of it can be made.</summary>
    private bool CanMove(AssemblyScoreRow row) => !row.IsAbsent
        // What is fitted out has lines: the services cannot stay absent.
        && ((row.Item == AssemblyItem.FullFitOut && !_sheet.Rows[(int)AssemblyItem.ServiceSeparation].IsAbsent) || (row.Item != AssemblyItem.FullFitOut && row.Contradiction is null && row.Form.WholeOf(_sheet.TakeOff) > 0
            && row.Missing.All(input => input == row.Form.Part.Input || input is "kitchensEquipped" or "bathroomsEquipped")));

    /// <summary>The lowest ratio, in steps of 0.01 %, at which the target is still reached with the others as they are.</summary>
    private void Lower(decimal[] ratios, int at, decimal now)
    {
        var (low, high) = ((int)Math.Floor(now * Steps / 100), (int)(ratios[at] * Steps / 100));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            ratios[at] = middle * 100m / Steps;
            if (Reaches(ratios)) high = middle;
            else low = middle;
        }

        ratios[at] = high * 100m / Steps;
    }

    private decimal RateOf(decimal[] ratios) => PointsOf(ratios, null) * 100 / (_sheet.FullPoints - _sheet.Q4);

    private decimal PointsOf(decimal[] ratios, string? part)
    {
        // Who fits a building out installs kitchens and bathrooms: what was laid dry in them then counts.
        var isFittedOut = ratios[(int)AssemblyItem.FullFitOut] > _now[(int)AssemblyItem.FullFitOut];
        var sum = 0m;
        foreach (var row in _sheet.Rows)
        {
            if (row.IsAbsent || (part is not null && row.PartWord != part)) continue;
            var ratio = ratios[(int)row.Item];
            if (isFittedOut && row is { Item: AssemblyItem.IntegratedKitchen or AssemblyItem.IntegratedBathroom, Part: { } laidDry }) ratio = Math.Max(ratio, laidDry * 100 / row.Form.WholeOf(_sheet.TakeOff)!.Value);
            sum += row.PointsAt(ratio);
        }

        return sum;
    }

    private bool Reaches(decimal[] ratios) =>
        !_isBlocked && ratios[(int)AssemblyItem.FullFitOut] > 0 && ratios[(int)AssemblyItem.VerticalMembers] >= _gate
        && PointsOf(ratios, "main-structure") >= _q1Needed && PointsOf(ratios, "walls") >= _q2Needed && _sheet.RoundedInGap(RateOf(ratios), _bands) >= _rateNeeded;
}
