using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>What a table of readings does not say itself is said by options, to each command that reads one; and real tables are judged as a plain loop judges them.</summary>
public sealed class StationTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Unit_OfHeadingsThatNameNone()
    {
        Write("a.csv", "time,PM10\n2026-06-01 00:00,0.08\n2026-06-01 01:00,0.09\n");

        Assert.Equal(["", ""], Column("unit", "a.csv"));
        Assert.Equal(["mg/m3", "mg/m3"], Column("unit", "a.csv", "--unit", "mg/m3"));
        var wrong = Run("readings", "a.csv", "--unit", "dB(A)");
        Assert.Equal(64, wrong.ExitCode);
        Assert.Contains("'dB(A)' is no unit of mass concentration", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("不是质量浓度单位", Run("readings", "a.csv", "--unit", "x", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_ThatSayItOtherwise()
    {
        Write("a.csv", "when,dust,third,note\n2026-06-01 00:00,80,61,x\n");

        Assert.NotEqual(0, Run("readings", "a.csv").ExitCode);
        Assert.Equal(["a34002", "Leq"], Column("code", "a.csv", "--columns", "when=time", "--columns", "dust=PM10 (µg/m3)", "--columns", "3=LAeq", "--columns", "note=-"));
        Assert.Contains("There is no column 'wen'", Run("readings", "a.csv", "--columns", "wen=time", "--columns", "dust=PM10 (µg/m3)").Error, StringComparison.Ordinal);
        var wrong = Run("readings", "a.csv", "--columns", "when");
        Assert.Equal(64, wrong.ExitCode);
        Assert.Contains("'when' is not of the form HEADING=MEANING", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("不是“列名=含义”的形式", Run("monitor", "a.csv", "--columns", "=x", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Theory]
    // With its mark an encoding is found out; without one UTF-16 has to be named.
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-16", true, null)]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("gb18030", false, null)]
    [InlineData("gb18030", false, "gb18030")]
    public void Encoding_IsFoundOutOrNamed(string encoding, bool hasMark, string? named)
    {
        Encoding bytes = encoding switch { "utf-8" => new UTF8Encoding(hasMark), "utf-16" => new UnicodeEncoding(false, hasMark), _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! };
        File.WriteAllText(Path.Combine(_folder, "a.csv"), "监测时间,测点,等效声级\n2026-06-01 00:00,东侧,61.5\n", bytes);

        Assert.Equal(["东侧"], Column("station", named is null ? ["a.csv"] : ["a.csv", "--encoding", named]));
        Assert.Equal(["61.5"], Column("value", named is null ? ["a.csv"] : ["a.csv", "--encoding", named]));
    }

    [Fact]
    public void Encoding_ThatItIsNot()
    {
        File.WriteAllText(Path.Combine(_folder, "a.csv"), "监测时间,等效声级\n2026-06-01 00:00,61.5\n", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);

        Assert.Equal(65, Run("readings", "a.csv", "--encoding", "utf-8").ExitCode);
        Assert.Equal(64, Run("readings", "a.csv", "--encoding", "latin").ExitCode);
    }

    [Fact]
    public void SeparatorAndDecimalSign_AreNamed()
    {
        // "1,5" is one value and a half, or two values: only the one who made the file knows.
        Write("a.csv", "time;PM10 (mg/m3)\n2026-06-01 00:00;0,15\n");

        Assert.Equal(["0.15"], Column("value", "a.csv"));
        Assert.Equal(["0.15"], Column("value", "a.csv", "--separator", "semicolon", "--decimal", "comma"));
        Assert.Equal(["0.15"], Column("value", "a.csv", "--separator", "分号", "--decimal", "逗号"));
        Write("b.csv", "time\tPM10 (mg/m3)\n2026-06-01 00:00\t0.15\n");
        Assert.Equal(["0.15"], Column("value", "b.csv", "--separator", "tab", "--decimal", "point"));
        Assert.Equal(64, Run("readings", "a.csv", "--decimal", "dot").ExitCode);
    }

    [Fact]
    public void Strict_EndsWithAnError()
    {
        Write("a.csv", "time,LAeq\n2026-06-01 12:00,61\nx,62\n");

        Assert.Equal(0, Run("readings", "a.csv").ExitCode);
        foreach (var command in new[] { "readings", "monitor", "screen" })
        {
            var run = Run(command, "a.csv", "--minutes", "1", "--strict");
            Assert.Equal(65, run.ExitCode);
            Assert.Contains("a.csv:3", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Place_SaysWhichTimeItIs()
    {
        Write("a.csv", "time,LAeq\n2026-06-01T00:00Z,61\n");

        Assert.Equal(["2026-06-01T08:00:00+08:00"], Column("time", "a.csv"));
        // Where clocks are changed in summer, a table has to say local times.
        Assert.Contains("has an offset", Run("readings", "a.csv", "--in", "GB").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_AreCountedAsRows()
    {
        Write("a.csv", "time,LAeq\n2026-06-01 12:00,61\n2026-06-01 12:01,62\n");

        Assert.Contains("2 rows, 2 readings.", Run("readings", "a.csv").Output, StringComparison.Ordinal);
        Assert.Contains("数据行 2 行，读数 2 条。", Run("readings", "a.csv", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    /// <summary>The real microphone (../shared/data/noise), day by day, as the audit of the same readings says.</summary>
    [Fact]
    public void RealNoise_AsTheAuditSays()
    {
        var data = RepositoryFiles.Shared("data/noise/laeq-1min-11-days.csv");
        using var site = new TemporarySite();
        File.Copy(data, Path.Combine(site.Project, "readings", "a.csv"), overwrite: true);
        var audited = CsvReading.Of(site.Audit("--format", "csv", "--no-report").Output).Select(static row => (row["from"][..10], row["verdict"], row["compared"], row["limit"])).ToList();

        var run = ToolRun.In(_folder, "monitor", data, "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building", "--when", "noiseSensitiveBuildings=true", "--format", "csv");

        Assert.Equal("", run.Error);
        Assert.Equal(audited, CsvReading.Of(run.Output).Select(static row => (row["date"], row["verdict"] == "invalid" ? "invalid" : row["verdict"], row["compared"], row["limit"])));
        Assert.InRange(audited.Count, 33, 36);
    }

    /// <summary>
    /// The real hours of Beijing (../shared/data/dust) as ambient air of class 2, against a loop that shares no code with the product: GB 3095-2012 was in force from 2016, a day
    /// needs 20 hours, and the mean of PM10 is at most 150 µg/m3.
    /// </summary>
    [Fact]
    public void RealDust_AsAPlainLoopSays()
    {
        var data = RepositoryFiles.Shared("data/dust/PRSA_Data_Dongsi_20130301-20170228.csv");
        var days = new SortedDictionary<string, (int Hours, decimal Sum)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(data).Skip(1))
        {
            var cells = line.Split(',');
            var day = string.Create(CultureInfo.InvariantCulture, $"{int.Parse(cells[1], CultureInfo.InvariantCulture):0000}-{int.Parse(cells[2], CultureInfo.InvariantCulture):00}-{int.Parse(cells[3], CultureInfo.InvariantCulture):00}");
            days.TryGetValue(day, out var sum);
            days[day] = cells[6] == "NA" ? sum : (sum.Hours + 1, sum.Sum + decimal.Parse(cells[6], CultureInfo.InvariantCulture));
        }

        var run = ToolRun.In(_folder, "monitor", data, "--minutes", "60", "--unit", "µg/m3", "--ambient", "--in", "CN-BJ", "--when", "airZone=2", "--from", "2016-01-01", "--format", "csv");

        Assert.Equal(1, run.ExitCode);
        var rows = CsvReading.Of(run.Output).Where(static row => row["code"] == "a34002" && row["period"].Length == 0).ToDictionary(static row => row["date"]);
        Assert.Equal(days.Keys.Where(static day => string.CompareOrdinal(day, "2016-01-01") >= 0), rows.Keys.Order());
        int over = 0, invalid = 0;
        foreach (var (date, row) in rows)
        {
            var (hours, sum) = days[date];
            if (hours < 20)
            {
                Assert.Equal("invalid", row["verdict"]);
                invalid++;
                continue;
            }

            var mean = sum / hours;
            if (mean > 150) over++;
            // A mean that whole micrograms would put on the other side is provisional: no row says to how many digits it is rounded.
            var isClose = mean > 150 && Math.Round(mean, MidpointRounding.ToEven) <= 150;
            Assert.Equal(isClose ? "indeterminate" : mean > 150 ? "non-compliant" : "compliant", row["verdict"]);
            Assert.Equal(mean, decimal.Parse(row["measured"], CultureInfo.InvariantCulture), 12);
        }

        // Counted by a program in another language as well: 74 and 17 days over, 348 and 58 valid ones.
        Assert.Equal((74 + 17, 366 + 59 - 348 - 58), (over, invalid));
    }

    [Fact]
    public void Screen_KnowsTheLimitOfTheBoundary()
    {
        // Ninety days of hours in Hebei, where the net PM10 is at most 80 µg/m3 an hour; what would lie above is written as just below.
        var random = new Random(5);
        var text = new StringBuilder("time,PM10 (µg/m3)\n");
        for (var hour = 0; hour < 24 * 90; hour++)
        {
            var value = 60 + (35 * Math.Sin(hour / 24.0)) + (25 * random.NextDouble());
            if (hour >= 24 * 30 && hour < 24 * 60 && value > 80) value = 75 + (4.9 * random.NextDouble());
            text.Append(CultureInfo.InvariantCulture, $"{new DateTime(2026, 3, 1).AddHours(hour):yyyy-MM-dd HH:mm},{value:0.0}\n");
        }

        Write("a.csv", text.ToString());

        Assert.Contains("clippedBelowLimit", Run("screen", "a.csv", "--minutes", "60", "--in", "CN-HE", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("clippedBelowLimit", Run("screen", "a.csv", "--minutes", "60", "--in", "GB", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulated_ChannelsAreNoCopies()
    {
        Assert.Equal(0, Run("simulate", "--out", "a.log", "--days", "7").ExitCode);

        Assert.DoesNotContain("copiedChannel", Run("screen", "a.log", "--minutes", "1", "--profile", "micrograms", "--format", "csv").Output, StringComparison.Ordinal);
    }

    private string[] Column(string name, params string[] arguments)
    {
        var run = Run(["readings", .. arguments, "--format", "csv"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return [.. CsvReading.Of(run.Output).Select(row => row[name])];
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private ToolRun Run(params string[] arguments) => ToolRun.In(_folder, arguments);
}
