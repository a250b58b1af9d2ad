using System.CommandLine;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild limits</c>: what is in force in a place on a day.</summary>
internal static class LimitsCommand
{
    public static Command Create(ToolContext context)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = context.Say(
                "Words that must all occur in key, title, measurand, number or clause; all requirements if none is given.", "须同时出现在键、名称、被测量、编号或条款中的词；不给出则列出全部要求。"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var on = ToolOptions.On(context, "Day in question. Default: the release date of the catalogue.", "所问日期。默认：目录发布日期。");
        var place = ToolOptions.In(context);
        var domain = ToolOptions.Domain(context);
        var kind = ToolOptions.Kind(context);
        var evidence = ToolOptions.Evidence(context, "Only facts that are known at least so well.", "仅限依据程度不低于此的事实。");
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("limits", context.Say("Lists limits and other requirements in force, with clause, evidence and conditions.", "列出施行中的限值及其他要求，附条款、依据与条件。"))
        {
            text, on, place, domain, kind, evidence, overlay, format,
        };
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? List(
                context, PlainText.Of(string.Join(' ', result.GetValue(text) ?? [])), result.GetValue(on), result.GetValue(place), result.GetRequiredValue(format),
                requirement => (result.GetValue(domain) is not { } wanted || requirement.Domain == wanted)
                    && (result.GetValue(kind) is not { } sort || JsonWord.Of(requirement.Kind) == sort)
                    && (result.GetValue(evidence) is not { } word || (WordsOf<Evidence>.TryParse(word, out var floor) && requirement.Evidence >= floor)))
            : ExitCode.BadData);
        return command;
    }

    private static int List(ToolContext context, string text, CalendarDate? on, string? placeName, string format, Func<Requirement, bool> isWanted)
    {
        if (!ToolOptions.TryPlace(context, placeName, out var place)) return ExitCode.BadData;
        var date = ToolOptions.DateOr(on, context);
        var editions = context.Catalogue.EditionsInForce(place, date).ToHashSet();
        if (!ToolOptions.HasDated(context, editions, place, date)) return ExitCode.BadData;
        var here = Circumstances.None.In(place);
        var (all, found) = Search(text);
        var other = found.Count == 0 && format == "table" ? NothingFound.WithSynonyms(text) : null;
        if (other is not null) (all, found) = Search(other);
        switch (format)
        {
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
                    writer.WriteString("on", date.ToString());
                    writer.WriteString("place", place.Code);
                    writer.WriteStartArray("requirements");
                    foreach (var requirement in found) RequirementJson.Write(writer, requirement);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
                return 0;
            case "csv":
                RequirementTable.WriteCsv(context, found);
                return 0;
        }

        context.Line(ToolOptions.Header(context, place, date, on is not null));
        if (other is not null && found.Count > 0) context.Line(context.Say($"Nothing in force has these words; shown for '{other}':", $"施行中的要求均不含所给的词；以下按“{other}”查询："));
        if (found.Count > 0) RequirementTable.Write(context, found);
        else
        {
            context.Line(context.Say("Nothing in force has these words.", "施行中的要求均不含所给的词。"));
            NothingFound.Explain(context, text, place, date);
        }

        if (all.Count > found.Count)
        {
            var count = all.Count - found.Count;
            context.Line(context.Say(
                $"{count} more {(count == 1 ? "holds" : "hold")} on other dates only; 'greenbuild changes' and 'greenbuild explain' show them.", $"另有 {count} 项仅在其他日期适用，可用 greenbuild changes 和 greenbuild explain 查询。"));
        }

        return 0;

        (List<Requirement> All, List<Requirement> Found) Search(string words)
        {
            // A rate for another province of the same edition is no limit of this place.
            var rows = StandardsCatalogue.Search(words, context.Catalogue.Editions.Where(editions.Contains)).Where(requirement => isWanted(requirement) && requirement.AppliesTo(here, out _) != FacetMatch.Fails).ToList();
            // A second stage that begins in later years is not yet a limit, though its edition is in force.
            return (rows, rows.FindAll(requirement => requirement.MayHoldOn(date)));
        }
    }
}
