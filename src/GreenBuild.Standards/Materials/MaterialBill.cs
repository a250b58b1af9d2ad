namespace GreenBuild.Standards.Materials;

/// <summary>A bill of materials of a building (材料清单), to be judged in one call.</summary>
public sealed class MaterialBill
{
    /// <summary>The lines. The list is copied.</summary>
    public required IReadOnlyList<MaterialLine> Lines { get; init => field = value.ToList().AsReadOnly(); }

    /// <summary>The place of the project.</summary>
    public required Jurisdiction Place { get; init; }

    /// <summary>The floor area in m2; <see langword="null"/> if it is not known: then carbon is not given per area.</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>What is known of the project: <c>buildingUse</c>, <c>structureType</c>, <c>governmentProcurement</c>, <c>buildingClass</c>.</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>Judges the bill.</summary>
    /// <param name="date">The day of the evaluation, by which ratio, score and carbon go; deliveries are judged by their own day.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public MaterialBillResult Judge(CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null) =>
        new(this, date, catalogue ?? StandardsCatalogue.Default, options ?? CheckOptions.Default);
}

/// <summary>One figure of a bill, with how well what it rests on is known.</summary>
public sealed class BillFigure
{
    internal BillFigure(string name, string subject, decimal? value, string unit, Evidence evidence)
    {
        Name = name;
        Subject = subject;
        Value = value;
        Unit = unit;
        Evidence = evidence;
    }

    /// <summary>What it is: <c>embodied-carbon</c>, <c>green-material-ratio</c>, <c>recyclable-share</c>, <c>points</c> ...</summary>
    public string Name { get; }

    /// <summary>The line or clause that it is of; empty for one of the whole bill.</summary>
    public string Subject { get; }

    /// <summary>The figure in <see cref="Unit"/>; <see langword="null"/> if it is not known.</summary>
    public decimal? Value { get; }

    /// <summary>The unit.</summary>
    public string Unit { get; }

    /// <summary>The weakest evidence of what it rests on.</summary>
    public Evidence Evidence { get; }

    /// <summary>Whether it rests on a fact for which no source was seen.</summary>
    public bool IsUnconfirmed => Evidence == Evidence.Unconfirmed;

    /// <summary>Name, figure and mark.</summary>
    public override string ToString() =>
        $"{Name}{(Subject.Length > 0 ? " " + Subject : "")}: {(Value is { } value ? Words.Level(value) + " " + Unit : "?")}{(IsUnconfirmed ? " (unconfirmed)" : "")}";
}

/// <summary>What one line of a bill was judged to be.</summary>
public sealed class MaterialLineResult
{
    internal MaterialLineResult(MaterialLine line, IReadOnlyList<Finding> harmfulSubstances, bool? isGreen, IReadOnlyList<Finding> certificate, CarbonLine carbon)
    {
        Line = line;
        HarmfulSubstances = harmfulSubstances;
        IsGreen = isGreen;
        Certificate = certificate;
        Carbon = carbon;
    }

    /// <summary>The line.</summary>
    public MaterialLine Line { get; }

    /// <summary>The findings on harmful substances, by the day of delivery; empty for a line without class.</summary>
    public IReadOnlyList<Finding> HarmfulSubstances { get; }

    /// <summary>What they come to; <see cref="Verdict.NotApplicable"/> for a line without class.</summary>
    public Verdict HarmfulVerdict => Finding.OverallOf(HarmfulSubstances);

    /// <summary>Whether the line counts as green: its certificate holds in every point; <see langword="null"/> if a point is open. Without a certificate it does not.</summary>
    public bool? IsGreen { get; }

    /// <summary>The findings on the certificate; empty without one.</summary>
    public IReadOnlyList<Finding> Certificate { get; }

    /// <summary>The embodied carbon.</summary>
    public CarbonLine Carbon { get; }
}

/// <summary>What a bill of materials was judged to be.</summary>
public sealed class MaterialBillResult
{
    // What a bill gives figures for.
    private static readonly string[] Scored =
    [
        Measurands.Materials.GreenMaterialRatio, Measurands.Materials.RecyclableMaterialShare, Measurands.Materials.HighStrengthRebarShare, Measurands.Materials.HighStrengthConcreteShare,
        Measurands.Materials.HighStrengthSteelShare,
    ];

    private readonly List<MaterialLineResult> _lines = [];
    private readonly List<Finding> _findings = [];
    private readonly List<BillFigure> _figures = [];

