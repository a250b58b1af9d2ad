namespace GreenBuild.Standards.Materials;

/// <summary>The embodied carbon of the materials of a building (建材生产及运输阶段碳排放) by GB/T 51366-2019: C = (production + transport) / area.</summary>
/// <remarks>
/// Each line has its factor with source and year. Declarations of different generations of EN 15804 are never added: there is then no total, a finding says so, and
/// <see cref="ByGeneration"/> has the sums apart. Defaults of Annex D stand beside declarations of one generation, as the standard has it.
/// </remarks>
public sealed class EmbodiedCarbon
{
    private readonly List<CarbonLine> _lines = [];
    private readonly List<CarbonLine> _leftOut = [];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _missing = [];
    private readonly SortedDictionary<EpdGeneration, decimal> _byGeneration = [];

    private EmbodiedCarbon()
    {
    }

    /// <summary>The lines, in the order of the bill.</summary>
    public IReadOnlyList<CarbonLine> Lines => _lines.AsReadOnly();

    /// <summary>The carbon of production (A1 to A3) in kgCO2e; <see langword="null"/> if that of a line is not known, or generations differ.</summary>
    public decimal? Production { get; private set; }

    /// <summary>The carbon of transport (A4) in kgCO2e; <see langword="null"/> if that of a line is not known.</summary>
    public decimal? Transport { get; private set; }

    /// <summary>Production and transport in kgCO2e; <see langword="null"/> if one is not known.</summary>
    public decimal? Total => Production + Transport;

    /// <summary>The total per floor area in kgCO2e/m2; <see langword="null"/> if it, or the area, is not known.</summary>
    public decimal? PerFloorArea { get; private set; }

    /// <summary>The production of the lines that are known, by the generation of their declarations; <see cref="EpdGeneration.Unknown"/> for factors that are of no declaration.</summary>
    public IReadOnlyDictionary<EpdGeneration, decimal> ByGeneration => _byGeneration;

    /// <summary>The transport of the lines of which it is known, in kgCO2e.</summary>
    public decimal KnownTransport { get; private set; }

    /// <summary>Lines without a factor that are left out because the standard allows it: each below its share of the mass, all within the rule of 95 % (6.1.3, from memory).</summary>
    public IReadOnlyList<CarbonLine> LeftOut => _leftOut.AsReadOnly();

    /// <summary>
    /// What must be known of the sum: <c>epd-generation</c>, <c>mass-coverage</c>, <c>floor-area</c> (where the one given is none); and of lines, with the identifier as subject: lapsed declarations, faults, and lines whose
    /// carbon is not known.
    /// </summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>What is missing, over all lines; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => _missing.AsReadOnly();

    /// <summary>The weakest evidence of what the total rests on.</summary>
    public Evidence Evidence { get; private set; } = Evidence.Confirmed;

    /// <summary>Whether the total rests on a fact for which no source was seen.</summary>
    public bool IsUnconfirmed => Evidence == Evidence.Unconfirmed;

    /// <summary>Computes the embodied carbon of the lines of a bill.</summary>
    /// <param name="lines">The lines; their order does not matter.</param>
    /// <param name="place">The place of the building.</param>
    /// <param name="date">The day of the calculation.</param>
    /// <param name="floorArea">The floor area in m2; <see langword="null"/> if it is not known.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor of the findings; <see cref="CheckOptions.Default"/> if not given.</param>
    public static EmbodiedCarbon Of(
        IReadOnlyList<MaterialLine> lines, Jurisdiction place, CalendarDate date, decimal? floorArea = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        var carbon = new EmbodiedCarbon();
        foreach (var line in lines) carbon._lines.Add(CarbonLine.Of(line, catalogue, place, date, options));
        // First what may be left out: what need not be known is not asked for.
        var covered = carbon.Cover(catalogue, place, date, options);
        foreach (var line in carbon._lines) carbon.Add(line);
        carbon._findings.AddRange(covered);
        carbon.Sum(floorArea);
        return carbon;
    }

    private void Add(CarbonLine line)
    {
        var origin = line.Line.Origin;
        if (line.Fault is { English.Length: > 0 } fault) _findings.Add(new Finding(null) { Subject = line.Line.Id, Verdict = Verdict.Invalid, Reason = fault, Origin = origin });
        else if (line.Missing.Count > 0 && !_leftOut.Contains(line)) _findings.Add(ComputedFinding.Ask(new Finding(line.Factor?.Requirement) { Subject = line.Line.Id, Origin = origin }, line.Missing));
        if (line.WhyNotValid.English is { Length: > 0 })
            _findings.Add(new Finding(null) { Subject = line.Line.Id, Verdict = Verdict.Invalid, Reason = line.WhyNotValid, Origin = origin });
        else if (line.Line.Epd is { } declared && line.Fault.English.Length == 0 && line.Factor is { Epd: null } && (!CarbonFactor.TryFrom(declared, out _, out var lacks) || declared is { IsVerified: false, DatasetType.Length: 0 }))
            // The declaration would go first; that another factor stands for it must be seen.
            _findings.Add(ComputedFinding.Ask(new Finding(line.Factor.Requirement) { Subject = line.Line.Id, Origin = origin }, [lacks.Length > 0 ? lacks : "datasetType"]));
        if (line.Production is not { } production) return;
        var generation = GenerationOf(line);
        _byGeneration.TryGetValue(generation, out var sum);
        _byGeneration[generation] = sum + production;
    }

    private static EpdGeneration GenerationOf(CarbonLine line) => line.Factor?.Generation ?? EpdGeneration.Unknown;

