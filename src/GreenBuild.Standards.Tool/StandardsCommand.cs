using System.CommandLine;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild standards</c>: which editions of standards, laws and policies there are.</summary>
internal static class StandardsCommand
{
    public static Command Create(ToolContext context)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = context.Say("Words that must all occur in number, titles, key or issuer; all editions if none is given.", "须同时出现在编号、名称、键或发布机构中的词；不给出则列出全部版本。"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var on = ToolOptions.On(context, "Day in question. Default: the release date of the catalogue.", "所问日期。默认：目录发布日期。");
        var place = ToolOptions.In(context);
        var all = new Option<bool>("--all")
        {
            Description = context.Say(
                "All editions: those that lapsed, those to come and those known by their number only; of all places unless --in is given.", "列出全部版本，包括已失效、尚未施行和仅知编号的版本；未给出 --in 时不限地区。"),
        };
        var domain = ToolOptions.Domain(context);
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("standards", context.Say("Lists editions of standards, laws and policies.", "列出标准、法律和政策的各版本。")) { text, on, place, all, domain, overlay, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetResult(on) is { Implicit: false }) result.AddError(context.Say("--all and --on exclude each other.", "--all 与 --on 不能同时使用。"));
        });
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? List(
                context, PlainText.Of(string.Join(' ', result.GetValue(text) ?? [])), result.GetValue(on), result.GetValue(place), result.GetValue(all), result.GetValue(domain), result.GetRequiredValue(format))
            : ExitCode.BadData);
        return command;
    }

    private static int List(ToolContext context, string text, CalendarDate? on, string? placeName, bool isAll, string? domain, string format)
    {
        if (!ToolOptions.TryPlace(context, placeName, out var place)) return ExitCode.BadData;
        var date = ToolOptions.DateOr(on, context);
        var editions = isAll
            ? context.Catalogue.Editions.Where(edition => placeName is null || edition.Jurisdiction.Contains(place)).ToHashSet()
            : context.Catalogue.EditionsInForce(place, date).ToHashSet();
        if (!isAll && !ToolOptions.HasDated(context, editions, place, date)) return ExitCode.BadData;
        var found = context.Catalogue.SearchEditions(text)
            .Where(edition => editions.Contains(edition) && (domain is null || edition.Requirements.Any(requirement => requirement.Domain == domain)))
            .GroupBy(static edition => (edition.Standard, edition.Jurisdiction)).SelectMany(static group => group.OrderBy(static edition => edition.CountsFrom ?? CalendarDate.MinValue)).ToList();
        switch (format)
        {
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
                    writer.WriteString("on", isAll ? null : date.ToString());
                    writer.WriteString("place", isAll && placeName is null ? null : place.Code);
                    writer.WriteStartArray("editions");
                    foreach (var edition in found) EditionJson.Write(writer, edition);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
                return 0;
            case "csv":
                WriteCsv(context, found);
                return 0;
        }

        context.Line(!isAll
            ? ToolOptions.Header(context, place, date, on is not null)
            : placeName is null ? context.Say("All editions of all places", "所有地区的全部版本") : context.Say($"All editions that apply in {place.Name.English} ({place.Code})", $"适用于{place.Name.Chinese}（{place.Code}）的全部版本"));
        if (found.Count == 0)
        {
            context.Line(isAll ? context.Say("No edition has these words.", "没有版本含所给的词。") : context.Say("No edition in force has these words; --all looks at all.", "施行中的版本均不含所给的词；--all 查询全部版本。"));
            return 0;
        }

        Write(context, found);
        return 0;
    }

    /// <summary>Writes editions as a list for people.</summary>
    public static void Write(ToolContext context, IReadOnlyCollection<Edition> editions)
    {
        var language = context.Language;
        var listing = new Listing(
            context, new(context.Say("Number", "编号")), new(context.Say("Title", "名称"), HasDetails: true), new(context.Say("Kind", "类别"), true), new(context.Say("Binding", "效力"), true),
            new(context.Say("Place", "地区"), true), new(context.Say("Effective", "施行"), true), new(context.Say("Lapses", "失效"), true), new(context.Say("Successor", "替代版本"), true),
            new(context.Say("Requirements", "要求数"), true), new(context.Say("Confirmed", "已确认"), true), new(context.Say("Single source", "单一来源"), true),
            new(context.Say("Unconfirmed", "未确认"), true), new(context.Say("Known", "收录"), true), new(context.Say("Key", "键"), true));
        foreach (var edition in editions)
        {
            var successor = edition.SupersededBy is { } number ? context.Say("replaced by " + number, "由 " + number + " 替代") : "";
            var overlay = EditionWords.OverlayOf(edition).In(language);
            listing.Add(
                [
                    new(edition.Number), new(edition.Title.In(language) + (overlay.Length > 0 ? $" [{overlay}]" : "")), new(Words.Of(edition.Kind).In(language)),
                    new(Words.Of(edition.Binding).In(language)), new(EditionWords.PlaceOf(edition).In(language)), new(DateOf(edition.Effective)), new(DateOf(edition.ValidUntil)), new(edition.SupersededBy ?? ""),
                    new(Number(edition.Requirements.Count)), new(Number(EditionWords.CountOf(edition, Evidence.Confirmed))), new(Number(EditionWords.CountOf(edition, Evidence.SingleSource))),
                    new(Number(EditionWords.CountOf(edition, Evidence.Unconfirmed))), new(Words.PartialityOf(edition).In(language)), new(edition.Key)
                ],
                Listing.Detail($"{EditionWords.StandingOf(edition).In(language)} · {EditionWords.PlaceOf(edition).In(language)}"),
                Listing.Detail(Words.ValidityOf(edition).In(language) + (successor.Length > 0 ? context.Say(", ", "，") + successor : "")),
                Listing.Detail(EditionWords.CountsOf(edition).In(language)), Listing.Detail(edition.Key));
        }

        listing.Write();
        context.Line(context.Say($"{EditionWords.Count(listing.Count, "edition")}.", $"共 {listing.Count} 个版本。"));

        static string DateOf(CalendarDate? date) => date?.ToString() ?? "";
        static string Number(int number) => Words.Number(number);
    }

    private static void WriteCsv(ToolContext context, IEnumerable<Edition> editions) => context.Csv(
        [
            "key", "standard", "number", "title", "titleZh", "kind", "binding", "issuer", "jurisdiction", "issued", "effective", "withdrawn", "noLongerInForceFrom", "supersedes", "supersededBy",
            "requirements", "confirmed", "single-source", "unconfirmed", "partial", "overlay",
        ],
        editions.Select(static edition => new object?[]
        {
            edition.Key, edition.Standard, edition.Number, edition.Title.English, edition.Title.Chinese, JsonWord.Of(edition.Kind), JsonWord.Of(edition.Binding), edition.Issuer, edition.Jurisdiction.Code,
            edition.Issued, edition.Effective, edition.Withdrawn, edition.ValidUntil, string.Join("; ", edition.Supersedes), edition.SupersededBy,
            edition.Requirements.Count, EditionWords.CountOf(edition, Evidence.Confirmed), EditionWords.CountOf(edition, Evidence.SingleSource), EditionWords.CountOf(edition, Evidence.Unconfirmed), edition.IsPartial ? "true" : "false", edition.Overlay,
        }));
}
