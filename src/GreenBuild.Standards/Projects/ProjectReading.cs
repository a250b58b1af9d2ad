using System.Globalization;
using System.Text;
using GreenBuild.Standards.Reading;

namespace GreenBuild.Standards.Projects;

/// <summary>A project file while it is read: typed access to its values, and everything that is wrong with them, with line and path.</summary>
internal sealed class ProjectReading(string file, string text, InputErrorList errors, StandardsCatalogue catalogue, ProjectTables? tables)
{
    private int[]? _lineStarts;

    public string File => file;

    public InputErrorList Errors => errors;

    /// <summary>What is no mistake and should be seen.</summary>
    public List<BilingualText> Notes { get; } = [];

    public StandardsCatalogue Catalogue => catalogue;

    /// <summary>The place that counts instead of the file's own, or <see langword="null"/>.</summary>
    public Jurisdiction? PlaceInstead { get; init; }

    /// <summary>The root of the file, or <see langword="null"/> if it is no JSON.</summary>
    public JsonValue? ReadRoot()
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new InputError(file, 1, "", new("The file is empty.", "文件为空。")));
            return null;
        }

        try
        {
            return JsonScanner.Read(text, keepsTwice: true);
        }
        catch (JsonException problem)
        {
            errors.Add(new InputError(file, LineOf(problem.Position), "", new($"The file is not valid JSON: {InputError.Quote(problem.Message)}.", "文件在该行不是有效的 JSON。")) { Column = ColumnOf(problem.Position) });
            return null;
        }
    }

    /// <summary>An object, if it is one; what it holds beyond the fields that are known is reported, and what is needed and missing.</summary>
    public ProjectFields? Object(JsonValue value, string path, ProjectField[] fields)
    {
        if (!Expect(value, path, JsonKind.Object)) return null;
        foreach (var member in Members(value, path))
        {
            if (Array.Exists(fields, field => field.Name == member.Name) || IsComment(member, path)) continue;
            var near = Suggestion.Ask(Suggestion.For(member.Name, fields.Select(static field => field.Name)));
            Report(member.NameRange.Start, Join(path, member.Name), $"The field is not known.{near.English}", $"未知字段。{near.Chinese}");
        }

        foreach (var field in fields)
            if (field.IsNeeded && value[field.Name] is null) Report(value.Range.Start, Join(path, field.Name), "The field is missing.", "缺少该字段。");
        return new ProjectFields(this, value, path, fields);
    }

    /// <summary>The members of an object; one that stands twice is an error, since either could be meant.</summary>
    public List<JsonMember> Members(JsonValue value, string path)
    {
        var (members, names) = (new List<JsonMember>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var member in value.Members)
        {
            if (names.Add(member.Name)) members.Add(member);
            else Report(member.NameRange.Start, Join(path, member.Name), "The field stands twice.", "字段重复。");
        }

        return members;
    }

    /// <summary>Whether a member is a remark for people, a text or a list of texts, which may stand in any object.</summary>
    public bool IsComment(JsonMember member, string path)
    {
        if (member.Name != ProjectField.Comment) return false;
        if (member.Value.Kind == JsonKind.Text || (member.Value.Kind == JsonKind.Array && member.Value.Items.All(static item => item.Kind == JsonKind.Text))) return true;
        ReportKind(member.Value, Join(path, member.Name), new("a text or a list of texts", "文本或文本列表"));
        return true;
    }

    public bool Expect(JsonValue value, string path, JsonKind kind)
    {
        if (value.Kind == kind) return true;
        ReportKind(value, path, NameOf(kind));
        return false;
    }

    public void ReportKind(JsonValue value, string path, BilingualText expected)
    {
        var found = NameOf(value.Kind);
        Report(value, path, $"{expected.English} is expected, but this is {found.English}.", $"应为{expected.Chinese}，此处却是{found.Chinese}。");
    }

    public void Report(JsonValue value, string path, string english, string chinese) => Report(value.Range.Start, path, english, chinese);

    public void Report(JsonValue value, string path, BilingualText message) => Report(value.Range.Start, path, message.English, message.Chinese);

    public void Report(int position, string path, string english, string chinese) =>
        errors.Add(new InputError(file, LineOf(position), InputError.Quote(path), new(english, chinese)) { Column = ColumnOf(position) });

    /// <summary>A text that is shown to people: not blank, not endless, one line.</summary>
    public string? Name(JsonValue value, string path)
    {
        if (Text(value, path) is not { } name) return null;
        if (name.Trim().Length == 0) Report(value, path, "The text is blank.", "文本为空白。");
        else if (name.Length > 200) Report(value, path, "The text is longer than 200 characters.", "文本超过 200 个字符。");
        else if (name.Any(char.IsControl)) Report(value, path, "The text holds a control character.", "文本含有控制字符。");
        else return name;
        return null;
    }

    public string? Text(JsonValue value, string path)
    {
        if (!Expect(value, path, JsonKind.Text)) return null;
        if (!HasLoneSurrogate(value.Text)) return value.Text;
        Report(value, path, "The text holds half a character.", "文本含有不完整的字符。");
        return null;
    }

    public decimal? Number(JsonValue value, string path)
    {
        if (!Expect(value, path, JsonKind.Number)) return null;
        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Report(value, path, $"{InputError.Quote(value.Text)} is too large.", $"{InputError.Quote(value.Text)} 过大。");
        return null;
    }

    public bool? Flag(JsonValue value, string path)
    {
        if (value.Kind == JsonKind.Boolean) return value.Text == "true";
        ReportKind(value, path, NameOf(JsonKind.Boolean));
        return null;
    }

    public CalendarDate? Day(JsonValue value, string path)
    {
        if (Text(value, path) is not { } day) return null;
        if (CalendarDate.TryParse(day, out var date)) return date;
        Report(value, path, DayText.NoSuch(day) ?? new($"'{InputError.Quote(day)}' is not a day of the form 2025-12-31.", $"“{InputError.Quote(day)}”不是 2025-12-31 形式的日期。"));
        return null;
    }

    public DateTime? Moment(JsonValue value, string path)
    {
        if (Text(value, path) is not { } written) return null;
        if (DateTime.TryParseExact(written, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        Report(value, path, DayText.NoSuch(written.Split('T')[0]) ?? new($"'{InputError.Quote(written)}' is not a local time of the form 2025-12-31T22:00.", $"“{InputError.Quote(written)}”不是 2025-12-31T22:00 形式的当地时间。"));
        return null;
    }

    /// <summary>A word of a facet.</summary>
    public string? Word(JsonValue value, string path, string facet)
    {
        if (Text(value, path) is not { } text) return null;
        var word = Vocabulary.FindFacet(facet)!.ValueOf(text);
        if (Circumstances.None.TryWith(facet, word, out _, out var problem)) return word;
        Report(value, path, problem);
        return null;
    }

    /// <summary>The table of a field: its rows stand in the project file, or in a file that it names.</summary>
    /// <returns><see langword="null"/> if it cannot be read; that was reported.</returns>
    public ProjectTable? Table(JsonValue value, string path, ProjectField field)
    {
        if (value.Kind == JsonKind.Array)
        {
            if (field.NeedsItem && value.Items.Count == 0) Report(value, path, "The list is empty.", "列表为空。");
            return value.Items.Count == 0 ? null : Rows(value, path);
        }

        if (value.Kind != JsonKind.Object)
        {
            ReportKind(value, path, new("a list of rows or { \"file\": … }", "行的列表或 { \"file\": … }"));
            return null;
        }

        if (Object(value, path, FileFields) is not { } fields || fields.Text("file") is not { } name) return null;
        var problem = tables is null ? new BilingualText("No files can be read here: give the rows in the project file.", "此处无法读取文件：请在项目文件中给出各行。") : default;
        var table = tables?.Read(name, out problem);
        if (table is null) Report(value["file"]!, path + ".file", problem);
        return table;
    }

    /// <summary>The fields of a reference to a file.</summary>
    public static readonly ProjectField[] FileFields = [new("file", ProjectFieldKind.Path, new("File with the rows: CSV, XLSX or JSON, relative to the project file", "含各行的文件：CSV、XLSX 或 JSON，相对于项目文件")) { IsNeeded = true }];

    /// <summary>Reads a declaration that a field names.</summary>
    public Materials.Epd? Epd(JsonValue value, string path)
    {
        if (Text(value, path) is not { } name) return null;
        var found = new InputErrorList();
        var problem = new BilingualText("No files can be read here.", "此处无法读取文件。");
        var epd = tables?.ReadEpd(name, found, out problem);
        foreach (var error in found) errors.Add(error);
        errors.AddUnkept(found.More);
        if (epd is null && found.Count == 0) Report(value, path, problem);
        return epd;
    }

    /// <summary>Reads the records of a table, and takes over what is wrong with them.</summary>
    /// <returns>Whether nothing is.</returns>
    public bool TryRead(RecordTable records, ProjectTable table)
    {
        var found = table.ReadInto(records);
        foreach (var error in found) errors.Add(error);
        errors.AddUnkept(found.More);
        if (records.UnusedColumns.Count > 0)
            Notes.Add(new(
                $"{InputError.Quote(table.File)}: columns that are not known and were not read: {string.Join(", ", records.UnusedColumns)}.",
                $"{InputError.Quote(table.File)}：未识别、未读取的列：{string.Join("、", records.UnusedColumns)}。"));
        return found.Count == 0;
    }

    /// <summary>Where a value stands.</summary>
    public FindingOrigin OriginOf(JsonValue value, string path) =>
        new() { File = file, Line = LineOf(value.Range.Start), Column = ColumnOf(value.Range.Start), JsonPointer = "/" + path.Replace(".", "/").Replace("[", "/").Replace("]", "") };

    public int LineOf(int position)
    {
        var at = Array.BinarySearch(Starts, position);
        return at >= 0 ? at + 1 : ~at;
    }

    private int ColumnOf(int position) => position - Starts[LineOf(position) - 1] + 1;

    private int[] Starts
    {
        get
        {
            if (_lineStarts is not null) return _lineStarts;
            var starts = new List<int> { 0 };
            for (var i = 0; i < text.Length; i++)
                if (text[i] == '\n') starts.Add(i + 1);
            return _lineStarts = [.. starts];
        }
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    public static string At(string path, int index) => path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    // The columns of a list are all the names that its rows have, in order of their first use.
    public ProjectTable? Rows(JsonValue list, string path)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<(int Position, string Path, Dictionary<string, string> Cells)>();
        var before = errors.Count + errors.More;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (row, at) = (list.Items[i], At(path, i));
            if (!Expect(row, at, JsonKind.Object)) continue;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in Members(row, at))
            {
                if (IsComment(member, at)) continue;
                if (member.Value.Kind is JsonKind.Array or JsonKind.Object)
                {
                    ReportKind(member.Value, Join(at, member.Name), new("a text, a number, true or false", "文本、数值、true 或 false"));
                    continue;
                }

                if (!columns.ContainsKey(member.Name)) columns.Add(member.Name, columns.Count);
                cells.Add(member.Name, member.Value.Kind == JsonKind.Null ? "" : member.Value.Text);
            }

            rows.Add((row.Range.Start, at + ".", cells));
        }

        if (errors.Count + errors.More > before) return null;
        var names = columns.Keys.ToArray();
        return new ProjectTable(
            file, names, rows.ConvertAll(row => new ProjectTableRow(LineOf(row.Position), Array.ConvertAll(names, name => row.Cells.TryGetValue(name, out var cell) ? cell : "")) { Path = row.Path, Column = ColumnOf(row.Position) }), LineOf(list.Range.Start));
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return true;
        }

        return false;
    }

    private static BilingualText NameOf(JsonKind kind) => kind switch
    {
        JsonKind.Object => new("an object", "对象"),
        JsonKind.Array => new("an array", "数组"),
        JsonKind.Number => new("a number", "数值"),
        JsonKind.Text => new("a text", "文本"),
        JsonKind.Null => new("null", "null"),
        _ => new("true or false", "true 或 false"),
    };
}

