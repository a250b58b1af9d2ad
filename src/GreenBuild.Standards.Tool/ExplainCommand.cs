using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild explain</c>: everything that the catalogue knows of one requirement, measurand, edition or facet.</summary>
internal static class ExplainCommand
{
    public static Command Create(ToolContext context)
    {
        var key = new Argument<string>("KEY")
        {
            Description = context.Say(
                "Requirement (cn.gb-12523-2025.boundary-day), measurand (noise.site-boundary), edition (its number or key), standard (GB 12523) or facet (period); facets, places or measurands lists them all.",
                "要求（cn.gb-12523-2025.boundary-day）、被测量（noise.site-boundary）、版本（编号或键）、标准（GB 12523）或条件（period）。"),
        };
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context);
        var command = new Command("explain", context.Say("Tells everything about one requirement, measurand, edition or facet.", "说明一项要求、被测量、版本或条件的全部信息。")) { key, overlay, format };
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? []) ? Explain(context, PlainText.Of(result.GetRequiredValue(key)).Trim(), result.GetValue(format) == "json") : ExitCode.BadData);
        return command;
    }

    private static int Explain(ToolContext context, string key, bool isJson)
    {
        var catalogue = context.Catalogue;
        if (VocabularyList.TryWrite(context, key, isJson)) return 0;
        if (catalogue.Find(key) is { } requirement) new RequirementExplanation(context, requirement).Write(isJson);
        else if (Vocabulary.FindMeasurand(key) is { } measurand) ExplainMeasurand(context, measurand, isJson);
        else if (catalogue.FindEdition(key) is { } edition) ExplainEdition(context, edition, isJson);
        else if (Vocabulary.FindFacet(key) is { } facet) ExplainFacet(context, facet, isJson);
        else if (catalogue.History(key) is { Count: > 0 } history) ExplainStandard(context, key, history, isJson);
        else
        {
            var ask = NearKeys.Ask(NearKeys.Of(catalogue, key));
            return context.Fail(ExitCode.BadData, new(
                $"'{InputError.Quote(key)}' is no requirement, measurand, edition or facet of the catalogue.{ask.English}", $"“{InputError.Quote(key)}”不是目录中的要求、被测量、版本或条件。{ask.Chinese}"));
        }

        return 0;
    }

    private static void ExplainMeasurand(ToolContext context, Measurand measurand, bool isJson)
    {
        var requirements = context.Catalogue.Editions.Where(edition => edition.IsAbout(measurand.Key)).SelectMany(static edition => edition.Requirements).Where(requirement => requirement.Measurand == measurand)
            .OrderBy(static requirement => requirement.Edition.Jurisdiction.Code, StringComparer.Ordinal).ThenBy(static requirement => requirement.Edition.CountsFrom ?? CalendarDate.MinValue).ToList();
        if (isJson)
        {
            Json(context, "measurand", writer =>
            {
                writer.WritePropertyName("measurand");
                WriteMeasurand(writer, measurand);
                writer.WriteStartArray("requirements");
                foreach (var requirement in requirements) RequirementJson.Write(writer, requirement);
                writer.WriteEndArray();
            });
            return;
        }

        Titles(context, measurand.Title);
        var sheet = new FactSheet(context);
        sheet.Add(context.Say("Measurand", "被测量"), measurand.Key);
        sheet.Add(context.Say("Units", "单位"), measurand.IsDuty ? context.Say("none: a duty, done or not", "无：属于义务，履行或未履行") : string.Join(context.Say(", ", "、"), measurand.Units.Select(unit => UnitWords(unit, context.Language))));
        sheet.Add(context.Say("Basis", "测量基准"), measurand.Basis);
        sheet.Write();
        if (requirements.Count > 0) RequirementTable.Write(context, requirements, isAcrossEditions: true);
        else context.Line(context.Say("No requirement of the catalogue is about it.", "目录中没有相关要求。"));
    }

    private static void ExplainEdition(ToolContext context, Edition edition, bool isJson)
    {
        var history = context.Catalogue.History(edition.Number);
        if (isJson)
        {
            Json(context, "edition", writer =>
            {
                writer.WritePropertyName("edition");
                EditionJson.WriteWhole(writer, edition);
                writer.WriteStartArray("history");
                foreach (var other in history) EditionJson.Write(writer, other);
                writer.WriteEndArray();
            });
            return;
        }

        context.Line(edition.Number, Bold);
        Titles(context, edition.Title);
        var sheet = new FactSheet(context);
        sheet.Add(context.Say("Kind", "类别"), EditionWords.StandingOf(edition).In(context.Language));
        sheet.Add(context.Say("Place", "地区"), EditionWords.PlaceOf(edition).In(context.Language));
        sheet.Add(context.Say("Issuer", "发布机构"), edition.Issuer);
        sheet.Add(context.Say("Issued", "发布日期"), edition.Issued?.ToString());
        sheet.Add(context.Say("In force", "有效期"), Words.ValidityOf(edition).In(context.Language));
        sheet.Add(context.Say("Replaces", "替代"), string.Join(context.Say(", ", "、"), edition.Supersedes));
        sheet.Add(context.Say("Replaced by", "被替代为"), edition.SupersededBy);
        sheet.Add(context.Say("Scope", "范围"), edition.Scope);
        sheet.Add(context.Say("Requirements", "要求"), EditionWords.CountsOf(edition).In(context.Language));
        sheet.Add(context.Say("Overlay", "叠加文件"), edition.Overlay);
        sheet.Add(context.Say("Key", "键"), edition.Key);
        sheet.Write();
        if (edition.Requirements.Count > 0) RequirementTable.Write(context, edition.Requirements.ToList());
        Methods(context, edition);
        Sources(context, edition.Sources);
        if (history.Count > 1)
        {
            Heading(context, context.Say("Editions", "历次版本"));
            StandardsCommand.Write(context, history);
        }
    }

    private static void ExplainStandard(ToolContext context, string key, IReadOnlyList<Edition> history, bool isJson)
    {
        if (history.Count == 1)
        {
            ExplainEdition(context, history[0], isJson);
            return;
        }

        if (isJson)
        {
            Json(context, "standard", writer =>
            {
                writer.WriteStartArray("editions");
                foreach (var edition in history) EditionJson.Write(writer, edition);
                writer.WriteEndArray();
            });
            return;
        }

        context.Line(context.Say($"{key} is a standard with several editions; 'greenbuild explain' with a number tells more of one.", $"{key} 有多个版本；以编号执行 greenbuild explain 可查询其中之一。"));
        StandardsCommand.Write(context, history);
    }

    private static void ExplainFacet(ToolContext context, Facet facet, bool isJson)
    {
        if (isJson)
        {
            Json(context, "facet", writer =>
            {
                writer.WritePropertyName("facet");
                WriteFacet(writer, facet);
            });
            return;
        }

        Titles(context, facet.Title);
        var sheet = new FactSheet(context);
        sheet.Add(context.Say("Facet", "条件"), facet.Name);
        sheet.Add(context.Say("Domain", "领域"), facet.Domain);
        sheet.Add(context.Say("Answer", "取值"), facet.Type switch
        {
            FacetType.Token => context.Say("one of the words below", "下列词之一"),
            FacetType.Flag => context.Say("true or false", "true 或 false"),
            FacetType.Number => context.Say("a number in ", "数值，单位 ") + facet.Unit,
            _ => context.Say("follows from the time", "由时间确定"),
        });
        sheet.Write();
        if (facet.Values.Count == 0) return;
        context.Line();
        var words = new FactSheet(context);
        foreach (var value in facet.Values) words.Add(value.Value, value.Title.In(context.Language));
        words.Write();
    }

    public static void WriteFacet(System.Text.Json.Utf8JsonWriter writer, Facet facet)
    {
        writer.WriteStartObject();
        writer.WriteString("name", facet.Name);
        writer.WriteString("domain", facet.Domain);
        writer.WriteString("type", WordOf(facet.Type));
        writer.WriteString("unit", JsonWord.OrNull(facet.Unit));
        writer.WriteString("title", facet.Title.English);
        writer.WriteString("titleZh", facet.Title.Chinese);
        writer.WriteStartArray("values");
        foreach (var value in facet.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("value", value.Value);
            writer.WriteString("title", value.Title.English);
            writer.WriteString("titleZh", value.Title.Chinese);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteMeasurand(System.Text.Json.Utf8JsonWriter writer, Measurand measurand)
    {
        writer.WriteStartObject();
        writer.WriteString("key", measurand.Key);
        writer.WriteString("domain", measurand.Domain);
        writer.WriteString("title", measurand.Title.English);
        writer.WriteString("titleZh", measurand.Title.Chinese);
        writer.WriteBoolean("duty", measurand.IsDuty);
        writer.WriteStartArray("units");
        foreach (var unit in measurand.Units) writer.WriteStringValue(unit);
        writer.WriteEndArray();
        writer.WriteString("basis", JsonWord.OrNull(measurand.Basis));
        writer.WriteEndObject();
    }

    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static void Json(ToolContext context, string what, Action<System.Text.Json.Utf8JsonWriter> write) => context.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
        writer.WriteString("what", what);
        write(writer);
        writer.WriteEndObject();
    });

    /// <summary>Writes a title in both languages, the one that was asked for first.</summary>
    public static void Titles(ToolContext context, BilingualText title)
    {
        context.Line(title.In(context.Language), Bold);
        var other = title.In(context.Language == Language.Chinese ? Language.English : Language.Chinese);
        if (other != title.In(context.Language)) context.Line(other);
    }

    public static void Heading(ToolContext context, string text)
    {
        context.Line();
        context.Line(text, Bold);
    }

    public static void Sources(ToolContext context, IReadOnlyList<Source> sources)
    {
        if (sources.Count == 0) return;
        Heading(context, context.Say("Sources", "来源"));
        for (var i = 0; i < sources.Count; i++)
        {
            context.Unbroken($"  {(i + 1).ToString(CultureInfo.InvariantCulture)}. {sources[i].Reference}");
            var says = string.Join(context.Say(": ", "："), new[] { sources[i].What, sources[i].Says }.Where(static text => text.Length > 0));
            if (says.Length > 0) context.Indented(says, 5);
        }
    }

    public static void Methods(ToolContext context, Edition edition)
    {
        if (edition.Methods.Count == 0) return;
        Heading(context, context.Say($"Methods of {edition.Number}", $"{edition.Number} 的方法"));
        foreach (var method in edition.Methods)
        {
            context.Line("  " + method.Key);
            context.Indented(method.Text, 5);
        }
    }

    private static string UnitWords(string unit, Language language) => MeasurementUnit.Find(unit)?.Title.In(language) is { Length: > 0 } title && unit != "1" ? $"{unit}{(language == Language.Chinese ? $"（{title}）" : $" ({title})")}" : unit;

    private static string WordOf(FacetType type) => type switch
    {
        FacetType.Flag => "flag",
        FacetType.Number => "number",
        FacetType.Hours => "hours",
        FacetType.Dates => "dates",
        _ => "token",
    };
}
