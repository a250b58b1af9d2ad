namespace GreenBuild.Standards.Materials;

/// <summary>The specific activities of a building material, by gamma spectrometry (GB 6566).</summary>
public sealed class RadionuclideTest
{
    // More than pure potassium or any ore holds; it also keeps every product exact.
    private const decimal Most = 1_000_000_000;

    /// <summary>The specific activity of radium-226 (镭-226) in Bq/kg.</summary>
    public required decimal Radium226 { get; init; }

    /// <summary>The specific activity of thorium-232 (钍-232) in Bq/kg.</summary>
    public required decimal Thorium232 { get; init; }

    /// <summary>The specific activity of potassium-40 (钾-40) in Bq/kg.</summary>
    public required decimal Potassium40 { get; init; }

    /// <summary>The relative uncertainty (k = 1) of the internal index in %; <see langword="null"/> if not recorded.</summary>
    public decimal? InternalUncertainty { get; init; }

    /// <summary>The relative uncertainty (k = 1) of the external index in %; <see langword="null"/> if not recorded.</summary>
    public decimal? ExternalUncertainty { get; init; }

    /// <summary>The internal index IRa as the report states it; <see langword="null"/> if it does not. It is compared with the activities.</summary>
    public decimal? ReportedInternalIndex { get; init; }

    /// <summary>The external index Iγ as the report states it; <see langword="null"/> if it does not. It is compared with the activities.</summary>
    public decimal? ReportedExternalIndex { get; init; }

    /// <summary>The laboratory; may be empty.</summary>
    public string Laboratory { get; init; } = "";

    /// <summary>The day of the test; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? Date { get; init; }

    /// <summary>Where the values stand.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>What is wrong with the values, so that they do not count; empty if nothing is.</summary>
    public BilingualText Fault
    {
        get
        {
            foreach (var (name, value) in new[] { ("Ra-226", Radium226), ("Th-232", Thorium232), ("K-40", Potassium40) })
                if (value is < 0 or > Most) return new($"{Words.Number(value)} Bq/kg is no specific activity of {name}.", $"{Words.Number(value)} Bq/kg 不是 {name} 的比活度。");
            return default;
        }
    }

    internal decimal Of(string radionuclide) => radionuclide switch
    {
        "Ra-226" => Radium226,
        "Th-232" => Thorium232,
        _ => Potassium40,
    };
}

/// <summary>The exposure indices of a building material: IRa = C(Ra)/200 and Iγ = C(Ra)/370 + C(Th)/260 + C(K)/4200 (GB 6566), with the divisors of the catalogue.</summary>
public sealed class RadionuclideIndices
{
    private RadionuclideIndices(decimal? inner, decimal? outer, FactorSheet innerSheet, FactorSheet outerSheet)
    {
        Internal = inner;
        External = outer;
        InternalSheet = innerSheet;
        ExternalSheet = outerSheet;
    }

    /// <summary>The internal exposure index IRa (内照射指数), unrounded; <see langword="null"/> if the catalogue has no divisors in force.</summary>
    public decimal? Internal { get; }

    /// <summary>The external exposure index Iγ (外照射指数), unrounded; <see langword="null"/> if the catalogue has no divisors in force.</summary>
    public decimal? External { get; }

    /// <summary>How both were computed, with the rows of the divisors.</summary>
    public IReadOnlyList<BilingualText> Explanation => [.. InternalSheet.Explanation, .. ExternalSheet.Explanation];

    internal FactorSheet InternalSheet { get; }

    internal FactorSheet ExternalSheet { get; }

    /// <summary>Computes the indices.</summary>
    /// <param name="test">The specific activities; none of them out of range.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day whose edition gives the divisors.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <exception cref="ArgumentException">A value is out of range, see <see cref="RadionuclideTest.Fault"/>.</exception>
    public static RadionuclideIndices Of(RadionuclideTest test, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null)
    {
        if (test.Fault.English is { Length: > 0 } fault) throw new ArgumentException(fault, nameof(test));
        var (inner, outer) = (new FactorSheet(), new FactorSheet());
        return new RadionuclideIndices(Index("internal", "IRa", inner), Index("external", "Iγ", outer), inner, outer);

        decimal? Index(string index, string symbol, FactorSheet sheet)
        {
            // One division at the end: 1/370 and 1/4200 are fractions that no decimal holds, and half a tenth decides.
            var (numerator, denominator) = (0m, 1m);
            var terms = new List<string>();
            foreach (var row in (catalogue ?? StandardsCatalogue.Default).InForce(Measurands.Materials.RadionuclideReferenceActivity, place, date))
            {
                if (row.Value is not > 0 || row.Condition("exposureIndex")?.Values.Contains(index) != true || row.Condition("radionuclide") is not { } nuclide) continue;
                var activity = test.Of(nuclide.Values[0]);
                sheet.Cite(row);
                terms.Add($"{Words.Number(activity)}/{Words.Number(row.Value.Value)}");
                numerator = numerator * row.Value.Value + activity * denominator;
                denominator *= row.Value.Value;
            }

            if (terms.Count == 0) return null;
            var value = numerator / denominator;
            sheet.Step($"{symbol} = {string.Join(" + ", terms)} = {Words.Number(value)}.", $"{symbol} = {string.Join(" + ", terms)} = {Words.Number(value)}。");
            return value;
        }
    }
}

