using System.Globalization;
using System.Text;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Hosts;

/// <summary>One line of <c>cases.tsv</c>.</summary>
internal sealed class ConformanceCase
{
    private ConformanceCase(string[] cells)
    {
        if (cells.Length != 5) throw new FormatException("A case has five cells: " + string.Join(" | ", cells));
        (Id, Operation, Arguments, Expected, Basis) = (cells[0], cells[1], cells[2].Split('|'), cells[3], cells[4]);
    }

    public string Id { get; }

    public string Operation { get; }

    public string[] Arguments { get; }

    public string Expected { get; }

    /// <summary>Where the expected outcome comes from.</summary>
    public string Basis { get; }

    /// <summary>Reads the table; lines that begin with # say what a group is about.</summary>
    public static List<ConformanceCase> ReadAll(string path)
    {
        var cases = new List<ConformanceCase>();
        foreach (var line in File.ReadAllLines(path, Encoding.UTF8))
            if (line.Length > 0 && line[0] != '#') cases.Add(new ConformanceCase(line.Split('\t')));
        return cases;
    }
}

/// <summary>
/// Asks the library what the cases ask, in every kind of host. It is compiled from this one source into each of them, and uses nothing that
/// .NET Framework 4.7.2 lacks.
/// </summary>
internal static class ConformanceRun
{
    /// <summary>Each case with its result, a line each, with a line feed alone.</summary>
    public static string Lines(IEnumerable<ConformanceCase> cases)
    {
        var lines = new StringBuilder();
        foreach (var one in cases) lines.Append(one.Id).Append('\t').Append(ResultOf(one)).Append('\n');
        return lines.ToString();
    }

    public static string ResultOf(ConformanceCase one)
    {
        var a = one.Arguments;
        return one.Operation switch
        {
            "round" => Text(Gbt8170.Round(Number(a[0]), int.Parse(a[1], CultureInfo.InvariantCulture))),
            "energy-mean" => Level(SoundLevel.EnergyMean(a.Select(SoundLevel.Parse)).Decibels),
            "energy-sum" => Level(SoundLevel.EnergySum(a.Select(SoundLevel.Parse)).Decibels),
            "energy-pieces" => Level((decimal)EquivalentLevel.OfPieces(a.Select(static piece => Binary(piece.Split('@')[0])).ToList(), a.Select(static piece => TimeSpan.FromSeconds(Binary(piece.Split('@')[1]))).ToList())),
            "day-night" => Level((decimal)EquivalentLevel.DayNight(Binary(a[0]), Binary(a[1]))),
            "subtract" => Level((decimal)EquivalentLevel.Subtract(Binary(a[0]), Binary(a[1]))),
            "convert" => MeasurementUnit.TryConvert(Number(a[0]), a[1], a[2], out var converted) ? Text(converted) : "none",
            "unit" => MeasurementUnit.TryParse(a[0], out var unit) ? unit.Symbol : "none",
            "quantity" => QuantityOf(a[0], a[1]),
            "date" => CalendarDate.TryParse(a[0], out var date) ? date.PlusDays(int.Parse(a[1], CultureInfo.InvariantCulture)).ToString() : "none",
            "in-force" => StandardsCatalogue.Default.FindEdition(a[0])!.IsInForceOn(CalendarDate.Parse(a[1])) ? "in force" : "not in force",
            "citation" => StandardsCatalogue.Default.FindEdition(a[0])?.Key ?? "none",
            "period" => NightHours.For(StandardsCatalogue.Default, Jurisdiction.Parse(a[0]), CalendarDate.FromDateTime(Time(a[1]))).Contains(Time(a[1])) ? "night" : "day",
            "requirement" => Judged(LimitCheck.Judge(StandardsCatalogue.Default.Find(a[0])!, Number(a[1]))),
            "summary" => LimitCheck.Judge(StandardsCatalogue.Default.Find(a[0])!, Number(a[1])).Summarise(a[2] == "zh" ? Language.Chinese : Language.English),
            "governing" => GoverningOf(a),
            "boundary" => string.Join("; ", Boundary(a).Select(Judged)),
            "air-quality-index" => IndexOf(a),
            "assembly-row" => AssemblyRow(a),
            "assembly-rate" => AssemblyRate(a),
            "component" => ComponentOf(a),
            "tolerance" => ToleranceOf(a),
            "module" => Verdicts(new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2026-07-01")).Judge(Number(a[0]), Facets(a[1]))[0]),
            "waste" => WasteOf(a),
            "radionuclides" => RadionuclidesOf(a),
            "decoration-class" => DecorationOf(a),
            "product" => ProductOf(a),
            _ => throw new FormatException("No operation is called " + one.Operation),
        };
    }

    private static string GoverningOf(string[] a)
    {
        var (place, date, known) = (Jurisdiction.Parse(a[1]), CalendarDate.Parse(a[2]), Facets(a[3]));
        if (a.Length == 4) return StandardsCatalogue.Default.Governing(a[0], place, date, known).Requirement?.Key ?? "none";
        var finding = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, a[0], Number(a[4]), place, date, known, unit: a[5]);
        return Judged(finding) + " " + (finding.Requirement?.Key ?? "none");
    }

