namespace GreenBuild.Standards.Materials;

/// <summary>The formaldehyde grade of a panel or product by its emission in the 1 m3 chamber: ENF, E0 or E1 (GB/T 39600-2021).</summary>
public sealed class FormaldehydeGrade
{
    private FormaldehydeGrade(string? provisional, List<Finding> findings, IReadOnlyList<string> missing)
    {
        ProvisionalGrade = provisional;
        Findings = findings.AsReadOnly();
        Missing = missing;
    }

    /// <summary>The grade; <see langword="null"/> if it is none, not known, or hangs on facts below the evidence floor.</summary>
    public string? Grade => Findings.Any(static finding => finding.IsProvisional) ? null : ProvisionalGrade;

    /// <summary>The grade if facts below the evidence floor count; <see langword="null"/> if it is none or not known.</summary>
    public string? ProvisionalGrade { get; }

    /// <summary>The value against the limit of each grade, the strictest first, up to the one that is kept.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What keeps the grade from being known: <c>testMethod</c>, <c>edition</c> (none is in force), <c>value</c> (negative) or <c>unit</c>; empty if nothing does.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Finds the grade.</summary>
    /// <param name="report">A report on <c>materials.formaldehyde-emission</c>.</param>
    /// <param name="productClass">The class of the product.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static FormaldehydeGrade Classify(
        TestReport report, ProductClass productClass, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        options ??= CheckOptions.Default;
        if (report.Measurand != Measurands.Materials.FormaldehydeEmission) return new FormaldehydeGrade(null, [], ["testMethod"]);
        if (report.Value < 0 || !MeasuredNumber.IsBounded(report.Value)) return new FormaldehydeGrade(null, [], ["value"]);
        var rows = (catalogue ?? StandardsCatalogue.Default).InForce(report.Measurand, place, date)
            .Where(static row => row.Edition.Binding == BindingForce.Recommended && row.Condition("formaldehydeGrade") is not null).ToList();
        rows.Sort(static (a, b) => LimitCheck.CompareStrictness(a, b) ?? string.CompareOrdinal(a.Key, b.Key));
        var findings = new List<Finding>();
        var unit = MeasurementUnit.TryParse(report.Unit, out var known) ? known.Symbol : report.Unit;
        foreach (var row in rows)
        {
            var grade = row.Condition("formaldehydeGrade")!.Values[0];
            var circumstances = productClass.Facets.With("formaldehydeGrade", grade);
            if (row.AppliesTo(circumstances.In(place), out _) != FacetMatch.Holds) continue;
            var wanted = TestMethods.Of(row);
            if (report.Method != TestMethod.NotRecorded && wanted != TestMethod.NotRecorded && report.Method != wanted) return new FormaldehydeGrade(null, findings, ["testMethod"]);
            var finding = LimitCheck.JudgeAt(row, report.Value, place, date, circumstances, options, unit);
            finding.Subject = grade;
            finding.Origin = report.Origin;
            if (report.Method == TestMethod.NotRecorded) finding.NotRecorded = ["testMethod"];
            findings.Add(finding);
            if (finding.Missing.Count > 0) return new FormaldehydeGrade(null, findings, finding.Missing);
            if (finding.Decided == Verdict.Compliant) return new FormaldehydeGrade(grade, findings, []);
        }

        return new FormaldehydeGrade(null, findings, findings.Count == 0 ? ["edition"] : []);
    }
}
