using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild explain facets</c>, <c>places</c> and <c>measurands</c>: all words of one kind.</summary>
internal static class VocabularyList
{
    /// <summary>Writes a list, if the word is the name of one.</summary>
    public static bool TryWrite(ToolContext context, string word, bool isJson)
    {
        switch (word.ToLowerInvariant())
        {
            case "facets" or "条件":
                WriteFacets(context, isJson);
                return true;
            case "places" or "地点" or "地区":
                WritePlaces(context, isJson);
                return true;
            case "measurands" or "被测量":
                WriteMeasurands(context, isJson);
                return true;
            default:
                return false;
        }
    }

    private static void WriteFacets(ToolContext context, bool isJson)
    {
        var facets = Vocabulary.Facets.OrderBy(static facet => facet.Domain, StringComparer.Ordinal).ThenBy(static facet => facet.Name, StringComparer.Ordinal).ToList();
        if (isJson)
        {
            ExplainCommand.Json(context, "facets", writer =>
            {
                writer.WriteStartArray("facets");
                foreach (var facet in facets) ExplainCommand.WriteFacet(writer, facet);
                writer.WriteEndArray();
            });
            return;
        }

        var listing = new Listing(context, new(context.Say("Facet", "条件")), new(context.Say("Title", "名称"), HasDetails: true), new(context.Say("Domain", "领域"), true), new(context.Say("Values", "取值"), true)) { IsSpaced = false };
        foreach (var facet in facets)
        {
            var values = facet.Type switch
            {
                FacetType.Token => string.Join(" | ", facet.Values),
                FacetType.Flag => "true | false",
                FacetType.Number => context.Say("a number", "数值") + (facet.Unit is "" or "1" ? "" : context.Say(" in ", "，单位 ") + facet.Unit),
                _ => context.Say("follows from the time", "由时间确定"),
            };
            listing.Add([new(facet.Name), new(facet.Title.In(context.Language)), new(facet.Domain), new(values)], Listing.Detail(values));
        }

        listing.Write();
        context.Line(context.Say($"{listing.Count} facets; 'greenbuild explain' with a name tells what its values mean.", $"共 {listing.Count} 个条件；以名称执行 greenbuild explain 可查询各值的含义。"));
    }

    private static void WritePlaces(ToolContext context, bool isJson)
    {
        var known = context.Catalogue.Editions.Where(static edition => edition.HasRequirements).Select(static edition => edition.Jurisdiction.Code).ToHashSet(StringComparer.Ordinal);
        if (isJson)
        {
            ExplainCommand.Json(context, "places", writer =>
            {
                writer.WriteStartArray("places");
                foreach (var place in Jurisdiction.All)
                {
                    writer.WriteStartObject();
                    writer.WriteString("code", place.Code);
                    writer.WriteString("name", place.Name.English);
                    writer.WriteString("nameZh", place.Name.Chinese);
                    writer.WriteString("within", place.Parent?.Code);
                    writer.WriteBoolean("hasOwnRules", known.Contains(place.Code));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            });
            return;
        }

        var listing = new Listing(context, new(context.Say("Code", "代码")), new(context.Say("Name", "名称")), new(context.Language == Language.Chinese ? "英文名" : "Chinese"), new(context.Say("Within", "上级")), new(context.Say("Rules of its own", "有自己的规则"))) { IsSpaced = false };
        foreach (var place in Jurisdiction.All)
            listing.Add([
                new(place.Code), new(place.Name.In(context.Language)), new(place.Name.In(context.Language == Language.Chinese ? Language.English : Language.Chinese)),
                new(place.Parent?.Code ?? ""), new(known.Contains(place.Code) ? context.Say("yes", "是") : "")]);
        listing.Write();
        context.Line(context.Say(
            $"{listing.Count} places. A place below these is asked for by the one that it lies in: CN-SH for a district of Shanghai.", $"共 {listing.Count} 个地点。更小的地区请使用其上级：上海市各区用 CN-SH。"));
    }

    private static void WriteMeasurands(ToolContext context, bool isJson)
    {
        var measurands = Vocabulary.Measurands.OrderBy(static measurand => measurand.Key, StringComparer.Ordinal).ToList();
        if (isJson)
        {
            ExplainCommand.Json(context, "measurands", writer =>
            {
                writer.WriteStartArray("measurands");
                foreach (var measurand in measurands) ExplainCommand.WriteMeasurand(writer, measurand);
                writer.WriteEndArray();
            });
            return;
        }

        var listing = new Listing(context, new(context.Say("Measurand", "被测量"), HasDetails: true), new(context.Say("Title", "名称")), new(context.Say("Units", "单位"), true)) { IsSpaced = false };
        foreach (var measurand in measurands)
        {
            var units = measurand.IsDuty ? context.Say("a duty: done or not", "义务：履行或未履行") : string.Join(", ", measurand.Units);
            listing.Add([new(measurand.Key), new(measurand.Title.In(context.Language)), new(units)], Listing.Detail(units));
        }

        listing.Write();
        context.Line(context.Say($"{listing.Count} measurands.", $"共 {listing.Count} 个被测量。"));
    }
}
