using System.CommandLine;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild diff</c>: two editions row by row.</summary>
internal static class DiffCommand
{
    public static Command Create(ToolContext context)
    {
        var before = new Argument<string>("A") { Description = context.Say("The earlier edition: its number as people write it (GB12523-2011), or its key.", "较早的版本：编号（如 GB12523-2011）或键。") };
        var after = new Argument<string>("B") { Description = context.Say("The later edition.", "较晚的版本。") };
        var all = new Option<bool>("--all") { Description = context.Say("Also the requirements that did not change.", "同时列出未变化的要求。") };
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("diff", context.Say("Compares two editions requirement by requirement.", "逐项比较两个版本的要求。")) { before, after, all, overlay, format };
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? Compare(context, PlainText.Of(result.GetRequiredValue(before)).Trim(), PlainText.Of(result.GetRequiredValue(after)).Trim(), result.GetValue(all), result.GetRequiredValue(format))
            : ExitCode.BadData);
        return command;
    }

    private static int Compare(ToolContext context, string beforeText, string afterText, bool isAll, string format)
    {
        if (Find(context, beforeText) is not { } before || Find(context, afterText) is not { } after) return ExitCode.BadData;
        var differences = EditionDiff.Compare(before, after);
        var shown = differences.Where(difference => isAll || difference.Change != RequirementChange.Unchanged).ToList();
        switch (format)
        {
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
                    writer.WritePropertyName("before");
                    EditionJson.Write(writer, before);
                    writer.WritePropertyName("after");
                    EditionJson.Write(writer, after);
                    writer.WriteStartObject("counts");
                    foreach (var change in Changes) writer.WriteNumber(JsonWord.Of(change), Count(change));
                    writer.WriteEndObject();
                    writer.WriteStartArray("rows");
                    foreach (var difference in shown) EditionDiffJson.Write(writer, difference);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
                return 0;
            case "csv":
                WriteCsv(context, shown);
                return 0;
        }

        foreach (var edition in new[] { before, after })
            context.Line($"{edition.Number}{context.Say(": ", "：")}{edition.Title.In(context.Language)}{context.Say(", ", "，")}{Words.ValidityOf(edition).In(context.Language)}");
        if (shown.Count > 0) Write(context, shown);
        context.Line(string.Join(context.Say(", ", "，"), Changes.Where(change => change != RequirementChange.NotKnown || Count(change) > 0).Select(change => context.Say($"{Count(change)} {WordOf(change).English}", $"{WordOf(change).Chinese} {Count(change)} 项"))) + context.Say(".", "。"));
        if (Count(RequirementChange.NotKnown) > 0) context.Line(NotKnownBecause(before, after).In(context.Language));
        return 0;

        int Count(RequirementChange change) => differences.Count(difference => difference.Change == change);
    }

    /// <summary>Why the fate of a row is not known.</summary>
    private static BilingualText NotKnownBecause(Edition before, Edition after)
    {
        var partial = new[] { before, after }.Where(static edition => edition.IsPartial).Select(static edition => edition.Number).ToList();
        return new(
            $"Only a part of the rules of {string.Join(" and of ", partial)} is known: what stands in the other edition alone may stand there as well.",
            $"{string.Join("、", partial)} 仅收录部分条文：只见于另一版本的要求，其中可能同样有规定。");
    }

    private static RequirementChange[] Changes { get; } = [RequirementChange.Changed, RequirementChange.Added, RequirementChange.Removed, RequirementChange.NotKnown, RequirementChange.Unchanged];

    private static Edition? Find(ToolContext context, string text)
    {
        if (context.Catalogue.FindEdition(text) is not { } edition)
        {
            var ask = NearKeys.Ask(NearKeys.OfEdition(context.Catalogue, text));
            context.Fail(ExitCode.BadData, new($"'{InputError.Quote(text)}' is not an edition of the catalogue.{ask.English}", $"“{InputError.Quote(text)}”不是目录中的版本。{ask.Chinese}"));
            return null;
        }

        if (edition.HasRequirements) return edition;
        context.Fail(ExitCode.BadData, new($"{edition.Number} is known by its number only; the catalogue holds no requirements of it.", $"{edition.Number} 仅知编号，目录中没有其要求。"));
        return null;
    }

    private static void Write(ToolContext context, IReadOnlyList<RequirementDifference> differences)
    {
        var language = context.Language;
        var listing = new Listing(
            context, new(context.Say("Change", "变化")), new(context.Say("Requirement", "要求"), HasDetails: true), new(context.Say("Before", "原")), new(context.Say("After", "现")),
            new(context.Say("What changed", "变化内容"), true), new(context.Say("Conditions", "条件"), true), new(context.Say("Clause", "条款"), true), new(context.Say("Key", "键"), true));
        foreach (var difference in differences)
        {
            var requirement = difference.After ?? difference.Before!;
            var fields = string.Join(context.Say(", ", "、"), difference.ChangedFields.Select(field => WordOf(field).In(language)));
            var conditions = ConditionsOf(difference, language);
            listing.Add(
                [
                    new(WordOf(difference.Change).In(language), StyleOf(difference.Change)), new(requirement.Title.In(language)), new(ValueOf(difference.Before, language)), new(ValueOf(difference.After, language)),
                    new(fields), new(conditions), new(requirement.Citation), new(requirement.Key)
                ],
                Listing.Detail(fields.Length > 0 ? context.Say("changed: ", "变化：") + fields : ""), Listing.Detail(conditions), Listing.Detail(requirement.Key));
        }

        listing.Write();
    }

    private static void WriteCsv(ToolContext context, IEnumerable<RequirementDifference> differences) => context.Csv(
        ["change", "changedFields", "title", "titleZh", "before", "after", "conditions", "evidenceBefore", "evidenceAfter", "citationBefore", "citationAfter", "keyBefore", "keyAfter"],
        differences.Select(difference => new object?[]
        {
            JsonWord.Of(difference.Change), string.Join("; ", difference.ChangedFields), (difference.After ?? difference.Before!).Title.English, (difference.After ?? difference.Before!).Title.Chinese,
            ValueOf(difference.Before, context.Language), ValueOf(difference.After, context.Language), ConditionsOf(difference, context.Language),
            difference.Before is { } old ? JsonWord.Of(old.Evidence) : null, difference.After is { } current ? JsonWord.Of(current.Evidence) : null,
            difference.Before?.Citation, difference.After?.Citation, difference.Before?.Key, difference.After?.Key,
        }));

    private static string ValueOf(Requirement? requirement, Language language) => requirement is null ? "" : Words.ValueOf(requirement).In(language);

    private static string ConditionsOf(RequirementDifference difference, Language language) => difference.ChangedFields.Contains("applicability")
        ? ConditionWords.Difference(difference.Before!, difference.After!, language)
        : ConditionWords.Of(difference.After ?? difference.Before!, language);

    public static BilingualText WordOf(RequirementChange change) => change switch
    {
        RequirementChange.Changed => new("changed", "变更"),
        RequirementChange.Added => new("added", "新增"),
        RequirementChange.Removed => new("removed", "删除"),
        RequirementChange.NotKnown => new("not known", "未知"),
        _ => new("unchanged", "未变"),
    };

    public static BilingualText WordOf(string field) => field switch
    {
        "value" => new(field, "数值"),
        "unit" => new(field, "单位"),
        "comparator" => new(field, "比较方式"),
        "rounding" => new(field, "修约"),
        "applicability" => new(field, "适用条件"),
        "kind" => new(field, "类别"),
        "evidence" => new(field, "依据程度"),
        _ => new(field, field),
    };

    private static Style StyleOf(RequirementChange change) => change switch
    {
        RequirementChange.Changed => new Style(Color.Yellow),
        RequirementChange.Added => new Style(Color.Green),
        RequirementChange.Removed => new Style(Color.Red),
        RequirementChange.NotKnown => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
