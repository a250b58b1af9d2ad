namespace GreenBuild.Standards.Waste;

/// <summary>A mass that a ledger gives: at least so much, at most so much, and what is missing for the two to be one.</summary>
public sealed class WasteAmount
{
    internal WasteAmount(decimal tonnes, decimal? mostTonnes, IReadOnlyList<string> missing, IReadOnlyList<WasteDensity> densities)
    {
        Tonnes = tonnes;
        MostTonnes = mostTonnes;
        Missing = missing;
        Densities = densities;
    }

    /// <summary>What is known to count, in t.</summary>
    public decimal Tonnes { get; }

    /// <summary>What may count at most, in t; <see langword="null"/> if that is not bounded. Equal to <see cref="Tonnes"/> where nothing is missing.</summary>
    public decimal? MostTonnes { get; }

    /// <summary>What is missing, by name: <c>entries</c>, <c>density</c>, <c>quantity</c>, <c>wasteClass</c>, <c>generated</c>, <c>destination</c>, <c>completion</c>. Empty if the mass is known.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Whether the mass is known.</summary>
    public bool IsKnown => Missing.Count == 0;

    /// <summary>The factors from volume to mass that it rests on.</summary>
    public IReadOnlyList<WasteDensity> Densities { get; }

    /// <summary>The mass as far as it is known.</summary>
    public override string ToString() => Words.Number(Tonnes) + " t" + (IsKnown ? "" : " + ?");
}

/// <summary>The masses of a ledger: generated, used on the site, and discharged, kept apart by class and route.</summary>
public sealed class WasteBalance
{
    private readonly IReadOnlyList<WasteEntry> _entries;
    private readonly Dictionary<(WasteClass Class, WasteRoute Route), decimal> _tonnes = [];
    private readonly List<(WasteEntry Entry, string Missing)> _open = [];
    private readonly Dictionary<(WasteClass Class, WasteRoute Route), List<WasteDensity>> _densities = [];
    private readonly bool? _isComplete;

    internal WasteBalance(IReadOnlyList<WasteEntry> entries, WasteDensityTable? table, bool? isComplete)
    {
        _entries = entries;
        _isComplete = isComplete;
        var classes = new SortedSet<WasteClass>();
        foreach (var entry in entries)
        {
            classes.Add(entry.Class);
            var key = (entry.Class, entry.Route);
            if (!entry.TryGetTonnes(table, out var tonnes, out var density))
            {
                _open.Add((entry, entry.Fault.English.Length > 0 ? "quantity" : "density"));
                continue;
            }

            _tonnes[key] = Tonnes(entry.Class, entry.Route) + tonnes;
            if (density is null) continue;
            if (!_densities.TryGetValue(key, out var used)) _densities[key] = used = [];
            if (!used.Contains(density)) used.Add(density);
        }

        Classes = classes.ToList().AsReadOnly();
        Findings = Check().AsReadOnly();
    }

    /// <summary>The classes that the ledger has lines of.</summary>
    public IReadOnlyList<WasteClass> Classes { get; }

    /// <summary>
    /// What is wrong with the ledger itself: lines that cannot count, more used and discharged than arose (<see cref="Verdict.Invalid"/>), and, in a
    /// complete ledger, waste whose whereabouts nobody recorded (<see cref="Verdict.Indeterminate"/>). Empty if nothing is.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The known mass of a class on a route in t.</summary>
    public decimal Tonnes(WasteClass wasteClass, WasteRoute route) => _tonnes.TryGetValue((wasteClass, route), out var tonnes) ? tonnes : 0;

    /// <summary>What was used on the site, in t.</summary>
    public decimal UsedOnSite(WasteClass wasteClass) => Tonnes(wasteClass, WasteRoute.ReusedOnSite) + Tonnes(wasteClass, WasteRoute.RecycledOnSite);

    /// <summary>What left the site, in t, whatever became of it.</summary>
    public decimal LeftSite(WasteClass wasteClass)
    {
        var sum = 0m;
        for (var route = WasteRoute.ReusedOffSite; route <= WasteRoute.Disposed; route++) sum += Tonnes(wasteClass, route);
        return sum;
    }

