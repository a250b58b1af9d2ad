namespace GreenBuild.Standards.Waste;

/// <summary>Judges the waste ledger of a project against the limits that are in force in its place on a day.</summary>
/// <remarks>
/// <para>Discharge (排放量, what leaves the site) and generation (产生量, all that arises) are different measurands: a site that uses its waste can keep the
/// limit on the one and exceed that on the other. Rates differ by numerator and whole; each finding says what it counted.</para>
/// <para>Schemes that a project chooses (LEED, BREEAM) are asked for by <see cref="WasteScheme"/>.</para>
/// </remarks>
public sealed class WasteCheck
{
    /// <summary>What is construction waste and neither spoil nor slurry.</summary>
    internal static readonly WasteClass[] WithoutSpoilAndSlurry = [WasteClass.EngineeringWaste, WasteClass.DemolitionWaste, WasteClass.DecorationWaste];

    /// <summary>The largest floor area that one project has, in m2.</summary>
    internal const decimal MostFloorArea = 1_000_000_000;

    // More than all that mankind moves in a year is no mass of a region, and would overflow.
    private const decimal MostOfARegion = 1_000_000_000_000;

    private const string RateBasis = "rateBasis";
    private const string Mass = "mass";
    private const string Volume = "volume";

    // What is a choice of the project, and nobody chose.
    private static readonly string[] Choices = ["itemType", "creditLevel", "compliancePath"];

    private readonly WasteProject _project;
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;

    /// <summary>Creates a check of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public WasteCheck(WasteProject project, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _project = project;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a ledger.</summary>
    /// <param name="ledger">The ledger; lines after the day do not count.</param>
    /// <param name="date">The day of completion, or of the evaluation.</param>
    /// <returns>
    /// What is wrong with the ledger, then the discharge, and whatever else is limited in the place: generation, recycling, recovery, diversion, disposal; then the
    /// planned value; last, slips of the unit. What cannot be computed is <see cref="Verdict.Indeterminate"/> and names what is missing.
    /// </returns>
    public IReadOnlyList<Finding> Judge(WasteLedger ledger, CalendarDate date)
    {
        var balance = ledger.Balance(_project.Densities, _project.IsComplete, date);
        var findings = new List<Finding>(balance.Findings) { JudgeDischarge(balance, date) };
        AddIfLimited(findings, JudgeGeneration(balance, date));
        foreach (var (group, classes) in RecyclingGroups)
            if (balance.HasEntriesOf(classes)) AddIfLimited(findings, JudgeRecycling(balance, date, group, classes));
        AddIfLimited(findings, JudgeRecovery(balance, date));
        var disposal = JudgeDisposal(balance, date);
        AddIfLimited(findings, JudgeDiversion(ledger, balance, date, disposal));
        AddIfLimited(findings, disposal);
        JudgePlanned(findings, date);
        FindSlip(findings, balance, date);
        return findings.AsReadOnly();
    }

    /// <summary>Judges the rate of a region, which no ledger of one project gives: resource utilisation of a city, material recovery of a country.</summary>
    /// <param name="measurand"><c>waste.utilisation-rate</c> or <c>waste.material-recovery-rate</c>.</param>
    /// <param name="regionLevel">What the region is, a word of the facet <c>regionLevel</c>.</param>
    /// <param name="utilisedTonnes">The mass utilised or recovered in the year, in t.</param>
    /// <param name="generatedTonnes">The mass generated in the year, in t, with the same things left out.</param>
    /// <param name="date">A day of the year.</param>
    /// <exception cref="ArgumentException">The measurand is no rate of a region, or the level is no word of the facet.</exception>
    public Finding JudgeRegion(string measurand, string regionLevel, decimal utilisedTonnes, decimal generatedTonnes, CalendarDate date)
    {
        if (measurand is not (Measurands.Waste.UtilisationRate or Measurands.Waste.MaterialRecoveryRate)) throw new ArgumentException($"{measurand} is no rate of a region.", nameof(measurand));
        if (regionLevel is "national" or "national-city-average" && _project.Site.Place.Parent is not null)
        {
            return new Finding(null)
            {
                Verdict = Verdict.NotApplicable,
                Subject = _project.Site.Place.Code,
                Reason = new(
                    $"A national figure is held against no part of the country: {_project.Site.Place.Name.English}.", $"全国性指标不用于评判单个地区：{_project.Site.Place.Name.Chinese}。"),
            };
        }

        // The year of the figures is the year whose end a target names.
        var known = Known().With("regionLevel", regionLevel);
        if (!known.TryGetToken("targetYear", out _)) known = known.With("targetYear", date.Year);
        // The Directive leaves natural soil and stones out of both (Art. 11(2)(b)); the caller gives masses that do.
        if (measurand == Measurands.Waste.MaterialRecoveryRate) known = known.With("excludedWaste", "soil-and-stones");
        var isShare = utilisedTonnes >= 0 && utilisedTonnes <= generatedTonnes && generatedTonnes is > 0 and <= MostOfARegion;
        var rate = isShare ? utilisedTonnes * 100 / generatedTonnes : 0;
        var share = utilisedTonnes == 0 && generatedTonnes == 0 ? new WasteShare(0, 100, 0, 0, ["generated"], []) : new WasteShare(rate, rate, utilisedTonnes, generatedTonnes, [], []);
        return Rate(measurand, known, date, share, new("utilised / generated", "利用量 / 产生量"), _project.Site.Place.Code, isOfProject: false);
    }

