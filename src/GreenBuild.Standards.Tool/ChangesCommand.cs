using System.CommandLine;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild changes</c>: what changes in a place between two days.</summary>
internal static class ChangesCommand
{
    public static Command Create(ToolContext context)
    {
        var from = ToolOptions.Day(context, "--from", "Last day that is already known. Default: the release date of the catalogue.", "已知状态的最后一日。默认：目录发布日期。");
        var to = ToolOptions.Day(context, "--to", "Last day that is looked at. Default: a year later.", "查询的最后一日。默认：一年之后。");
        var place = ToolOptions.In(context);
        var domain = ToolOptions.Domain(context);
        var all = new Option<bool>("--all") { Description = context.Say("Also requirements of which a new stage begins with the value as before.", "同时列出进入新阶段但数值不变的要求。") };
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("changes", context.Say("Tells what changes: editions that begin and lapse, limits that begin, end or change.", "列出变化：开始施行和失效的版本，开始、终止或变更的限值。"))
        {
            from, to, place, domain, all, overlay, format,
        };
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? List(
                context, result.GetValue(from), result.GetValue(to), result.GetValue(place), result.GetValue(domain), result.GetValue(all), result.GetRequiredValue(format))
            : ExitCode.BadData);
        return command;
    }

    private static int List(ToolContext context, CalendarDate? from, CalendarDate? to, string? placeName, string? domain, bool isAll, string format)
    {
        if (!ToolOptions.TryPlace(context, placeName, out var place)) return ExitCode.BadData;
        var first = ToolOptions.DateOr(from, context);
        var last = to ?? (first.Year < CalendarDate.MaxValue.Year ? CalendarDate.FromDateTime(first.ToDateTime().AddYears(1)) : CalendarDate.MaxValue);
        if (last < first) return context.Fail(ExitCode.Usage, new($"--to ({last}) is before --from ({first}).", $"--to（{last}）早于 --from（{first}）。"));
        var lines = ChangeLine.Between(context.Catalogue, first, last, place).Where(line => domain is null || IsOf(line, domain)).ToList();
        var shown = lines.FindAll(line => isAll || line.Event != ChangeEvent.RowContinues);
        switch (format)
        {
            case "json":
                WriteJson(context, first, last, place, shown);
                return 0;
            case "csv":
                WriteCsv(context, shown);
                return 0;
        }

        context.Line(context.Say(
            $"{place.Name.English} ({place.Code}), after {first}{(from is null ? ", the release date of the catalogue," : "")} up to {last}",
            $"{place.Name.Chinese}（{place.Code}），{first}{(from is null ? "（目录发布日期）" : "")}之后至 {last}"));
        if (shown.Count > 0) Write(context, shown);
        else context.Line(context.Say("Nothing changes that the catalogue knows of.", "目录中没有已知的变化。"));
        var editions = shown.Count(static line => line.Before is null && line.After is null);
        var (rows, same) = (shown.Count - editions, lines.Count - shown.Count);
        if (shown.Count > 0) context.Line(context.Say($"{EditionWords.Count(editions, "edition")}, {EditionWords.Count(rows, "requirement")}.", $"版本 {editions} 个，要求 {rows} 项。"));
        if (same > 0) context.Line(context.Say($"{EditionWords.Count(same, "requirement")} more: a new stage begins with the value as before; --all shows {(same == 1 ? "it" : "them")}.", $"另有 {same} 项要求进入新阶段但数值不变，可用 --all 列出。"));
        return 0;
    }

    private static bool IsOf(ChangeLine line, string domain) =>
        (line.After ?? line.Before) is { } requirement ? requirement.Domain == domain : line.Edition.Requirements.Any(requirement => requirement.Domain == domain);

    private static void Write(ToolContext context, IReadOnlyList<ChangeLine> lines)
    {
        var language = context.Language;
        var listing = new Listing(
            context, new(context.Say("Date", "日期")), new(context.Say("Event", "变化")), new(context.Say("What", "内容"), HasDetails: true), new(context.Say("Value", "数值")),
            new(context.Say("Standard", "标准"), true), new(context.Say("What changed", "变化内容"), true), new(context.Say("Evidence", "依据程度"), true), new(context.Say("Conditions", "条件"), true), new(context.Say("Key", "键"), true));
        foreach (var line in lines)
        {
            var requirement = line.After ?? line.Before;
            var what = requirement?.Title.In(language) ?? line.Edition.Number + context.Say(", ", "，") + line.Edition.Title.In(language);
            var overlay = EditionWords.OverlayOf(line.Edition).In(language);
            var standard = (requirement?.Citation ?? line.Edition.Number) + (overlay.Length > 0 ? $" [{overlay}]" : "");
            var evidence = requirement is null ? EditionWords.CountsOf(line.Edition).In(language) : Words.Of(requirement.Evidence).In(language);
            var conditions = requirement is null ? ReplacedOf(line).In(language) : ConditionsOf(line, language);
            var fields = line.ChangedFields is ["value"] ? "" : string.Join(context.Say(", ", "、"), line.ChangedFields.Select(field => DiffCommand.WordOf(field).In(language)));
            listing.Add(
                [
                    new(line.Date.ToString()), new(WordOf(line.Event).In(language), StyleOf(line.Event)), new(what), new(ValueOf(line).In(language)), new(standard), new(fields), new(evidence), new(conditions),
                    new(requirement?.Key ?? line.Edition.Key)
                ],
                Listing.Detail(requirement is null ? $"{EditionWords.StandingOf(line.Edition).In(language)} · {EditionWords.PlaceOf(line.Edition).In(language)}" : standard + " · " + evidence),
                Listing.Detail(requirement is null ? evidence : ""), Listing.Detail(requirement is null ? overlay : ""),
                Listing.Detail(fields.Length > 0 ? context.Say("changed: ", "变化：") + fields : ""), Listing.Detail(conditions), Listing.Detail(requirement?.Key ?? line.Edition.Key));
        }

        listing.Write();
    }

    private static string ConditionsOf(ChangeLine line, Language language) => line.ChangedFields.Contains("applicability")
        ? ConditionWords.Difference(line.Before!, line.After!, language)
        : ConditionWords.WithoutDates((line.After ?? line.Before)!, language);

    /// <summary>The values before and after, with the unit once where it stays.</summary>
    private static BilingualText ValueOf(ChangeLine line)
    {
        if (line.Before is null || line.After is null) return (line.After ?? line.Before) is { } only ? Words.ValueOf(only) : default;
        var (before, after) = (Words.ValueOf(line.Before), Words.ValueOf(line.After));
        if (before == after) return after;
        var unit = line.Before.Unit == line.After.Unit && line.Before.Unit.Length > 0 ? " " + line.Before.Unit : "";
        return new(Arrow(before.English, after.English), Arrow(before.Chinese, after.Chinese));

        string Arrow(string old, string current) => (unit.Length > 0 && old.EndsWith(unit, StringComparison.Ordinal) && current.EndsWith(unit, StringComparison.Ordinal) ? old[..^unit.Length] : old) + " → " + current;
    }

    private static BilingualText ReplacedOf(ChangeLine line)
    {
        if (line.Event == ChangeEvent.EditionEnds) return line.Edition.SupersededBy is { } successor ? new($"replaced by {successor}", $"由 {successor} 替代") : default;
        var (english, chinese) = (new List<string>(), new List<string>());
        foreach (var edition in line.Replaced)
        {
            var rows = edition.HasRequirements && line.Edition.HasRequirements ? EditionDiff.Compare(edition, line.Edition) : [];
            int Count(RequirementChange change) => rows.Count(row => row.Change == change);
            var counts = new[] { RequirementChange.Changed, RequirementChange.Added, RequirementChange.Removed, RequirementChange.NotKnown }.Where(change => Count(change) > 0).ToList();
            english.Add($"replaces {edition.Number}" + (counts.Count == 0 ? "" : $" ({string.Join(", ", counts.Select(change => $"{Count(change)} {DiffCommand.WordOf(change).English}"))})"));
            chinese.Add($"替代 {edition.Number}" + (counts.Count == 0 ? "" : $"（{string.Join("，", counts.Select(change => $"{DiffCommand.WordOf(change).Chinese} {Count(change)} 项"))}）"));
        }

        return new(string.Join("; ", english), string.Join("；", chinese));
    }

    private static void WriteJson(ToolContext context, CalendarDate from, CalendarDate to, Jurisdiction place, IReadOnlyList<ChangeLine> lines) => context.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
        writer.WriteString("from", from.ToString());
        writer.WriteString("to", to.ToString());
        writer.WriteString("place", place.Code);
        writer.WriteStartArray("changes");
        foreach (var line in lines)
        {
            writer.WriteStartObject();
            writer.WriteString("date", line.Date.ToString());
            writer.WriteString("event", JsonWordOf(line.Event));
            writer.WritePropertyName("edition");
            EditionJson.Write(writer, line.Edition);
            writer.WriteStartArray("replaces");
            foreach (var edition in line.Replaced) writer.WriteStringValue(edition.Number);
            writer.WriteEndArray();
            writer.WriteStartArray("changedFields");
            foreach (var field in line.ChangedFields) writer.WriteStringValue(field);
            writer.WriteEndArray();
            EditionDiffJson.WriteOrNull(writer, "before", line.Before);
            EditionDiffJson.WriteOrNull(writer, "after", line.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteCsv(ToolContext context, IEnumerable<ChangeLine> lines) => context.Csv(
        ["date", "event", "edition", "title", "titleZh", "before", "after", "replaces", "changedFields", "conditions", "clause", "jurisdiction", "binding", "evidence", "key", "overlay"],
        lines.Select(line =>
        {
            var requirement = line.After ?? line.Before;
            var title = requirement?.Title ?? line.Edition.Title;
            return new object?[]
            {
                line.Date, JsonWordOf(line.Event), line.Edition.Number, title.English, title.Chinese, line.Before is null ? null : Words.ValueOf(line.Before).In(context.Language),
                line.After is null ? null : Words.ValueOf(line.After).In(context.Language), string.Join("; ", line.Replaced), string.Join("; ", line.ChangedFields), requirement is null ? null : ConditionsOf(line, context.Language),
                requirement?.Clause, line.Edition.Jurisdiction.Code, JsonWord.Of(line.Edition.Binding), requirement is null ? null : JsonWord.Of(requirement.Evidence), requirement?.Key ?? line.Edition.Key, line.Edition.Overlay,
            };
        }));

    private static string JsonWordOf(ChangeEvent what) => what switch
    {
        ChangeEvent.EditionBegins => "edition-begins",
        ChangeEvent.EditionEnds => "edition-ends",
        ChangeEvent.RowChanges => "requirement-changes",
        ChangeEvent.RowBegins => "requirement-begins",
        ChangeEvent.RowEnds => "requirement-ends",
        _ => "requirement-continues",
    };

    private static BilingualText WordOf(ChangeEvent what) => what switch
    {
        ChangeEvent.EditionBegins => new("in force", "施行"),
        ChangeEvent.EditionEnds => new("lapses", "失效"),
        ChangeEvent.RowChanges => new("changes", "变更"),
        ChangeEvent.RowBegins => new("begins", "开始"),
        ChangeEvent.RowEnds => new("ends", "终止"),
        _ => new("unchanged", "不变"),
    };

    private static Style StyleOf(ChangeEvent what) => what switch
    {
        ChangeEvent.EditionBegins or ChangeEvent.RowBegins => new Style(Color.Green),
        ChangeEvent.EditionEnds or ChangeEvent.RowEnds => new Style(Color.Red),
        ChangeEvent.RowChanges => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
