namespace GreenBuild.Standards.Materials;

/// <summary>Judges what a delivered product may hold and emit, by its class and the day of its delivery.</summary>
/// <remarks>
/// <para>Chosen are the mandatory limits in force in the place on the day of delivery. A value by another method than that of the limit is not compared. What the catalogue
/// holds only in part is said, and never taken for a pass.</para>
/// <para>Limits elsewhere (REACH, TSCA Title VI, AgBB) are asked for with their own place: their test methods are not those of the Chinese standards.</para>
/// </remarks>
public sealed class HarmfulSubstanceCheck
{
    private readonly Jurisdiction _place;
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;

    /// <summary>Creates a check for a place.</summary>
    /// <param name="place">Where the product is delivered.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public HarmfulSubstanceCheck(Jurisdiction place, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _place = place;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a product.</summary>
    /// <param name="product">The product.</param>
    /// <returns>
    /// One finding for each substance that is limited, or for each report on it; then the grade that it declares, the radionuclides of an inorganic material, and the editions
    /// of which only a part is known. <see cref="Finding.Subject"/> is the identifier of the product and the measurand. A single <see cref="Verdict.NotApplicable"/> if no rule is known for the class.
    /// </returns>
    public IReadOnlyList<Finding> Judge(SuppliedProduct product)
    {
        if (product.DeliveryDate is not { } delivery) return [Ask(product, "deliveryDate")];
        if (product.ProductionDate > delivery)
            return [Invalid(product, "productionDate", new($"Produced on {product.ProductionDate}, after the delivery on {delivery}.", $"生产日期 {product.ProductionDate} 晚于交付日期 {delivery}。"))];
        if (Contradiction(product) is { } contradiction) return [contradiction];
        if (product.Known.TryGetNumber("voidRatio", out var voids) && voids is < 0 or > 100) return [Invalid(product, "voidRatio", new($"{Words.Number(voids)} % is no void ratio.", $"{Words.Number(voids)} % 不是空心率。"))];

        // A report that says of the product what the product does not say of itself is about another one.
        var strange = product.Reports.Select(report => (Report: report, Facet: ContradictionOf(product, report))).Where(static pair => pair.Facet is not null).ToList();
        if (strange.Count > 0) product = product.Without(strange.ConvertAll(static pair => pair.Report));
        var findings = JudgeOn(product, delivery);
        JudgeStock(product, delivery, findings);
        foreach (var (report, facet) in strange) findings.Add(Contradicting(product, report, facet!));
        if (findings.Count == 0) findings.Add(NoRule(product, delivery));
        return findings.AsReadOnly();
    }

    private List<Finding> JudgeOn(SuppliedProduct product, CalendarDate date)
    {
        var findings = new List<Finding>();
        var known = Known(product, date);
        var used = new HashSet<TestReport>();
        foreach (var choice in Choices(product, known, date))
        {
            var reports = product.Reports.Where(choice.Substance.IsOf).ToList();
            if (choice.Governing is not { } limit)
            {
                var undisputed = reports.ConvertAll(report => Undisputed(product, report, choice.Substance, known, date));
                findings.AddRange(undisputed.OfType<Finding>());
                if (reports.Count == 0 || undisputed.Contains(null)) findings.Add(Ask(product, choice.Missing, choice.Substance));
                used.UnionWith(reports);
                continue;
            }

            if (reports.Count == 0 && choice.IsAsked) findings.Add(NotTested(product, choice, limit));
            foreach (var report in reports)
            {
                used.Add(report);
                // Each report by the limit of its own circumstances: that of a sample of 3 days says nothing of one of 28.
                var own = reports.Count == 1 ? choice : Choose(product, choice.Substance, known, date, report);
                findings.Add(own.Governing is { } chosen ? Judge(product, report, own, chosen, date) : Undisputed(product, report, choice.Substance, known, date) ?? Located(Ask(product, own.Missing.Count > 0 ? own.Missing : ["limit"], choice.Substance), product.Id + " " + choice.Substance, report, product));
            }
        }

        foreach (var report in product.Reports)
            if (!used.Contains(report)) JudgeElse(product, report, known, date, findings);
        JudgeDeclaredGrade(product, known, date, findings);
        findings.AddRange(JudgeRadionuclides(product, known, date));
        if (Gap(product, known, date) is { } gap) findings.Add(gap);
        return findings;
    }

