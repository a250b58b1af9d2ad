using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>The words of verdicts, evidence and comparisons in both languages, in one place for reports, tool and analyzers.</summary>
public static partial class Words
{
    /// <summary>The name of a verdict.</summary>
    public static BilingualText Of(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => new("compliant", "符合"),
        Verdict.NonCompliant => new("non-compliant", "不符合"),
        Verdict.NotApplicable => new("not applicable", "不适用"),
        Verdict.Invalid => new("invalid measurement", "测量无效"),
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

    /// <summary>A number without trailing zeros, with a point, in every culture.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

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
        if (requirement.Formula is { } formula) return Both((Of(requirement.Comparator) + " " + formula + " " + requirement.Unit).Trim());
        if (requirement.Values.Count > 0) return Both(string.Join(", ", requirement.Values.Select(Number)) + " " + requirement.Unit);
        if (requirement.Dimensions.Count > 0) return Both(string.Join(", ", requirement.Dimensions));
        if (requirement.Kind == RequirementKind.ScoreRow) return Score(requirement);
        if (requirement.Value is not { } value) return new("unknown", "未知");
        var number = Number(value) + (requirement.UpperValue is { } upper ? "–" + Number(upper) : "");
        var sign = Of(requirement.Comparator);
        if (sign.Length > 0) sign += " ";
        if (requirement.RelativeTo is not null)
        {
            var plus = Signed(value);
            return new(sign + "limit " + plus + " " + requirement.Unit, sign + "限值 " + plus + " " + requirement.Unit);
        }

        var text = sign + number + (requirement.Unit is "1" ? "" : " " + requirement.Unit);
        return Both(text);
    }

    private static BilingualText Score(Requirement row)
    {
        var points = (row.Points is { } low ? Number(low) : "?") + (row.UpperPoints is { } high ? "–" + Number(high) : "");
        var range = row.Range is null ? "" : row.Range + " " + row.Unit + ": ";
        return new(range + points + " points", range + points + " 分");
    }

    private static BilingualText Both(string text) => new(text, text);
}
