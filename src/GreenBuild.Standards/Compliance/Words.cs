using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>The words of verdicts, evidence and comparisons in both languages, in one place for reports, tool and analyzers.</summary>
public static partial class Words
{
    /// <summary>A text that is the same in both languages: a name, a number.</summary>
    internal static BilingualText Same(string text) => new(text, text);

    /// <summary>The sign of a particulate.</summary>
    internal static string Of(Dust.Particulate particulate) => particulate switch { Dust.Particulate.Pm10 => "PM10", Dust.Particulate.Pm25 => "PM2.5", _ => "TSP" };

    /// <summary>The name of a verdict.</summary>
    public static BilingualText Of(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => new("compliant", "符合"),
        Verdict.NonCompliant => new("non-compliant", "不符合"),
        Verdict.NotApplicable => new("not applicable", "不适用"),
        Verdict.Invalid => new("invalid", "无效"),
        _ => new("indeterminate", "无法判定"),
    };

    /// <summary>The name of a degree of evidence.</summary>
    public static BilingualText Of(Evidence evidence) => evidence switch
    {
        Evidence.Confirmed => new("confirmed", "已确认"),
        Evidence.SingleSource => new("from a single source", "单一来源"),
        _ => new("unconfirmed", "未确认"),
    };

    /// <summary>The name of a kind of requirement.</summary>
    public static BilingualText Of(RequirementKind kind) => kind switch
    {
        RequirementKind.Limit => new("limit", "限值"),
        RequirementKind.Factor => new("factor", "系数"),
        RequirementKind.ScoreRow => new("score row", "评分项"),
        RequirementKind.SizeSeries => new("size series", "尺寸系列"),
        _ => new("measure", "措施"),
    };

    /// <summary>Whether a document binds.</summary>
    public static BilingualText Of(BindingForce force) =>
        force == BindingForce.Mandatory ? new("mandatory", "强制性") : new("recommended", "推荐性");

    /// <summary>What sort of document an edition is.</summary>
    public static BilingualText Of(StandardKind kind) => kind switch
    {
        StandardKind.MandatoryNational => new("mandatory national standard", "强制性国家标准"),
        StandardKind.RecommendedNational => new("recommended national standard", "推荐性国家标准"),
        StandardKind.EngineeringNational => new("national engineering standard", "国家工程建设标准"),
        StandardKind.Industry => new("industry standard", "行业标准"),
        StandardKind.Local => new("local standard or regulation", "地方标准或法规"),
        StandardKind.Association => new("association standard or rating scheme", "团体标准或评价体系"),
        _ => new("law, policy or notice", "法律、政策或通知"),
    };

    /// <summary>From when until when an edition is in force, for example <c>from 2012-07-01, until 2026-01-01 (exclusive)</c>.</summary>
    public static BilingualText ValidityOf(Edition edition)
    {
        var (english, chinese) = edition switch
        {
            { Effective: { } first } => ($"from {first}", $"自 {first} 起施行"),
            { Issued: { } issued } => ($"from an unknown day (issued {issued})", $"施行日期未知（{issued} 发布）"),
            _ => ("from an unknown day", "施行日期未知"),
        };
        return edition.ValidUntil is not { } end ? new(english, chinese) : new($"{english}, until {end} (exclusive)", $"{chinese}，至 {end}（不含）");
    }

    /// <summary>That only a part of the rules of an edition is known; empty where no gap is known.</summary>
    public static BilingualText PartialityOf(Edition edition) => edition.IsPartial ? new("only a part of its rules is known", "仅收录部分条文") : default;

