namespace GreenBuild.Standards.Waste;

/// <summary>What one criterion of a rating scheme gives to a project.</summary>
public sealed class WasteCredit
{
    internal WasteCredit(Measurand measurand, decimal? points, Finding finding, IReadOnlyList<Finding> ledgerFindings)
    {
        Measurand = measurand;
        Points = points;
        Finding = finding;
        LedgerFindings = ledgerFindings;
    }

    /// <summary>What the criterion is about.</summary>
    public Measurand Measurand { get; }

    /// <summary>The points that are earned, 0 where none are; <see langword="null"/> where that is not known.</summary>
    public decimal? Points { get; }

    /// <summary>
    /// How that was found. <see cref="Verdict.Compliant"/> means that points are earned, <see cref="Verdict.NonCompliant"/> that none are: a scheme is chosen, nobody
    /// breaks a law by earning no point.
    /// </summary>
    public Finding Finding { get; }

    /// <summary>What is wrong with the ledger that was scored (<see cref="WasteBalance.Findings"/>); empty if nothing is.</summary>
    public IReadOnlyList<Finding> LedgerFindings { get; }

    /// <summary>Measurand and points.</summary>
    public override string ToString() => Measurand.Key + ": " + (Points is { } points ? Words.Number(points) : "?");
}

/// <summary>Scores a waste ledger by a rating scheme that the project chose: LEED, BREEAM.</summary>
/// <remarks>
/// <para>One credit for each measurand. Rows that differ in the class of waste are parts of one credit: all of which there is waste have to be met (BREEAM 2011, Wst 01).
/// Rows that differ in the basis, mass or volume, are alternatives; a basis in which the ledger does not count is left aside where the other decides.</para>
/// <para>Where a scheme offers criteria as alternatives (LEED: diversion or low total), the project takes the better one; the catalogue does not say which are
/// alternatives, so nothing is added up here.</para>
/// </remarks>
public static class WasteScheme
{
    private static readonly WasteClass[] NewConstructionOnly = [WasteClass.EngineeringWaste, WasteClass.DecorationWaste];

    /// <summary>Scores a ledger by every scoring row of an edition on waste.</summary>
    /// <param name="edition">The edition, for example <c>us.leed-v4-bdc-cwm</c>.</param>
    /// <param name="project">The project; <c>materialStreams</c> and <c>registration</c> in its circumstances where the scheme asks for them.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>One credit for each measurand, in the order of the catalogue; empty if the edition has no scoring rows on waste.</returns>
    public static IReadOnlyList<WasteCredit> Score(Edition edition, WasteProject project, WasteLedger ledger, CheckOptions? options = null)
    {
        var scoring = new Scoring(edition, project, ledger, options ?? CheckOptions.Default);
        var keys = new List<string>();
        foreach (var row in edition.Requirements)
            if (row.Kind == RequirementKind.ScoreRow && row.Domain == "waste" && !keys.Contains(row.Measurand.Key)) keys.Add(row.Measurand.Key);
        return keys.ConvertAll(scoring.Credit).AsReadOnly();
    }

    /// <summary>A quantity between two ends that are the same where nothing is missing.</summary>
    private sealed record Extent(decimal Low, decimal High, string Unit, IReadOnlyList<WasteDensity> Densities)
    {
        public List<string> Missing { get; } = [];

        public List<BilingualText> Steps { get; } = [];

        /// <summary>Whether there is none of this waste at all.</summary>
        public bool IsEmpty { get; init; }
    }

    private sealed record Part(decimal? Points, Finding Finding, bool IsEmpty);

    private sealed class Scoring(Edition edition, WasteProject project, WasteLedger ledger, CheckOptions options)
    {
        private readonly bool _isBreeam = edition.Key.StartsWith("gb.breeam", StringComparison.Ordinal);
        private readonly WasteBalance _balance = ledger.Balance(project.Densities, project.IsComplete);
        private readonly List<Requirement> _weights = edition.Requirements.Where(static row => row.Measurand.Key == Measurands.Waste.DiversionWeight && row.Value is not null).ToList();

