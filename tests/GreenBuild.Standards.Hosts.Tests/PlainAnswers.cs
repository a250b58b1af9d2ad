using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace GreenBuild.Standards.Hosts.Tests;

/// <summary>
/// A second, plain implementation of what can be reckoned from the catalogue files alone: it reads their JSON, compares in decimals and rounds
/// the written digits. Nothing of the library is used.
/// </summary>
internal static class PlainAnswers
{
    private static readonly Dictionary<string, JsonElement> Editions = Directory.EnumerateFiles(RepositoryFiles.PathOf("catalogue"), "*.json", SearchOption.AllDirectories)
        .Select(static path => JsonDocument.Parse(File.ReadAllText(path)).RootElement)
        .Where(static root => root.TryGetProperty("requirements", out _))
        .ToDictionary(static root => root.GetProperty("key").GetString()!);

    private static readonly Dictionary<string, JsonElement> Units = JsonDocument.Parse(RepositoryFiles.Read("catalogue/vocabulary/units.json")).RootElement.GetProperty("units").EnumerateArray()
        .ToDictionary(static unit => unit.GetProperty("unit").GetString()!);

    /// <summary>The answer, or <see langword="null"/> where the case was worked by hand.</summary>
    public static string? To(ConformanceCase one)
    {
        var a = one.Arguments;
        return one.Operation switch
        {
            "round" => Text(Round(Number(a[0]), int.Parse(a[1], CultureInfo.InvariantCulture))),
            "convert" => Convert(Number(a[0]), a[1], a[2]) is { } converted ? Text(converted) : "none",
            "in-force" => IsInForce(Editions[a[0]], a[1]) ? "in force" : "not in force",
            "requirement" => Judge(a[0], Number(a[1])),
            "summary" => Summary(a[0], Number(a[1]), a[2] == "zh"),
            "air-quality-index" => Index(a[0], Number(a[1]), a[2]),
            "assembly-row" => Text(Points(a[0], Number(a[1]))),
            "assembly-rate" => Rate(a[0].Split(',')),
            "radionuclides" => Radionuclides(a),
            _ => null,
        };
    }

    /// <summary>GB/T 8170 on whole numbers: what is cut off, twice, against the unit of the last digit kept.</summary>
    private static decimal Round(decimal value, int decimals)
    {
        var scale = value.Scale;
        if (scale <= decimals) return value;
        var digits = new BigInteger(Math.Abs(value) * Power(scale));
        var kept = BigInteger.DivRem(digits, BigInteger.Pow(10, scale - decimals), out var rest);
        var twice = (rest * 2).CompareTo(BigInteger.Pow(10, scale - decimals));
        if (twice > 0 || (twice == 0 && !kept.IsEven)) kept++;
        return Math.Sign(value) * ((decimal)kept / Power(decimals));
    }

    private static decimal Power(int digits) => (decimal)BigInteger.Pow(10, digits);

    private static decimal? Convert(decimal value, string from, string to)
    {
        if (!Units.TryGetValue(from, out var first) || !Units.TryGetValue(to, out var second)) return null;
        // The decibel is a difference of levels on the scale of a level.
        if (Quantity(first) != Quantity(second) && Base(first) != Base(second)) return null;
        var (up, down) = Factor(first);
        var (otherUp, otherDown) = Factor(second);
        return value * up * otherDown / (down * otherUp);

        static string Quantity(JsonElement unit) => unit.GetProperty("quantity").GetString()!;
        static string Base(JsonElement unit) => (unit.TryGetProperty("base", out var name) ? name : unit.GetProperty("unit")).GetString()!;
        static (decimal Up, decimal Down) Factor(JsonElement unit) =>
            !unit.TryGetProperty("toBase", out var factor) ? (1, 1)
            : factor.ValueKind == JsonValueKind.Array ? (factor[0].GetDecimal(), factor[1].GetDecimal())
            : (factor.GetDecimal(), 1);
    }

    // Days of ISO 8601 stand in the order of their letters.
    private static bool IsInForce(JsonElement edition, string day) =>
        string.CompareOrdinal(edition.GetProperty("effective").GetString(), day) <= 0
        && (edition.GetProperty("withdrawn").GetString() is not { } withdrawn || string.CompareOrdinal(day, withdrawn) < 0);

    private static (JsonElement Edition, JsonElement Row) Find(string key)
    {
        var edition = Editions.Values.Single(root => key.StartsWith(root.GetProperty("key").GetString() + ".", StringComparison.Ordinal)
            && root.GetProperty("requirements").EnumerateArray().Any(row => root.GetProperty("key").GetString() + "." + row.GetProperty("key").GetString() == key));
        return (edition, edition.GetProperty("requirements").EnumerateArray().Single(row => edition.GetProperty("key").GetString() + "." + row.GetProperty("key").GetString() == key));
    }

    private static (bool IsKept, decimal Compared, decimal Bound) Compare(JsonElement row, decimal value)
    {
        var bounds = row.GetProperty("value");
        var (low, high) = bounds.ValueKind == JsonValueKind.Array ? (bounds[0].GetDecimal(), bounds[1].GetDecimal()) : (bounds.GetDecimal(), bounds.GetDecimal());
        var compared = row.TryGetProperty("rounding", out var digits) ? Round(value, digits.GetInt32()) : value;
        var holds = row.GetProperty("comparator").GetString() switch
        {
            "<=" => compared <= low,
            "<" => compared < low,
            ">=" => compared >= low,
            ">" => compared > low,
            "between" => low <= compared && compared <= high,
            var other => throw new FormatException(other),
        };
        return (holds != (row.TryGetProperty("trigger", out var trigger) && trigger.GetBoolean()), compared, low);
    }