    private static readonly (string Group, WasteClass[] Classes)[] RecyclingGroups =
    [
        // 建质〔2007〕223号, 4.2.5, has rates of its own for demolition and for earthwork; "construction waste" is the rest.
        ("construction-waste", [WasteClass.EngineeringWaste, WasteClass.DecorationWaste]),
        ("demolition-waste", [WasteClass.DemolitionWaste]),
        ("earthwork", [WasteClass.EngineeringSpoil]),
        // CALGreen 5.408.3.
        ("land-clearing", [WasteClass.LandClearing]),
    ];

    private Finding JudgeDischarge(WasteBalance balance, CalendarDate date) => PerArea(
        Measurands.Waste.DischargeIntensity,
        Known().With("excludedWaste", "spoil-and-slurry"),
        date,
        balance,
        balance.Discharged(WithoutSpoilAndSlurry),
        new("left the site", "出场"),
        balance.LeftSite);

    private Finding JudgeGeneration(WasteBalance balance, CalendarDate date) => PerArea(
        Measurands.Waste.GenerationIntensity,
        Known().With("excludedWaste", "spoil-and-slurry"),
        date,
        balance,
        balance.Generated(WithoutSpoilAndSlurry),
        new("arose", "产生"),
        wasteClass => balance.IsGenerationRecorded(wasteClass) ? balance.Tonnes(wasteClass, WasteRoute.Generated) : balance.UsedOnSite(wasteClass) + balance.LeftSite(wasteClass));

    private Finding JudgeDisposal(WasteBalance balance, CalendarDate date) => PerArea(
        Measurands.Waste.DisposalIntensity,
        Known(),
        date,
        balance,
        balance.Taken(static route => route is WasteRoute.Disposed or WasteRoute.EnergyRecovery, WithoutSpoilAndSlurry),
        new("was disposed of", "处置"),
        wasteClass => balance.Tonnes(wasteClass, WasteRoute.Disposed) + balance.Tonnes(wasteClass, WasteRoute.EnergyRecovery));

    private Finding JudgeRecycling(WasteBalance balance, CalendarDate date, string group, WasteClass[] classes) => Rate(
        Measurands.Waste.RecyclingRate,
        Known().With("wasteClass", group),
        date,
        balance.Share(static entry => entry.Route.IsReusedOrRecycled(), "", classes),
        new("reused or recycled / generated", "再利用和回收量 / 产生量"),
        group);

    private Finding JudgeDiversion(WasteLedger ledger, WasteBalance balance, CalendarDate date, Finding disposal)
    {
        var finding = ByEitherBasis();
        if (finding.Verdict != Verdict.NotApplicable || disposal.Verdict != Verdict.NotApplicable) return finding;
        // A path that has no limit for this project frees it of nothing.
        finding = Judged(Known().WithNoneOf("compliancePath"), Mass, balance);
        if (finding.Verdict != Verdict.NonCompliant) return finding;
        finding.Step("The project chose another path, for which no limit of this project is known.", "项目选择了其他合规路径，但未掌握该路径对本项目的限值。");
        return Ask(finding, ["compliancePath"]);

        // Where the rule lets the project choose, it is kept if it is kept one way; the choice itself may be stated.
        Finding ByEitherBasis()
        {
            var known = Known();
            var isStated = known.TryGetToken(RateBasis, out var stated);
            var hasVolumes = ledger.TryBalanceOfVolumes(WithoutSpoilAndSlurry, _project.IsComplete, date, out var volumes);
            if (isStated && stated == Volume)
            {
                var byVolume = Judged(known, Volume, volumes);
                return hasVolumes || byVolume.Verdict == Verdict.NotApplicable ? byVolume : Ask(byVolume, ["volume"]);
            }

            var byMass = Judged(known, Mass, balance);
            if (isStated || byMass.Verdict != Verdict.NonCompliant || byMass.Requirement?.Condition(RateBasis)?.Values.Contains(Volume) != true) return byMass;
            if (hasVolumes) return Judged(known, Volume, volumes);
            byMass.Step("The rule may be kept by volume instead, and the ledger has no volumes.", "该规定也可按体积满足，而台账没有体积数据。");
            return Ask(byMass, [RateBasis]);
        }

        Finding Judged(Circumstances known, string basis, WasteBalance of) => Rate(
            Measurands.Waste.DiversionRate,
            known.With(RateBasis, basis),
            date,
            of.Share(static entry => entry.Route.IsReusedOrRecycled(), "", WithoutSpoilAndSlurry),
            basis == Mass
                ? new("diverted from disposal / generated, by mass, without excavated soil, land clearing and hazardous waste", "未处置量 / 产生量（按质量，不计挖土、清表和危险废物）")
                : new("diverted from disposal / generated, by volume, without excavated soil, land clearing and hazardous waste", "未处置量 / 产生量（按体积，不计挖土、清表和危险废物）"),
            "diversion",
            unit: basis == Mass ? "t" : "m3");
    }

