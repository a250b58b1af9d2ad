using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing;

/// <summary>Reads a table from the first sheet of a workbook (XLSX) that has one.</summary>
public static class ExcelTables
{
    /// <summary>How many rows and columns a sheet may have.</summary>
    private const int MostRows = 1_000_000;
    private const int MostColumns = 1_000;

    /// <summary>How many cells its table may have: a row of one cell takes the room of a whole one.</summary>
    private const int MostCells = 10_000_000;

    /// <summary>What a workbook may unpack to: a few kilobytes can hold more than a machine.</summary>
    private const int MostUnpacked = 512 << 20;
    private const int MostParts = 10_000;

    // The package asks for code page 1252 even where a workbook has none; modern .NET knows it only after this, which adds encodings and changes none.
    static ExcelTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a table: the first row that is not empty names the columns. Dates become <c>2026-01-31</c>, dates with a time <c>2026-01-31 22:00:00</c>; a formula gives its stored value.</summary>
    /// <param name="workbook">The bytes of the file.</param>
    /// <param name="file">The file as the user names it, for errors and origins; its lines are the rows of the sheet.</param>
    /// <returns>The table, with what is wrong with the file.</returns>
    public static ProjectTable Read(byte[] workbook, string file)
    {
        var errors = new InputErrorList();
        try
        {
            using var stream = new MemoryStream(workbook, writable: false);
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (IsTooLarge(archive)) errors.Add(new InputError(file, null, "", new($"The workbook unpacks to more than {MostUnpacked >> 20} MiB or {MostParts} parts.", $"工作簿解压后超过 {MostUnpacked >> 20} MiB 或 {MostParts} 个部件。")));
                else ReportErrorCells(archive, file, errors);
            }

            if (errors.Count > 0) return ProjectTable.Unread(file, errors);
            stream.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            do
            {
                if (ReadSheet(reader, file, errors) is { } table) return table;
            }
            while (errors.Count == 0 && reader.NextResult());
        }
        // The package says so of damaged files in many ways.
        catch (Exception problem) when (problem is ExcelReaderException or InvalidDataException or IOException or XmlException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            errors.Add(new InputError(file, null, "", new("The file is not a workbook that can be read (XLSX).", "文件不是可读取的工作簿（XLSX）。")));
        }

        if (errors.Count == 0) errors.Add(new InputError(file, 1, "", new("The file is empty; its first row must name the columns.", "文件为空；第一行应为列名。")));
        return ProjectTable.Unread(file, errors);
    }

    // Counted, since the sizes that an archive states may be false.
    private static bool IsTooLarge(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts) return true;
        var (buffer, left) = (new byte[1 << 16], MostUnpacked);
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int count; (count = part.Read(buffer, 0, buffer.Length)) > 0;)
                if ((left -= count) < 0) return true;
        }

        return false;
    }

    // The package gives a blank for a cell whose formula failed: that must not count as "not given".
    private static void ReportErrorCells(ZipArchive archive, string file, InputErrorList errors)
    {
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) || !entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) continue;
            using var sheet = entry.Open();
            using var xml = XmlReader.Create(sheet, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c" || xml.GetAttribute("t") != "e") continue;
                var cell = xml.GetAttribute("r") ?? "?";
                errors.Add(new InputError(file, null, InputError.Quote(cell), new("The formula of the cell failed: it holds an error and no value.", "单元格公式出错：只有错误值，没有数值。")));
            }
        }
    }

    private static ProjectTable? ReadSheet(IExcelDataReader reader, string file, InputErrorList errors)
    {
        var (line, headingLine) = (0, 0);
        string[]? headings = null;
        var rows = new List<ProjectTableRow>();
        while (reader.Read())
        {
            line++;
            var cells = new string[headings?.Length ?? reader.FieldCount];
            if (line > MostRows || reader.FieldCount > MostColumns || (rows.Count + 1L) * cells.Length > MostCells)
            {
                errors.Add(new InputError(file, line, "", new($"The sheet has more than {MostRows} rows, {MostColumns} columns or {MostCells} cells.", $"工作表超过 {MostRows} 行、{MostColumns} 列或 {MostCells} 个单元格。")));
                return null;
            }

            var isEmpty = true;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = i < reader.FieldCount ? Text(reader, i) : "";
                isEmpty &= cells[i].Length == 0;
            }

            if (isEmpty) continue;
            if (headings is not null)
            {
                rows.Add(new ProjectTableRow(line, cells));
                continue;
            }

            var width = cells.Length;
            while (width > 0 && cells[width - 1].Length == 0) width--;
            Array.Resize(ref cells, width);
            (headings, headingLine) = (cells, line);
        }

        return headings is null ? null : new ProjectTable(file, headings, rows, headingLine) { Errors = errors };
    }

    private static string Text(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => "",
            string text => text.Trim(),
            bool flag => flag ? "true" : "false",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            // The shortest text that gives the number back: 0.1 is stored as the double nearest to it.
            double number => ShortestOf(number),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static string ShortestOf(double number)
    {
        foreach (var form in new[] { "G15", "G16", "G17" })
        {
            var text = number.ToString(form, CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(number)) return text;
        }

        return number.ToString("R", CultureInfo.InvariantCulture);
    }
}
