using System.Text;
using GreenBuild.Standards.Reading;

namespace GreenBuild.Standards;

/// <summary>
/// The findings that a code base had when it took the rules on (<c>*greenbuild-baseline.json</c>): they are suppressed, new ones are not. A finding is known by its rule, its
/// file and the text of its line, so that lines may move; the same line twice in one file is one finding.
/// </summary>
internal sealed class BaselineFile
{
    /// <summary>How the names of such files end.</summary>
    public const string Ending = "greenbuild-baseline.json";

    private const string Version = "1";

    private static readonly string[] Members = ["version", "findings"];
    private static readonly string[] FindingMembers = ["rule", "file", "line", "message"];

    private readonly HashSet<(string Rule, string File, string Line)> _known = [];

    private BaselineFile()
    {
    }

    /// <summary>How many findings it holds.</summary>
    public int Count => _known.Count;

    /// <summary>Whether a finding stands in it.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="file">The file, relative to the folder of the baseline.</param>
    /// <param name="line">The text of the line on which the finding begins.</param>
    public bool Covers(string rule, string file, string line) => _known.Contains((rule, WithSlashes(file), Normalised(line)));

    /// <summary>Whether findings of a rule can be taken over: those in code, and not mistakes in what a build is told (options, overlays, waivers, baselines) or in records of projects, which are mended or waived where they stand.</summary>
    public static bool MayHold(string rule) => rule is not ("GBS8002" or "GBS8003" or "GBS8006" or "GBS8007" or "GBS8008") && !rule.StartsWith("GBS9", StringComparison.Ordinal);

    /// <summary>Reads a baseline. With an error nothing is covered: a file that is half understood would hide findings.</summary>
    public static BaselineFile Read(string name, string json, out InputErrorList errors)
    {
        errors = new InputErrorList();
        var baseline = new BaselineFile();
        JsonValue root;
        try
        {
            root = JsonScanner.Read(json);
        }
        catch (JsonException problem)
        {
            Report(problem.Position, "", new($"The file is not valid JSON: {InputError.Quote(problem.Message)}.", "文件在该行不是有效的 JSON。"), errors);
            return baseline;
        }

        if (Expect(root, JsonKind.Object, "", errors) && CheckMembers(root, Members, "", errors))
        {
            if (root["version"] is not { Kind: JsonKind.Number, Text: Version } version)
                Report((root["version"] ?? root).Range.Start, "version", new($"The version is {Version} in this edition of the library.", $"本版本的库使用的版本号为 {Version}。"), errors);
            else if (root["findings"] is not { } findings) Report(root.Range.Start, "findings", new("The field is missing.", "缺少该字段。"), errors);
            else if (Expect(findings, JsonKind.Array, "findings", errors))
                for (var i = 0; i < findings.Items.Count; i++) ReadFinding(findings.Items[i], $"findings[{i}]", errors);
        }

        if (errors.Count > 0) baseline._known.Clear();
        return baseline;

        void ReadFinding(JsonValue finding, string path, InputErrorList all)
        {
            if (!Expect(finding, JsonKind.Object, path, all) || !CheckMembers(finding, FindingMembers, path, all)) return;
            var texts = new string[3];
            for (var i = 0; i < texts.Length; i++)
            {
                var (member, field) = (FindingMembers[i], path + "." + FindingMembers[i]);
                if (finding[member] is not { } value)
                {
                    Report(finding.Range.Start, field, new("The field is missing.", "缺少该字段。"), all);
                    return;
                }

                if (!Expect(value, JsonKind.Text, field, all)) return;
                texts[i] = value.Text;
            }

            baseline._known.Add((texts[0], WithSlashes(texts[1]), Normalised(texts[2])));
        }

        bool Expect(JsonValue value, JsonKind kind, string field, InputErrorList all)
        {
            if (value.Kind == kind) return true;
            var (english, chinese) = kind switch { JsonKind.Object => ("an object", "对象"), JsonKind.Array => ("an array", "数组"), _ => ("a text", "文本") };
            Report(value.Range.Start, field, new($"It must be {english}.", $"应为{chinese}。"), all);
            return false;
        }

        bool CheckMembers(JsonValue value, string[] known, string path, InputErrorList all)
        {
            foreach (var member in value.Members)
            {
                if (Array.IndexOf(known, member.Name) >= 0) continue;
                Report(member.NameRange.Start, path.Length == 0 ? member.Name : path + "." + member.Name, new("The field is not known.", "未知字段。"), all);
                return false;
            }

            return true;
        }

        void Report(int position, string field, BilingualText message, InputErrorList all) => all.Add(new InputError(name, LineOf(json, position), InputError.Quote(field), message));
    }

    /// <summary>Writes a baseline: one finding a line, in order, so that two of them can be compared by any tool.</summary>
    public static string Write(IEnumerable<BaselineEntry> findings)
    {
        var lines = new List<string>();
        var written = new HashSet<(string, string, string)>();
        var normalised = findings.Select(static one => one with { File = WithSlashes(one.File), Line = Normalised(one.Line) });
        foreach (var finding in normalised.OrderBy(static one => one.File, StringComparer.Ordinal).ThenBy(static one => one.Rule, StringComparer.Ordinal).ThenBy(static one => one.Line, StringComparer.Ordinal))
        {
            if (!written.Add((finding.Rule, finding.File, finding.Line))) continue;
            lines.Add($"    {{ \"rule\": {JsonText.Quoted(finding.Rule)}, \"file\": {JsonText.Quoted(finding.File)}, \"line\": {JsonText.Quoted(finding.Line)}, \"message\": {JsonText.Quoted(finding.Message)} }}");
        }

        return $"{{\n  \"version\": {Version},\n  \"findings\": [{(lines.Count == 0 ? "" : "\n" + string.Join(",\n", lines) + "\n  ")}]\n}}\n";
    }

    // The indentation and the blanks of a line say nothing about what it does.
    private static string Normalised(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] != ' ') text.Append(' ');
        }

        if (text.Length > 0 && text[text.Length - 1] == ' ') text.Length--;
        return text.ToString();
    }

    private static string WithSlashes(string file) => file.Replace('\\', '/');

    private static int LineOf(string text, int position)
    {
        var line = 1;
        for (var i = 0; i < position && i < text.Length; i++)
            if (text[i] == '\n') line++;
        return line;
    }
}

/// <summary>A finding of a baseline.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="File">The file, relative to the folder of the baseline.</param>
/// <param name="Line">The text of the line on which the finding begins.</param>
/// <param name="Message">What it says; for readers only.</param>
internal readonly record struct BaselineEntry(string Rule, string File, string Line, string Message);
