namespace GreenBuild.Standards.Waste;

/// <summary>What one criterion of a rating scheme gives to a project.</summary>
public sealed class WasteCredit
{
    internal WasteCredit(Measurand measurand, decimal? points, Finding finding)
    {
        Measurand = measurand;
        Points = points;
        Finding = finding;
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

    /// <summary>Measurand and points.</summary>
    public override string ToString() => Measurand.Key + ": " + (Points is { } points ? Words.Number(points) : "?");
}

/// <summary>Scores a waste ledger by a rating scheme that the project chose: LEED, BREEAM.</summary>
/// <remarks>
/// Each criterion is scored alone. Where a scheme offers them as alternatives (LEED: diversion or low total), the project takes the better one; the
/// catalogue does not say which are alternatives, so nothing is added up here.
/// </remarks>
public static class WasteScheme
{
    private static readonly WasteClass[] NewConstructionOnly = [WasteClass.EngineeringWaste, WasteClass.DecorationWaste];

    /// <summary>Scores a ledger by every scoring row of an edition on waste.</summary>
    /// <param name="edition">The edition, for example <c>us.leed-v4-bdc-cwm</c>.</param>
    /// <param name="project">The project; <c>materialStreams</c> and <c>registration</c> in its circumstances where the scheme asks for them.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>One credit for each criterion, in the order of the catalogue; empty if the edition has no scoring rows on waste.</returns>
    public static IReadOnlyList<WasteCredit> Score(Edition edition, WasteProject project, WasteLedger ledger, CheckOptions? options = null)
    {
        options ??= CheckOptions.Default;
        var groups = new List<(string Key, List<Requirement> Rows)>();
        foreach (var row in edition.Requirements)
        {
            if (row.Kind != RequirementKind.ScoreRow || row.Domain != "waste") continue;
            var key = row.Measurand.Key + "|" + row.Condition("wasteClass") + "|" + row.Condition("rateBasis");
            var at = groups.FindIndex(group => group.Key == key);
            if (at < 0) groups.Add((key, [row]));
            else groups[at].Rows.Add(row);
        }

        return groups.ConvertAll(group => ScoreOne(group.Rows, project, ledger, options)).AsReadOnly();
    }

    private static WasteCredit ScoreOne(List<Requirement> rows, WasteProject project, WasteLedger ledger, CheckOptions options)
    {
        var first = rows[0];
        // What a row says of itself (which waste, by mass or volume) is no question to the project.
        var known = project.Site.Circumstances;
        foreach (var facet in new[] { "wasteClass", "rateBasis" })
            if (first.Condition(facet) is { } own) known = known.With(facet, own.Values[0]);

        var steps = new List<BilingualText>();
        var missing = new List<string>();
        var value = ValueOf(first, project, ledger, steps, missing);
        Requirement? best = null, open = null;
        var unknown = new List<string>();
        foreach (var row in rows)
        {
            if (value is not { } measured || row.Range is null || row.Points is null || !MeasurementUnit.TryConvert(measured.Value, measured.Unit, row.Unit, out var converted)) continue;
            if (!row.Range.Contains(converted)) continue;
            var match = row.AppliesTo(known, out var facets);
            if (match == FacetMatch.Holds && !(best?.Points >= row.Points)) best = row;
            if (match != FacetMatch.Unknown) continue;
            open = row;
            unknown.AddRange(facets);
        }

        // A row that may apply matters only if it gives more.
        if (open is not null && !(best?.Points >= open.Points)) missing.AddRange(unknown.Distinct());
        var cited = best ?? rows.Find(row => row.AppliesTo(known, out _) != FacetMatch.Fails) ?? first;
        var finding = new Finding(cited) { Subject = cited.Measurand.Key.Substring("waste.".Length) };
        LimitCheck.Cite(finding, cited);
        finding.Steps.AddRange(steps);
        if (missing.Count > 0 || value is not { } known2)
        {
            finding.Verdict = Verdict.Indeterminate;
            finding.Missing = missing.AsReadOnly();
            finding.Reason = Words.NotKnown(missing);
            return new WasteCredit(first.Measurand, null, finding);
        }

        MeasurementUnit.TryConvert(known2.Value, known2.Unit, cited.Unit, out var compared);
        (finding.Measured, finding.Compared, finding.Unit) = (compared, compared, cited.Unit);
        finding.Rely(cited.Evidence);
        var points = best?.Points ?? 0;
        finding.Reason = new(
            $"{Words.Level(compared)} {cited.Unit} earns {Words.Number(points)} of the points of {cited.Edition.Number}.", $"{Words.Level(compared)} {cited.Unit}，按 {cited.Edition.Number} 得 {Words.Number(points)} 分。");
        finding.Conclude(best is null ? Verdict.NonCompliant : Verdict.Compliant, options);
        return new WasteCredit(first.Measurand, finding.IsProvisional ? null : points, finding);
    }

