using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Monitoring;

/// <summary>Reads tables of comma-separated values in UTF-8 for a project; semicolons, tabs and full-width commas separate as well if the first line has no comma.</summary>
public static class CsvTables
{
    /// <summary>Reads a table.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter. Read to the end, and not closed.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <returns>The rows that can be read, and what is wrong with the form of the file: another encoding, quotation marks, rows of another width. What its values mean is not looked at.</returns>
    public static ProjectTable Read(Stream utf8, string file)
    {
        var found = new FoundErrors();
        using var source = new CsvRows(utf8, file, found);
        var (headings, headingLine, rows) = (Array.Empty<string>(), 1, new List<ProjectTableRow>());
        if (source.Read())
        {
            (headings, headingLine) = (CellsOf(source), source.Line);
            while (source.Read())
            {
                if (source.IsMalformed) continue;
                if (source.Count == headings.Length) rows.Add(new ProjectTableRow(source.Line, CellsOf(source)));
                else found.Add(new InputError(file, source.Line, "", source.DescribeWidth(headings.Length)));
            }
        }
        else if (found.IsEmpty)
        {
            found.Add(new InputError(file, 1, "", new("The file is empty; its first line must name the columns.", "文件为空；第一行应为列名。")));
        }

        return new ProjectTable(file, headings, rows, headingLine) { Errors = found.Gathered(rows.Count) };
    }

    private static string[] CellsOf(CsvRows row)
    {
        var cells = new string[row.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = row[i];
        return cells;
    }
}