        public WasteCredit Credit(string measurand)
        {
            var rows = edition.Requirements.Where(row => row.Kind == RequirementKind.ScoreRow && row.Measurand.Key == measurand).ToList();
            var bases = rows.GroupBy(static row => row.Condition("rateBasis")?.ToString()).Select(basis => Joint([.. basis])).ToList();
            // A basis in which the ledger is not kept says nothing beside one in which it is.
            var isDecided = bases.Exists(static basis => basis.Points is not null);
            var counted = bases.FindAll(basis => basis.Points is not null || !(isDecided && IsOtherBasis(basis)));
            var best = counted.Find(basis => basis.Points > 0 && basis.Points == counted.Max(static other => other.Points))
                ?? counted.OrderBy(static basis => basis.Points is null ? 0 : 1).ThenBy(static basis => IsOtherBasis(basis)).ThenBy(static basis => basis.Finding.Missing.Count).First();
            return new WasteCredit(rows[0].Measurand, best.Points, best.Finding, _balance.Findings);

            static bool IsOtherBasis(Part basis) => basis.Finding.Missing.Count > 0 && basis.Finding.Missing.All(static name => name is "volume" or "density");
        }

        /// <summary>The parts of one credit: each kind of waste that there is has to be met.</summary>
        private Part Joint(List<Requirement> rows)
        {
            var parts = rows.GroupBy(static row => row.Condition("wasteClass")?.ToString()).Select(part => ScorePart([.. part])).ToList();
            var applicable = parts.FindAll(static part => !part.IsEmpty);
            if (applicable.Count == 0) return parts[0];
            // Not met, then not known, then the least that is earned.
            var deciding = applicable.Find(static part => part.Points == 0) ?? applicable.Find(static part => part.Points is null) ?? applicable.OrderBy(static part => part.Points).First();
            foreach (var part in parts)
            {
                if (part == deciding) continue;
                var subject = part.Finding.Requirement!.Title;
                deciding.Finding.Step(
                    part.IsEmpty ? $"{subject.English}: no such waste, not applicable." : $"Counts together with: {subject.English}: {part.Finding.Reason.English}",
                    part.IsEmpty ? $"{subject.Chinese}：无此类废弃物，不适用。" : $"与此项合并计分：{subject.Chinese}：{part.Finding.Reason.Chinese}");
            }

            return deciding;
        }

        private Part ScorePart(List<Requirement> rows)
        {
            var first = rows[0];
            var extent = ExtentOf(first);
            var missing = new List<string>();
            Add(missing, extent.Missing);
            // What a row says of itself (which waste, by mass or volume) is no question to the project.
            var known = project.Site.Circumstances;
            foreach (var facet in new[] { "wasteClass", "rateBasis" })
                if (first.Condition(facet) is { } own) known = known.With(facet, own.Values[0]);
            known = WithDemolition(rows, known, extent.Steps, out var asked);

            // Words tell cases apart (when it was registered): a case of which no row is known scores neither points nor none.
            var isKnownCase = rows.Exists(row => !row.Conditions.Any(condition => IsCase(condition) && condition.Match(known) == FacetMatch.Fails));
            var isOpenCase = false;
            foreach (var condition in rows.SelectMany(static row => row.Conditions))
                if (IsCase(condition) && condition.Match(known) == FacetMatch.Unknown)
                {
                    isOpenCase = true;
                    Add(missing, [condition.Facet]);
                }

            var (best, open) = Best(rows, known, extent.Low, extent.Unit);
            var (other, openOther) = Best(rows, known, extent.High, extent.Unit);
            var isSame = best?.Points == other?.Points && open.Count + openOther.Count == 0;
            // What is missing matters only where the ends differ.
            if (isSame && !isOpenCase && extent is not { Unit: "" }) missing.Clear();
            Add(missing, open);
            Add(missing, openOther);
            if (missing.Contains("demolitionDiverted")) Add(missing, asked);
            if (!isKnownCase) missing = ["limit"];

            var cited = best ?? rows.Find(row => row.AppliesTo(known, out _) != FacetMatch.Fails) ?? first;
            var finding = new Finding(cited) { Subject = cited.Measurand.Key.Substring("waste.".Length) };
            LimitCheck.Cite(finding, cited);
            finding.Steps.AddRange(extent.Steps);
            WasteCheck.ShowDensities(finding, extent.Densities);
            foreach (var ledgerFinding in _balance.Findings) finding.Steps.Add(ledgerFinding.Reason);
            if (project.IsComplete is null)
            {
                finding.NotRecorded = ["completion"];
                finding.Step("Taken as given: the ledger holds the whole project.", "视为成立：台账涵盖整个项目。");
            }

            if (missing.Count > 0)
            {
                finding.Verdict = Verdict.Indeterminate;
                finding.Missing = missing.AsReadOnly();
                finding.Reason = isKnownCase ? Words.NotKnown(missing) : new($"The rows of {edition.Number} for this case are not known.", $"未掌握 {edition.Number} 适用于此情形的条文。");
                return new Part(null, finding, extent.IsEmpty);
            }

            // Of two ends that earn the same, the worse one.
            var worse = first.Measurand.Key == Measurands.Waste.DiversionRate ? extent.Low : extent.High;
            MeasurementUnit.TryConvert(worse, extent.Unit, cited.Unit, out var compared);
            (finding.Measured, finding.Compared, finding.Unit) = (compared, compared, cited.Unit);
            finding.Rely(cited.Evidence);
            if (first.Measurand.Key == Measurands.Waste.DiversionRate && ledger.Entries.Any(static entry => entry.Route == WasteRoute.EnergyRecovery))
                foreach (var weight in _weights) finding.Rely(weight);
            var points = best?.Points ?? 0;
            finding.Reason = new(
                $"{Words.Level(compared)} {cited.Unit} earns {Words.Number(points)} of the points of {cited.Edition.Number}.", $"{Words.Level(compared)} {cited.Unit}，按 {cited.Edition.Number} 得 {Words.Number(points)} 分。");
            finding.Conclude(best is null ? Verdict.NonCompliant : Verdict.Compliant, options);
            return new Part(finding.IsProvisional ? null : points, finding, extent.IsEmpty);

            static bool IsCase(FacetCondition condition) => condition is { Type: FacetType.Token, IsException: false };
        }