    private static (decimal Value, string Unit)? ValueOf(Requirement row, WasteProject project, WasteLedger ledger, List<BilingualText> steps, List<string> missing)
    {
        var isBreeam = row.Edition.Key.StartsWith("gb.breeam", StringComparison.Ordinal);
        switch (row.Measurand.Key)
        {
            case Measurands.Waste.DiversionRate:
                // BREEAM has a row for demolition and one for the rest; LEED counts both together. Excavated soil and land clearing count in none.
                var classes = row.Condition("wasteClass")?.Values[0] switch
                {
                    "demolition-waste" => [WasteClass.DemolitionWaste],
                    "non-demolition-waste" => NewConstructionOnly,
                    _ => WasteCheck.WithoutSpoilAndSlurry,
                };
                var isVolume = row.Condition("rateBasis")?.Values[0] == "volume";
                var balance = isVolume ? Volumes(ledger, classes, project, missing) : ledger.Balance(project.Densities, project.IsComplete);
                var (part, whole) = (balance.Taken(static route => route.IsReusedOrRecycled(), classes), balance.Generated(classes));
                Add(missing, part.Missing);
                Add(missing, whole.Missing);
                if (missing.Count == 0 && whole.Tonnes == 0) missing.Add("generated");
                if (missing.Count > 0) return null;
                var unit = isVolume ? "m3" : "t";
                steps.Add(new(
                    $"Diverted / generated: {Words.Number(part.Tonnes)} {unit} / {Words.Number(whole.Tonnes)} {unit}.", $"分流量 / 产生量：{Words.Number(part.Tonnes)} {unit} / {Words.Number(whole.Tonnes)} {unit}。"));
                return (part.Tonnes * 100 / whole.Tonnes, "%");
            case Measurands.Waste.GenerationIntensity:
                // BREEAM 2011 counts construction waste alone, per gross internal floor area.
                var (area, name) = isBreeam ? (project.GrossInternalFloorArea, "grossInternalFloorArea") : (project.FloorArea, "floorArea");
                var amount = ledger.Balance(project.Densities, project.IsComplete).Generated(isBreeam ? NewConstructionOnly : WasteCheck.WithoutSpoilAndSlurry);
                if (area is not >= 1) missing.Add(name);
                Add(missing, amount.Missing);
                if (ledger.Entries.Count == 0) missing.Add("entries");
                if (missing.Count > 0) return null;
                steps.Add(new($"Generated: {Words.Number(amount.Tonnes)} t / {Words.Number(area!.Value)} m2.", $"产生量：{Words.Number(amount.Tonnes)} t / {Words.Number(area.Value)} m2。"));
                return (amount.Tonnes * 10_000 / area.Value, AreaDensity.TonnesPerTenThousand);
            default:
                // Actual volumes, targets and sorted groups are in no mass ledger.
                missing.Add(row.Measurand.Key);
                return null;
        }
    }

    /// <summary>The same ledger counted in m3: possible where every line of the classes is a volume.</summary>
    private static WasteBalance Volumes(WasteLedger ledger, WasteClass[] classes, WasteProject project, List<string> missing)
    {
        var volumes = new List<WasteEntry>();
        foreach (var entry in ledger.Entries)
        {
            if (!classes.Contains(entry.Class) && entry.Class != WasteClass.Unknown) continue;
            if (entry.Unit == "m3") volumes.Add(new WasteEntry(entry.Date, entry.Class, entry.Route, entry.Quantity, "t"));
            else Add(missing, ["volume"]);
        }

        return new WasteLedger(volumes).Balance(null, project.IsComplete);
    }

    private static void Add(List<string> missing, IReadOnlyList<string> others)
    {
        foreach (var other in others)
            if (!missing.Contains(other)) missing.Add(other);
    }
}
