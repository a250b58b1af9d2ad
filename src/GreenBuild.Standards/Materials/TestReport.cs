namespace GreenBuild.Standards.Materials;

/// <summary>How an emission was tested. Values of different methods are not comparable, and none is converted into another.</summary>
public enum TestMethod
{
    /// <summary>Not recorded. This is the value of <c>default</c>.</summary>
    NotRecorded = 0,

    /// <summary>1 m3 climate chamber of GB/T 17657 (1 m³气候箱法).</summary>
    Chamber1m3 = 1,

    /// <summary>Climate chamber for a whole piece of furniture (GB 18584-2024).</summary>
    FurnitureChamber = 2,

    /// <summary>Emission chamber for wallpaper (GB 18585-2023).</summary>
    EmissionChamber = 3,

    /// <summary>Small chamber (GB 18587-2001).</summary>
    SmallChamber = 4,

    /// <summary>Desiccator (干燥器法).</summary>
    Desiccator = 5,

    /// <summary>Perforator extraction (穿孔萃取法).</summary>
    Perforator = 6,

    /// <summary>Gas analysis (气体分析法).</summary>
    GasAnalysis = 7,

    /// <summary>Chamber under the conditions of REACH Annex XVII, Appendix 14 (EN 717-1 or EN 16516).</summary>
    ReachAppendix14 = 8,

    /// <summary>EN 16516, measured after 28 days (AgBB).</summary>
    En16516 = 9,

    /// <summary>ISO 16000 chamber, measured after 28 days (French label).</summary>
    Iso16000 = 10,

    /// <summary>ASTM E1333 or D6007 (TSCA Title VI, CARB).</summary>
    AstmE1333 = 11,

    /// <summary>CDPH Standard Method (01350).</summary>
    Cdph01350 = 12,

    /// <summary>Any other.</summary>
    Other = 13,
}

/// <summary>One result of a test report: value, unit, method, laboratory, day, and what retests gave.</summary>
public sealed class TestReport
{
    /// <summary>What was measured: the key of a measurand, for example <c>materials.formaldehyde-emission</c>.</summary>
    /// <exception cref="ArgumentException">There is no such measurand.</exception>
    public required string Measurand
    {
        get;
        init => field = Vocabulary.FindMeasurand(value) is null ? throw new ArgumentException($"'{value}' is no measurand.", nameof(value)) : value;
    }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit, for example <c>mg/m3</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The method; where it is another than that of a limit, the two are not compared.</summary>
    public TestMethod Method { get; init; }

    /// <summary>What the value is about beyond the product: <c>chemicalElement</c>, <c>phthalateGroup</c>, <c>productPart</c>, <c>testAge</c>. What the product states itself can be repeated here; stated otherwise, the report is on another product and <see cref="Verdict.Invalid"/>.</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>The results of the kept samples of the batch after a failure, in <see cref="Unit"/>; empty if none was retested.</summary>
    public IReadOnlyList<decimal> Retests { get; init; } = [];

    /// <summary>The number of the report; may be empty.</summary>
    public string Number { get; init; } = "";

    /// <summary>The laboratory; may be empty.</summary>
    public string Laboratory { get; init; } = "";

    /// <summary>The day of the test; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? Date { get; init; }

    /// <summary>Where the value stands.</summary>
    public FindingOrigin? Origin { get; init; }
}

/// <summary>The methods that limits are set for, read from the words of the catalogue.</summary>
internal static class TestMethods
{
    private static readonly (string Start, TestMethod Method)[] Known =
    [
        ("1 m3 climate chamber", TestMethod.Chamber1m3),
        ("whole-furniture climate chamber", TestMethod.FurnitureChamber),
        ("emission chamber", TestMethod.EmissionChamber),
        ("small chamber", TestMethod.SmallChamber),
        ("desiccator", TestMethod.Desiccator),
        ("9-11 L desiccator", TestMethod.Desiccator),
        ("perforator", TestMethod.Perforator),
        ("Appendix 14", TestMethod.ReachAppendix14),
        ("EN 16516", TestMethod.En16516),
        ("ISO 16000", TestMethod.Iso16000),
        ("ASTM E1333", TestMethod.AstmE1333),
    ];

    /// <summary>The method of a limit; <see cref="TestMethod.NotRecorded"/> where the catalogue does not say.</summary>
    public static TestMethod Of(Requirement limit)
    {
        var own = Read(limit.Basis);
        if (own != TestMethod.NotRecorded || !IsChamber(limit)) return own;
        // Where all rows of the edition that say it agree, the others mean the same.
        var others = limit.Edition.Requirements.Where(IsChamber).Select(static row => Read(row.Basis)).Where(static method => method != TestMethod.NotRecorded).Distinct().ToList();
        if (others.Count == 1) return others[0];
        return limit.Edition.Number.IndexOf("01350", StringComparison.Ordinal) >= 0 ? TestMethod.Cdph01350 : TestMethod.NotRecorded;
    }

    private static bool IsChamber(Requirement row) => row.Measurand.Key.EndsWith("-emission", StringComparison.Ordinal);

    private static TestMethod Read(string basis)
    {
        foreach (var (start, method) in Known)
            if (basis.StartsWith(start, StringComparison.Ordinal)) return method;
        return TestMethod.NotRecorded;
    }
}