        /// <summary>The row that gives most for a value, and the facets that may give more.</summary>
        private static (Requirement? Best, List<string> Open) Best(List<Requirement> rows, Circumstances known, decimal value, string unit)
        {
            Requirement? best = null;
            var open = new List<(Requirement Row, IReadOnlyList<string> Facets)>();
            foreach (var row in rows)
            {
                if (row.Range is null || row.Points is null || !MeasurementUnit.TryConvert(value, unit, row.Unit, out var converted) || !row.Range.Contains(converted)) continue;
                var match = row.AppliesTo(known, out var facets);
                if (match == FacetMatch.Holds && !(best?.Points >= row.Points)) best = row;
                if (match == FacetMatch.Unknown) open.Add((row, facets));
            }

            // A row that may apply matters only if it gives more.
            return (best, open.Where(other => !(best?.Points >= other.Row.Points)).SelectMany(static other => other.Facets).Distinct().ToList());
        }

        /// <summary>The circumstances with the share of demolition waste that is diverted, as the ledger tells it, where a row asks for it.</summary>
        private Circumstances WithDemolition(List<Requirement> rows, Circumstances known, List<BilingualText> steps, out IReadOnlyList<string> asked)
        {
            asked = [];
            if (known.TryGetToken("demolitionDiverted", out _) || rows.Select(static row => row.Condition("demolitionDiverted")).FirstOrDefault(static condition => condition is not null) is not { } condition)
                return known;
            if (!_balance.HasEntriesOf([WasteClass.DemolitionWaste]))
            {
                steps.Add(new("No demolition waste.", "无拆除垃圾。"));
                return known.With("demolitionDiverted", 100);
            }

            var share = _balance.Share(IsDiverted, Question, WasteClass.DemolitionWaste);
            asked = share.Missing;
            var (least, most) = (known.With("demolitionDiverted", share.Low), known.With("demolitionDiverted", share.High));
            if (condition.Match(least) != condition.Match(most)) return known;
            steps.Add(new($"Of the demolition waste at least {Words.Level(share.Low)} % was diverted.", $"拆除垃圾分流率不低于 {Words.Level(share.Low)} %。"));
            return least;
        }

        private string Question => _isBreeam ? "energyRecovery" : "wasteMaterial";