/// <summary>The fields of an object of a project file. A field that is absent, or wrong (which was reported), is <see langword="null"/>.</summary>
internal sealed class ProjectFields(ProjectReading reading, JsonValue value, string path, ProjectField[] fields)
{
    public string Path => path;

    /// <summary>The catalogue that the project is read with.</summary>
    public StandardsCatalogue Catalogue => reading.Catalogue;

    /// <summary>Where the object stands.</summary>
    public FindingOrigin Origin => reading.OriginOf(value, path);

    /// <summary>Where a field stands; where the object does if it is not given.</summary>
    public FindingOrigin OriginOf(string name) => reading.OriginOf(value[name] ?? value, value[name] is null ? path : PathOf(name));

    /// <summary>Whether a field is given.</summary>
    public bool Has(string name) => value[name] is not null;

    public JsonValue? Find(string name) => value[name];

    public string PathOf(string name) => ProjectReading.Join(path, name);

    public int LineOf(string name) => reading.LineOf((value[name] ?? value).Range.Start);

    public void Report(string name, string english, string chinese) => reading.Report(value[name] ?? value, PathOf(name), english, chinese);

    public void Report(string name, BilingualText message) => Report(name, message.English, message.Chinese);

    public string? Name(string name) => value[name] is { } found ? reading.Name(found, PathOf(name)) : null;

