using System.Text;

namespace GreenBuild.Standards.Components;

/// <summary>A score sheet in words, in the order and with the columns of the official form (表 4.0.1).</summary>
internal sealed class AssemblyScoreText
{
    private static readonly (string Word, BilingualText Title, string Symbol)[] Parts =
    [
        ("main-structure", new("Main structure", "主体结构"), "Q1"),
        ("walls", new("Enclosure and partition walls", "围护墙和内隔墙"), "Q2"),
        ("fit-out-services", new("Fit-out and services", "装修和设备管线"), "Q3"),
    ];

    private readonly AssemblyScoreSheet _sheet;
    private readonly Language _language;
    private readonly bool _isMarkdown;
    private readonly StringBuilder _text = new();

    private AssemblyScoreText(AssemblyScoreSheet sheet, Language language, bool isMarkdown)
    {
        _sheet = sheet;
        _language = language;
        _isMarkdown = isMarkdown;
    }

    public static string Of(AssemblyScoreSheet sheet, Language language, bool isMarkdown)
    {
        var writer = new AssemblyScoreText(sheet, language, isMarkdown);
        writer.Write();
        return writer._text.ToString();
    }

    private void Write()
    {
        Heading(1, new("Score sheet of the assembly rate", "装配率评分表"));
        var (name, edition) = (InputError.Quote(_sheet.TakeOff.Name), _sheet.Edition);
        if (name.Length > 0) Line(new("Single building: " + Escaped(name), "评价单元：" + Escaped(name)));
        if (edition is not null) Line(new($"By {edition.Number}, {edition.Title.English}", $"依据：{edition.Number} {edition.Title.Chinese}"));
        Line(Words.Of(_sheet.TakeOff.Phase));
        if (_sheet.PhaseRule is { } phase && _sheet.TakeOff.Phase == AssemblyPhase.Design)
            Line(new($"It shows what the drawings reach; the assessment follows after completion acceptance ({phase.Citation}).", $"预评价依据设计文件；竣工验收后应按竣工资料评价（{phase.Citation}）。"));
        Blank();
        if (edition is not null)
        {
            if (_isMarkdown) WriteTable();
            else WriteRows();
            Heading(2, new("Computation", "计算过程"));
            WriteComputation();
        }

        Heading(2, new("Result", "评价结论"));
        foreach (var finding in _sheet.Findings) Item(finding);
        var verdict = Words.Of(_sheet.Verdict);
        var provisional = _sheet.ProvisionalVerdict is { } would ? Words.Of(would) : default;
        Line(new(
            $"Prefabricated building (3.0.3): {verdict.English}{(provisional.English.Length > 0 ? $"; {provisional.English} if unconfirmed facts hold" : "")}.",
            $"装配式建筑认定（3.0.3）：{verdict.Chinese}{(provisional.Chinese.Length > 0 ? $"；若未确认依据成立则为“{provisional.Chinese}”" : "")}。"));
        foreach (var finding in _sheet.Grading) Item(finding);
        foreach (var finding in _sheet.Claims) Item(finding);
        if (edition is null) return;
        if (_sheet.Missing.Count > 0) Line(Words.NotKnownOfAssembly(_sheet.Missing));
        Line(new(
            "Rows marked * are unconfirmed: their range or their points, or both, are known from memory; the rules by which ratios are counted are, too.",
            "带 * 的行未确认：其范围或分值（或二者）凭记忆收录；各比例的计算规则亦同。"));
    }