    // What is limited for the product, with the limit that governs; in the order of the vocabulary.
    private List<Choice> Choices(SuppliedProduct product, Circumstances known, CalendarDate date)
    {
        var substances = new List<LimitedSubstance>();
        foreach (var edition in _catalogue.EditionsInForce(_place, date))
        {
            if (edition.Binding != BindingForce.Mandatory) continue;
            foreach (var row in edition.Requirements)
            {
                if (row.Kind != RequirementKind.Limit || row.IsTrigger || !HarmfulSubstance.IsSubstance(row.Measurand.Key)) continue;
                var substance = new LimitedSubstance(row);
                // Rules that name no product (the French label) are looked at where a report asks for it.
                if (!HarmfulSubstance.NamesProducts(row) && !product.Reports.Any(substance.IsOf)) continue;
                if (!substances.Contains(substance) && UsesOf(product, known).Any(use => row.AppliesTo(substance.In(use), out _) != FacetMatch.Fails)) substances.Add(substance);
            }
        }

        var choices = substances.ConvertAll(ChooseFirst);
        choices.RemoveAll(static choice => choice.Governing is null && choice.Missing.Count == 0);
        // Of the methods for formaldehyde one is enough: the first that is limited, or any that was used where that one is not.
        var ranked = choices.FindAll(static choice => HarmfulSubstance.MethodRank(choice.Substance.Measurand.Key) is not null);
        var first = ranked.OrderBy(static choice => HarmfulSubstance.MethodRank(choice.Substance.Measurand.Key)).FirstOrDefault();
        foreach (var choice in ranked) choice.IsAsked = choice == first;
        choices.RemoveAll(choice => !choice.IsAsked && !product.Reports.Any(choice.Substance.IsOf));
        choices.Sort(static (a, b) => string.CompareOrdinal(a.Substance.ToString(), b.Substance.ToString()));
        return choices;

        // Whether the substance is limited at all: by the first report to which a limit applies, or that leaves it open.
        Choice ChooseFirst(LimitedSubstance substance)
        {
            var of = product.Reports.Where(substance.IsOf).Select(report => Choose(product, substance, known, date, report)).ToList();
            return of.Find(static choice => choice.Governing is not null) ?? of.Find(static choice => choice.Missing.Count > 0) ?? (of.Count > 0 ? of[0] : Choose(product, substance, known, date, null));
        }
    }

    private Choice Choose(SuppliedProduct product, LimitedSubstance substance, Circumstances known, CalendarDate date, TestReport? report)
    {
        // What the test itself settles: the age of the sample.
        if (report is not null) known = With(known, report);
        // A product for several uses must keep the lowest of their limits (GB 33372-2020, 5.1.2).
        Choice? lowest = null;
        foreach (var use in UsesOf(product, known))
        {
            var choice = ChoiceOf(substance, substance.In(use), date);
            if (choice.Missing.Count > 0) return choice;
            if (choice.Governing is not { } limit) continue;
            if (lowest?.Governing is not { } other || LimitCheck.CompareStrictness(limit, other) < 0) lowest = choice;
        }

        return lowest ?? new Choice(substance, substance.In(known), null, null);
    }

    /// <summary>The finding on a report where a word is missing that decides nothing: of several uses one that is surely not kept, or all that surely are.</summary>
    private Finding? Undisputed(SuppliedProduct product, TestReport report, LimitedSubstance substance, Circumstances known, CalendarDate date)
    {
        var all = UsesOf(product, With(known, report)).ConvertAll(use => WhateverIsMissing.Judge(
            substance.In(use), under => ChoiceOf(substance, under, date), (choice, _) => choice.Governing is { } limit ? Judge(product, report, choice, limit, date) : null, static choice => choice.Missing));
        return all.Find(static finding => finding is not null && finding.Decided == Verdict.NonCompliant) ?? (all.Contains(null) ? null : all[0]);
    }

    private Choice ChoiceOf(LimitedSubstance substance, Circumstances circumstances, CalendarDate date)
    {
        var governing = _catalogue.Governing(substance.Measurand.Key, _place, date, circumstances, _options);
        return new Choice(substance, circumstances, governing, governing.Requirement?.Edition.Binding == BindingForce.Mandatory ? governing.Requirement : null);
    }

