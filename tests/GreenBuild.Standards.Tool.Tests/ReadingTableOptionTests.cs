using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>What <c>readings</c>, <c>monitor</c> and <c>screen</c> are told of tables that do not say it themselves.</summary>
public sealed class ReadingTableOptionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ToolRun Run(params string[] arguments) => ToolRun.In(_folder, arguments);

    private string Write(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        File.WriteAllBytes(Path.Combine(_folder, "t.csv"), [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        return "t.csv";
    }

    /// <summary>The rows as station, time, code, value and unit.</summary>
    private List<string> Rows(params string[] options)
    {
        var run = Run(["readings", "t.csv", "--format", "csv", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return CsvReading.Of(run.Output).Select(static row => $"{row["station"]} {row["time"]} {row["seconds"]} {row["code"]} {row["value"]} {row["unit"]}").ToList();
    }

    [Fact]
    public void Columns_ByHeadingAndByNumber()
    {
        Write("when,where,dust,LAeq\n2026-03-01 00:00,north,0.05,60\n");
        string[] expected = ["north 2026-03-01T00:00:00+08:00  a34002 0.05 mg/m3"];
        Assert.Equal(expected, Rows("--columns", "when=time; 2=station; dust=PM10 (mg/m3); LAeq=-"));
        Assert.Equal(expected, Rows("--columns", "when=time", "--columns", "where＝点位", "--columns", "3=PM10 (mg/m3)", "--columns", "4=-"));
    }

    [Fact]
    public void Unit_OfHeadingsThatNameNone()
    {
        Write("time,PM10,TSP (mg/m3),LAeq\n2026-03-01 00:00,50,0.2,60\n");
        Assert.Equal(
            ["t 2026-03-01T00:00:00+08:00  a34002 50 ", "t 2026-03-01T00:00:00+08:00  a34001 0.2 mg/m3", "t 2026-03-01T00:00:00+08:00  Leq 60 dB(A)"], Rows());
        Assert.Equal(
            ["t 2026-03-01T00:00:00+08:00  a34002 50 µg/m3", "t 2026-03-01T00:00:00+08:00  a34001 0.2 mg/m3", "t 2026-03-01T00:00:00+08:00  Leq 60 dB(A)"], Rows("--unit", "ug/m3"));
    }

    [Fact]
    public void StationMinutesAndPlace()
    {
        Write("time,PM10 (mg/m3)\n2026-03-01T08:00+00:00,0.05\n");
        // Eight hours later in China; nine in Japan would be, but of Britain no fixed offset is known.
        Assert.Equal(["north 2026-03-01T16:00:00+08:00 3600 a34002 0.05 mg/m3"], Rows("--station", "north", "--minutes", "60"));
        Assert.Contains("has an offset, but United Kingdom has no fixed offset", Run("readings", "t.csv", "--in", "GB").Error, StringComparison.Ordinal);
        Write("time,PM10 (mg/m3)\n2026-07-01 08:00,0.05\n");
        Assert.Equal(["t 2026-07-01T08:00:00  a34002 0.05 mg/m3"], Rows("--in", "GB"));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("gb18030", "gbk")]
    public void Encoding_IsNamedOrFoundOut(string encoding, string named)
    {
        Write("时间,点位,等效声级\n2026-03-01 00:00,东门,61.5\n", CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding));
        string[] expected = ["东门 2026-03-01T00:00:00+08:00  Leq 61.5 dB(A)"];
        Assert.Equal(expected, Rows());
        Assert.Equal(expected, Rows("--encoding", named));
    }

    [Fact]
    public void Encoding_ThatIsWrong_IsSaid()
    {
        Write("时间,点位,等效声级\n2026-03-01 00:00,东门,61.5\n", CodePagesEncodingProvider.Instance.GetEncoding("gb18030"));
        var run = Run("readings", "t.csv", "--encoding", "utf-8");
        Assert.Equal(ExitCode.BadData, run.ExitCode);
        Assert.Contains("bytes that are not of the encoding of the file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SeparatorAndDecimalSign()
    {
        Write("time|PM10 (µg/m3)\n2026-03-01 00:00|1,234\n");
        // Whether 1,234 is a little or a thousand nobody can know.
        Assert.Equal(["t 2026-03-01T00:00:00+08:00  a34002 1.234 µg/m3"], Rows("--separator", "|", "--decimal", "comma"));
        var run = Run("readings", "t.csv", "--separator", "|", "--decimal", "point", "--strict");
        Assert.Equal(ExitCode.BadData, run.ExitCode);
        Assert.Contains("1,234", run.Error, StringComparison.Ordinal);
        Write("time\tPM10 (µg/m3)\n2026-03-01 00:00\t1,5\n");
        Assert.Equal(["t 2026-03-01T00:00:00+08:00  a34002 1.5 µg/m3"], Rows("--separator", "tab", "--decimal", "逗号"));
    }

    [Theory]
    [InlineData("--columns", "dust", "'dust' is not of the form HEADING=MEANING", "“dust”不是“列名=含义”的形式")]
    [InlineData("--columns", "dust=", "'dust=' is not of the form HEADING=MEANING", "“dust=”不是“列名=含义”的形式")]
    [InlineData("--columns", "dust=PMX", "'PMX' is no heading that is understood", "“PMX”不是可识别的列名")]
    [InlineData("--columns", "dust=PM10 (kg)", "'PM10 (kg)' is no heading that is understood", "“PM10 (kg)”不是可识别的列名")]
    [InlineData("--columns", "dust=PM10;DUST=TSP", "'DUST' is given twice", "“DUST”给出了两次")]
    [InlineData("--encoding", "latin1", "'latin1' is none of utf-8, utf-16, gb18030, gbk", "“latin1”不是下列之一：utf-8、utf-16、gb18030、gbk")]
    [InlineData("--unit", "kg", "'kg' is no unit of dust or sound", "“kg”不是扬尘或声级的单位")]
    [InlineData("--separator", "x", "'x' cannot separate values", "“x”不能作为分隔符")]
    [InlineData("--separator", "ab", "'ab' cannot separate values", "“ab”不能作为分隔符")]
    [InlineData("--decimal", "dot", "'dot' is none of point, comma", "“dot”不是下列之一：point（小数点）、comma（逗号）")]
    [InlineData("--minutes", "61", "'61' is not 1 to 60", "“61”不是 1 至 60")]
    public void BadValues_AreSaidInBothLanguages(string option, string value, string english, string chinese)
    {
        Write("time,dust\n2026-03-01 00:00,50\n");
        foreach (var command in new[] { "readings", "monitor", "screen" })
        {
            var run = Run(command, "t.csv", option, value);
            Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
            Assert.Contains(english, run.Error, StringComparison.Ordinal);
            Assert.Contains(chinese, Run(command, "t.csv", option, value, "--lang", "zh").Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OptionsThatContradict_AreSaid()
    {
        Write("time,PM10\n2026-03-01 00:00,50\n");
        foreach (var arguments in new[] { new[] { "--decimal", "comma", "--separator", "," }, ["--separator", ",", "--decimal", "comma"] })
            Assert.Contains("a comma cannot be the decimal sign and the separator", Run(["readings", "t.csv", .. arguments]).Error, StringComparison.Ordinal);
        var run = Run("monitor", "t.csv", "--rules-of", "2020-01-01");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--rules-of: is for --ambient only", run.Error, StringComparison.Ordinal);
        Assert.Contains("只能与 --ambient 同用", Run("monitor", "t.csv", "--rules-of", "2020-01-01", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatIsNotThere_IsSaidWithThoseThatAre()
    {
        Write("time,PM10 (mg/m3)\n2026-03-01 00:00,0.05\n");
        var run = Run("readings", "t.csv", "--columns", "dust=TSP (mg/m3)");
        Assert.Equal(ExitCode.BadData, run.ExitCode);
        Assert.Contains("t.csv:1: There is no column 'dust'. Found: time, PM10 (mg/m3).", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_CountsWhatIsThere()
    {
        Write("time,PM10 (mg/m3),LAeq\n2026-03-01 00:00,0.05,60\n2026-03-01 01:00,0.05,60\n");
        Assert.Contains("\n2 rows, 4 readings.", Run("readings", "t.csv").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("数据行 2 行，读数 4 条。", Run("readings", "t.csv", "--lang", "zh").Output, StringComparison.Ordinal);
        Run("simulate", "--out", "s.log", "--from", "2026-03-01");
        Assert.Matches(@"\n\d+ packets, \d+ readings\.", Run("readings", "s.log").Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"\n\d+ packets, 2 rows, \d+ readings\.", Run("readings", "s.log", "t.csv").Output.ReplaceLineEndings("\n"));
    }

    /// <summary>How far it has come is for people at a terminal, and for long files.</summary>
    [Fact]
    public void Progress_IsForTerminalsAndLongFiles()
    {
        var rows = new StringBuilder("time,PM10 (mg/m3)\n");
        for (var i = 0; rows.Length < 9_000_000; i++) rows.Append(new DateTime(2020, 1, 1).AddMinutes(i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append(",0.05\n");
        Write(rows.ToString());
        Assert.Equal("", Run("readings", "t.csv").Error);

        using var shown = new StringWriter();
        var console = Spectre.Console.AnsiConsole.Create(new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(shown), Ansi = Spectre.Console.AnsiSupport.Yes, Interactive = Spectre.Console.InteractionSupport.Yes });
        var context = new ToolContext(TextWriter.Null, TextWriter.Null, _folder, isTerminal: true, width: 100, Language.English) { ProgressConsole = console };
        Assert.True(StationLogs.TryOpen(context, ["t.csv"], Monitoring.Hj212.Hj212StationProfile.Unspecified, new(), areStampsKnown: true, out var logs));
        Assert.Equal(rows.ToString().Count('\n') - 1, Assert.Single(logs.ReadSeries()).Readings.Count);
        Assert.Contains("Reading", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains("100%", shown.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Minutes of noise at night heaped right below 55 dB(A) (GB 12523-2025, 5.1): the screen knows the limit of the place by itself. Abroad, where no limit is known, it does not look.</summary>
    [Fact]
    public void Screen_KnowsTheLimitsOfTheSite()
    {
        // A night whose levels are spread over 40 to 54 and, half of them, heaped from 54.1 to 54.9, and never above.
        var rows = new StringBuilder("time,LAeq\n");
        var random = new Random(55);
        for (var i = 0; i < 480; i++) rows.Append(CultureInfo.InvariantCulture, $"{new DateTime(2026, 3, 2).AddMinutes(i):yyyy-MM-dd HH:mm},{(random.Next(2) == 0 ? 40 + (random.Next(140) / 10.0) : 54.1 + (random.Next(9) / 10.0)):0.0}\n");
        Write(rows.ToString());

        var seen = CsvReading.Of(Run("screen", "t.csv", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv").Output).Single(static row => row["kind"] == "clippedBelowLimit");
        Assert.Contains("below 55 dB(A)", seen["text"], StringComparison.Ordinal);
        Assert.DoesNotContain(CsvReading.Of(Run("screen", "t.csv", "--minutes", "1", "--in", "US", "--format", "csv").Output), static row => row["kind"] == "clippedBelowLimit");
    }

    /// <summary>Hours of TSP heaped below 0.8 mg/m3, the limit of earthwork in Shaanxi (DB61/ 1078-2017, table 1), in another unit; while the stage is not known no limit is meant.</summary>
    [Fact]
    public void Screen_KnowsTheLimitsOfDustInItsUnit()
    {
        var rows = new StringBuilder("time,TSP (µg/m3)\n");
        var random = new Random(8);
        for (var i = 0; i < 600; i++) rows.Append(CultureInfo.InvariantCulture, $"{new DateTime(2026, 3, 1).AddHours(i):yyyy-MM-dd HH:mm},{(random.Next(2) == 0 ? random.Next(100, 700) : random.Next(730, 799))}\n");
        Write(rows.ToString());

        var seen = CsvReading.Of(Run("screen", "t.csv", "--minutes", "60", "--in", "CN-SN", "--when", "stage=earthwork; urbanPlannedArea=true", "--format", "csv").Output).Where(static row => row["kind"] == "clippedBelowLimit").ToList();
        Assert.NotEmpty(seen);
        Assert.All(seen, static row => Assert.Contains("below 800 µg/m3", row["text"], StringComparison.Ordinal));
        Assert.DoesNotContain(CsvReading.Of(Run("screen", "t.csv", "--minutes", "60", "--in", "CN-SN", "--format", "csv").Output), static row => row["kind"] == "clippedBelowLimit");
    }

    /// <summary>The channels of a synthetic station are each their own: no screen takes one for a copy of another.</summary>
    [Fact]
    public void Simulation_HasChannelsOfTheirOwn()
    {
        Run("simulate", "--out", "s.log", "--sites", "3", "--days", "2", "--seed", "5", "--from", "2026-03-01");
        var run = Run("screen", "s.log", "--profile", "micrograms", "--minutes", "1", "--format", "csv");
        Assert.Equal(ExitCode.Compliant, run.ExitCode);
        Assert.DoesNotContain(CsvReading.Of(run.Output), static row => row["kind"] == "copiedChannel");
        // PM10 is a part of the whole dust, minute by minute.
        var minutes = CsvReading.Of(Run("readings", "s.log", "--profile", "micrograms", "--minutes", "1", "--format", "csv").Output).Where(static row => row["usable"] == "true" && row["code"] is "a34001" or "a34002")
            .GroupBy(static row => (row["station"], row["time"])).Where(static minute => minute.Select(static row => row["code"]).Distinct().Count() == 2).ToList();
        Assert.InRange(minutes.Count, 8000, 8640);
        Assert.All(minutes, static minute => Assert.True(Value(minute, "a34002") < Value(minute, "a34001")));

        static decimal Value(IEnumerable<IReadOnlyDictionary<string, string>> rows, string code) => decimal.Parse(rows.First(row => row["code"] == code)["value"], CultureInfo.InvariantCulture);
    }
}