    /// <summary>A building site with sensitive buildings around it.</summary>
    private static IReadOnlyList<Finding> Boundary(string[] a)
    {
        var site = new ConstructionSite(Jurisdiction.Parse(a[0])) { Circumstances = Facets("projectType=building; noiseSensitiveBuildings=true") };
        var measurement = new SiteBoundaryMeasurement("P1", Time(a[1]), Number(a[2]))
        {
            BackgroundLevel = Optional(a, 3),
            MaximumLevel = Optional(a, 4),
            WindSpeed = Optional(a, 5),
        };
        return new SiteBoundaryCheck(site).Judge(measurement);
    }

    private static string IndexOf(string[] a) =>
        AirQualityIndex.TryCompute(StandardsCatalogue.Default, a[0] == "pm10" ? Particulate.Pm10 : Particulate.Pm25, Number(a[1]), Jurisdiction.China, CalendarDate.Parse(a[2]), out var index)
            ? index!.Value.ToString(CultureInfo.InvariantCulture)
            : "none";

    // The facts on points are recalled: with this floor they are reckoned with.
    private static readonly CheckOptions WhateverTheEvidence = new() { EvidenceFloor = Evidence.Unconfirmed };

    private static string AssemblyRow(string[] a)
    {
        var item = (AssemblyItem)Enum.Parse(typeof(AssemblyItem), a[0]);
        var takeOff = new AssemblyTakeOff
        {
            Structure = AssemblyStructure.Concrete,
            VerticalVolume = 1000,
            FloorArea = 1000,
            NonBearingEnclosureArea = 1000,
            EnclosureArea = 1000,
            PartitionArea = 1000,
            KitchenArea = 1000,
            BathroomArea = 1000,
            ServiceLength = 1000,
        };
        return Text(Sheet(takeOff.WithRatio(item, Number(a[1]))).Rows[(int)item].Points.Value);
    }

