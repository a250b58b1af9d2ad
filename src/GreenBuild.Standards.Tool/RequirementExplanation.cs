using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>Everything that the catalogue knows of one requirement.</summary>
internal sealed class RequirementExplanation(ToolContext context, Requirement requirement)
{
    private readonly Language _language = context.Language;
    private readonly Edition _edition = requirement.Edition;
    private readonly IReadOnlyList<RowHistory> _history = RowHistory.Of(context.Catalogue, requirement);

    public void Write(bool isJson)
    {
        if (isJson) WriteJson();
        else WriteText();
    }

    private void WriteJson() => ExplainCommand.Json(context, "requirement", writer =>
    {
        writer.WritePropertyName("requirement");
        RequirementJson.Write(writer, requirement);
        writer.WritePropertyName("edition");
        EditionJson.Write(writer, _edition);
        writer.WriteStartArray("history");
        foreach (var (row, changed) in _history)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("changedFields");
            foreach (var field in changed) writer.WriteStringValue(field);
            writer.WriteEndArray();
            writer.WritePropertyName("requirement");
            RequirementJson.Write(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        EditionJson.WriteMethods(writer, _edition);
    });

    private void WriteText()
    {
        ExplainCommand.Titles(context, requirement.Title);
        context.Line(Words.ValueOf(requirement).In(_language), ExplainCommand.Bold);
        var sheet = new FactSheet(context);
        if (requirement.IsTrigger) sheet.Add(Say("Meaning", "含义"), Say("a consequence starts where the value meets it", "数值满足时产生后果"));
        if (requirement.RelativeTo is { } basis) sheet.Add(Say("Relative to", "相对于"), Say($"the limit of {basis.Key} under the same circumstances", $"同等条件下 {basis.Key} 的限值"));
        sheet.Add(Say("Kind", "类别"), Words.Of(requirement.Kind).In(_language));
        sheet.Add(Say("Measurand", "被测量"), requirement.Measurand.Key + Say(", ", "，") + requirement.Measurand.Title.In(_language));
        sheet.Add(Say("Standard", "标准"), requirement.Citation + Say(", ", "，") + _edition.Title.In(_language));
        sheet.Add(Say("Standing", "性质"), EditionWords.StandingOf(_edition).In(_language));
        sheet.Add(Say("Place", "地区"), EditionWords.PlaceOf(_edition).In(_language));
        sheet.Add(Say("In force", "有效期"), Words.ValidityOf(_edition).In(_language));
        sheet.Add(Say("Replaced by", "被替代为"), _edition.SupersededBy);
        sheet.Add(Say("Overlay", "叠加文件"), _edition.Overlay);
        AddConditions(sheet, Say("Applies where", "适用条件"), false);
        AddConditions(sheet, Say("But not where", "除外"), true);
        sheet.Add(Say("Measured as", "测量基准"), requirement.Basis);
        if (requirement.RoundingDigits is { } digits) sheet.Add(Say("Rounding", "修约"), Say($"by GB/T 8170 to {digits} decimals, half to even", $"按 GB/T 8170 修约到 {digits} 位小数（四舍六入五成双）"));
        sheet.Add(Say("Evidence", "依据程度"), Words.Of(requirement.Evidence).In(_language), RequirementTable.StyleOf(requirement.Evidence));
        sheet.Add(Say("Note", "备注"), requirement.Note);
        sheet.Add(Say("Key", "键"), requirement.Key);
        sheet.Write();
        WriteHistory();
        ExplainCommand.Methods(context, _edition);
        ExplainCommand.Sources(context, requirement.Sources);
    }

    private void AddConditions(FactSheet sheet, string name, bool isException)
    {
        foreach (var condition in requirement.Conditions.Where(condition => condition.IsException == isException))
        {
            // As it is typed, it can go into 'greenbuild check --when'.
            var (words, typed) = (ConditionWords.InWords(condition, _language, isExceptionSaid: true), ConditionWords.Typed(condition, isExceptionSaid: true));
            sheet.Add(name, words + Say($" ({typed})", $"（{typed}）"));
        }
    }

    private void WriteHistory()
    {
        if (_history.Count < 2) return;
        ExplainCommand.Heading(context, Say("History", "沿革"));
        var sheet = new FactSheet(context);
        foreach (var (row, changed) in _history)
        {
            var parts = new List<string> { Words.ValueOf(row).In(_language), TimeOf(row).In(_language) };
            if (row.Clause is { } clause) parts.Add(clause);
            parts.Add(row == requirement ? Say("this requirement", "本要求") : row.Key);
            if (changed.Count > 0) parts.Add(Say("changed: ", "变更：") + string.Join(Say(", ", "、"), changed.Select(field => DiffCommand.WordOf(field).In(_language))));
            sheet.Add(row.Edition.Number, string.Join(" · ", parts), row == requirement ? ExplainCommand.Bold : default(Style?));
        }

        sheet.Write();
    }

    private static BilingualText TimeOf(Requirement row)
    {
        var validity = Words.ValidityOf(row.Edition);
        if (row.Condition("dates") is not { } dates) return validity;
        var spans = Words.ValueOf(dates);
        return new($"{validity.English}, applies {spans.English}", $"{validity.Chinese}，适用 {spans.Chinese}");
    }

    private string Say(string english, string chinese) => context.Say(english, chinese);
}
