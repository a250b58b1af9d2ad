using System.Globalization;

namespace GreenBuild.Standards.Testing;

/// <summary>Assertions on findings. Where one fails, the message says what was expected, what was found and how that was reached, step by step.</summary>
/// <remarks>
/// Throws <see cref="FindingAssertionException"/> and needs no test framework. Each assertion gives the finding back, so that more can be asked of it. The message is in
/// Chinese where the culture of the user interface (<see cref="CultureInfo.CurrentUICulture"/>) is at the moment of the failure, else in English; the exception holds both languages.
/// </remarks>
public static class FindingAssert
{
    /// <summary>The requirement is met.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="citation">The edition (<c>GB 12523-2025</c>), or edition and clause (<c>GB 12523-2025 Table 1</c>), that it must rest on; any if not given.</param>
    /// <exception cref="FindingAssertionException">It is not.</exception>
    public static Finding Compliant(Finding finding, string? citation = null) => Is(finding, Verdict.Compliant, citation, null);

    /// <summary>The requirement is broken.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="citation">As for <see cref="Compliant"/>.</param>
    /// <param name="limit">The limit that must have been compared with, in the unit of the finding; any if not given.</param>
    /// <exception cref="FindingAssertionException">It is not.</exception>
    public static Finding NonCompliant(Finding finding, string? citation = null, decimal? limit = null) => Is(finding, Verdict.NonCompliant, citation, limit);

    /// <summary>The requirement does not apply, or nothing does.</summary>
    /// <exception cref="FindingAssertionException">It does.</exception>
    public static Finding NotApplicable(Finding finding) => Is(finding, Verdict.NotApplicable, null, null);

    /// <summary>The measurement does not count.</summary>
    /// <exception cref="FindingAssertionException">It does.</exception>
    public static Finding Invalid(Finding finding) => Is(finding, Verdict.Invalid, null, null);

    /// <summary>Nothing can be said because inputs are missing, and these are among them.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="inputs">The names of inputs that must be missing; without any, some input must be.</param>
    /// <exception cref="FindingAssertionException">The verdict is another, or an input is not missing.</exception>
    public static Finding Missing(Finding finding, params string[] inputs)
    {
        Is(finding, Verdict.Indeterminate, null, null);
        if (finding.Missing.Count == 0) throw Failure(new("Expected that an input is missing, but none is.", "预期缺少输入，但并不缺少。"), finding);
        foreach (var input in inputs)
            if (!finding.Missing.Contains(input)) throw Failure(new($"Expected that '{input}' is missing, but it is not.", $"预期缺少“{input}”，但并不缺少。"), finding);
        return finding;
    }

    /// <summary>The verdict hangs on a fact below the evidence floor.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="would">What the verdict would be if the fact counted.</param>
    /// <exception cref="FindingAssertionException">The finding is not provisional, or would be something else.</exception>
    public static Finding Provisional(Finding finding, Verdict would) =>
        finding.ProvisionalVerdict == would
            ? finding
            : throw Failure(new($"Expected a provisional finding that would be {Words.Of(would).English}.", $"预期为暂定结论，若依据成立则为“{Words.Of(would).Chinese}”。"), finding);

    /// <summary>What several findings come to, by <see cref="Finding.OverallOf(IEnumerable{Finding})"/>. The message has each finding that stands against it.</summary>
    /// <exception cref="FindingAssertionException">They come to something else.</exception>
    public static void Overall(IEnumerable<Finding> findings, Verdict expected)
    {
        var all = findings.ToList();
        var overall = Finding.OverallOf(all);
        if (overall == expected) return;
        var against = all.Where(finding => finding.Verdict != expected).ToList();
        var details = against.Select(FindingText.Of).ToList();
        throw new FindingAssertionException(
            new(
                $"Expected that all is {Words.Of(expected).English}, but it is {Words.Of(overall).English}.{string.Concat(details.Select(static one => "\n" + one.English))}",
                $"预期总体结论为“{Words.Of(expected).Chinese}”，但为“{Words.Of(overall).Chinese}”。{string.Concat(details.Select(static one => "\n" + one.Chinese))}"),
            against.FirstOrDefault(),
            MessageLanguage);
    }

    /// <summary>The one finding on a requirement among several.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="requirement">The key of the requirement, a constant of <see cref="RequirementKeys"/>.</param>
    /// <exception cref="FindingAssertionException">There is none, or more than one.</exception>
    public static Finding OnlyOn(IEnumerable<Finding> findings, string requirement)
    {
        var all = findings.ToList();
        var found = all.FindAll(finding => finding.Requirement?.Key == requirement);
        if (found.Count == 1) return found[0];
        var list = string.Concat(all.Select(static finding => "\n  " + (finding.Requirement?.Key ?? "–") + ": " + finding.Summarise(Language.English)));
        var liste = string.Concat(all.Select(static finding => "\n  " + (finding.Requirement?.Key ?? "–") + "：" + finding.Summarise(Language.Chinese)));
        throw new FindingAssertionException(
            new(
                $"Expected one finding on {requirement}, but there are {found.Count.ToString(CultureInfo.InvariantCulture)}. The findings:{list}",
                $"预期有一项关于 {requirement} 的结论，但有 {found.Count.ToString(CultureInfo.InvariantCulture)} 项。全部结论：{liste}"),
            found.FirstOrDefault(),
            MessageLanguage);
    }

    private static Finding Is(Finding finding, Verdict expected, string? citation, decimal? limit)
    {
        if (finding.Verdict != expected)
            throw Failure(new($"Expected {Words.Of(expected).English}, but it is {Words.Of(finding.Verdict).English}.", $"预期“{Words.Of(expected).Chinese}”，但为“{Words.Of(finding.Verdict).Chinese}”。"), finding);
        if (citation is not null && citation != finding.Requirement?.Citation && citation != finding.Edition?.Number)
        {
            var cited = finding.Requirement?.Citation;
            throw Failure(new($"Expected {citation}, but it rests on {cited ?? "no requirement"}.", $"预期依据 {citation}，但依据为 {cited ?? "无"}。"), finding);
        }

        if (limit is { } bound && finding.Limit != bound)
            throw Failure(new($"Expected the limit {Number(bound)}, but it is {Number(finding.Limit)}.", $"预期限值 {Number(bound)}，但为 {Number(finding.Limit)}。"), finding);
        return finding;
    }

    private static string Number(decimal? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "–";

    private static FindingAssertionException Failure(BilingualText what, Finding finding)
    {
        var text = FindingText.Of(finding);
        return new FindingAssertionException(new(what.English + "\n" + text.English, what.Chinese + "\n" + text.Chinese), finding, MessageLanguage);
    }

    private static Language MessageLanguage => CultureInfo.CurrentUICulture.Name.Split('-')[0] == "zh" ? Language.Chinese : Language.English;
}