    /// <summary>The eleven ratios of Table 4.0.1 in its order; "-" where the function does not exist. The seventh is full fit-out.</summary>
    private static string AssemblyRate(string[] a)
    {
        var ratios = a[0].Split(',').Select(static text => text == "-" ? (decimal?)null : Number(text)).ToArray();
        var takeOff = new AssemblyTakeOff
        {
            Structure = AssemblyStructure.Concrete,
            VerticalVolume = 1000,
            FloorArea = 1000,
            NonBearingEnclosureArea = ratios[2] is null ? null : 1000,
            EnclosureArea = ratios[3] is null ? null : 1000,
            PartitionArea = ratios[4] is null && ratios[5] is null ? null : 1000,
            KitchenArea = ratios[8] is null ? null : 1000,
            BathroomArea = ratios[9] is null ? null : 1000,
            ServiceLength = ratios[10] is null ? null : 1000,
            Absent = Enumerable.Range(0, 11).Where(i => ratios[i] is null).Select(static i => (AssemblyItem)i).ToList(),
        };
        for (var i = 0; i < 11; i++)
            if (ratios[i] is { } ratio && i != 6) takeOff = takeOff.WithRatio((AssemblyItem)i, ratio);
        var sheet = Sheet(takeOff with { HasFullFitOut = ratios[6] > 0 });
        return $"{Text(sheet.Q1.Value)} {Text(sheet.Q2.Value)} {Text(sheet.Q3.Value)} {Text(sheet.Q4)} {(sheet.Rate.Value is { } rate ? Text(Gbt8170.Round(rate, 4)) : "none")} {sheet.Verdict}";
    }

    private static AssemblyScoreSheet Sheet(AssemblyTakeOff takeOff) => AssemblyScoreSheet.Of(takeOff, Jurisdiction.China, CalendarDate.Parse("2026-06-30"), options: WhateverTheEvidence);

    /// <summary>category | length, width, depth | the tolerances of length, section and flatness | face</summary>
    private static string ComponentOf(string[] a)
    {
        var (size, tolerances) = (a[1].Split(',').Select(Number).ToArray(), a[2].Split(',').Select(Number).ToArray());
        var component = new PrecastComponent
        {
            Id = "1", Category = a[0], Size = new ComponentSize(size[0], size[1], size[2]), LengthTolerance = tolerances[0], SectionTolerance = tolerances[1], FlatnessTolerance = tolerances[2], Face = a[3],
        };
        var findings = new List<ComponentFinding>();
        var outcome = new ComponentCheck(Jurisdiction.China, CalendarDate.Parse("2026-07-01"), options: WhateverTheEvidence).Check(component, findings);
        return string.Join(" ", new[] { outcome.Verdict.ToString() }.Concat(findings.Select(static finding => finding.Rule.ToString())));
    }

    /// <summary>measurand | stage | component | length in mm, or nothing | dimension, feature and face, or nothing | deviation in mm</summary>
    private static string ToleranceOf(string[] a) => Judged(new ToleranceCheck(Jurisdiction.China, CalendarDate.Parse("2026-07-01"), options: WhateverTheEvidence).Judge(new MeasuredDeviation
    {
        Item = new ToleranceItem
        {
            Measurand = a[0], InspectionStage = Word(a[1]), Component = Word(a[2]), MemberLength = Optional(a, 3), Dimension = Word(a[4]), Feature = Word(a[5]), Face = Word(a[6]),
        },
        Deviation = Number(a[7]),
    }));

    /// <summary>subject of the finding | place | facets | floor area | day | class:route:quantity:unit and so on</summary>
    private static string WasteOf(string[] a)
    {
        var site = new ConstructionSite(Jurisdiction.Parse(a[1])) { Circumstances = Facets(a[2]) };
        var ledger = new WasteLedger(a[5].Split(',').Select(static text => text.Split(':')).Select(static cells => new WasteEntry(
            new CalendarDate(2026, 3, 2), (WasteClass)Enum.Parse(typeof(WasteClass), cells[0]), (WasteRoute)Enum.Parse(typeof(WasteRoute), cells[1]), Number(cells[2]), cells[3])));
        var findings = new WasteCheck(new WasteProject(site) { FloorArea = Optional(a, 3), IsComplete = true }).Judge(ledger, CalendarDate.Parse(a[4]));
        return string.Join("; ", findings.Where(finding => finding.Subject == a[0]).Select(Judged));
    }

    private static RadionuclideTest Test(string[] a) => new() { Radium226 = Number(a[0]), Thorium232 = Number(a[1]), Potassium40 = Number(a[2]) };

