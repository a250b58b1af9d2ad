using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>What the beginning of a table of separated values says of how it is written.</summary>
internal sealed class TableSample
{
    public TableSample(string text, ReadingTableOptions options)
    {
        var lines = text.Split('\n', '\r').Where(static line => line.Trim().Length > 0).Take(200).ToList();
        Separator = options.Separator ?? DelimitedText.SeparatorOf(lines.Count > 0 ? lines[0] : "");
        HasDecimalComma = Separator != ',' && (options.HasDecimalComma ?? lines.Skip(1).Any(line => line.Split(Separator).Any(static cell => IsDecimalComma(cell.Trim().Trim('"')))));
    }

    public char Separator { get; }

    /// <summary>Whether the decimal sign is a comma.</summary>
    public bool HasDecimalComma { get; }

    // "1,234" may be a thousand: three digits behind the comma prove nothing, unless a nought alone stands before it.
    private static bool IsDecimalComma(string cell)
    {
        var comma = cell.IndexOf(',');
        if (comma <= 0 || cell.IndexOf(',', comma + 1) >= 0) return false;
        var (whole, fraction) = (cell.Substring(0, comma).TrimStart('-', '+'), cell.Substring(comma + 1));
        return whole.Length > 0 && fraction.Length > 0 && whole.All(IsDigit) && fraction.All(IsDigit) && (fraction.Length != 3 || whole == "0");

        static bool IsDigit(char c) => c is >= '0' and <= '9';
    }
}

/// <summary>A table of which nothing could be opened.</summary>
internal sealed class UnopenedTable : TableSource
{
    public override int Count => 0;

    public override bool MoveNext() => false;

    public override ReadOnlySpan<char> Cell(int column) => default;

    public override bool Has(int column) => false;

    public override void Dispose()
    {
    }
}