    public string? Text(string name) => value[name] is { } found ? reading.Text(found, PathOf(name)) : null;

    /// <summary>The declaration in a file that a field names.</summary>
    public Materials.Epd? Epd(string name) => value[name] is { } found ? reading.Epd(found, PathOf(name)) : null;

    /// <summary>A number within the bounds of its definition.</summary>
    public decimal? Number(string name)
    {
        if (value[name] is not { } found || reading.Number(found, PathOf(name)) is not { } number) return null;
        var field = DefinitionOf(name);
        if ((field.Lowest is { } lowest && (number < lowest || (field.IsAbove && number == lowest))) || number > field.Highest)
        {
            var bounds = new BilingualText(
                (field.Lowest is { } low ? (field.IsAbove ? "above " : "at least ") + Words.Number(low) : "") + (field.Lowest is not null && field.Highest is not null ? " and " : "")
                + (field.Highest is { } high ? "at most " + Words.Number(high) : ""),
                (field.Lowest is { } least ? (field.IsAbove ? "大于 " : "不小于 ") + Words.Number(least) : "") + (field.Lowest is not null && field.Highest is not null ? "且" : "")
                + (field.Highest is { } most ? "不大于 " + Words.Number(most) : ""));
            Report(name, $"{Words.Number(number)} is not {bounds.English}.", $"{Words.Number(number)} 超出范围：应{bounds.Chinese}。");
            return null;
        }

        return number;
    }