    private static string RadionuclidesOf(string[] a)
    {
        var day = CalendarDate.Parse("2026-06-01");
        var indices = RadionuclideIndices.Of(Test(a), Jurisdiction.China, day);
        var findings = new RadionuclideCheck(Jurisdiction.China).Judge(Test(a), Facets("materialUse=main-structure; " + a[3]), day);
        return $"{Text(Gbt8170.Round(indices.Internal!.Value, 6))} {Text(Gbt8170.Round(indices.External!.Value, 6))} {string.Join(" ", findings.Select(Verdicts))}";
    }

    private static string DecorationOf(string[] a)
    {
        var found = new RadionuclideCheck(Jurisdiction.China).Classify(Test(a), CalendarDate.Parse("2026-06-01"));
        return (found.ProvisionalClass ?? "none") + (found.IsProvisional ? "?" : "");
    }

    /// <summary>class | day of production and delivery | facets | substance | value | unit | method | facets of the report</summary>
    private static string ProductOf(string[] a)
    {
        var product = new SuppliedProduct
        {
            Id = "p",
            Class = ProductClass.Parse(a[0]),
            DeliveryDate = CalendarDate.Parse(a[1]),
            ProductionDate = CalendarDate.Parse(a[1]),
            Circumstances = Facets(a[2]),
            Reports =
            [
                new TestReport
                {
                    Measurand = "materials." + a[3], Value = Number(a[4]), Unit = a[5], Method = (TestMethod)Enum.Parse(typeof(TestMethod), a[6]), Circumstances = Facets(a[7]), Number = "R1", Laboratory = "L",
                },
            ],
        };
        return string.Join("; ", new HarmfulSubstanceCheck(Jurisdiction.China).Judge(product)
            .Where(finding => finding.Measured is not null && finding.Subject.StartsWith("p materials." + a[3], StringComparison.Ordinal))
            .Select(static finding => Judged(finding) + " " + finding.Edition?.Number));
    }

    private static string QuantityOf(string quantity, string text) => quantity switch
    {
        "SoundLevel" => SoundLevel.TryParse(text, out var level) ? level.ToString() : "none",
        "Length" => Length.TryParse(text, out var length) ? length + " = " + Text(length.InMillimetres) + " mm" : "none",
        "Area" => Area.TryParse(text, out var area) ? area + " = " + Text(area.InSquareMetres) + " m2" : "none",
        "Mass" => Mass.TryParse(text, out var mass) ? mass + " = " + Text(mass.InKilograms) + " kg" : "none",
        "MassConcentration" => MassConcentration.TryParse(text, out var concentration) ? concentration + " = " + Text(concentration.InMicrogramsPerCubicMetre) + " µg/m3" : "none",
        "AreaDensity" => AreaDensity.TryParse(text, out var density) ? density + " = " + Text(density.InKilogramsPerSquareMetre) + " kg/m2" : "none",
        "Ratio" => Ratio.TryParse(text, out var ratio) ? ratio.ToString() : "none",
        _ => throw new FormatException(quantity),
    };

    private static string Judged(Finding finding) => Verdicts(finding) + (finding.Compared is { } compared ? " " + Text(compared) + " " + Text(finding.Limit) : "");

    private static string Verdicts(Finding finding) => finding.Verdict + (finding.ProvisionalVerdict is { } provisional ? "(" + provisional + ")" : "");

    private static string? Word(string text) => text.Length == 0 ? null : text;

    private static decimal? Optional(string[] a, int index) => index < a.Length && a[index].Length > 0 ? Number(a[index]) : null;

    private static Circumstances Facets(string text) => Circumstances.TryParse(text, out var known, out var error) ? known : throw new FormatException(error.English);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static double Binary(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal? number) => number is { } known ? known.ToString("0.############################", CultureInfo.InvariantCulture) : "none";

    // Powers and logarithms differ in the last binary digit between run-times; four decimals are far more than a level has.
    private static string Level(decimal decibels) => Text(Gbt8170.Round(decibels, 4));
}