    /// <summary>Whether the ledger says how much of a class arose, and does not leave it to be added up.</summary>
    public bool IsGenerationRecorded(WasteClass wasteClass) =>
        _entries.Any(entry => entry.Class == wasteClass && entry.Route == WasteRoute.Generated);

    /// <summary>What left the site of some classes (排放量).</summary>
    public WasteAmount Discharged(params WasteClass[] classes)
    {
        var amount = Sum(classes, static route => route.LeavesSite());
        AddUnknownClass(amount, classes, static route => route.LeavesSite());
        if (_isComplete == true)
        {
            // Waste that arose and is no longer there may have left the site as well.
            foreach (var wasteClass in classes)
                if (Unaccounted(wasteClass) is > 0 and var lost) amount.AddPossible(lost, "destination");
        }

        return Close(amount);
    }

    /// <summary>What was taken on some routes of some classes.</summary>
    /// <param name="routes">Which routes count; <see cref="WasteRoute.Generated"/> is none and never does.</param>
    /// <param name="classes">Which classes count.</param>
    public WasteAmount Taken(Func<WasteRoute, bool> routes, params WasteClass[] classes)
    {
        bool IsCounted(WasteRoute route) => route != WasteRoute.Generated && routes(route);
        var amount = Sum(classes, IsCounted);
        AddUnknownClass(amount, classes, IsCounted);
        return Close(amount);
    }

    /// <summary>
    /// What arose of some classes (产生量). For a class whose generation is not recorded it is what was used and discharged, once the ledger is complete;
    /// before that it is at least so much.
    /// </summary>
    public WasteAmount Generated(params WasteClass[] classes)
    {
        var total = new Amount();
        foreach (var wasteClass in classes)
        {
            var recorded = Sum([wasteClass], static route => route == WasteRoute.Generated);
            var taken = Sum([wasteClass], static route => route != WasteRoute.Generated);
            if (!IsGenerationRecorded(wasteClass))
            {
                total.Add(taken);
                if (_isComplete != true && taken.HasEntries) total.AddPossible(null, "generated");
            }
            else if (taken.Tonnes > recorded.Tonnes)
            {
                // More was taken than arose: at least as much arose, and the record is wrong.
                total.Add(taken);
                total.AddPossible(null, "generated");
            }
            else
            {
                total.Add(recorded);
            }
        }

        // What was taken of a class that nobody noted arose in some class as well.
        AddUnknownClass(total, classes, static _ => true);
        return Close(total);
    }

    internal bool HasEntriesOf(IReadOnlyCollection<WasteClass> classes) => _entries.Any(entry => entry.Class == WasteClass.Unknown || classes.Contains(entry.Class));

    /// <summary>What arose, was not used and did not leave, where all three are known; else <see langword="null"/>.</summary>
    private decimal? Unaccounted(WasteClass wasteClass) =>
        IsGenerationRecorded(wasteClass) && !_open.Exists(open => open.Entry.Class == wasteClass)
            ? Tonnes(wasteClass, WasteRoute.Generated) - UsedOnSite(wasteClass) - LeftSite(wasteClass)
            : null;

    private Amount Sum(WasteClass[] classes, Func<WasteRoute, bool> routes)
    {
        var sum = new Amount();
        foreach (var pair in _tonnes)
        {
            if (!routes(pair.Key.Route) || !classes.Contains(pair.Key.Class)) continue;
            sum.HasEntries = true;
            sum.AddKnown(pair.Value);
            if (_densities.TryGetValue(pair.Key, out var used)) sum.Densities.AddRange(used);
        }

        foreach (var (entry, missing) in _open)
            if (routes(entry.Route) && classes.Contains(entry.Class)) sum.AddPossible(null, missing);
        return sum;
    }

    private void AddUnknownClass(Amount sum, WasteClass[] classes, Func<WasteRoute, bool> routes)
    {
        if (classes.Contains(WasteClass.Unknown)) return;
        foreach (var pair in _tonnes)
            if (pair.Key.Class == WasteClass.Unknown && routes(pair.Key.Route) && pair.Value > 0) sum.AddPossible(pair.Value, "wasteClass");
        foreach (var (entry, _) in _open)
            if (entry.Class == WasteClass.Unknown && routes(entry.Route)) sum.AddPossible(null, "wasteClass");
    }