    private Finding JudgeRecovery(WasteBalance balance, CalendarDate date) => Rate(
        Measurands.Waste.RecoverableRecoveryRate,
        Known(),
        date,
        balance.Recovery(WithoutSpoilAndSlurry),
        new("reused or recycled / recoverable", "再利用和回收量 / 可回收量"),
        "recoverable");

    private void JudgePlanned(List<Finding> findings, CalendarDate date)
    {
        if (_project.PlannedDischarge is not { } planned) return;
        var known = Known().With("excludedWaste", "spoil-and-slurry");
        var finding = LimitCheck.JudgeGoverning(_catalogue, Measurands.Waste.DischargeIntensity, planned.Value, _project.Site.Place, date, known, _options, planned.Unit);
        finding.Subject = "planned";
        finding.Origin = _project.PlannedDischargeOrigin;
        finding.Step("A planned value is compared as if it were reached: a plan that allows more than the limit does not keep it.", "计划值按恰好达到处理：计划允许超过限值即不符合。");
        findings.Add(finding);
        var limits = _catalogue.InForce(Measurands.Waste.DischargeIntensity, _project.Site.Place, date);
        if (WasteUnitSlip.OfStated(planned, limits) is not { } slip) return;
        slip.Subject = "planned";
        slip.Origin = _project.PlannedDischargeOrigin;
        findings.Add(slip);
    }

    private void FindSlip(List<Finding> findings, WasteBalance balance, CalendarDate date)
    {
        if (_project.FloorArea is not > 0 || WasteUnitSlip.PlanningFactors(_catalogue, _project.Site.Circumstances, date) is not { } plausible) return;
        // What arose is looked at where it is recorded: use on the site makes the discharge of a good site small.
        var isRecorded = WithoutSpoilAndSlurry.Any(balance.IsGenerationRecorded);
        var amount = isRecorded ? balance.Generated(WithoutSpoilAndSlurry) : balance.Discharged(WithoutSpoilAndSlurry);
        // A ledger that is not finished may well be small.
        if (PerTenThousand(amount.Tonnes, _project.FloorArea.Value) is not { } value || (amount.Missing.Contains("completion") && value < (plausible.Low.Value ?? 0))) return;
        if (WasteUnitSlip.OfMeasured(AreaDensity.FromTonnesPerTenThousandSquareMetres(value), plausible) is not { } slip) return;
        slip.Subject = isRecorded ? "generated" : "discharged";
        findings.Add(slip);
    }