    /// <summary>At least 95 % of the mass must be included, and what is left out must be small (6.1.3).</summary>
    private List<Finding> Cover(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, CheckOptions options)
    {
        var findings = new List<Finding>();
        var (all, included) = (0m, 0m);
        var unknown = new List<string>();
        var masses = new Dictionary<CarbonLine, decimal>();
        foreach (var line in _lines)
        {
            if (!line.Line.TryGetMass(line.ValidEpd, out var mass, out var missing))
            {
                // What is measured in areas or pieces, with a factor for them, is included however heavy it is; its mass keeps the share open.
                if (!unknown.Contains(missing)) unknown.Add(missing);
                continue;
            }

            masses[line] = mass;
            all += mass;
            if (line.Production is not null) included += mass;
        }

        decimal? coverage = all > 0 && unknown.Count == 0 ? included * 100 / all : null;
        if (_lines.Count > 0 && all == 0 && unknown.Count == 0) unknown.Add("mass");
        if (coverage is not null || unknown.Count > 0)
        {
            var basis = new FactorSheet();
            if (coverage is { } share) basis.Step($"{Words.Number(included)} kg of {Words.Number(all)} kg have a factor: {Words.Level(share)} %.", $"{Words.Number(all)} kg 中 {Words.Number(included)} kg 有因子：{Words.Level(share)} %。");
            var finding = ComputedFinding.JudgeGoverning(catalogue, Measurands.Materials.CarbonMassCoverage, coverage, "%", basis, unknown, place, date, Circumstances.None, options);
            finding.Subject = "mass-coverage";
            findings.Add(finding);
        }

        // Only lines without a factor may be left out, and only all of them: of one that is heavier the carbon is asked for.
        var without = _lines.Where(static line => line.Factor is null && line.Line.Fault.English.Length == 0).ToList();
        if (without.Count == 0 || coverage is not { } covered) return findings;
        if (Limit(Measurands.Materials.CarbonMassCoverage) is not { } least || !LimitCheck.Meets(least, covered) || Limit(Measurands.Materials.CarbonCutoffShare) is not { } cutoff) return findings;
        if (!without.TrueForAll(line => LimitCheck.Meets(cutoff, masses[line] * 100 / all))) return findings;
        _leftOut.AddRange(without);
        foreach (var line in without)
        {
            var share = Words.Level(masses[line] * 100 / all);
            var finding = new Finding(cutoff) { Subject = line.Line.Id, Verdict = Verdict.NotApplicable, Origin = line.Line.Origin };
            LimitCheck.Cite(finding, cutoff);
            finding.Rely(least);
            finding.Rely(cutoff.Evidence);
            finding.Reason = new($"Left out: {share} % of the mass ({cutoff.Citation}).", $"按规定不计入：占总质量的 {share} %（{cutoff.Citation}）。");
            finding.Steps.Add(finding.Reason);
            findings.Add(finding);
        }

        Weaken(least.Evidence);
        Weaken(cutoff.Evidence);
        return findings;

        Requirement? Limit(string measurand) => catalogue.Governing(measurand, place, date, Circumstances.None, options).Requirement;
    }

    private void Sum(decimal? floorArea)
    {
        decimal? production = 0m, transport = 0m;
        foreach (var line in _lines)
        {
            KnownTransport += line.Transport ?? 0;
            if (_leftOut.Contains(line)) continue;
            production += line.Production;
            transport += line.Transport;
            if (line.Total is not null) Weaken(line.Evidence);
            foreach (var name in line.Missing)
                if (!_missing.Contains(name)) _missing.Add(name);
        }

        Transport = transport;
        // Defaults of the standard are of no generation and stand beside either; a factor that may be of one does not.
        var generations = _lines.Where(static line => line.Factor is { IsDefault: false } && line.Production is not null).Select(GenerationOf).Distinct().OrderBy(static generation => generation).ToList();
        var isUnstated = generations.Contains(EpdGeneration.Unknown);
        if (generations.Count == 2 && isUnstated)
        {
            var open = ComputedFinding.Ask(new Finding(null) { Subject = "epd-generation" }, ["epdGeneration"]);
            _findings.Insert(0, open);
            if (!_missing.Contains("epdGeneration")) _missing.Add("epdGeneration");
        }
        else if (generations.Count > 1)
        {
            var names = string.Join(", ", generations.Select(static generation => generation == EpdGeneration.Unknown ? "?" : "EN 15804+" + generation));
            var finding = new Finding(null)
            {
                Subject = "epd-generation",
                Verdict = Verdict.Invalid,
                Reason = new($"Declarations of {names} are not added: their indicators differ. There is no total.", $"不同版本声明（{names}）的指标口径不同，不予相加，不给出总量。"),
            };
            finding.Steps.Add(finding.Reason);
            _findings.Insert(0, finding);
        }
        else
        {
            Production = production;
        }

        if (floorArea is not { } area) return;
        if (area > 0 && MeasuredNumber.IsQuantity(area))
        {
            PerFloorArea = Total / area;
            return;
        }

        var wrong = new Finding(null) { Subject = "floor-area", Verdict = Verdict.Invalid, Reason = new($"{Words.Number(area)} m2 is no floor area.", $"{Words.Number(area)} m2 不是建筑面积。") };
        wrong.Steps.Add(wrong.Reason);
        _findings.Add(wrong);
    }

    private void Weaken(Evidence evidence)
    {
        if (evidence < Evidence) Evidence = evidence;
    }
}