    // A use that is stated as a facet is one of them.
    private static List<Circumstances> UsesOf(SuppliedProduct product, Circumstances known)
    {
        var uses = product.AllUses;
        return uses.Count == 0 ? [known] : uses.Select(use => known.With("applicationField", use)).ToList();
    }

    private Finding Judge(SuppliedProduct product, TestReport report, Choice choice, Requirement limit, CalendarDate date)
    {
        var subject = product.Id + " " + choice.Substance;
        if (report.Value < 0 || !MeasuredNumber.IsBounded(report.Value))
        {
            var invalid = Invalid(product, "value", report.Value < 0
                ? new($"{Words.Number(report.Value)} {report.Unit} is negative.", $"{Words.Number(report.Value)} {report.Unit} 为负值。")
                : new($"{Words.Number(report.Value)} {report.Unit} is no result of a test.", $"{Words.Number(report.Value)} {report.Unit} 不是检测结果。"));
            return Located(invalid, subject, report, product);
        }

        if (NotComparable(limit, report) is { } other) return Located(other, subject, report, product);
        var known = With(choice.Known, report);
        var finding = LimitCheck.JudgeAt(limit, report.Value, _place, date, known, _options, UnitOf(report));
        if (choice.All is { } all) LimitCheck.MentionOthers(finding, all);
        if (product.AllUses.Count is > 1 and var uses) finding.Step($"Declared for {uses} uses: the lowest of their limits counts.", $"声明用于 {uses} 种用途：取其限值中最低者。");
        JudgeRetests(finding, report, limit, known, date);
        NoteMethod(finding, limit, report);
        return Located(finding, subject, report, product);
    }

    /// <summary>A first sample that fails is not the end: kept samples of the batch are retested (GB 18583-2008, GB 33372-2020, 7.3).</summary>
    private void JudgeRetests(Finding finding, TestReport report, Requirement limit, Circumstances known, CalendarDate date)
    {
        if (finding.Decided != Verdict.NonCompliant) return;
        var rule = limit.Edition.Requirements.FirstOrDefault(row =>
            row.Measurand.Key == Measurands.Materials.RetestSamples && row.AppliesTo(StandardsCatalogue.WithPlaceAndDate(known, _place, date), out _) == FacetMatch.Holds);
        if (rule?.Value is not { } samples) return;
        finding.Refer(rule);
        finding.Step(
            $"The first sample fails; kept samples of the batch to be retested: {Words.Number(samples)} ({rule.Citation}).", $"首个样品不合格；应复验备用样品数：{Words.Number(samples)}（{rule.Citation}）。");
        var unit = UnitOf(report);
        var (failed, passed) = (0, 0);
        foreach (var value in report.Retests)
        {
            var retest = LimitCheck.Judge(limit, value, known, new CheckOptions { EvidenceFloor = Evidence.Unconfirmed }, unit);
            if (retest.Verdict == Verdict.Compliant && value >= 0) passed++;
            else failed++;
            finding.Step($"Retest: {Words.Number(value)} {unit}: {Words.Of(retest.Verdict).English}.", $"复验：{Words.Number(value)} {unit}：{Words.Of(retest.Verdict).Chinese}。");
        }

        if (failed > 0) return;
        finding.Rely(rule);
        if (passed < samples)
        {
            ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["retest"], new($"The first sample fails; the retest decides ({rule.Citation}).", $"首个样品不合格，以复验结果为准（{rule.Citation}）。"));
            return;
        }