    private Finding PerArea(
        string measurand, Circumstances known, CalendarDate date, WasteBalance balance, WasteAmount amount, BilingualText what, Func<WasteClass, decimal> tonnesOf)
    {
        var governing = _catalogue.Governing(measurand, _project.Site.Place, date, known, _options);
        var finding = Begin(governing, measurand, date);
        if (finding.Verdict == Verdict.NotApplicable) return finding;
        var missing = new List<string>(governing.Missing);
        if (_project.FloorArea is null) missing.Add("floorArea");
        if (!balance.HasEntriesOf(WithoutSpoilAndSlurry)) missing.Add("entries");
        ShowCounted(finding, balance, what, tonnesOf);
        ShowDensities(finding, amount.Densities);
        if (_project.FloorArea is { } given && PerTenThousand(0, given) is null) return Invalid(finding, given);
        if (missing.Count > 0 || governing.Requirement is not { } limit) return Ask(finding, missing);
        if (limit.Value is null) return Ask(finding, ["limit"]);

        var area = _project.FloorArea!.Value;
        var value = PerTenThousand(amount.Tonnes, area)!.Value;
        if (!MeasurementUnit.TryConvert(value, AreaDensity.TonnesPerTenThousand, limit.Unit, out var compared)) return Ask(finding, ["unit"]);
        finding.Measured = compared;
        finding.Unit = limit.Unit;
        MeasurementUnit.TryConvert(value, AreaDensity.TonnesPerTenThousand, AreaDensity.KilogramsPerSquareMetre, out var kilograms);
        finding.Step(
            $"{Words.Number(amount.Tonnes)} t / {Words.Number(area)} m2 = {Words.Level(value)} {Words.OfUnit(AreaDensity.TonnesPerTenThousand)} = {Words.Level(kilograms)} kg/m2.",
            $"{Words.Number(amount.Tonnes)} t / {Words.Number(area)} m2 = {Words.Level(value)} {Words.OfUnit(AreaDensity.TonnesPerTenThousand)} = {Words.Level(kilograms)} kg/m2。");
        LimitCheck.TryCompare(limit, compared, out var comparison);
        if (!amount.IsKnown && comparison.IsMet)
        {
            // Both ends have to keep it; the worse one is what is concluded from.
            if (Compare(limit, amount.MostTonnes, area, out var most) is not { IsMet: true } atMost) return Ask(finding, amount.Missing);
            comparison = atMost;
            finding.Measured = most;
        }

        if (!amount.IsKnown)
        {
            var upper = amount.MostTonnes is { } tonnes ? Words.Number(tonnes) + " t" : "?";
            finding.Step(
                $"At least so much, at most {upper}; not known: {string.Join(", ", amount.Missing)}. It does not change the verdict.",
                $"以上为下限，上限为 {upper}；缺少信息：{Words.NamesOf(amount.Missing).Chinese}。不影响结论。");
        }

        Conclude(finding, limit, comparison);
        LimitCheck.MentionOthers(finding, governing);
        return finding;
    }

    private static LimitComparison? Compare(Requirement limit, decimal? tonnes, decimal area, out decimal compared)
    {
        compared = 0;
        return tonnes is { } most && PerTenThousand(most, area) is { } value && MeasurementUnit.TryConvert(value, AreaDensity.TonnesPerTenThousand, limit.Unit, out compared)
            && LimitCheck.TryCompare(limit, compared, out var comparison) ? comparison : null;
    }

    private Finding Rate(string measurand, Circumstances known, CalendarDate date, WasteShare share, BilingualText what, string subject, bool isOfProject = true, string unit = "t")
    {
        var governing = _catalogue.Governing(measurand, _project.Site.Place, date, known, _options);
        var finding = Begin(governing, measurand, date);
        finding.Subject = subject;
        if (finding.Verdict == Verdict.NotApplicable) return finding;
        ShowDensities(finding, share.Densities);
        if (governing.Missing.Count > 0 || governing.Requirement is not { } limit) return Ask(finding, governing.Missing.Concat(share.Missing).Distinct().ToList());
        if (limit.Value is null) return Ask(finding, ["limit"]);
        var (part, whole) = (Words.Number(share.PartTonnes), Words.Number(share.WholeTonnes));
        if (share.IsKnown && (share.PartTonnes < 0 || share.PartTonnes > share.WholeTonnes || share.WholeTonnes > MostOfARegion))
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new($"{part} {unit} of {whole} {unit} is no share ({what.English}).", $"{whole} {unit} 中的 {part} {unit} 不构成比例（{what.Chinese}）。");
            return finding;
        }

        if (!MeasurementUnit.TryConvert(share.Low, "%", limit.Unit, out var low) || !MeasurementUnit.TryConvert(share.High, "%", limit.Unit, out var high)) return Ask(finding, ["unit"]);
        LimitCheck.TryCompare(limit, low, out var atLow);
        LimitCheck.TryCompare(limit, high, out var atHigh);
        if (share.IsKnown)
        {
            finding.Step($"{what.English}: {part} {unit} / {whole} {unit} = {Words.Level(share.Low)} %.", $"{what.Chinese}：{part} {unit} / {whole} {unit} = {Words.Level(share.Low)} %。");
        }
        else
        {
            finding.Step(
                $"{what.English}: {Words.Level(share.Low)} to {Words.Level(share.High)} %; not known: {string.Join(", ", share.Missing)}.",
                $"{what.Chinese}：{Words.Level(share.Low)}～{Words.Level(share.High)} %；缺少信息：{Words.NamesOf(share.Missing).Chinese}。");
            if (atLow.IsMet != atHigh.IsMet) return Ask(finding, share.Missing);
            finding.Step("Both ends give the same verdict.", "两端结论相同。");
        }