    public bool? Flag(string name) => value[name] is { } found ? reading.Flag(found, PathOf(name)) : null;

    public CalendarDate? Day(string name) => value[name] is { } found ? reading.Day(found, PathOf(name)) : null;

    public DateTime? Moment(string name) => value[name] is { } found ? reading.Moment(found, PathOf(name)) : null;

    /// <summary>A day on which something was done, or <c>false</c> where it was not.</summary>
    public (CalendarDate? Day, bool IsNone) DayOrNone(string name) => value[name] is { Kind: JsonKind.Boolean, Text: "false" } ? (null, true) : (Day(name), false);

    /// <summary>A word of the facet, or of the words, of its definition.</summary>
    public string? Word(string name)
    {
        if (value[name] is not { } found) return null;
        var field = DefinitionOf(name);
        if (field.Facet is { } facet) return reading.Word(found, PathOf(name), facet);
        if (reading.Text(found, PathOf(name)) is not { } text) return null;
        if (KnownWords.Find(field.Words, text) is { } word) return word.Value;
        Report(name, KnownWords.Unknown(field.Words, text));
        return null;
    }

    /// <summary>The words of a list, each once.</summary>
    public List<string> WordList(string name)
    {
        var words = new List<string>();
        if (value[name] is not { } list || !reading.Expect(list, PathOf(name), JsonKind.Array)) return words;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = ProjectReading.At(PathOf(name), i);
            if (reading.Word(list.Items[i], item, DefinitionOf(name).Facet!) is not { } word) continue;
            if (words.Contains(word)) reading.Report(list.Items[i], item, $"'{word}' stands twice.", $"“{word}”重复。");
            else words.Add(word);
        }