    private void WriteTable()
    {
        var head = new BilingualText(
            "| item | ratio | required | points available | points | least |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
            "| 评价项 | 应用比例 | 评价要求 | 评价分值 | 得分 | 最低分值 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        _text.Append(head.In(_language));
        foreach (var (word, title, symbol) in Parts)
        {
            _text.Append("| **").Append(title.In(_language)).Append("** | | | ").Append(Words.Number(FullOf(word))).Append(" | **").Append(symbol).Append(" = ").Append(PointsOf(symbol)).Append("** | ").Append(LeastOf(symbol)).Append(" |\n");
            foreach (var row in RowsOf(word))
            {
                _text.Append("| ").Append(row.Form.Title.In(_language)).Append(" | ").Append(RatioOf(row)).Append(" | ").Append(RequiredOf(row)).Append(" | ").Append(AvailableOf(row)).Append(" | ")
                    .Append(PointsOf(row)).Append(" | ").Append(row.Item == AssemblyItem.FullFitOut ? Words.Number(row.FullPoints) : "").Append(" |\n");
            }
        }

        Blank();
    }

    private void WriteRows()
    {
        foreach (var (word, title, symbol) in Parts)
        {
            var least = LeastOf(symbol);
            Line(new(
                $"{title.English} ({Words.Number(FullOf(word))} points{(least.Length > 0 ? ", at least " + least : "")}): {symbol} = {PointsOf(symbol)}", $"{title.Chinese}（{Words.Number(FullOf(word))} 分{(least.Length > 0 ? "，最低 " + least + " 分" : "")}）：{symbol} = {PointsOf(symbol)}"));
            foreach (var row in RowsOf(word))
                _text.Append("  ").Append(row.Form.Title.In(_language)).Append(_language == Language.Chinese ? "：" : ": ").Append(RatioOf(row)).Append("  [").Append(RequiredOf(row)).Append(" → ").Append(AvailableOf(row)).Append("]  ").Append(PointsOf(row)).Append('\n');
        }

        Blank();
    }

    private void WriteComputation()
    {
        foreach (var row in _sheet.Rows)
        {
            Line(row.Form.Title);
            foreach (var step in row.Explanation) Item(step);
        }

        foreach (var (_, _, symbol) in Parts) Line(Both($"{symbol} = {PointsOf(symbol)}"));
        var absent = _sheet.Rows.Where(static row => row.IsAbsent).ToList();
        var terms = string.Join(" + ", absent.Select(static row => Words.Number(row.FullPoints)));
        if (absent.Count > 1) terms += " = " + Words.Number(_sheet.Q4);
        Line(new(
            absent.Count == 0 ? "Q4 = 0: the building has every function." : $"Q4 = {terms}: {string.Join(", ", absent.Select(static row => row.Form.Title.English))}",
            absent.Count == 0 ? "Q4 = 0：无缺项。" : $"Q4 = {terms}：{string.Join("、", absent.Select(static row => row.Form.Title.Chinese))}"));
        Line(Both(_sheet.RateEquation + "%"));
        Blank();
    }

    private IEnumerable<AssemblyScoreRow> RowsOf(string word) => _sheet.Rows.Where(row => row.PartWord == word);

    private decimal FullOf(string word) => RowsOf(word).Sum(static row => row.FullPoints);

    private AssemblyPoints PointsOf(string symbol) => symbol == "Q1" ? _sheet.Q1 : symbol == "Q2" ? _sheet.Q2 : _sheet.Q3;

    private string LeastOf(string symbol) => _sheet.Findings.FirstOrDefault(finding => finding.Subject == symbol)?.Requirement?.Value is { } least ? Words.Number(least) : "";

    private string RatioOf(AssemblyScoreRow row) => row switch
    {
        { IsAbsent: true } => new BilingualText("does not exist", "缺项").In(_language),
        { Contradiction: not null } => new BilingualText("invalid", "无效").In(_language),
        { Item: AssemblyItem.FullFitOut } => row.Points.Value is { } points ? new BilingualText(points > 0 ? "done" : "not done", points > 0 ? "已实施" : "未实施").In(_language) : "?",
        { Ratio: { } ratio } => row.Form.Symbol + " = " + Words.Level(ratio) + " %",
        _ => row.Form.Symbol + " = ?",
    };

    private string RequiredOf(AssemblyScoreRow row) =>
        row.Requirement.Range is { } range ? Words.Of(range) + " %" : new BilingualText("required", "应采用").In(_language);

    private static string AvailableOf(AssemblyScoreRow row) =>
        Words.Number(row.Requirement.Points ?? 0) + (row.Requirement.UpperPoints is { } most ? "–" + Words.Number(most) : "") + (row.Requirement.Evidence == Evidence.Unconfirmed ? "*" : "");

    private static string PointsOf(AssemblyScoreRow row) => row.IsAbsent ? "–" : row.Points.ToString();

    private void Item(Finding finding)
    {
        var name = finding.Subject switch
        {
            "" => "",
            var word when AssemblyForm.All.FirstOrDefault(form => form.Word == word) is { } form => form.Title.In(_language),
            "grading-gate" => new BilingualText("gate of grading, vertical members", "评级条件（竖向构件）").In(_language),
            "grade" => new BilingualText("grade", "等级").In(_language),
            "assessment-unit" => new BilingualText("unit of assessment", "评价单元").In(_language),
            "assembly-rate" => new BilingualText("assembly rate", "装配率").In(_language),
            var other => other,
        };
        if (finding.Verdict == Verdict.Invalid)
        {
            // What was declared does not go together; a reason that begins with the name has it already.
            var (reason, label) = (finding.Reason.In(_language), new BilingualText("contradictory", "自相矛盾").In(_language));
            var colon = _language == Language.Chinese ? "：" : ": ";
            var line = label + colon + (finding.Subject == "assessment-unit" || reason.StartsWith(name, StringComparison.Ordinal) ? "" : name + colon) + reason;
            Item(Both(line));
            return;
        }

        var (english, chinese) = (finding.Summarise(Language.English), finding.Summarise(Language.Chinese));
        // The grade itself comes first: it is what the sheet is for.
        if (finding.Subject == "grade" && finding.Requirement is not null && _sheet.ProvisionalGrade is { } grade)
            (english, chinese) = (Words.Of(grade).English + (_sheet.Grade is null ? ", provisional" : "") + "; " + english, Words.Of(grade).Chinese + (_sheet.Grade is null ? "（暂定）" : "") + "；" + chinese);
        Item(new BilingualText(name + ": " + english, name + "：" + chinese));
    }

    private void Item(BilingualText text) => _text.Append(_isMarkdown ? "- " : "  ").Append(text.In(_language)).Append('\n');

    private void Line(BilingualText text)
    {
        // In Markdown a line right below an item would belong to it.
        if (_isMarkdown && _text.Length > 1) Blank();
        _text.Append(text.In(_language)).Append('\n');
        if (_isMarkdown) _text.Append('\n');
    }

    private void Heading(int level, BilingualText text)
    {
        if (_isMarkdown && _text.Length > 1) Blank();
        if (_isMarkdown) _text.Append('#', level).Append(' ').Append(text.In(_language)).Append("\n\n");
        else _text.Append(text.In(_language)).Append('\n');
    }

    private void Blank()
    {
        if (_text.Length < 2 || _text[_text.Length - 2] != '\n') _text.Append('\n');
    }

    // A name of the user stands in a document that somebody renders.
    private string Escaped(string name)
    {
        if (!_isMarkdown) return name;
        var escaped = new StringBuilder();
        foreach (var c in name)
        {
            if (c is '|' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '\\' or '!') escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static BilingualText Both(string text) => new(text, text);
}