    /// <summary>The sign of a comparison, for example <c>≤</c>.</summary>
    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.LessThan => "<",
        Comparator.LessThanOrEqual => "≤",
        Comparator.GreaterThan => ">",
        Comparator.GreaterThanOrEqual => "≥",
        Comparator.Between => "∈",
        Comparator.Equal => "=",
        _ => "",
    };

    /// <summary>The sign of a comparison that holds, or of its opposite: <c>≤</c>, <c>&gt;</c>.</summary>
    internal static string Of(Comparator comparator, bool holds) => (comparator, holds) switch
    {
        (Comparator.LessThan, false) => "≥",
        (Comparator.LessThanOrEqual, false) => ">",
        (Comparator.GreaterThan, false) => "≤",
        (Comparator.GreaterThanOrEqual, false) => "<",
        (Comparator.Between, false) => "∉",
        (Comparator.Equal, false) => "≠",
        _ => Of(comparator),
    };

    /// <summary>A number without trailing zeros, with a point, in every culture.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A number that is compared, as it is shown: four decimals, unless they hide on which side of the limit it is, or all of a small number. What is compared is not rounded so.</summary>
    internal static string Compared(decimal value, decimal? limit)
    {
        var shown = Math.Round(value, 4);
        return (shown == 0 && value != 0) || (limit is { } bound && shown.CompareTo(bound) != value.CompareTo(bound)) || Math.Abs(value) < 0.01m ? Number(value) : Number(shown);
    }

    /// <summary>Two ends, for example <c>35–60</c>; a minus sign is set apart from the dash: <c>−5 … 5</c>.</summary>
    public static string Between(decimal low, decimal high) => low >= 0 ? Number(low) + "–" + Number(high) : Minus(low) + " … " + Minus(high);

    private static string Minus(decimal value) => value < 0 ? "−" + Number(-value) : Number(value);

    /// <summary>A unit as it stands in sentences and tables for people: <c>t/10⁴ m²</c> for the symbol <c>t/(10^4 m2)</c>; other symbols as they are. Both are read.</summary>
    /// <param name="unit">The symbol.</param>
    public static string OfUnit(string unit) => unit == AreaDensity.TonnesPerTenThousand ? "t/10⁴ m²" : unit;

    /// <summary>A unit behind a number, a space before it; of a rate its words: <c>times a day</c>. Empty for plain numbers.</summary>
    internal static BilingualText Behind(string unit)
    {
        if (unit is "1" or "") return new("", "");
        return unit.StartsWith("1/", StringComparison.Ordinal) && MeasurementUnit.Find(unit) is { Quantity: "rate" } rate ? new(" " + rate.Title.English, " " + rate.Title.Chinese) : Both(" " + OfUnit(unit));
    }

    /// <summary>A computed level as it is shown: four decimals are more than any instrument has. What is compared is not rounded so.</summary>
    internal static string Level(decimal value) => Number(Math.Round(value, 4));

    /// <summary>A computed level to a tenth, rounded by GB/T 8170, for information.</summary>
    internal static string Tenth(double value) => Gbt8170.Round((decimal)value, 1).ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>A share or a time to a tenth, without a needless zero.</summary>
    internal static string AboutTenth(double value) => Number(Gbt8170.Round((decimal)value, 1));

    /// <summary>The clock time of a local moment, for example <c>06:00</c>.</summary>
    internal static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A local moment to the minute, for example <c>2026-01-01 06:00</c>.</summary>
    internal static string Moment(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number that is added to another, for example <c>+ 15</c> or <c>− 10</c>.</summary>
    internal static string Signed(decimal value) => value < 0 ? "− " + Number(-value) : "+ " + Number(value);

    /// <summary>The value of a requirement with comparison and unit, for example <c>≤ 70 dB(A)</c>; "unknown" where it is not known.</summary>
    public static BilingualText ValueOf(Requirement requirement)
    {
        if (requirement.Setting is { } setting)
            return setting switch
            {
                "true" => new("required", "应当"),
                "false" => new("forbidden", "禁止"),
                _ => new(setting, setting),
            };
        if (requirement.Settings.Count > 1 && Both(string.Join(", ", requirement.Settings)) is var words) return words;
        var unit = requirement.Unit is "1" or "" ? "" : " " + OfUnit(requirement.Unit);
        // A module series is a formula of its module: "2nM, 3nM"; its values are the factors only.
        if (requirement.Formula is { } formula) return Both((Of(requirement.Comparator) + " " + formula + (requirement.Values.Count > 0 ? "" : unit)).Trim());
        if (requirement.Values.Count > 0) return Both(string.Join(", ", requirement.Values.Select(Number)) + unit);
        if (requirement.Dimensions.Count > 0) return Both(string.Join(", ", requirement.Dimensions));
        if (requirement.Kind == RequirementKind.ScoreRow) return Score(requirement);
        if (requirement.Value is not { } value) return new("unknown", "未知");
        var number = requirement.UpperValue is { } upper ? Between(value, upper) : Number(value);
        // "150–200 mm" says by itself that the value lies between the two.
        var sign = requirement.Comparator is Comparator.None or Comparator.Between ? "" : Of(requirement.Comparator) + " ";
        if (requirement.RelativeTo is not null)
        {
            var plus = Signed(value);
            return new(sign + "limit " + plus + unit, sign + "限值 " + plus + unit);
        }

        var behind = Behind(requirement.Unit);
        return new(sign + number + behind.English, sign + number + behind.Chinese);
    }

    private static BilingualText Score(Requirement row)
    {
        var points = (row.Points is { } low ? Number(low) : "?") + (row.UpperPoints is { } high ? "–" + Number(high) : "");
        var range = row.Range is null ? "" : Of(row.Range) + (row.Unit is "1" or "" ? "" : " " + OfUnit(row.Unit));
        return range.Length == 0
            ? new(points + (points == "1" ? " point" : " points"), points + " 分")
            : new(range + ": " + points + (points == "1" ? " point" : " points"), range + "：" + points + " 分");
    }

    /// <summary>A range in signs, for example <c>35–60</c> or <c>≥ 30, &lt; 50</c>.</summary>
    public static string Of(NumberRange range)
    {
        if (range is { Low: { } from, High: { } to, IsLowExclusive: false, IsHighExclusive: false }) return from == to ? Number(from) : Number(from) + "–" + Number(to);
        var low = range.Low is { } least ? (range.IsLowExclusive ? "> " : "≥ ") + Number(least) : "";
        var high = range.High is { } most ? (range.IsHighExclusive ? "< " : "≤ ") + Number(most) : "";
        return low + (low.Length > 0 && high.Length > 0 ? ", " : "") + high;
    }

    private static BilingualText Both(string text) => new(text, text);
}
