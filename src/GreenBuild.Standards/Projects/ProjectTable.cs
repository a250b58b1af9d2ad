namespace GreenBuild.Standards.Projects;

/// <summary>A table that a project file names, as it was read from a file of comma-separated values, a spreadsheet or a list in JSON: names of columns, and rows of texts.</summary>
/// <remarks>Holds texts only. What a column means, and whether its values make sense, is decided by the part of the project that reads it. Immutable.</remarks>
public sealed class ProjectTable
{
    /// <summary>Creates a table.</summary>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="headings">The names of the columns, in order.</param>
    /// <param name="rows">The rows, in the order of the file.</param>
    /// <param name="headingLine">The line of the names of the columns, counted from 1.</param>
    public ProjectTable(string file, IReadOnlyList<string> headings, IReadOnlyList<ProjectTableRow> rows, int headingLine = 1)
    {
        File = file;
        Headings = headings;
        Rows = rows;
        HeadingLine = headingLine;
    }

    /// <summary>The file as the user names it.</summary>
    public string File { get; }

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The line of the names of the columns, counted from 1.</summary>
    public int HeadingLine { get; }

    /// <summary>The rows that can be read, in the order of the file.</summary>
    public IReadOnlyList<ProjectTableRow> Rows { get; }

    /// <summary>What is wrong with the form of the table: its encoding, its quotation marks, rows of another width. Whoever reads the records of the table reports it with theirs.</summary>
    public InputErrorList Errors { get; init; } = new();

    /// <summary>Reads a list of objects in JSON (RFC 8259): each is a row, the names of its members are the columns.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <returns>The table, with what is wrong with it.</returns>
    public static ProjectTable ReadJson(string json, string file)
    {
        var errors = new InputErrorList();
        var reading = new ProjectReading(file, json, errors, StandardsCatalogue.Default, null);
        var table = reading.ReadRoot() is { } root && reading.Expect(root, "", Reading.JsonKind.Array) ? reading.Rows(root, "") : null;
        return table is null ? Unread(file, errors) : table;
    }

    /// <summary>Reads comma-separated values (RFC 4180); semicolons, tabs and full-width commas separate as well if the first line has no comma. A value stays on its line.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <returns>The rows that can be read, with what is wrong with the others. What their values mean is not looked at.</returns>
    public static ProjectTable ReadCsv(string text, string file) => DelimitedText.Read(text, file);

    /// <summary>A table of which nothing can be read.</summary>
    /// <param name="file">The file as the user names it.</param>
    /// <param name="errors">Why.</param>
    public static ProjectTable Unread(string file, InputErrorList errors) => new(file, [], []) { Errors = errors };

    /// <summary>Reads records out of the table; the errors are those of its form and those of its values.</summary>
    internal InputErrorList ReadInto(RecordTable records)
    {
        if (Headings.Count > 0 || Errors.Count == 0) records.Read(new Source(this));
        var errors = new InputErrorList();
        foreach (var error in Errors.Concat(records.Errors)) errors.Add(error);
        errors.AddUnkept(Errors.More + records.Errors.More);
        return errors;
    }

    private sealed class Source(ProjectTable table) : RowSource
    {
        private int _row = -2;

        private ProjectTableRow? Row => _row < 0 ? null : table.Rows[_row];

        public override int Count => Row?.Cells.Count ?? table.Headings.Count;

        public override string this[int index] => (Row?.Cells ?? table.Headings)[index].Trim();

        public override int Line => Row?.Line ?? table.HeadingLine;

        public override int? Column => Row?.Column;

        public override string Path => Row?.Path ?? "";

        public override bool Read() => ++_row < table.Rows.Count && (_row >= 0 || table.Headings.Count > 0);
    }
}

/// <summary>A row of a table.</summary>
public sealed class ProjectTableRow
{
    /// <summary>Creates a row.</summary>
    /// <param name="line">The line that it begins in, counted from 1; in a spreadsheet the number of the row.</param>
    /// <param name="cells">Its values as text, as many as there are columns; empty where nothing stands.</param>
    public ProjectTableRow(int line, IReadOnlyList<string> cells)
    {
        Line = line;
        Cells = cells;
    }

    /// <summary>The line that it begins in, counted from 1; in a spreadsheet the number of the row.</summary>
    public int Line { get; }

    /// <summary>Its values as text, as many as there are columns; empty where nothing stands.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>The path in a project file, with a point behind it (<c>waste.ledger[3].</c>); empty in a table of its own.</summary>
    internal string Path { get; init; } = "";

    /// <summary>Where it begins in its line, counted from 1, in a project file; <see langword="null"/> in a table of its own.</summary>
    internal int? Column { get; init; }
}

/// <summary>Where the tables come from that a project file names: a folder, the files that a compiler was given, or what a program has in memory.</summary>
public abstract class ProjectTables
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">Its path as the project file writes it, relative to the project file, with <c>/</c>.</param>
    /// <param name="problem">Why there is no such file; empty if there is one.</param>
    /// <returns>The table, with what is wrong with it, or <see langword="null"/> if there is no such file.</returns>
    public abstract ProjectTable? Read(string path, out BilingualText problem);

    /// <summary>Reads an environmental product declaration.</summary>
    /// <param name="path">Its path as the project file writes it, relative to the project file, with <c>/</c>.</param>
    /// <param name="errors">Takes what is wrong with the file.</param>
    /// <param name="problem">Why there is no such file, or why none is read here; empty if there is one.</param>
    /// <returns>The declaration, or <see langword="null"/>.</returns>
    public virtual Materials.Epd? ReadEpd(string path, InputErrorList errors, out BilingualText problem)
    {
        problem = new($"Declarations are not read here: '{InputError.Quote(path)}'.", $"此处不读取环境产品声明：“{InputError.Quote(path)}”。");
        return null;
    }
}
