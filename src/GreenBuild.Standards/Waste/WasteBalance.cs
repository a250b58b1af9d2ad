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

/// <summary>What part of a mass counts, in %: at least and at most so much, and what is missing for the two to be one.</summary>
internal sealed class WasteShare(decimal low, decimal high, decimal partTonnes, decimal wholeTonnes, IReadOnlyList<string> missing, IReadOnlyList<WasteDensity> densities)
{
    /// <summary>At least so much, in %.</summary>
    public decimal Low { get; } = low;

    /// <summary>At most so much, in %.</summary>
    public decimal High { get; } = high;

    /// <summary>What is known to be in the part, in t.</summary>
    public decimal PartTonnes { get; } = partTonnes;

    /// <summary>What is known to be in the whole, in t.</summary>
    public decimal WholeTonnes { get; } = wholeTonnes;

    public IReadOnlyList<string> Missing { get; } = missing;

    public IReadOnlyList<WasteDensity> Densities { get; } = densities;

    public bool IsKnown => Missing.Count == 0;
}

/// <summary>The masses of a ledger: generated, used on the site, and discharged, kept apart by class and route.</summary>
public sealed class WasteBalance
{
    private readonly IReadOnlyList<WasteEntry> _entries;
    private readonly Dictionary<(WasteClass Class, WasteRoute Route), decimal> _tonnes = [];
    private readonly List<(WasteEntry Entry, decimal Tonnes, WasteDensity? Density)> _counted = [];
    private readonly List<(WasteEntry Entry, string Missing)> _open = [];
    private readonly bool? _isComplete;

    internal WasteBalance(IReadOnlyList<WasteEntry> entries, WasteDensityTable? table, bool? isComplete)
    {
        _entries = entries;
        _isComplete = isComplete;
        var classes = new SortedSet<WasteClass>();
        foreach (var entry in entries)
        {
            classes.Add(entry.Class);
            if (!entry.TryGetTonnes(table, out var tonnes, out var density))
            {
                _open.Add((entry, entry.Fault.English.Length > 0 ? "quantity" : "density"));
                continue;
            }

            _tonnes[(entry.Class, entry.Route)] = Tonnes(entry.Class, entry.Route) + tonnes;
            _counted.Add((entry, tonnes, density));
        }

        Classes = classes.ToList().AsReadOnly();
        Findings = Check().AsReadOnly();
    }

    /// <summary>The classes that the ledger has lines of.</summary>
    public IReadOnlyList<WasteClass> Classes { get; }

    /// <summary>
    /// What is wrong with the ledger itself: lines that cannot count, more used and discharged than arose (<see cref="Verdict.Invalid"/>), and, unless works
    /// are said to go on, waste whose whereabouts nobody recorded (<see cref="Verdict.Indeterminate"/>). Empty if nothing is.
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

    /// <summary>What left the site of some classes (排放量). What arose and is neither there nor recorded as gone may have left as well.</summary>
    public WasteAmount Discharged(params WasteClass[] classes) => Taken(static route => route.LeavesSite(), classes);

    /// <summary>What was taken on some routes of some classes. What arose and is nowhere recorded may have been taken on them as well.</summary>
    /// <param name="routes">Which routes count; <see cref="WasteRoute.Generated"/> is none and never does.</param>
    /// <param name="classes">Which classes count.</param>
    public WasteAmount Taken(Func<WasteRoute, bool> routes, params WasteClass[] classes)
    {
        bool IsCounted(WasteEntry entry) => entry.Route != WasteRoute.Generated && routes(entry.Route);
        var amount = Sum(classes, IsCounted);
        AddUnknownClass(amount, classes, IsCounted);
        foreach (var (tonnes, names) in Unaccounted(classes)) amount.AddPossible(tonnes, names);
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
            var recorded = Sum([wasteClass], static entry => entry.Route == WasteRoute.Generated);
            var taken = Sum([wasteClass], static entry => entry.Route != WasteRoute.Generated);
            if (!IsGenerationRecorded(wasteClass))
            {
                total.Add(taken);
                if (_isComplete != true && taken.HasEntries) total.AddPossible(null, "generated");
            }
            else if (taken.Tonnes > recorded.Tonnes)
            {
                // More was taken than arose: at least as much arose, and the record is wrong or has open lines.
                total.Add(taken);
                total.AddPossible(null, recorded.Missing.Count > 0 ? [.. recorded.Missing] : ["generated"]);
            }
            else
            {
                total.Add(recorded);
            }
        }

