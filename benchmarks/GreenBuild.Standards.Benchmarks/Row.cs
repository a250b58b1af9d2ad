using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>A row of the table: what was measured beside whom, what it should be, and how it was made sure that both gave the same answer.</summary>
internal sealed record Row
{
    private const string Nothing = "–";
    private static readonly string[] Head = ["work", "against", "ours", "theirs", "ratio", "should be", "", "the same answer"];

    public required string Work { get; init; }

    public string Peer { get; init; } = Nothing;

    public string Ours { get; init; } = Nothing;

    public string Theirs { get; init; } = Nothing;

    public string Ratio { get; init; } = Nothing;

    public string Target { get; init; } = Nothing;

    /// <summary>Whether it is what it should be; <see langword="null"/> where nothing is asked for or it was not measured.</summary>
    public bool? IsMet { get; init; }

    public required string Check { get; init; }

    /// <summary>A row on how many times as fast we are.</summary>
    public static Row Faster(string work, string peer, Times ours, Times theirs, double? least, string check, Func<double, string>? show = null)
    {
        var ratio = theirs.RatioTo(ours);
        show ??= static time => Invariant($"{time:0.0} ms");
        return new Row
        {
            Work = work, Peer = peer, Ours = show(ours.Median), Theirs = show(theirs.Median),
            Ratio = Invariant($"{ratio:0.0}x (lowest times {theirs.Lowest / ours.Lowest:0.0}x)"),
            Target = least is null ? Nothing : Invariant($"at least {least}x"), IsMet = least is null ? null : ratio >= least, Check = check,
        };
    }

    /// <summary>The rows as a table of Markdown, with columns of one width.</summary>
    public static string Table(IEnumerable<Row> rows)
    {
        List<string[]> cells = [Head];
        foreach (var row in rows) cells.Add([row.Work, row.Peer, row.Ours, row.Theirs, row.Ratio, row.Target, row.IsMet switch { true => "met", false => "**missed**", null => "" }, row.Check]);
        var widths = Enumerable.Range(0, Head.Length).Select(column => Math.Max(3, cells.Max(line => line[column].Length))).ToArray();
        cells.Insert(1, Array.ConvertAll(widths, static width => new string('-', width)));
        var text = new StringBuilder();
        // The last column is of sentences: it ends where it ends.
        foreach (var line in cells) text.Append("| ").AppendJoin(" | ", line.Select((cell, column) => column == Head.Length - 1 && cell[0] != '-' ? cell : cell.PadRight(widths[column]))).Append(" |\n");
        return text.ToString();
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