    private static string Judge(string key, decimal value)
    {
        var row = Find(key).Row;
        var (isKept, compared, bound) = Compare(row, value);
        var verdict = isKept ? "Compliant" : "NonCompliant";
        return $"{(row.GetProperty("evidence").GetString() == "unconfirmed" ? $"Indeterminate({verdict})" : verdict)} {Text(compared)} {Text(bound)}";
    }

    private static string Summary(string key, decimal value, bool isChinese)
    {
        var (edition, row) = Find(key);
        var (isKept, compared, bound) = Compare(row, value);
        var verdict = (isKept, isChinese) switch { (true, false) => "compliant", (false, false) => "non-compliant", (true, true) => "符合", _ => "不符合" };
        var clause = row.GetProperty("clause").GetString();
        Assert.Equal("<=", row.GetProperty("comparator").GetString());
        // What stands between the two numbers is true of them.
        var (sign, unit) = (compared <= bound ? "≤" : ">", row.GetProperty("unit").GetString()!.Replace("(10^4 m2)", "10⁴ m²", StringComparison.Ordinal));
        return $"{verdict}: {Text(compared)} {sign} {Text(bound)} {unit}, {edition.GetProperty("number").GetString()}{(clause is null ? "" : " " + clause)}";
    }

    /// <summary>HJ 633: the straight line between two breakpoints, rounded up.</summary>
    private static string Index(string pollutant, decimal mean, string day)
    {
        if (mean < 0) return "none";
        var points = Editions[string.CompareOrdinal(day, "2026-03-01") < 0 ? "cn.hj-633-2012" : "cn.hj-633-2026"].GetProperty("requirements").EnumerateArray()
            .Where(row => row.GetProperty("key").GetString()!.StartsWith("iaqi-" + pollutant, StringComparison.Ordinal))
            .Select(static row => (Mean: row.GetProperty("value").GetDecimal(), Index: row.GetProperty("when").GetProperty("iaqi").GetDecimal()))
            .OrderBy(static point => point.Mean)
            .ToList();
        var rounded = Round(mean, 0);
        if (points.Exists(point => point.Mean == rounded)) return Text(points.Single(point => point.Mean == rounded).Index);
        var (low, high) = (points.Last(point => point.Mean < rounded), points.First(point => point.Mean > rounded));
        return Text(decimal.Ceiling(((high.Index - low.Index) * (rounded - low.Mean) / (high.Mean - low.Mean)) + low.Index));
    }

    // GB/T 51129-2017, Table 4.0.1, typed in from the standard's table.
    private static readonly (string Item, decimal From, decimal? To, decimal Low, decimal High)[] Table =
    [
        ("VerticalMembers", 35, 80, 20, 30),
        ("HorizontalMembers", 70, 80, 10, 20),
        ("EnclosureNonMasonry", 80, null, 5, 5),
        ("EnclosureIntegrated", 50, 80, 2, 5),
        ("PartitionNonMasonry", 50, null, 5, 5),
        ("PartitionIntegrated", 50, 80, 2, 5),
        ("FullFitOut", 1, null, 6, 6),
        ("DryFloor", 70, null, 6, 6),
        ("IntegratedKitchen", 70, 90, 3, 6),
        ("IntegratedBathroom", 70, 90, 3, 6),
        ("ServiceSeparation", 50, 70, 4, 6),
    ];

    private static decimal Points(string item, decimal ratio)
    {
        var (_, from, to, low, high) = Table.Single(row => row.Item == item);
        if (ratio < from) return 0;
        return to is not { } top || ratio >= top ? high : Round(low + ((ratio - from) * (high - low) / (top - from)), 1);
    }

    private static string Rate(string[] ratios)
    {
        var points = Table.Select((row, i) => ratios[i] == "-" ? (decimal?)null : Points(row.Item, Number(ratios[i]))).ToList();
        var (first, second, third) = (Sum(0, 2), Sum(2, 6), Sum(6, 11));
        var absent = Table.Where((_, i) => points[i] is null).Sum(static row => row.High);
        var rate = Round((first + second + third) * 100 / (100 - absent), 4);
        // 3.0.3: at least 20 and 10 points, full fit-out, and 50 %.
        var isOne = first >= 20 && second >= 10 && points[6] > 0 && rate >= 50;
        return $"{Text(first)} {Text(second)} {Text(third)} {Text(absent)} {Text(rate)} {(isOne ? "Compliant" : "NonCompliant")}";

        decimal Sum(int start, int end) => points.Take(end).Skip(start).Sum() ?? 0;
    }

    /// <summary>GB 6566-2010 over the common denominator 10 101 000 of 370, 260 and 4200.</summary>
    private static string Radionuclides(string[] a)
    {
        var (inner, outer) = (Number(a[0]) / 200, ((Number(a[0]) * 27_300) + (Number(a[1]) * 38_850) + (Number(a[2]) * 2_405)) / 10_101_000);
        var most = Number(a[3].Split('=')[1]) > 25 ? 1.3m : 1.0m;
        return $"{Text(Round(inner, 6))} {Text(Round(outer, 6))} {Kept(Round(inner, 1) <= 1)} {Kept(Round(outer, 1) <= most)}";

        static string Kept(bool isKept) => isKept ? "Compliant" : "NonCompliant";
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