        private bool? IsDiverted(WasteEntry entry)
        {
            if (entry.Route != WasteRoute.EnergyRecovery) return entry.Route.IsReusedOrRecycled();
            // It is no landfill; whether BREEAM 2011 lets it count was not seen.
            if (_isBreeam) return null;
            var known = Circumstances.None.With("wasteRoute", "energy-recovery");
            if (entry.Material is { } material && known.TryWith("wasteMaterial", material, out var with, out _)) known = with;
            bool? isDiverted = false;
            foreach (var weight in _weights)
            {
                var match = weight.AppliesTo(known, out _);
                if (match == FacetMatch.Holds) return weight.Value > 0;
                if (match == FacetMatch.Unknown) isDiverted = null;
            }

            return isDiverted;
        }

        private Extent ExtentOf(Requirement row)
        {
            // BREEAM has a row for demolition and one for the rest; LEED v4 counts both together. Excavated soil and land clearing count in none.
            var classes = row.Condition("wasteClass")?.Values[0] switch
            {
                "demolition-waste" => [WasteClass.DemolitionWaste],
                "non-demolition-waste" => NewConstructionOnly,
                _ => _isBreeam ? NewConstructionOnly : WasteCheck.WithoutSpoilAndSlurry,
            };
            switch (row.Measurand.Key)
            {
                case Measurands.Waste.DiversionRate:
                    var missing = new List<string>();
                    var isVolume = row.Condition("rateBasis")?.Values[0] == "volume";
                    var balance = _balance;
                    if (isVolume && !ledger.TryBalanceOfVolumes(classes, project.IsComplete, null, out balance)) missing.Add("volume");
                    var share = balance.Share(IsDiverted, Question, classes);
                    Add(missing, share.Missing);
                    var rate = new Extent(missing.Contains("volume") ? 0 : share.Low, missing.Contains("volume") ? 100 : share.High, "%", share.Densities) { IsEmpty = !_balance.HasEntriesOf(classes) };
                    Add(rate.Missing, missing.Contains("volume") ? ["volume"] : missing);
                    var unit = isVolume ? "m3" : "t";
                    rate.Steps.Add(new(
                        $"Diverted / generated: {Words.Number(share.PartTonnes)} {unit} / {Words.Number(share.WholeTonnes)} {unit}.",
                        $"分流量 / 产生量：{Words.Number(share.PartTonnes)} {unit} / {Words.Number(share.WholeTonnes)} {unit}。"));
                    return rate;
                case Measurands.Waste.GenerationIntensity:
                    // BREEAM 2011 counts construction waste alone, per gross internal floor area.
                    var (area, name) = _isBreeam ? (project.GrossInternalFloorArea, "grossInternalFloorArea") : (project.FloorArea, "floorArea");
                    var amount = _balance.Generated(classes);
                    var isEmpty = !_balance.HasEntriesOf(classes);
                    if (area is not (>= 1 and <= WasteCheck.MostFloorArea) || isEmpty)
                    {
                        var open = new Extent(0, 0, "", []);
                        if (area is not (>= 1 and <= WasteCheck.MostFloorArea)) Add(open.Missing, [name]);
                        if (isEmpty) Add(open.Missing, ["entries"]);
                        Add(open.Missing, amount.Missing);
                        return open;
                    }

                    // More than any site gives stands for what is not bounded.
                    var most = amount.MostTonnes ?? 1_000_000_000_000;
                    var generated = new Extent(amount.Tonnes * 10_000 / area.Value, most * 10_000 / area.Value, AreaDensity.TonnesPerTenThousand, amount.Densities);
                    Add(generated.Missing, amount.Missing);
                    generated.Steps.Add(new($"Generated: {Words.Number(amount.Tonnes)} t / {Words.Number(area.Value)} m2.", $"产生量：{Words.Number(amount.Tonnes)} t / {Words.Number(area.Value)} m2。"));
                    return generated;
                default:
                    // Actual volumes, targets and sorted groups are in no mass ledger.
                    var none = new Extent(0, 0, "", []);
                    none.Missing.Add(row.Measurand.Key);
                    return none;
            }
        }

        private static void Add(List<string> missing, IReadOnlyList<string> others)
        {
            foreach (var other in others)
                if (!missing.Contains(other)) missing.Add(other);
        }
    }
}
