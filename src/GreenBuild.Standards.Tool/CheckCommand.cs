using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild check</c>: one value against one requirement, or against the limit that governs.</summary>
internal static partial class CheckCommand
{
    /// <summary>What someone may write for a number, with all that is wrong to write in one, so that no part of it is taken for a unit.</summary>
    [GeneratedRegex(@"^\s*[+-]?[0-9.,，]+(\s[0-9]{3}(?![0-9]))*([eE][+-]?[0-9]+)?")]
    private static partial Regex Number { get; }

    public static Command Create(ToolContext context)
    {
        var key = new Argument<string>("KEY")
        {
            Description = context.Say(
                "Requirement (cn.gb-12523-2025.boundary-day), or measurand (noise.site-boundary): then the limit that governs is looked up.",
                "要求（cn.gb-12523-2025.boundary-day），或被测量（noise.site-boundary，此时查找适用的限值）。"),
        };
        var value = new Argument<string>("VALUE")
        {
            Description = context.Say(
                "Unrounded value with a decimal point, in the unit of the limit, or followed by its own unit, which is converted (\"0.15 mg/m3\").", "未修约的数值，使用小数点，单位同限值；可附自身单位，将予换算（“0.15 mg/m3”）。"),
        };
        var on = ToolOptions.On(
            context, "Day of the measurement. Default: the release date of the catalogue; for a requirement, none.", "测量日期。默认：目录发布日期；对于要求则无默认。");
        var place = ToolOptions.In(context);
        var when = new Option<string[]>("--when")
        {
            Description = context.Say("What is known of the case; may be repeated.", "已知条件；可重复给出。"),
            HelpName = "facet=value",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = ToolOptions.Format(context);
        var overlay = ToolOptions.Overlay(context);
        var command = new Command("check", context.Say("Judges one value and explains the verdict.", "评价一个数值并说明结论。")) { key, value, on, place, when, overlay, format };
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? Check(context, PlainText.Of(result.GetRequiredValue(key)).Trim(), PlainText.Of(result.GetRequiredValue(value)), result.GetValue(on), result.GetValue(place), result.GetValue(when) ?? [], result.GetValue(format) == "json")
            : ExitCode.BadData);
        return command;
    }