/// <summary>Judges the radioactivity of inorganic building materials: main structure, hollow or not, and the classes A, B and C of decoration materials (GB 6566).</summary>
public sealed class RadionuclideCheck
{
    private readonly Jurisdiction _place;
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;

    /// <summary>Creates a check for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public RadionuclideCheck(Jurisdiction place, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _place = place;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a test.</summary>
    /// <param name="test">The specific activities; <see langword="null"/> if the material was not tested.</param>
    /// <param name="circumstances">
    /// <c>materialUse</c>; of main-structure material <c>voidRatio</c> in %; of decoration material, where it is used: <c>finishSide</c>, <c>buildingClass</c> or
    /// <c>buildingUse</c> (industrial), and the class that is declared, <c>decorationClass</c>.
    /// </param>
    /// <param name="date">The day of delivery.</param>
    /// <returns>Contradictions of the report first; then both indices of main-structure material, or class, declared class and use of decoration material. Empty where no edition is in force.</returns>
    public IReadOnlyList<Finding> Judge(RadionuclideTest? test, Circumstances circumstances, CalendarDate date)
    {
        var limits = _catalogue.InForce(Measurands.Materials.RadionuclideInternalIndex, _place, date);
        if (limits.Count == 0) return [];
        if (!circumstances.TryGetToken("materialUse", out var use)) return [Named(ComputedFinding.Ask(new Finding(null), ["materialUse"]), "radionuclides", test)];
        if (test is null) return [Named(ComputedFinding.Ask(new Finding(null), ["radionuclides"]), "radionuclides", test)];
        if (test.Fault.English.Length > 0) return [Named(Invalid(test.Fault), "radionuclides", test)];
        if (circumstances.TryGetNumber("voidRatio", out var voids) && voids is < 0 or > 100) return [Named(Invalid(new($"{Words.Number(voids)} % is no void ratio.", $"{Words.Number(voids)} % 不是空心率。")), "voidRatio", test)];

        var indices = RadionuclideIndices.Of(test, _place, date, _catalogue);
        var findings = Contradictions(test, indices, date);
        if (use == "decoration")
        {
            var decoration = Classify(test, date);
            findings.Add(Named(Finding(decoration, indices), "decorationClass", test));
            if (circumstances.TryGetToken("decorationClass", out var declared)) findings.AddRange(JudgeDeclared(declared, indices, date).Select(finding => Named(finding, "decorationClass=" + declared, test)));
            findings.Add(Named(JudgeUse(decoration, circumstances, date), "decorationUse", test));
        }
        else
        {
            foreach (var (measurand, value, sheet) in Each(indices))
                findings.Add(Named(JudgeMain(measurand, value, sheet, circumstances, date), measurand, test));
        }

        foreach (var finding in findings) NoteUncertainty(finding, test, date);
        return findings.AsReadOnly();
    }

    /// <summary>Finds the class of a decoration material: A, else B, else C, else none.</summary>
    /// <param name="test">The specific activities; none of them out of range.</param>
    /// <param name="date">The day of delivery.</param>
    /// <exception cref="ArgumentException">A value is out of range, see <see cref="RadionuclideTest.Fault"/>.</exception>
    public DecorationClassification Classify(RadionuclideTest test, CalendarDate date)
    {
        var indices = RadionuclideIndices.Of(test, _place, date, _catalogue);
        var findings = new List<Finding>();
        foreach (var word in Vocabulary.FindFacet("decorationClass")!.Values)
        {
            var judged = JudgeDeclared(word.Value, indices, date);
            findings.AddRange(judged);
            if (judged.Count > 0 && judged.TrueForAll(static finding => finding.Decided == Verdict.Compliant))
                return new DecorationClassification(word.Value, findings, findings.Exists(static finding => finding.IsProvisional));
        }

        return new DecorationClassification(null, findings, findings.Exists(static finding => finding.IsProvisional));
    }