    internal MaterialBillResult(MaterialBill bill, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        Bill = bill;
        Date = date;
        Carbon = EmbodiedCarbon.Of(bill.Lines, bill.Place, date, bill.FloorArea, catalogue, options);
        var check = new HarmfulSubstanceCheck(bill.Place, catalogue, options);
        // Of a bill that was not read nothing is right, nor wrong.
        if (bill.Lines.Count == 0) _findings.Add(ComputedFinding.Ask(new Finding(null), ["materialLines"]));
        for (var i = 0; i < bill.Lines.Count; i++)
        {
            var line = bill.Lines[i];
            var certificate = CertificateCheck.Judge(line, bill.Place, catalogue, options);
            foreach (var finding in certificate) finding.Subject = line.Id + " " + finding.Subject;
            var harmful = line.AsProduct(bill.Circumstances) is { } product ? check.Judge(product) : [];
            _lines.Add(new MaterialLineResult(line, harmful, IsGreen(certificate), certificate, Carbon.Lines[i]));
            _findings.AddRange(harmful);
            _findings.AddRange(certificate);
        }

        GreenRatio = ComputeRatio(bill, date, catalogue, options);
        Procurement = JudgeProcurement(bill, date, catalogue, options);
        Recyclable = MaterialShares.Recyclable(bill.Lines, date);
        Clauses = ScoreClauses(bill, date, catalogue).AsReadOnly();
        _findings.AddRange(Procurement);
        _findings.AddRange(Carbon.Findings);
        ListFigures();
    }

    /// <summary>The bill.</summary>
    public MaterialBill Bill { get; }

    /// <summary>The day of the evaluation.</summary>
    public CalendarDate Date { get; }

    /// <summary>The lines, in the order of the bill.</summary>
    public IReadOnlyList<MaterialLineResult> Lines => _lines.AsReadOnly();

    /// <summary>The application ratio of green materials, from the lines that have a group.</summary>
    public GreenMaterialRatio GreenRatio { get; }

    /// <summary>The findings on government procurement, where a line stands in one of its lists; else empty.</summary>
    public IReadOnlyList<Finding> Procurement { get; }

    /// <summary>The share of recyclable and reusable materials by mass.</summary>
    public MaterialShare Recyclable { get; }

    /// <summary>The embodied carbon.</summary>
    public EmbodiedCarbon Carbon { get; }

    /// <summary>The clauses of GB/T 50378 to which the bill itself gives figures: high strength (7.2.15), recyclable (7.2.17, as far as the bill says), green ratio (7.2.18).</summary>
    public IReadOnlyList<GreenBuildingClause> Clauses { get; }

    /// <summary>All findings: harmful substances and certificates line by line, then procurement and carbon.</summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>All figures, with how well they are known.</summary>
    public IReadOnlyList<BillFigure> Figures => _figures.AsReadOnly();

    /// <summary>The figures that rest on a fact for which no source was seen.</summary>
    public IEnumerable<BillFigure> UnconfirmedFigures => _figures.Where(static figure => figure.IsUnconfirmed);

    private static bool? IsGreen(IReadOnlyList<Finding> certificate)
    {
        if (certificate.Count == 0 || certificate.Any(static finding => finding.Decided == Verdict.NonCompliant)) return false;
        // Where no rule governs a point, as before the scheme began, nothing is proved by it.
        return certificate.All(static finding => finding.Decided == Verdict.Compliant) ? true : null;
    }

    private GreenMaterialRatio ComputeRatio(MaterialBill bill, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var items = new List<GreenMaterialItem>();
        var missing = new List<string>();
        foreach (var kind in _lines.Where(static line => line.Line.MaterialGroup is not null).GroupBy(static line => (Group: line.Line.MaterialGroup!, Kind: NameText.Fold(line.Line.KindOrName))))
        {
            // In one unit the amounts are added as they are; else as masses.
            var isOneUnit = kind.Where(static line => line.Line.Fault.English.Length == 0).Select(static line => line.Line.Unit).Distinct().Count() <= 1;
            var (used, green, open) = (0m, 0m, 0m);
            var name = kind.First().Line.KindOrName;
            foreach (var line in kind)
            {
                // A faulty line is a part of the kind, however much it is.
                if (line.Line.Fault.English.Length > 0)
                {
                    missing.Add("fault:" + line.Line.Id);
                    continue;
                }

                var amount = line.Line.Quantity;
                if (!isOneUnit && !line.Line.TryGetMass(line.Carbon.ValidEpd, out amount, out var lacks))
                {
                    missing.Add(lacks + ":" + name);
                    continue;
                }

                used += amount;
                if (line.IsGreen == true) green += amount;
                if (line.IsGreen is null) open += amount;
            }

            // A certificate with an open point proves nothing yet; where that decides, the ratio is open.
            if (open > 0 && catalogue.Governing(Measurands.Materials.GreenMaterialItemShare, bill.Place, date, Circumstances.None.With("ratioMethod", "2024"), options).Requirement is { } threshold
                && LimitCheck.Meets(threshold, green * 100 / used) != LimitCheck.Meets(threshold, (green + open) * 100 / used))
                missing.Add("certificate:" + name);
            items.Add(new GreenMaterialItem(kind.Key.Group, name, used, green));
        }

        return GreenMaterialRatio.Of(items, missing.Distinct().ToList(), bill.Place, date, catalogue, options);
    }