        return words;
    }

    /// <summary>The object of a field.</summary>
    public ProjectFields? Object(string name) => value[name] is { } found ? reading.Object(found, PathOf(name), DefinitionOf(name).Fields) : null;

    /// <summary>The objects of a list, with their positions.</summary>
    public IEnumerable<ProjectFields> List(string name)
    {
        if (value[name] is not { } list || !reading.Expect(list, PathOf(name), JsonKind.Array)) yield break;
        for (var i = 0; i < list.Items.Count; i++)
            if (reading.Object(list.Items[i], ProjectReading.At(PathOf(name), i), DefinitionOf(name).Fields) is { } item) yield return item;
    }

    /// <summary>Reads the table of a field into records that know the file that the table stands in.</summary>
    /// <returns>Whether there is a table, and nothing is wrong with it.</returns>
    public bool TryReadTable<T>(string name, Func<string, T> create, out T records)
        where T : RecordTable
    {
        records = null!;
        if (value[name] is not { } found || reading.Table(found, PathOf(name), DefinitionOf(name)) is not { } table) return false;
        records = create(table.File);
        return reading.TryRead(records, table);
    }

    /// <summary>Circumstances that are given as an object of facets and values.</summary>
    /// <param name="name">The field.</param>
    /// <param name="refused">Facets that cannot be stated here, with the reason.</param>
    public Circumstances Facets(string name, IReadOnlyDictionary<string, BilingualText> refused)
    {
        var circumstances = Circumstances.None;
        if (value[name] is not { } found || !reading.Expect(found, PathOf(name), JsonKind.Object)) return circumstances;
        var known = DefinitionOf(name).Facets!().ToList();
        foreach (var member in reading.Members(found, PathOf(name)))
        {
            // Other fields of the object are its own matter.
            if (Array.Exists(DefinitionOf(name).Fields, field => field.Name == member.Name) || reading.IsComment(member, PathOf(name))) continue;
            var at = ProjectReading.Join(PathOf(name), member.Name);
            if (FacetText(member, at, known, refused) is { } text && !circumstances.TryWith(member.Name, text, out circumstances, out var problem))
                reading.Report(member.Value, at, problem);
        }

        return circumstances;
    }

    private string? FacetText(JsonMember member, string at, List<Facet> known, IReadOnlyDictionary<string, BilingualText> refused)
    {
        if (refused.TryGetValue(member.Name, out var reason))
        {
            reading.Report(member.NameRange.Start, at, $"This cannot be stated of a site: {reason.English}.", $"不能作为工地条件给出：{reason.Chinese}。");
            return null;
        }

        if (known.Find(one => one.Name == member.Name) is not { } facet)
        {
            var near = Suggestion.ForFacet(member.Name, "", known);
            reading.Report(member.NameRange.Start, at, $"'{InputError.Quote(member.Name)}' is not a facet that a site has.{near.English}", $"“{InputError.Quote(member.Name)}”不是工地的条件。{near.Chinese}");
            return null;
        }

        switch (facet.Type)
        {
            case FacetType.Flag: return reading.Flag(member.Value, at) is { } flag ? (flag ? "true" : "false") : null;
            case FacetType.Number: return reading.Number(member.Value, at)?.ToString(CultureInfo.InvariantCulture);
            default: return reading.Text(member.Value, at) is { } text ? facet.ValueOf(text) : null;
        }
    }

    private ProjectField DefinitionOf(string name) => Array.Find(fields, field => field.Name == name) ?? throw new ArgumentException($"'{name}' is not a field of '{path}'.", nameof(name));
}
