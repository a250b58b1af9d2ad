using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>What a person sees on a terminal of 100 columns, and what goes into files.</summary>
public partial class TerminalTests
{
    public static TheoryData<string> Commands =>
    [
        "limits pm10 daily", "limits --domain components --kind size-series", "limits --domain materials --kind limit", "limits --kind score-row", "standards --all", "diff GB12523-2011 GB12523-2025",
        "changes --from 2025-06-01 --to 2031-06-01", "explain noise.site-boundary", "explain GB12523", "explain product",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Terminal_NoLineIsWiderThanTheScreen(string command)
    {
        foreach (var language in new[] { "en", "zh" })
        {
            var run = ToolRun.OnTerminal([.. command.Split(' '), "--lang", language]);

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.All(run.Output.ReplaceLineEndings("\n").Split('\n'), static line => Assert.True(WidthOf(Escapes().Replace(line, "")) <= 100, line));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Redirected_HasNoColours(string command)
    {
        var run = ToolRun.Of(command.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\x1b', run.Output);
    }

    /// <summary>A row is one line when it is redirected, so that it can be searched.</summary>
    [Fact]
    public void Redirected_OneLineARow() =>
        Assert.Single(ToolRun.Of("limits", "12523", "boundary-night", "--on", "2026-02-01").LinesWith("≤ 55 dB(A)", "GB 12523-2025 Table 1", "mandatory", "confirmed", "period=night", "cn.gb-12523-2025.boundary-night"));

    /// <summary>Columns stand one below the other also where letters take two columns, and no line ends in blanks.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Redirected_ColumnsLineUp(string language)
    {
        var lines = ToolRun.Of("limits", "--lang", language).Output.ReplaceLineEndings("\n").Split('\n');
        var rows = lines.Where(static line => line.LastIndexOf("   cn.", StringComparison.Ordinal) > 0).ToList();

        Assert.True(rows.Count > 1000);
        Assert.Single(rows.Select(static row => WidthOf(row[..row.LastIndexOf("   cn.", StringComparison.Ordinal)])).Distinct());
        // The rule below the headings is as wide as the widest row and the two blanks of its frame.
        Assert.Equal(WidthOf(Assert.Single(lines, static line => line.StartsWith('─'))), rows.Max(WidthOf) + 2);
        Assert.DoesNotContain(lines, static line => line.EndsWith(' '));
    }

    /// <summary>An address that is broken over two lines leads nowhere.</summary>
    [Fact]
    public void Terminal_AddressesAreNotBroken()
    {
        var address = StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night")!.Sources.Select(static source => source.Address).First(static address => address?.Length > 95);

        Assert.Single(ToolRun.OnTerminal("explain", "cn.gb-12523-2025.boundary-night").LinesWith(address!));
    }

    // East Asian wide letters take two columns (Unicode Standard Annex 11).
    private static int WidthOf(string text) => text.EnumerateRunes().Sum(static rune => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 ? 2 : 1);

    [GeneratedRegex("\x1b\\[[0-9;?]*[a-zA-Z]")]
    private static partial Regex Escapes();
}
