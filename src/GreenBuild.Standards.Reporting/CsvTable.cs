using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes tables as CSV by RFC 4180, with the byte order mark by which spreadsheets recognise UTF-8.</summary>
internal static class CsvTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        output.Write('\uFEFF');
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column);
        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var cell in row) csv.WriteField(TextOf(cell));
            csv.NextRecord();
        }

        csv.Flush();
    }

    // A text that begins like a formula would be computed by a spreadsheet, in Chinese and Japanese with full-width signs as well; what is a number stays one.
    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => cell.ToString() is { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n' ? "'" + cell : cell.ToString()!,
    };
}