        // What arose or was taken of a class that nobody noted arose in some class as well: once, though both may be recorded.
        if (!classes.Contains(WasteClass.Unknown) && Classes.Contains(WasteClass.Unknown))
        {
            var (arose, taken) = (Tonnes(WasteClass.Unknown, WasteRoute.Generated), UsedOnSite(WasteClass.Unknown) + LeftSite(WasteClass.Unknown));
            if (_open.Exists(static open => open.Entry.Class == WasteClass.Unknown)) total.AddPossible(null, "wasteClass");
            else if (Math.Max(arose, taken) > 0) total.AddPossible(Math.Max(arose, taken), "wasteClass");
        }

        return Close(total);
    }

    /// <summary>What share of what arose was taken in some way.</summary>
    /// <param name="part">Whether a line on what became of the waste counts; <see langword="null"/> where that is the question.</param>
    /// <param name="question">What is missing where that is the question.</param>
    /// <param name="classes">Which classes count.</param>
    internal WasteShare Share(Func<WasteEntry, bool?> part, string question, params WasteClass[] classes)
    {
        var (counts, others) = (new Amount(), new Amount());
        foreach (var (entry, tonnes, density) in _counted)
        {
            var isUnknown = entry.Class == WasteClass.Unknown;
            if (!isUnknown && !classes.Contains(entry.Class)) continue;
            if (density is not null && !isUnknown) counts.Densities.Add(density);
            if (entry.Route == WasteRoute.Generated || tonnes == 0) continue;
            var isPart = part(entry);
            if (isPart is null || isUnknown)
            {
                string[] names = isPart is null ? isUnknown ? ["wasteClass", question] : [question] : ["wasteClass"];
                if (isPart != false) counts.AddPossible(tonnes, names);
                if (isPart != true) others.AddPossible(tonnes, names);
            }
            else
            {
                (isPart == true ? counts : others).AddKnown(tonnes);
            }
        }

        foreach (var (entry, missing) in _open)
        {
            if (entry.Class != WasteClass.Unknown && !classes.Contains(entry.Class)) continue;
            var isPart = entry.Route == WasteRoute.Generated ? null : part(entry);
            if (isPart != false) counts.AddPossible(null, entry.Class == WasteClass.Unknown ? "wasteClass" : missing);
            if (isPart != true) others.AddPossible(null, entry.Class == WasteClass.Unknown ? "wasteClass" : missing);
        }

        foreach (var (tonnes, names) in Unaccounted(classes))
        {
            counts.AddPossible(tonnes, names);
            others.AddPossible(tonnes, names);
        }

        foreach (var wasteClass in classes)
        {
            var taken = UsedOnSite(wasteClass) + LeftSite(wasteClass);
            // Nobody says how much arose, or less than was taken: the whole is not known.
            if (IsGenerationRecorded(wasteClass) ? taken <= Tonnes(wasteClass, WasteRoute.Generated) : _isComplete == true || taken == 0) continue;
            counts.AddPossible(null, "generated");
            others.AddPossible(null, "generated");
        }

        if (_isComplete == false)
        {
            counts.AddPossible(null, "completion");
            others.AddPossible(null, "completion");
        }

        counts.Merge(others.Missing);
        // A whole of which nothing is known has no share.
        var whole = counts.Tonnes + others.Tonnes;
        if (whole == 0 && counts.Missing.Count == 0) counts.Merge(["generated"]);
        var low = whole == 0 || others.MostTonnes is not { } mostOthers ? 0 : (counts.Tonnes + mostOthers == 0 ? 0 : counts.Tonnes * 100 / (counts.Tonnes + mostOthers));
        var high = whole == 0 || counts.MostTonnes is not { } most ? 100 : most + others.Tonnes == 0 ? 0 : most * 100 / (most + others.Tonnes);
        return new WasteShare(low, high, counts.Tonnes, whole, counts.Missing.AsReadOnly(), counts.Densities.Distinct().ToList().AsReadOnly());
    }

    /// <summary>
    /// What was reused or recycled of what arose and can be recovered (可回收). Waste that cannot be recovered may be used as well, as fill for example: it
    /// counts neither in the part nor in the whole, and where a line does not say which it is, both are possible.
    /// </summary>
    internal WasteShare Recovery(params WasteClass[] classes)
    {
        // Arose: can be recovered, cannot, nobody says (or of unknown class). Taken: of what can be recovered, or of which nobody says.
        var (yes, no, open) = (0m, 0m, 0m);
        var (takenYes, taken, takenUnknown) = (0m, 0m, 0m);
        var (isBounded, isRecorded) = (true, false);
        var missing = new List<string>();
        var densities = new List<WasteDensity>();
        foreach (var (entry, tonnes, density) in _counted)
        {
            var isUnknown = entry.Class == WasteClass.Unknown;
            if (!isUnknown && !classes.Contains(entry.Class)) continue;
            if (density is not null) densities.Add(density);
            if (tonnes == 0 && entry.Route != WasteRoute.Generated) continue;
            if (isUnknown && tonnes > 0) Miss("wasteClass");
            if (entry.Route == WasteRoute.Generated)
            {
                isRecorded |= !isUnknown;
                if (entry.IsRecoverable is null) Miss("recoverable");
                if (entry.IsRecoverable == false) no += tonnes;
                else if (isUnknown || entry.IsRecoverable is null) open += tonnes;
                else yes += tonnes;
            }
            else if (entry.Route.IsReusedOrRecycled() && entry.IsRecoverable != false)
            {
                if (isUnknown) takenUnknown += tonnes;
                else if (entry.IsRecoverable == true) takenYes += tonnes;
                else taken += tonnes;
            }
        }

        foreach (var (entry, name) in _open)
        {
            if (entry.Class != WasteClass.Unknown && !classes.Contains(entry.Class)) continue;
            if (entry.Route != WasteRoute.Generated && !entry.Route.IsReusedOrRecycled()) continue;
            isBounded = false;
            Miss(entry.Class == WasteClass.Unknown ? "wasteClass" : name);
        }

        if (!isRecorded) Miss("recoverable");
        foreach (var wasteClass in classes)
            if (isRecorded && !IsGenerationRecorded(wasteClass) && UsedOnSite(wasteClass) + LeftSite(wasteClass) > 0)
            {
                isBounded = false;
                Miss("recoverable");
            }

        var lost = 0m;
        foreach (var (tonnes, names) in Unaccounted(classes))
        {
            if (tonnes is null) isBounded = false;
            lost += tonnes ?? 0;
            foreach (var name in names) Miss(name);
        }

        if (_isComplete == false) Miss("completion");
        if (yes + open == 0) Miss(isRecorded ? "generated" : "recoverable");
        // Less than arose of what can be recovered cannot hold more than that: then some of it was of the other kind, or the record is wrong.
        var isWrong = isBounded && takenYes + taken > yes + no + open;
        if (isWrong) Miss("generated");
        if (no > 0 && taken > 0) Miss("recoverable");
        if (!isBounded || !isRecorded || isWrong || _isComplete == false || yes + open == 0)
            return new WasteShare(0, 100, takenYes + taken, yes, missing.AsReadOnly(), densities.Distinct().ToList().AsReadOnly());

        // Worst: so much of what was taken could not be recovered, and what is open can. Best: the reverse.
        var spare = Math.Max(0, Math.Min(open, no + open - taken));
        var (leastPart, leastWhole) = (Math.Max(takenYes, takenYes + taken - no - open), yes + spare);
        var low = leastWhole == 0 ? 0 : Math.Min(leastPart, leastWhole) * 100 / leastWhole;
        var mostPart = takenYes + taken + takenUnknown + lost;
        var high = yes == 0 ? (mostPart > 0 ? 100 : 0) : Math.Min(mostPart, yes) * 100 / yes;
        if (low == high) missing.Clear();
        return new WasteShare(low, high, takenYes + taken, yes, missing.AsReadOnly(), densities.Distinct().ToList().AsReadOnly());

        void Miss(string name)
        {
            if (!missing.Contains(name)) missing.Add(name);
        }
    }

    internal bool HasEntriesOf(IReadOnlyCollection<WasteClass> classes) => _entries.Any(entry => entry.Class == WasteClass.Unknown || classes.Contains(entry.Class));

    /// <summary>What arose of each class, was not used and did not leave as far as the ledger tells, with what is missing; no bound where the mass that arose is open.</summary>
    private IEnumerable<(decimal? Tonnes, string[] Missing)> Unaccounted(WasteClass[] classes)
    {
        // As long as works go on it may lie on the site.
        if (_isComplete == false) yield break;
        foreach (var wasteClass in Classes)
        {
            var isUnknown = wasteClass == WasteClass.Unknown;
            if ((!isUnknown && !classes.Contains(wasteClass)) || !IsGenerationRecorded(wasteClass)) continue;
            var open = _open.FindAll(open => open.Entry.Class == wasteClass);
            var tonnes = Tonnes(wasteClass, WasteRoute.Generated) - UsedOnSite(wasteClass) - LeftSite(wasteClass);
            string[] names = open.Count > 0 ? [open[0].Missing] : ["destination"];
            if (isUnknown && !classes.Contains(wasteClass)) names = [.. names, "wasteClass"];
            if (open.Exists(static open => open.Entry.Route == WasteRoute.Generated)) yield return (null, names);
            else if (tonnes > 0) yield return (tonnes, names);
        }
    }

    private Amount Sum(WasteClass[] classes, Func<WasteEntry, bool> isCounted)
    {
        var sum = new Amount();
        foreach (var (entry, tonnes, density) in _counted)
        {
            if (!classes.Contains(entry.Class) || !isCounted(entry)) continue;
            sum.HasEntries = true;
            sum.AddKnown(tonnes);
            if (density is not null) sum.Densities.Add(density);
        }

        foreach (var (entry, missing) in _open)
            if (classes.Contains(entry.Class) && isCounted(entry)) sum.AddPossible(null, missing);
        return sum;
    }

    private void AddUnknownClass(Amount sum, WasteClass[] classes, Func<WasteEntry, bool> isCounted)
    {
        if (classes.Contains(WasteClass.Unknown)) return;
        foreach (var (entry, tonnes, _) in _counted)
            if (entry.Class == WasteClass.Unknown && tonnes > 0 && isCounted(entry)) sum.AddPossible(tonnes, "wasteClass");
        foreach (var (entry, _) in _open)
            if (entry.Class == WasteClass.Unknown && isCounted(entry)) sum.AddPossible(null, "wasteClass");
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
            var isLost = difference > 0 && _isComplete != false && !_open.Exists(open => open.Entry.Class == wasteClass);
            if (difference < 0 || isLost) findings.Add(Imbalance(wasteClass, arose, used, left));
        }

        return findings;
    }

    private Finding Imbalance(WasteClass wasteClass, decimal arose, decimal used, decimal left)
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
            var (ledger, state) = _isComplete == true ? ("the ledger, which is complete", "台账已完结，但有") : ("the ledger, and nobody says that works go on", "未说明施工仍在进行，台账中有");
            finding.Reason = new(
                $"Of {name.English}, {Words.Number(difference)} t that arose were neither used nor discharged by {ledger}.",
                $"{state} {Words.Number(difference)} t {name.Chinese}既无现场利用记录，也无出场记录。");
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

        public void AddPossible(decimal? tonnes, params string[] missing)
        {
            MostTonnes = tonnes is null ? null : MostTonnes + tonnes;
            HasEntries = true;
            Merge(missing);
        }

        public void Merge(IEnumerable<string> missing)
        {
            foreach (var name in missing)
                if (!Missing.Contains(name)) Missing.Add(name);
        }

        public void Add(Amount other)
        {
            Tonnes += other.Tonnes;
            MostTonnes = other.MostTonnes is null ? null : MostTonnes + other.MostTonnes;
            HasEntries |= other.HasEntries;
            Densities.AddRange(other.Densities);
            Merge(other.Missing);
        }
    }
}
