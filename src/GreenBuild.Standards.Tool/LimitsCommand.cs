using System.CommandLine;
using System.Text.Json;
using GreenBuild.Standards.Json;
using Spectre.Console;

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
        var format = ToolOptions.Format(context);
        var command = new Command("limits", context.Say("Lists limits and other requirements in force, with clause, evidence and conditions.", "列出施行中的限值及其他要求，附条款、依据与条件。"))
        {
            text, on, place, format,
        };
        command.SetAction(result => List(context, result.GetValue(text) ?? [], result.GetValue(on), result.GetValue(place), result.GetValue(format) == "json"));
        return command;
    }

    private static int List(ToolContext context, string[] words, CalendarDate? on, string? placeName, bool isJson)
    {
        if (!ToolOptions.TryPlace(context, placeName, out var place)) return ExitCode.BadData;
        var date = ToolOptions.DateOr(on, context);
        var editions = context.Catalogue.EditionsInForce(place, date).ToList();
        // An edition of which no date is known counts as in force; alone it says nothing about the day.
        if (editions.TrueForAll(static edition => edition.Effective is null && edition.Issued is null))
            return context.Fail(ExitCode.BadData, new(
                $"No edition whose dates the catalogue knows is in force in {place.Name.English} on {date}.", $"目录中没有已知日期且 {date} 在{place.Name.Chinese}施行的版本。"));
        var terms = words.SelectMany(static word => word.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var found = editions.SelectMany(static edition => edition.Requirements).Where(requirement => terms.TrueForAll(term => Holds(requirement, term))).ToList();
        if (isJson)
        {
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
        }

        context.Line(ToolOptions.Header(context, place, date, on is not null));
        if (found.Count == 0)
        {
            context.Line(context.Say("Nothing in force has these words.", "施行中的要求均不含所给的词。"));
            return 0;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[]
        {
            context.Say("Requirement", "要求"), context.Say("Value", "数值"), context.Say("Clause", "条款"), context.Say("Binding", "效力"),
            context.Say("Evidence", "依据"), context.Say("Conditions", "条件"), context.Say("Key", "键"),
        })
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var requirement in found)
        {
            table.AddRow(
                new Text(requirement.Title.In(context.Language)),
                new Text(Words.ValueOf(requirement).In(context.Language)),
                new Text(requirement.Citation + (requirement.Edition.Effective is null ? context.Say(" (in force from an unknown day)", "（施行日期未知）") : "")),
                new Text(Words.Of(requirement.Edition.Binding).In(context.Language)),
                new Text(Words.Of(requirement.Evidence).In(context.Language), requirement.Evidence == Evidence.Unconfirmed ? new Style(Color.Yellow) : Style.Plain),
                new Text(ConditionWords.Of(requirement, context.Language)),
                new Text(requirement.Key));
        }

        context.Console.Write(table);
        context.Line(context.Say($"{found.Count} requirements.", $"共 {found.Count} 项要求。"));
        return 0;
    }

    private static bool Holds(Requirement requirement, string term) =>
        new[]
        {
            requirement.Key, requirement.Title.English, requirement.Title.Chinese, requirement.Measurand.Key, requirement.Measurand.Title.English,
            requirement.Measurand.Title.Chinese, requirement.Citation, requirement.Edition.Title.English, requirement.Edition.Title.Chinese,
        }.Any(text => text.Contains(term, StringComparison.OrdinalIgnoreCase));
}