        // Of two ends that agree, the one that is nearer to the limit.
        var comparison = Math.Abs(atLow.Margin) <= Math.Abs(atHigh.Margin) ? atLow : atHigh;
        finding.Measured = comparison == atLow ? low : high;
        finding.Unit = limit.Unit;
        Conclude(finding, limit, comparison, isOfProject);
        LimitCheck.MentionOthers(finding, governing);
        return finding;
    }

    private void Conclude(Finding finding, Requirement limit, LimitComparison comparison, bool isOfProject = true)
    {
        finding.Rely(limit.Evidence);
        if (limit.Edition is { Kind: StandardKind.Policy, Binding: BindingForce.Recommended })
            finding.Step("A target of policy, which binds where a contract or another rule says so; no statutory limit.", "政策目标，在合同或其他规定引用时具有约束力，并非法定限值。");
        if (isOfProject && _project.IsComplete is null)
        {
            finding.NotRecorded = ["completion"];
            finding.Step("Taken as given: the ledger holds the whole project.", "视为成立：台账涵盖整个项目。");
        }

        LimitCheck.Conclude(finding, limit, comparison, _options);
    }

    private Finding Begin(GoverningLimit governing, string measurand, CalendarDate date)
    {
        var finding = new Finding(governing.Requirement) { Subject = measurand.Substring(measurand.IndexOf('.') + 1), To = date.PlusDays(1).ToDateTime() };
        if (governing.Requirement is { } limit)
        {
            LimitCheck.Cite(finding, limit);
        }
        else if (governing.Missing.Count == 0)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"No limit of {measurand} applies in {_project.Site.Place.Code} on {date}.", $"{_project.Site.Place.Name.Chinese} 在 {date} 没有适用的 {measurand} 限值。");
        }

        return finding;
    }

    private static void ShowCounted(Finding finding, WasteBalance balance, BilingualText what, Func<WasteClass, decimal> tonnesOf)
    {
        var (counted, others) = (new List<BilingualText>(), new List<BilingualText>());
        foreach (var wasteClass in balance.Classes)
        {
            var (name, tonnes) = (Words.Of(wasteClass), Words.Number(tonnesOf(wasteClass)));
            (WithoutSpoilAndSlurry.Contains(wasteClass) ? counted : others).Add(new($"{name.English} {tonnes} t", $"{name.Chinese} {tonnes} t"));
        }

        if (counted.Count > 0) finding.Step($"Counted, what {what.English}: {Joined(counted, ", ", Language.English)}.", $"计入（{what.Chinese}）：{Joined(counted, "、", Language.Chinese)}。");
        if (others.Count > 0) finding.Step($"Left out: {Joined(others, ", ", Language.English)}.", $"不计入：{Joined(others, "、", Language.Chinese)}。");
    }

    private static string Joined(List<BilingualText> texts, string separator, Language language) => string.Join(separator, texts.Select(text => text.In(language)));

    internal static void ShowDensities(Finding finding, IReadOnlyList<WasteDensity> densities)
    {
        foreach (var density in densities)
        {
            if (density.Requirement is { } row) finding.Rely(row.Evidence);
            finding.Step($"From volume to mass: {density}.", $"体积换算质量：{density}。");
        }
    }

    private static void AddIfLimited(List<Finding> findings, Finding finding)
    {
        if (finding.Verdict != Verdict.NotApplicable) findings.Add(finding);
    }

    private static Finding Ask(Finding finding, IReadOnlyList<string> missing)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing;
        finding.Reason = Words.NotKnown(missing);
        return finding;
    }

    private static Finding Invalid(Finding finding, decimal area)
    {
        finding.Verdict = Verdict.Invalid;
        finding.Reason = new($"{Words.Number(area)} m2 is no floor area.", $"{Words.Number(area)} m2 不是有效的建筑面积。");
        return finding;
    }

    private static decimal? PerTenThousand(decimal tonnes, decimal area)
    {
        // A floor area below that of a cabin or beyond that of a district is a slip that would only give nonsense.
        return area is < 1 or > MostFloorArea ? null : tonnes * 10_000 / area;
    }

    private Circumstances Known()
    {
        var known = _project.Site.Circumstances;
        foreach (var choice in Choices)
            if (!known.TryGetToken(choice, out _)) known = known.WithNoneOf(choice);
        return known;
    }
}