    private static int Check(ToolContext context, string key, string valueText, CalendarDate? on, string? placeName, string[] when, bool isJson)
    {
        if (!ToolOptions.TryPlace(context, placeName, out var place)) return ExitCode.BadData;
        if (!StatedConditions.TryRead(when, out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
        var circumstances = stated.On(ToolOptions.DateOr(on, context));
        var requirement = context.Catalogue.Find(key);
        var measurand = requirement?.Measurand ?? Vocabulary.FindMeasurand(key);
        if (measurand is null)
        {
            var ask = NearKeys.Ask(NearKeys.Of(context.Catalogue, key));
            return context.Fail(ExitCode.BadData, new(
                $"'{InputError.Quote(key)}' is neither a requirement nor a measurand of the catalogue; 'greenbuild limits' lists them.{ask.English}",
                $"“{InputError.Quote(key)}”既不是目录中的要求，也不是被测量；可用 greenbuild limits 查询。{ask.Chinese}"));
        }

        if (measurand.IsDuty && !TryValue(valueText, out _, out _, out _))
        {
            return context.Fail(ExitCode.BadData, new(
                $"{measurand.Key} is a duty, which is done or not: there is no value to check. 'greenbuild explain {key}' tells what it asks.",
                $"{measurand.Key} 属于义务，只有履行与否，没有可评价的数值；可用 greenbuild explain {key} --lang zh 查看内容。"));
        }

        if (!TryValue(valueText, out var value, out var unitText, out problem)) return context.Fail(ExitCode.Usage, problem);
        IReadOnlyList<string> asked = requirement?.Unit is { Length: > 0 } one ? [one] : measurand.Units;
        if (!TryUnit(unitText, value, asked, out var unit)) return RefuseUnit(context, unitText, asked);

        if (asked.Contains("dB(A)") && value is < SoundLevel.Least or > SoundLevel.Most)
        {
            return context.Fail(ExitCode.BadData, new(
                $"{Words.Number(value)} dB(A) is no sound level: {SoundLevel.Least} to {SoundLevel.Most} dB(A).", $"{Words.Number(value)} dB(A) 不是可能的声级（{SoundLevel.Least} 至 {SoundLevel.Most} dB(A)）。"));
        }

        var date = ToolOptions.DateOr(on, context);
        Finding finding;
        if (requirement is not null)
        {
            // Who names a requirement and no day means that requirement, also when it has lapsed.
            if (placeName is null) place = requirement.Edition.Jurisdiction;
            finding = on is null && requirement.Edition.Jurisdiction.Contains(place)
                ? LimitCheck.Judge(requirement, value, circumstances, unit: unit)
                : LimitCheck.JudgeAt(requirement, value, place, date, circumstances, unit: unit);
        }
        else
        {
            if (RuleCoverage.GapOf(context.Catalogue, measurand.Key, place, date) is { } gap)
            {
                var others = NothingFound.MeasurandsOf(context.Catalogue, measurand.Domain, place, date);
                return context.Fail(ExitCode.BadData, others.English.Length == 0 ? gap : new(gap.English + " " + others.English, gap.Chinese + others.Chinese));
            }

            finding = LimitCheck.JudgeGoverning(context.Catalogue, measurand.Key, value, place, date, circumstances, unit: unit);
            // A measurand may be limited in units that do not convert into each other (mg/L and mg/m3 of emission).
            if (finding.Missing.Contains("unit")) return RefuseUnit(context, unitText, finding.Requirement is { } limit ? [limit.Unit] : measurand.Units);
        }

        if (isJson) WriteJson(context, key, value, unit, place, date, on is not null || requirement is null, circumstances, finding);
        else
        {
            WriteText(context, value, unit, place, date, on, requirement is null, finding);
            if (finding.Requirement is null)
            {
                var candidates = new CandidateLimits(context, measurand.Key, place, date, circumstances);
                candidates.WriteQuestions(finding.Missing);
                candidates.Write();
            }
        }

        return ExitCode.Of(Finding.OverallOf([finding]));
    }

    private static void WriteText(ToolContext context, decimal value, string? unit, Jurisdiction place, CalendarDate date, CalendarDate? on, bool isGoverning, Finding finding)
    {
        if (isGoverning) context.Line(ToolOptions.Header(context, place, date, on is not null));
        context.Line(ReportFormat.VerdictOf(finding, context.Language), ToolContext.StyleOf(finding.Verdict));
        context.Line(finding.Reason.In(context.Language));
        // As it was given: the reason has the rounded value.
        if ((unit ?? finding.Unit) is { Length: > 0 } shown)
        {
            var rounded = finding is { RoundingDigits: not null, Compared: { } compared } ? context.Say($"; rounded: {Words.Number(compared)} {Words.OfUnit(finding.Unit)}", $"；修约后：{Words.Number(compared)} {Words.OfUnit(finding.Unit)}") : "";
            context.Line(context.Say("Measured: ", "实测：") + Words.Number(value) + (shown == "1" ? "" : " " + Words.OfUnit(shown)) + rounded);
        }

        var number = 1;
        foreach (var step in finding.Explanation) context.Line($"  {number++.ToString(CultureInfo.InvariantCulture)}. {step.In(context.Language)}");
        if (finding.Margin is { } margin) context.Line(context.Say("Margin: ", "裕量：") + Words.Number(margin) + " " + Words.OfUnit(finding.Unit));
        if (finding.Requirement is not { } requirement) return;
        context.Line(context.Say("Requirement: ", "要求：") + requirement.Key);
        context.Line(context.Say("Evidence: ", "依据程度：") + Words.Of(finding.Evidence).In(context.Language));
        foreach (var source in requirement.Sources) context.Unbroken(context.Say("Source: ", "来源：") + source.Reference);
    }

    private static void WriteJson(
        ToolContext context, string key, decimal value, string? unit, Jurisdiction place, CalendarDate date, bool isDated, Circumstances circumstances, Finding finding) =>
        context.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
            writer.WriteString("key", key);
            writer.WriteNumber("value", value);
            writer.WriteString("unit", unit);
            writer.WriteString("on", isDated ? date.ToString() : null);
            writer.WriteString("place", place.Code);
            writer.WriteStartObject("when");
            foreach (var facet in circumstances.Facets)
                if (circumstances.TryGetToken(facet, out var token)) writer.WriteString(facet, token);
            writer.WriteEndObject();
            writer.WritePropertyName("finding");
            FindingJson.Write(writer, finding);
            writer.WritePropertyName("requirement");
            if (finding.Requirement is { } requirement) RequirementJson.Write(writer, requirement);
            else writer.WriteNullValue();
            writer.WriteEndObject();
        });

    private static int RefuseUnit(ToolContext context, string unit, IReadOnlyList<string> asked) => context.Fail(ExitCode.BadData, asked.Count == 0
        ? new($"A duty is done or not and has no unit, not '{InputError.Quote(unit)}'.", $"义务只有履行与否，没有单位，不应给出“{InputError.Quote(unit)}”。")
        : unit.Length == 0 ? new(
            $"The unit is missing: this is limited in {string.Join(", ", asked)}; write for example \"0.5 {asked[0]}\".", $"缺少单位：限值单位有 {string.Join("、", asked)}；例如写作“0.5 {asked[0]}”。")
        : new($"The unit is {string.Join(", ", asked)}, not '{InputError.Quote(unit)}', which cannot be converted to it.", $"单位应为 {string.Join("、", asked)}；“{InputError.Quote(unit)}”不能换算。"));

    /// <summary>Reads the unit that was given, if one was; it must convert to one in which the value is asked for.</summary>
    private static bool TryUnit(string text, decimal value, IReadOnlyList<string> asked, out string? unit)
    {
        unit = null;
        if (text.Length == 0) return true;
        if (!MeasurementUnit.TryParse(text, out var known)) return false;
        unit = known.Symbol;
        return asked.Any(one => MeasurementUnit.TryConvert(value, known.Symbol, one, out _));
    }

    /// <summary>Reads a value: "70.5", "70.5 dB(A)", "70.5dB(A)".</summary>
    private static bool TryValue(string text, out decimal value, out string unit, out BilingualText problem)
    {
        // What is no number at all ("NaN", "loud") is left whole for the message.
        var number = Number.Match(text) is { Length: > 0 } match ? match.Value : text.Trim();
        unit = number.Length < text.Length ? text[number.Length..].Trim() : "";
        return NumberText.TryParse(number.Trim(), out value, out problem);
    }
}