    private WasteAmount Close(Amount amount)
    {
        if (_isComplete == false) amount.AddPossible(null, "completion");
        return new WasteAmount(amount.Tonnes, amount.MostTonnes, amount.Missing.AsReadOnly(), amount.Densities.Distinct().ToList().AsReadOnly());
    }

    private List<Finding> Check()
    {
        var findings = new List<Finding>();
        foreach (var (entry, missing) in _open)
        {
            var isFault = missing == "quantity";
            var reason = isFault ? entry.Fault : new BilingualText("A volume without a factor to its mass.", "体积缺少质量换算系数。");
            findings.Add(new Finding(null)
            {
                Verdict = isFault ? Verdict.Invalid : Verdict.Indeterminate,
                Missing = isFault ? [] : [missing],
                Subject = WasteClassScheme.WordOf(entry.Class),
                From = entry.Date.ToDateTime(),
                To = entry.Date.PlusDays(1).ToDateTime(),
                Measured = entry.Quantity,
                Unit = entry.Unit,
                Origin = entry.Origin,
                Reason = new($"{reason.English} The line counts nowhere: {entry}.", $"{reason.Chinese}该记录不计入：{entry.Date} {Words.Of(entry.Class).Chinese} {Words.Of(entry.Route).Chinese} {Words.Number(entry.Quantity)} {entry.Unit}。"),
            });
        }

        foreach (var wasteClass in Classes)
        {
            if (!IsGenerationRecorded(wasteClass) || _open.Exists(open => open.Entry.Class == wasteClass && open.Entry.Route == WasteRoute.Generated)) continue;
            var (arose, used, left) = (Tonnes(wasteClass, WasteRoute.Generated), UsedOnSite(wasteClass), LeftSite(wasteClass));
            var difference = arose - used - left;
            if (difference < 0 || (difference > 0 && _isComplete == true && Unaccounted(wasteClass) is not null)) findings.Add(Imbalance(wasteClass, arose, used, left));
        }

        return findings;
    }

    private static Finding Imbalance(WasteClass wasteClass, decimal arose, decimal used, decimal left)
    {
        var name = Words.Of(wasteClass);
        var difference = arose - used - left;
        var finding = new Finding(null) { Subject = WasteClassScheme.WordOf(wasteClass), Measured = used + left, Unit = "t" };
        finding.Step(
            $"Of {name.English}: {Words.Number(arose)} t arose, {Words.Number(used)} t were used on the site, {Words.Number(left)} t left it.",
            $"{name.Chinese}：产生 {Words.Number(arose)} t，现场利用 {Words.Number(used)} t，出场 {Words.Number(left)} t。");
        if (difference < 0)
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new(
                $"{Words.Number(used + left)} t of {name.English} were used or left the site, but only {Words.Number(arose)} t arose.",
                $"{name.Chinese}现场利用与出场合计 {Words.Number(used + left)} t，而产生量仅 {Words.Number(arose)} t。");
        }
        else
        {
            finding.Verdict = Verdict.Indeterminate;
            finding.Missing = ["destination"];
            finding.Reason = new(
                $"Of {name.English}, {Words.Number(difference)} t that arose were neither used nor discharged by the ledger, which is complete.",
                $"台账已完结，但有 {Words.Number(difference)} t {name.Chinese}既无现场利用记录，也无出场记录。");
        }

        return finding;
    }

    private sealed class Amount
    {
        public decimal Tonnes { get; private set; }

        public decimal? MostTonnes { get; private set; } = 0;

        public List<string> Missing { get; } = [];

        public List<WasteDensity> Densities { get; } = [];

        public bool HasEntries { get; set; }

        public void AddKnown(decimal tonnes)
        {
            Tonnes += tonnes;
            MostTonnes += tonnes;
        }

        public void AddPossible(decimal? tonnes, string missing)
        {
            MostTonnes = tonnes is null ? null : MostTonnes + tonnes;
            HasEntries = true;
            if (!Missing.Contains(missing)) Missing.Add(missing);
        }

        public void Add(Amount other)
        {
            Tonnes += other.Tonnes;
            MostTonnes = other.MostTonnes is null ? null : MostTonnes + other.MostTonnes;
            HasEntries |= other.HasEntries;
            Densities.AddRange(other.Densities);
            foreach (var missing in other.Missing)
                if (!Missing.Contains(missing)) Missing.Add(missing);
        }
    }
}