        ComputedFinding.Withdraw(finding, Verdict.Indeterminate, [], new($"The first sample fails and all retested samples pass ({rule.Citation}).", $"首个样品不合格，复验样品全部合格（{rule.Citation}）。"));
        finding.Conclude(Verdict.Compliant, _options);
    }

    private static Finding? NotComparable(Requirement limit, TestReport report)
    {
        var wanted = TestMethods.Of(limit);
        var isOfAnother = report.Method == TestMethod.NotRecorded && IsUnitOfAnotherTest(limit, report);
        if (!isOfAnother && (report.Method == TestMethod.NotRecorded || wanted == TestMethod.NotRecorded || report.Method == wanted)) return null;
        var finding = ComputedFinding.Ask(Cited(limit), ["testMethod"]);
        finding.Measured = report.Value;
        finding.Unit = UnitOf(report);
        if (isOfAnother)
        {
            finding.Reason = new(
                $"{Words.Number(report.Value)} {finding.Unit} without a method: that is the unit of another test; the limit is in {limit.Unit} ({limit.Citation}). Not converted.",
                $"{Words.Number(report.Value)} {finding.Unit} 未注明检测方法：该单位属于另一种检测；限值单位为 {limit.Unit}（{limit.Citation}）。不作换算。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        finding.Reason = new(
            $"Tested by {Words.Of(report.Method).English}, limited by {Words.Of(wanted).English}: not comparable, and not converted ({limit.Citation}).",
            $"检测方法为{Words.Of(report.Method).Chinese}，限值对应{Words.Of(wanted).Chinese}：不可比较，也不换算（{limit.Citation}）。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    // mg/L is that of the desiccator: as a number it would be a thousand times mg/m3 of the chamber.
    private static bool IsUnitOfAnotherTest(Requirement limit, TestReport report)
    {
        var (unit, key) = (UnitOf(report), limit.Measurand.Key);
        return !limit.Measurand.Units.Contains(unit) && Vocabulary.Measurands.Any(other => other.Key != key && HarmfulSubstance.IsSameSubstance(other.Key, key) && other.Units.Contains(unit));
    }

    private static void NoteMethod(Finding finding, Requirement limit, TestReport report)
    {
        if (report.Number.Length > 0 || report.Laboratory.Length > 0 || report.Date is not null)
            finding.Step($"Report: {string.Join(", ", Parts())}.", $"检测报告：{string.Join("，", Parts())}。");
        if (report.Method != TestMethod.NotRecorded || TestMethods.Of(limit) is not (not TestMethod.NotRecorded and var wanted)) return;
        finding.NotRecorded = ["testMethod"];
        finding.Step($"The method is not recorded; it is taken to be that of the limit: {Words.Of(wanted).English}.", $"未记录检测方法；视为限值所对应的方法：{Words.Of(wanted).Chinese}。");

        IEnumerable<string> Parts() => new[] { report.Number, report.Laboratory, report.Date?.ToString() ?? "" }.Where(static part => part.Length > 0);
    }

    private static Finding NotTested(SuppliedProduct product, Choice choice, Requirement limit)
    {
        var key = choice.Substance.Measurand.Key;
        // Formaldehyde by another method is no test of this limit, and no guess at it.
        if (product.Reports.FirstOrDefault(report => report.Measurand != key && HarmfulSubstance.IsSameSubstance(report.Measurand, key)) is not { } other)
        {
            var finding = ComputedFinding.Ask(Cited(limit), [key]);
            finding.Reason = new($"Not tested: {choice.Substance.Name.English} ({limit.Citation}).", $"未检测：{choice.Substance.Name.Chinese}（{limit.Citation}）。");
            return Located(finding, product.Id + " " + choice.Substance, null, product);
        }

        var incomparable = ComputedFinding.Ask(Cited(limit), ["testMethod"]);
        var reported = Vocabulary.FindMeasurand(other.Measurand)!.Title;
        incomparable.Reason = new(
            $"Reported is: {reported.English}; limited is: {choice.Substance.Name.English}. Not comparable, and not converted ({limit.Citation}).",
            $"报告项目：{reported.Chinese}；限值项目：{choice.Substance.Name.Chinese}。不可比较，也不换算（{limit.Citation}）。");
        incomparable.Steps.Add(incomparable.Reason);
        return Located(incomparable, product.Id + " " + choice.Substance, other, product);
    }

    // A report on something that no rule in force limits for the product: a dash in a table is no pass.
    private void JudgeElse(SuppliedProduct product, TestReport report, Circumstances known, CalendarDate date, List<Finding> findings)
    {
        if (!HarmfulSubstance.IsSubstance(report.Measurand))
        {
            var strange = new Finding(null) { Measured = report.Value, Unit = report.Unit, Verdict = Verdict.NotApplicable };
            strange.Reason = new($"{report.Measurand} is no harmful substance of a product.", $"{report.Measurand} 不是产品有害物质项目。");
            findings.Add(Located(strange, product.Id + " " + report.Measurand, report, product));
            return;
        }

        // What it is about was not said: the element, the group, the part.
        var silent = IdentityOf(report, known, date).Where(facet => !report.Circumstances.TryGetToken(facet, out _)).ToList();
        var finding = new Finding(null) { Measured = report.Value, Unit = report.Unit };
        if (silent.Count > 0) ComputedFinding.Ask(finding, silent);
        else if (Gaps(known, date) is { Count: > 0 } gaps)
        {
            finding.Missing = ["limit"];
            finding.Reason = PartOf(gaps);
        }
        else
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"Not limited for this product by the editions in force on {date}; that is no pass.", $"{date} 施行的标准未对该产品规定此项限值；不等于合格。");
        }

        finding.Steps.Add(finding.Reason);
        findings.Add(Located(finding, product.Id + " " + report.Measurand, report, product));
    }

    private List<string> IdentityOf(TestReport report, Circumstances known, CalendarDate date) =>
        _catalogue.InForce(report.Measurand, _place, date)
            .Where(row => row.AppliesTo(StandardsCatalogue.WithPlaceAndDate(known, _place, date), out _) == FacetMatch.Unknown)
            .SelectMany(static row => row.Conditions).Where(static condition => !condition.IsException && HarmfulSubstance.IsIdentity(condition.Facet))
            .Select(static condition => condition.Facet).Distinct().ToList();

    /// <summary>A grade that is declared (E1, E0, ENF) has to be kept, though the standard that defines it is recommended.</summary>
    private void JudgeDeclaredGrade(SuppliedProduct product, Circumstances known, CalendarDate date, List<Finding> findings)
    {
        if (!product.Circumstances.TryGetToken("formaldehydeGrade", out _)) return;
        foreach (var row in _catalogue.InForce(Measurands.Materials.FormaldehydeEmission, _place, date))
        {
            if (row.Edition.Binding == BindingForce.Mandatory || row.Condition("formaldehydeGrade") is null || row.AppliesTo(known, out _) != FacetMatch.Holds) continue;
            foreach (var report in product.Reports)
            {
                // A result that is none was called invalid already.
                if (report.Measurand != row.Measurand.Key || report.Value < 0 || !MeasuredNumber.IsBounded(report.Value)) continue;
                var finding = NotComparable(row, report) ?? LimitCheck.JudgeAt(row, report.Value, _place, date, known, _options, UnitOf(report));
                finding.Step("The grade was declared: the product is held to it.", "产品声明了该等级，按其判定。");
                findings.Add(Located(finding, product.Id + " formaldehydeGrade", report, product));
            }
        }
    }

    private IEnumerable<Finding> JudgeRadionuclides(SuppliedProduct product, Circumstances known, CalendarDate date)
    {
        var isInorganic = product.Class.Family is ProductFamily.MainStructure or ProductFamily.Decoration or ProductFamily.Inorganic;
        if (!isInorganic && product.Radionuclides is null) yield break;
        var check = new RadionuclideCheck(_place, _catalogue, _options);
        foreach (var finding in check.Judge(product.Radionuclides, known, date))
        {
            finding.Subject = product.Id + " " + finding.Subject;
            finding.Origin ??= product.Origin;
            yield return finding;
        }
    }

    /// <summary>The editions of which only a part is known, and which name the product.</summary>
    private List<Edition> Gaps(Circumstances known, CalendarDate date)
    {
        var found = new List<Edition>();
        foreach (var edition in _catalogue.EditionsInForce(_place, date))
            if (edition is { IsPartial: true, Binding: BindingForce.Mandatory } && edition.Requirements.Any(row => row.Condition("product") is not null && !IsFireTest(row) && row.AppliesTo(known, out _) != FacetMatch.Fails))
                found.Add(edition);
        return found;
    }

    private static bool IsFireTest(Requirement row) => row.Condition("fireClass") is not null || row.Condition("fireGrade") is not null;

    private Finding? Gap(SuppliedProduct product, Circumstances known, CalendarDate date)
    {
        if (Gaps(known, date) is not { Count: > 0 } gaps) return null;
        var finding = new Finding(null) { Missing = ["limit"], Reason = PartOf(gaps) };
        finding.Steps.Add(finding.Reason);
        return Located(finding, product.Id + " otherLimits", null, product);
    }

    private static BilingualText PartOf(List<Edition> gaps)
    {
        var numbers = gaps.Select(static edition => edition.Number).ToList();
        return new($"In force, and only a part of the limits is known: {string.Join(", ", numbers)}.", $"已施行但仅收录部分限值：{string.Join("、", numbers)}。");
    }

    /// <summary>Stock that was made before an edition and delivered under it, where the edition's rule for it was not seen: both editions are asked.</summary>
    private void JudgeStock(SuppliedProduct product, CalendarDate delivery, List<Finding> findings)
    {
        foreach (var edition in findings.Select(static finding => finding.Edition).Where(HasStockRule).Distinct().ToList())
        {
            if (edition!.Effective is not { } start || !(start <= delivery)) continue;
            if (product.ProductionDate is not { } made)
            {
                var earlier = JudgeOn(product, start.PlusDays(-1));
                foreach (var finding in findings.Where(finding => finding.Edition == edition))
                {
                    finding.NotRecorded = [.. finding.NotRecorded, "productionDate"];
                    // What would not be a breach for stock made before is none yet.
                    if (finding.Decided != Verdict.NonCompliant || Same(finding, findings, earlier) is var old && old?.Decided == Verdict.NonCompliant) continue;
                    finding.NotRecorded = finding.NotRecorded.Where(static name => name != "productionDate").ToList().AsReadOnly();
                    ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["productionDate"], new(
                        $"Not kept by {edition.Number}, but by what was in force before {start}: whether it was made before is not known.", $"不满足 {edition.Number}，但满足 {start} 之前的规定：是否此前生产未知。"));
                }

                continue;
            }

            if (made >= start) continue;
            var before = JudgeOn(product, start.PlusDays(-1));
            foreach (var finding in findings)
            {
                if (finding.Edition != edition) continue;
                var older = Same(finding, findings, before);
                finding.Step(
                    $"Made on {made}, before {edition.Number} came into force, and delivered under it; its rule for such stock was not seen. By {older?.Edition?.Number ?? "its predecessor"}: {Words.Of(older?.Verdict ?? Verdict.NotApplicable).English}.",
                    $"{made} 生产，早于 {edition.Number} 施行，施行后交付；库存产品的规定未见原文。按 {older?.Edition?.Number ?? "前一版本"}：{Words.Of(older?.Verdict ?? Verdict.NotApplicable).Chinese}。");
                if (older?.Verdict == finding.Verdict && older.ProvisionalVerdict == finding.ProvisionalVerdict) continue;
                ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["stockTransition"], new(
                    $"Stock made before {edition.Number}: whether it may still be delivered was not seen, and the two editions differ.", $"{edition.Number} 施行前生产的库存：能否继续交付未见规定，且两版结论不同。"));
            }
        }

        // Several reports on one substance stand in the order of the reports, before and after.
        static Finding? Same(Finding finding, List<Finding> now, List<Finding> before)
        {
            var place = now.Where(other => other.Subject == finding.Subject && other.Origin == finding.Origin).TakeWhile(other => other != finding).Count();
            return before.Where(other => other.Subject == finding.Subject && other.Origin == finding.Origin).ElementAtOrDefault(place);
        }

        static bool HasStockRule(Edition? edition) => edition is not null && edition.Methods.Any(static method => method.Key == "edition-rule");
    }

    private Circumstances Known(SuppliedProduct product, CalendarDate date)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(product.Known, _place, date);
        // A void ratio that GB 6566 calls hollow answers the other question as well; below it, aerated concrete is still to be told.
        if (!known.TryGetToken("hollowOrAerated", out _) && known.TryGetNumber("voidRatio", out var voids)
            && _catalogue.InForce(Measurands.Materials.RadionuclideExternalIndex, _place, date).Any(row => row.Condition("voidRatio")?.Range?.Contains(voids) == true))
            known = known.With("hollowOrAerated", true);
        return known;
    }

    private static Finding? Contradiction(SuppliedProduct product)
    {
        foreach (var facet in product.Class.Facets.Facets)
            if (product.Class.Facets.TryGetToken(facet, out var settled) && product.Circumstances.TryGetToken(facet, out var stated) && stated != settled)
                return Invalid(product, facet, new(
                    $"{facet} is {Words.ValueOf(facet, stated).English}, but the class {product.Class.Name.English} says otherwise.", $"“{facet}”为{Words.ValueOf(facet, stated).Chinese}，与产品类别“{product.Class.Name.Chinese}”矛盾。"));
        return null;
    }

    // What a value is about, and how old the sample was, only its report can say; of the product itself it may repeat what is known, and add what is not.
    private static string? ContradictionOf(SuppliedProduct product, TestReport report)
    {
        foreach (var facet in report.Circumstances.Facets)
        {
            if (IsOfTheTest(facet) || !report.Circumstances.TryGetToken(facet, out var stated)) continue;
            if (facet == "applicationField" ? product.AllUses is { Count: > 0 } uses && !uses.Contains(stated) : product.Known.TryGetToken(facet, out var known) && !IsSame(known, stated)) return facet;
        }

        return null;

        static bool IsSame(string a, string b) => a == b || (NumberText.TryParse(a, out var one, out _) && NumberText.TryParse(b, out var other, out _) && one == other);
    }

    private static bool IsOfTheTest(string facet) => facet == "testAge" || HarmfulSubstance.IsIdentity(facet);

    private static Finding Contradicting(SuppliedProduct product, TestReport report, string facet)
    {
        report.Circumstances.TryGetToken(facet, out var stated);
        var said = Words.ValueOf(facet, stated);
        var reason = new BilingualText(
            $"The report is on another product: {facet} is {said.English} there, and otherwise here.", $"检测报告针对另一产品：报告中{Words.NamesOf([facet]).Chinese}为{said.Chinese}，与产品本身不符。");
        var finding = Invalid(product, facet, reason);
        (finding.Measured, finding.Unit) = (report.Value, UnitOf(report));
        return Located(finding, product.Id + " " + report.Measurand, report, product);
    }

    private Finding NoRule(SuppliedProduct product, CalendarDate date)
    {
        var finding = new Finding(null) { Verdict = Verdict.NotApplicable };
        finding.Reason = new(
            $"No mandatory limit on harmful substances is known for {product.Class.Name.English} in {_place.Code} on {date}.", $"{_place.Name.Chinese}在 {date} 没有已知的针对“{product.Class.Name.Chinese}”的有害物质强制限值。");
        finding.Steps.Add(finding.Reason);
        return Located(finding, product.Id, null, product);
    }

    private static Finding Cited(Requirement limit)
    {
        var finding = new Finding(limit);
        LimitCheck.Cite(finding, limit);
        return finding;
    }

    private static Circumstances With(Circumstances known, TestReport report)
    {
        foreach (var facet in report.Circumstances.Facets)
            if (report.Circumstances.TryGetToken(facet, out var word) && (IsOfTheTest(facet) || !known.TryGetToken(facet, out _))) known = known.With(facet, word);
        return known;
    }

    private static string UnitOf(TestReport report) => MeasurementUnit.TryParse(report.Unit, out var unit) ? unit.Symbol : report.Unit;

    private static Finding Ask(SuppliedProduct product, string missing) => Located(ComputedFinding.Ask(new Finding(null), [missing]), product.Id, null, product);

    private static Finding Ask(SuppliedProduct product, IReadOnlyList<string> missing, LimitedSubstance substance) =>
        Located(ComputedFinding.Ask(new Finding(null), missing), product.Id + " " + substance, null, product);

    private static Finding Invalid(SuppliedProduct product, string field, BilingualText reason)
    {
        var finding = new Finding(null) { Verdict = Verdict.Invalid, Reason = reason };
        finding.Steps.Add(reason);
        return Located(finding, product.Id + " " + field, null, product);
    }

    private static Finding Located(Finding finding, string subject, TestReport? report, SuppliedProduct product)
    {
        finding.Subject = subject;
        finding.Origin = report?.Origin ?? product.Origin;
        return finding;
    }

    /// <summary>A substance that is limited for a product, with the limit that governs.</summary>
    private sealed class Choice(LimitedSubstance substance, Circumstances known, GoverningLimit? all, Requirement? governing)
    {
        public LimitedSubstance Substance { get; } = substance;

        public Circumstances Known { get; } = known;

        public GoverningLimit? All { get; } = all;

        public Requirement? Governing { get; } = governing;

        public bool IsAsked { get; set; } = true;

        public IReadOnlyList<string> Missing => All?.Missing ?? [];
    }
}