    /// <summary>Whether a decoration material of a class may be used in a place: class B not for inner finishes of class I civil buildings, class C only outdoors.</summary>
    /// <param name="decoration">The class.</param>
    /// <param name="where"><c>finishSide</c>, and for inner finishes <c>buildingClass</c> (I, II) or <c>buildingUse</c> (industrial).</param>
    /// <param name="date">The day.</param>
    public Finding JudgeUse(DecorationClassification decoration, Circumstances where, CalendarDate date)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(where, _place, date);
        known.TryGetToken("buildingUse", out var use);
        var stated = known.TryGetToken("buildingClass", out var given) ? given : null;
        // An industrial building is no civil building, and the reverse.
        if (use == "industrial" && stated is not null)
            return Invalid(new($"buildingClass is {stated}, but an industrial building is no civil building.", $"buildingClass 为 {stated} 类，但工业建筑不是民用建筑。"));
        var ofUse = BuildingClassOfUse.Find(_catalogue, _place, date, Measurands.Materials.DecorationClassUse, use);
        if (ofUse?.Against(stated) is { English.Length: > 0 } contradiction) return Invalid(contradiction);
        if (stated is null && ofUse?.Only is { } only) known = known.With("buildingClass", stated = only);
        if (use == "industrial") known = known.WithNoneOf("buildingClass");
        else if (stated is not null) known = known.WithNoneOf("buildingUse");
        var rows = new List<(Requirement Row, FacetMatch Match)>();
        var missing = new List<string>();
        foreach (var row in _catalogue.InForce(Measurands.Materials.DecorationClassUse, _place, date))
        {
            var match = row.AppliesTo(known, out var unknown);
            if (match == FacetMatch.Fails) continue;
            rows.Add((row, match));
            foreach (var facet in unknown)
                if (!missing.Contains(facet)) missing.Add(facet);
        }

        if (rows.Count == 0) return ComputedFinding.Ask(new Finding(null), ["finishSide"]);
        // What is not known decides only where the answers differ.
        var allowed = rows.ConvertAll(pair => decoration.ProvisionalClass is { } found && pair.Row.Settings.Contains(found));
        if (missing.Count > 0 && allowed.Contains(true) && allowed.Contains(false)) return ComputedFinding.Ask(new Finding(null), missing);
        // Of several rules the one that forbids decides; else one that surely applies is cited.
        var forbids = allowed.IndexOf(false);
        var (rule, _) = rows[forbids >= 0 ? forbids : Math.Max(0, rows.FindIndex(static pair => pair.Match == FacetMatch.Holds))];
        var finding = new Finding(rule);
        LimitCheck.Cite(finding, rule);
        foreach (var (row, _) in rows) finding.Rely(row);
        finding.Rely(decoration.Evidence);
        var name = decoration.ProvisionalClass ?? "–";
        finding.Reason = new(
            $"Class {name} against {string.Join(", ", rule.Settings)} ({rule.Citation}).", $"类别 {name}，可用类别 {string.Join("、", rule.Settings)}（{rule.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(forbids < 0 ? Verdict.Compliant : Verdict.NonCompliant, _options);
        return finding;
    }

    /// <summary>Where the void ratio is not known and every limit that may apply says the same, it decides nothing.</summary>
    private Finding JudgeMain(string measurand, decimal? value, FactorSheet sheet, Circumstances circumstances, CalendarDate date)
    {
        var governing = _catalogue.Governing(measurand, _place, date, circumstances, _options);
        if (governing.Requirement is null && governing.Missing.Count > 0)
        {
            var known = StandardsCatalogue.WithPlaceAndDate(circumstances, _place, date);
            var candidates = _catalogue.InForce(measurand, _place, date).Where(limit => limit.AppliesTo(known, out _) != FacetMatch.Fails).ToList();
            candidates.Sort(static (a, b) => LimitCheck.CompareStrictness(a, b) ?? 0);
            var judged = candidates.ConvertAll(limit => ComputedFinding.Judge(limit, value, "1", sheet, ["divisor"], _options));
            if (judged.Count > 0 && judged.TrueForAll(finding => finding.Verdict == judged[0].Verdict && finding.ProvisionalVerdict == judged[0].ProvisionalVerdict))
            {
                // Kept: the strictest; broken: the loosest says it most plainly.
                var finding = judged[0].Verdict == Verdict.NonCompliant ? judged[judged.Count - 1] : judged[0];
                finding.Step($"The same whatever {string.Join(", ", governing.Missing)} is.", $"无论{Words.NamesOf(governing.Missing).Chinese}如何，结论相同。");
                return finding;
            }
        }

        return ComputedFinding.JudgeGoverning(_catalogue, measurand, value, "1", sheet, ["divisor"], _place, date, circumstances, _options);
    }

