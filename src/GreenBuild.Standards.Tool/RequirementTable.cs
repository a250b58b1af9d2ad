using System.Globalization;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>Requirements as a list for people and as a table for spreadsheets.</summary>
internal static class RequirementTable
{
    /// <summary>Writes a list.</summary>
    /// <param name="context">Where it goes.</param>
    /// <param name="requirements">What is listed.</param>
    /// <param name="isAcrossEditions">Whether they hold in several places and times, which then are said.</param>
    public static void Write(ToolContext context, IReadOnlyCollection<Requirement> requirements, bool isAcrossEditions = false)
    {
        var language = context.Language;
        var listing = new Listing(context, [
            new(context.Say("Value", "数值")), new(context.Say("Requirement", "要求"), HasDetails: true), new(context.Say("Clause", "条款"), true), new(context.Say("Binding", "效力"), true),
            .. isAcrossEditions ? new ListingColumn[] { new(context.Say("Place", "地区"), true), new(context.Say("Validity", "有效期"), true) } : [],
            new(context.Say("Evidence", "依据程度"), true), new(context.Say("Conditions", "条件"), true), new(context.Say("Key", "键"), true)]);
        foreach (var requirement in requirements)
        {
            var edition = requirement.Edition;
            var (value, title) = (new ListingCell(Words.ValueOf(requirement).In(language)), new ListingCell(requirement.Title.In(language)));
            var citation = requirement.Citation + (edition.Overlay is null ? "" : $" [{EditionWords.OverlayOf(edition).In(language)}]");
            var (binding, evidence) = (Words.Of(edition.Binding).In(language), Words.Of(requirement.Evidence).In(language));
            var (place, validity) = isAcrossEditions ? (EditionWords.PlaceOf(edition).In(language), Words.ValidityOf(edition).In(language)) : ("", "");
            var unknownDay = edition.Effective is null ? context.Say("in force from an unknown day", "施行日期未知") : "";
            if (unknownDay.Length > 0 && !isAcrossEditions) citation += context.Say($" ({unknownDay})", $"（{unknownDay}）");
            var conditions = ConditionWords.Of(requirement, language);
            listing.Add(
                [
                    value, title, new(citation), new(binding),
                    .. isAcrossEditions ? new ListingCell[] { new(place), new(validity) } : [],
                    new(evidence, StyleOf(requirement.Evidence)), new(conditions), new(requirement.Key)
                ],
                new ListingCell($"{citation} · {binding} · {evidence}", requirement.Evidence == Evidence.Unconfirmed ? StyleOf(requirement.Evidence) : new Style(decoration: Decoration.Dim)),
                Listing.Detail(isAcrossEditions ? $"{place} · {validity}" : ""), Listing.Detail(conditions), Listing.Detail(requirement.Key));
        }

        listing.Write();
        context.Line(context.Say($"{EditionWords.Count(listing.Count, "requirement")}.", $"共 {listing.Count} 项要求。"));
    }

    public static void WriteCsv(ToolContext context, IEnumerable<Requirement> requirements) => context.Csv(
        [
            "key", "domain", "measurand", "kind", "standard", "edition", "clause", "title", "titleZh", "comparator", "value", "upperValue", "unit", "points", "upperPoints", "valueInWords",
            "relativeTo", "conditions", "basis", "jurisdiction", "binding", "effective", "noLongerInForceFrom", "evidence", "sources", "note", "overlay",
        ],
        requirements.Select(requirement => new object?[]
        {
            requirement.Key, requirement.Domain, requirement.Measurand.Key, JsonWord.Of(requirement.Kind), requirement.Edition.Standard, requirement.Edition.Number, requirement.Clause,
            requirement.Title.English, requirement.Title.Chinese, JsonWord.Of(requirement.Comparator),
            requirement.Value ?? requirement.Range?.Low, requirement.Value is null ? requirement.Range?.High : requirement.UpperValue, requirement.Unit, requirement.Points, requirement.UpperPoints,
            Words.ValueOf(requirement).In(context.Language), requirement.RelativeTo?.Key, ConditionWords.Of(requirement, context.Language), requirement.Basis,
            requirement.Edition.Jurisdiction.Code, JsonWord.Of(requirement.Edition.Binding), requirement.Edition.Effective, requirement.Edition.ValidUntil, JsonWord.Of(requirement.Evidence),
            string.Join(" | ", requirement.Sources.Select(static source => source.Reference)), requirement.Note, requirement.Edition.Overlay,
        }));

    public static Style StyleOf(Evidence evidence) => evidence == Evidence.Unconfirmed ? new Style(Color.Yellow) : Style.Plain;
}