    private IReadOnlyList<Finding> JudgeProcurement(MaterialBill bill, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var kinds = new List<ProcuredKind>();
        foreach (var line in _lines.Where(static line => line.Line.ProcurementList is not null))
        {
            var (list, name) = (line.Line.ProcurementList!, line.Line.KindOrName);
            // What the line is not of occurs in no project; and how much a faulty line is of, if anything, nobody knows.
            if (line.Line.Fault.English.Length > 0) kinds.Add(new ProcuredKind(name, list, null) { Open = ["fault:" + line.Line.Id] });
            else if (line.Line.Quantity > 0)
                kinds.Add(new ProcuredKind(name, list, line.IsGreen == true || line.Line.HasProcurementReport == true ? true : line.IsGreen is null || line.Line.HasProcurementReport is null ? null : false));
        }

        return kinds.Count == 0 ? [] : GreenProcurement.Judge(kinds, bill.Place, date, bill.Circumstances, catalogue, options);
    }

    private List<GreenBuildingClause> ScoreClauses(MaterialBill bill, CalendarDate date, StandardsCatalogue catalogue)
    {
        if (catalogue.EditionInForce("GB/T 50378", bill.Place, date) is not { } edition) return [];
        var items = new List<GreenBuildingItem>();
        Add(Measurands.Materials.GreenMaterialRatio, GreenRatio.Ratio, GreenRatio.Evidence);
        Add(Measurands.Materials.RecyclableMaterialShare, Recyclable.Ratio);
        AddStrength(Measurands.Materials.HighStrengthRebarShare, StructuralRole.Rebar);
        AddStrength(Measurands.Materials.HighStrengthConcreteShare, StructuralRole.VerticalConcrete);
        AddStrength(Measurands.Materials.HighStrengthSteelShare, StructuralRole.StructuralSteel);
        var clauses = edition.Requirements.Where(static row => row.Kind == RequirementKind.ScoreRow && Scored.Contains(row.Measurand.Key)).Select(static row => row.Clause).ToList();
        return GreenBuildingItems.Score(edition, items, bill.Circumstances).Where(clause => clauses.Contains(clause.Clause)).ToList();

        void AddStrength(string measurand, StructuralRole role)
        {
            var share = MaterialShares.HighStrength(bill.Lines, role, edition, date);
            Add(measurand, share.Ratio, share.Evidence);
        }

        void Add(string measurand, decimal? value, Evidence evidence = Evidence.Confirmed)
        {
            if (value is { } known) items.Add(new GreenBuildingItem(measurand, known) { Evidence = evidence });
        }
    }

    private void ListFigures()
    {
        foreach (var line in Carbon.Lines) _figures.Add(new BillFigure("embodied-carbon", line.Line.Id, line.Total, "kgCO2e", line.Evidence));
        _figures.Add(new BillFigure("embodied-carbon", "", Carbon.Total, "kgCO2e", Carbon.Evidence));
        _figures.Add(new BillFigure("embodied-carbon-per-area", "", Carbon.PerFloorArea, "kgCO2e/m2", Carbon.Evidence));
        _figures.Add(new BillFigure("green-material-ratio", "", GreenRatio.Ratio, "%", GreenRatio.Evidence));
        // A division of the bill's own masses; what a material can be recycled to is the bill's word.
        _figures.Add(new BillFigure("recyclable-share", "", Recyclable.Ratio, "%", Evidence.SingleSource));
        foreach (var clause in Clauses) _figures.Add(new BillFigure("points", clause.Clause, clause.Points, "1", clause.Evidence));
    }
}