    private Finding Finding(DecorationClassification decoration, RadionuclideIndices indices)
    {
        // The last limit that was looked at is the one that decides: of the class found, or of class C if it is none.
        var deciding = decoration.Findings.LastOrDefault(finding => decoration.ProvisionalClass is not null || finding.Verdict != Verdict.Compliant) ?? decoration.Findings.LastOrDefault();
        if (deciding?.Requirement is not { } limit) return ComputedFinding.Ask(new Finding(null), ["limit"]);
        var finding = new Finding(limit) { Measured = deciding.Measured, Compared = deciding.Compared, Limit = deciding.Limit, Margin = deciding.Margin, Unit = deciding.Unit, RoundingDigits = deciding.RoundingDigits };
        finding.Steps.AddRange(indices.Explanation);
        foreach (var tried in decoration.Findings)
        {
            finding.Rely(tried.Requirement!);
            finding.Rely(tried.Evidence);
            finding.Steps.Add(tried.Reason);
        }

        finding.Reason = decoration.ProvisionalClass is { } found
            ? new($"Decoration material of class {found} ({limit.Edition.Number}).", $"属 {found} 类装饰装修材料（{limit.Edition.Number}）。")
            : new($"In none of the classes: not permitted as decoration material ({limit.Edition.Number}).", $"不符合任何类别：不得用作装饰装修材料（{limit.Edition.Number}）。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(decoration.ProvisionalClass is null ? Verdict.NonCompliant : Verdict.Compliant, _options);
        return finding;
    }

    private List<Finding> JudgeDeclared(string decorationClass, RadionuclideIndices indices, CalendarDate date)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None.With("materialUse", "decoration").With("decorationClass", decorationClass), _place, date);
        var findings = new List<Finding>();
        foreach (var (measurand, value, sheet) in Each(indices))
            foreach (var limit in _catalogue.InForce(measurand, _place, date))
                if (limit.Condition("decorationClass") is not null && limit.AppliesTo(known, out _) == FacetMatch.Holds)
                    findings.Add(ComputedFinding.Judge(limit, value, "1", sheet, ["divisor"], _options));
        return findings;
    }

    /// <summary>A report whose index does not follow from its own activities; the usual slip is that of pages which print IRa = C(Ra)/370.</summary>
    private List<Finding> Contradictions(RadionuclideTest test, RadionuclideIndices indices, CalendarDate date)
    {
        var findings = new List<Finding>();
        foreach (var (symbol, reported, computed) in new[] { ("IRa", test.ReportedInternalIndex, indices.Internal), ("Iγ", test.ReportedExternalIndex, indices.External) })
        {
            if (reported is not { } stated || computed is not { } value || IsRounded(stated, value) || IsWithin(symbol, stated)) continue;
            var slip = symbol == "IRa" && DivisorOfRadium("external", date) is { } wrong && IsRounded(stated, test.Radium226 / wrong)
                ? new BilingualText($" It is C(Ra)/{Words.Number(wrong)}, the divisor of the external index.", $"其等于 C(Ra)/{Words.Number(wrong)}，误用了外照射指数的除数。")
                : default;
            var finding = Invalid(new(
                $"The report states {symbol} = {Words.Number(stated)}, but its activities give {Words.Number(value)}.{slip.English}", $"报告给出 {symbol} = {Words.Number(stated)}，但按其比活度计算为 {Words.Number(value)}。{slip.Chinese}"));
            findings.Add(Named(finding, "reported " + symbol, test));
        }

        return findings;

        // The laboratory computed from activities that it then rounded: what lies within half a digit of those printed is no contradiction.
        bool IsWithin(string symbol, decimal stated)
        {
            var (least, most) = (IndexOf(-1), IndexOf(1));
            if (!MeasuredNumber.IsBounded(stated)) return false;
            var half = HalfDigit(stated);
            return stated + half >= least && stated - half <= most;

            decimal? IndexOf(int sign)
            {
                var indices = RadionuclideIndices.Of(new RadionuclideTest { Radium226 = Shifted(test.Radium226), Thorium232 = Shifted(test.Thorium232), Potassium40 = Shifted(test.Potassium40) }, _place, date, _catalogue);
                return symbol == "IRa" ? indices.Internal : indices.External;

                decimal Shifted(decimal activity) => Math.Max(0, activity + sign * HalfDigit(activity));
            }
        }

        static decimal HalfDigit(decimal value) => new(5, 0, 0, false, (byte)Math.Min(Decimals(value) + 1, 28));

        static bool IsRounded(decimal stated, decimal value) => Gbt8170.Round(value, Math.Min(Decimals(stated), 10)) == stated;

        static int Decimals(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;
    }

    private decimal? DivisorOfRadium(string index, CalendarDate date) =>
        _catalogue.InForce(Measurands.Materials.RadionuclideReferenceActivity, _place, date)
            .FirstOrDefault(row => row.Condition("exposureIndex")?.Values.Contains(index) == true && row.Condition("radionuclide")?.Values.Contains("Ra-226") == true)?.Value;

    /// <summary>An index that was measured too coarsely does not count; what is not recorded is said.</summary>
    private void NoteUncertainty(Finding finding, RadionuclideTest test, CalendarDate date)
    {
        if (finding.Verdict == Verdict.Invalid || _catalogue.InForce(Measurands.Materials.RadionuclideUncertainty, _place, date) is not [{ } rule, ..]) return;
        decimal?[] stated = finding.Requirement?.Measurand.Key switch
        {
            Measurands.Materials.RadionuclideInternalIndex => [test.InternalUncertainty],
            Measurands.Materials.RadionuclideExternalIndex => [test.ExternalUncertainty],
            _ => [test.InternalUncertainty, test.ExternalUncertainty],
        };
        // A class rests on both indices.
        if (finding.Requirement?.Condition("decorationClass") is not null) stated = [test.InternalUncertainty, test.ExternalUncertainty];
        foreach (var uncertainty in stated)
        {
            if (uncertainty is not { } value)
            {
                if (finding.NotRecorded.Count == 0) finding.NotRecorded = ["uncertainty"];
                continue;
            }

            if (LimitCheck.Meets(rule, value)) continue;
            finding.Refer(rule);
            var isRecalled = rule.Evidence < _options.EvidenceFloor;
            ComputedFinding.Withdraw(finding, isRecalled ? Verdict.Indeterminate : Verdict.Invalid, isRecalled ? ["uncertainty"] : [], new(
                $"The uncertainty of {Words.Number(value)} % is more than {Words.Number(rule.Value!.Value)} % ({rule.Citation}).", $"测量不确定度 {Words.Number(value)} % 超过 {Words.Number(rule.Value!.Value)} %（{rule.Citation}）。"));
            return;
        }
    }

    private static (string Measurand, decimal? Value, FactorSheet Sheet)[] Each(RadionuclideIndices indices) =>
    [
        (Measurands.Materials.RadionuclideInternalIndex, indices.Internal, indices.InternalSheet),
        (Measurands.Materials.RadionuclideExternalIndex, indices.External, indices.ExternalSheet),
    ];

    private static Finding Invalid(BilingualText reason)
    {
        var finding = new Finding(null) { Verdict = Verdict.Invalid, Reason = reason };
        finding.Steps.Add(reason);
        return finding;
    }

    private static Finding Named(Finding finding, string subject, RadionuclideTest? test)
    {
        finding.Subject = subject;
        finding.Origin = test?.Origin;
        return finding;
    }
}

/// <summary>The class of a decoration material by its radioactivity.</summary>
public sealed class DecorationClassification
{
    internal DecorationClassification(string? provisional, List<Finding> findings, bool isProvisional)
    {
        ProvisionalClass = provisional;
        IsProvisional = isProvisional;
        Findings = findings.AsReadOnly();
        foreach (var finding in findings)
            if (finding.Evidence < Evidence) Evidence = finding.Evidence;
    }

    /// <summary>The class: <c>A</c>, <c>B</c> or <c>C</c>; <see langword="null"/> if it is none of them, or hangs on facts below the evidence floor.</summary>
    public string? Class => IsProvisional ? null : ProvisionalClass;

    /// <summary>The class if facts below the evidence floor count; <see langword="null"/> if it is none.</summary>
    public string? ProvisionalClass { get; }

    /// <summary>Whether the answer hangs on facts below the evidence floor.</summary>
    public bool IsProvisional { get; }

    /// <summary>Each index against each limit of each class that was looked at.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The weakest evidence that the class rests on.</summary>
    public Evidence Evidence { get; } = Evidence.Confirmed;
}
