using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>What <c>monitor</c> says beside its verdicts: doubts, reasons, sums, hints, and what it is told of the surroundings.</summary>
public sealed class MonitorTests : IDisposable
{
    private static readonly string[] s_building = ["--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true"];

    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-monitor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ToolRun Run(params string[] arguments) => ToolRun.In(_folder, arguments);

    private void Write(string file, string heading, int count, int minutes, Func<int, string> row) => File.WriteAllLines(
        Path.Combine(_folder, file), [heading, .. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2026, 3, 2).AddMinutes(i * minutes):yyyy-MM-dd HH:mm},{row(i)}"))]);

    private void WriteHours(string file, string heading, params string[] values) => Write(file, "time," + heading, values.Length == 1 ? 24 : values.Length, 60, i => values.Length == 1 ? values[0] : values[i]);

    private static List<JsonElement> Days(ToolRun run) => [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("days").EnumerateArray()];

    /// <summary>
    /// 0.053 mg/m3 read as µg/m3, and 53 µg/m3 read as mg/m3: no outdoor air has such a median (1 µg/m3 to 20 mg/m3). It is said in all forms and in both languages, and what passes so is no clean pass. In the right
    /// unit nothing is doubtful.
    /// </summary>
    [Theory]
    [InlineData("PM10 (µg/m3)", "0.053", "53", "--in", "CN-HE")]
    [InlineData("PM10 (mg/m3)", "53", "53", "--in", "CN-HE")]
    [InlineData("PM10 (µg/m3)", "0.053", "53", "--ambient", "--when", "airZone=2")]
    [InlineData("PM10 (mg/m3)", "53", "53", "--ambient", "--when", "airZone=2")]
    public void UnitThatIsAThousandfoldOff_IsDoubted(string heading, string value, string meant, params string[] options)
    {
        WriteHours("u.csv", heading, value);
        string[] command = ["monitor", "u.csv", "--minutes", "60", .. options];

        var run = Run([.. command, "--format", "csv"]);
        var row = CsvReading.Of(run.Output)[0];
        Assert.Equal(("series", "indeterminate", "2026-03-02"), (row["period"], row["verdict"], row["date"]));
        Assert.Contains($"probably a thousandfold slip of the unit, {meant} µg/m3 would be usual", row["reason"], StringComparison.Ordinal);
        Assert.Contains($"u a34002-Avg: Half of the readings lie", run.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Compliant, run.ExitCode);

        var json = JsonDocument.Parse(Run([.. command, "--format", "json"]).Output).RootElement;
        Assert.Equal("unit", json.GetProperty("days")[0].GetProperty("finding").GetProperty("missing")[0].GetString());
        var doubt = Assert.Single(json.GetProperty("doubts").EnumerateArray());
        Assert.Equal(("u", "a34002", 3600, "unit"), (doubt.GetProperty("station").GetString(), doubt.GetProperty("code").GetString(), doubt.GetProperty("seconds").GetInt32(), doubt.GetProperty("kind").GetString()));
        Assert.Contains("可能是千倍的单位错误", doubt.GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);

        Assert.Single(Run(command).LinesWith("2026-03-02 all readings", "unit?", "indeterminate"));
        var chinese = Run([.. command, "--lang", "zh"]);
        Assert.Single(chinese.LinesWith("2026-03-02 全部读数", "单位？", "无法判定"));
        Assert.Contains("u a34002-Avg：半数读数", chinese.Error, StringComparison.Ordinal);

        WriteHours("u.csv", "PM10 (µg/m3)", "53");
        var good = Run([.. command, "--format", "json"]);
        Assert.Equal((0, ""), (JsonDocument.Parse(good.Output).RootElement.GetProperty("doubts").GetArrayLength(), good.Error));
        Assert.DoesNotContain(Days(good), static day => day.GetProperty("period").GetString() == "series");
    }

    /// <summary>The same of packets: of a station in µg/m3 that is said to speak in mg/m3.</summary>
    [Fact]
    public void UnitOfPackets_IsDoubted()
    {
        using (var log = File.Create(Path.Combine(_folder, "s.log")))
        {
            for (var hour = 0; hour < 24; hour++)
            {
                var time = "20260302" + hour.ToString("00", CultureInfo.InvariantCulture) + "0000";
                log.Write(new Hj212Writer { Qn = time + "000", St = "39", Cn = "2061", Mn = "S1", Flag = 4 }.Add("DataTime", time).Add("a34002", "Avg", 53m).Add("a34002", "Flag", "N").ToArray());
            }
        }

        Assert.Contains("S1 a34002-Avg: Half of the readings lie above 53000 µg/m3", Run("monitor", "s.log", "--profile", "shanghai", "--in", "CN-HE").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Half of the readings", Run("monitor", "s.log", "--profile", "micrograms", "--in", "CN-HE").Error, StringComparison.Ordinal);
    }

    /// <summary>Readings every 5 minutes that are said to stand for one, and readings every minute that are said to stand for 5. What the file itself says of its periods, and jitter of a clock, is no doubt.</summary>
    [Fact]
    public void MinutesThatTheFileDoesNotHave_AreDoubted()
    {
        Write("f.csv", "time,LAeq", 288, 5, static _ => "60");
        var run = Run(["monitor", "f.csv", "--minutes", "1", "--format", "json", .. s_building]);
        Assert.Equal("f Leq-Data: The readings come every 5 min, and --minutes says that each stands for 1 min: what it covers, and with it the verdict, is doubtful. Give --minutes 5 if each stands for all of that time.", run.Error.TrimEnd());
        var doubt = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("doubts").EnumerateArray());
        Assert.Equal(("minutes", 60), (doubt.GetProperty("kind").GetString(), doubt.GetProperty("seconds").GetInt32()));
        foreach (var command in new[] { "monitor", "readings", "screen" })
            Assert.Contains("f Leq-Data：读数每 5 min 一条，而 --minutes 称每条代表 1 min", Run([command, "f.csv", "--minutes", "1", "--lang", "zh"]).Error, StringComparison.Ordinal);
        Assert.Equal("", Run(["monitor", "f.csv", "--minutes", "5", .. s_building]).Error);

        Write("f.csv", "time,LAeq", 1440, 1, static _ => "60");
        Assert.Contains("come every 1 min, and --minutes says that each stands for 5 min", Run(["monitor", "f.csv", "--minutes", "5", .. s_building]).Error, StringComparison.Ordinal);
        Write("f.csv", "time,minutes,LAeq", 288, 5, static _ => "1,60");
        Assert.Equal("", Run(["monitor", "f.csv", .. s_building]).Error);
    }

    /// <summary>
    /// Of DB31/ 964-2016 the allowance of one a day has one source, the rest none: a finding that came to no verdict must not read as if its limit were confirmed. Of GB 12523-2025 the limit is confirmed, LAmax has one source.
    /// </summary>
    [Fact]
    public void Evidence_OfWhatIsNotDecided_IsThatOfTheLimit()
    {
        List<(string, string)> Evidence(string file, string minutes) =>
            [.. CsvReading.Of(Run(["monitor", file, "--minutes", minutes, "--format", "csv", .. s_building]).Output).Select(static row => (row["verdict"], row["evidence"]))];
        WriteHours("d.csv", "TSP (mg/m3)", "0.2");
        Assert.Equal([("indeterminate", "single-source"), ("indeterminate", "unconfirmed")], Evidence("d.csv", "60"));
        WriteHours("d.csv", "TSP (µg/m3)", "0.2");
        Assert.Equal(("indeterminate", "unconfirmed"), Evidence("d.csv", "15")[0]);
        Write("n.csv", "time,LAeq", 300, 1, static _ => "50");
        Assert.Equal([("compliant", "confirmed"), ("indeterminate", "single-source")], Evidence("n.csv", "1"));
    }

    /// <summary>A level that is not known to be LAeq is noise all the same: it is said so of LA and of the a50001 of Shanghai, and not of percentiles beside LAeq.</summary>
    [Theory]
    [InlineData("LA", "Avg", "micrograms")]
    [InlineData("a50001", "Avg", "shanghai")]
    public void LevelThatIsNotKnownToBeLAeq_IsNamed(string code, string suffix, string profile)
    {
        void Log(bool hasLeq)
        {
            using var log = File.Create(Path.Combine(_folder, "l.log"));
            for (var hour = 0; hour < 24; hour++)
            {
                var time = "20260302" + hour.ToString("00", CultureInfo.InvariantCulture) + "0000";
                var packet = new Hj212Writer { Qn = time + "000", St = "39", Cn = "2061", Mn = "S1", Flag = 4 }.Add("DataTime", time).Add(code, suffix, 53m).Add(code, "Flag", "N");
                log.Write((hasLeq ? packet.Add("Leq", "Data", 53m).Add("Leq", "Flag", "N") : packet).ToArray());
            }
        }

        Log(false);
        var run = Run(["monitor", "l.log", "--profile", profile, .. s_building]);
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.Contains($"Not judged: S1 {code}-{suffix}, 24 readings, sound levels that are not known to be LAeq.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was judged: 1 series, sound levels that are not known to be LAeq. Only LAeq (Leq) is judged", run.Error, StringComparison.Ordinal);
        Log(true);
        Assert.DoesNotContain("Not judged", Run(["monitor", "l.log", "--profile", profile, .. s_building]).Error, StringComparison.Ordinal);
    }

    /// <summary>
    /// The night of New Year 2026 is cut at midnight, because GB 12523-2025 begins: its second part begins on the day of the next night, and must not look like it. And a day of 25 min of 960 must not look like a whole one.
    /// </summary>
    [Fact]
    public void List_TellsPartsOfANightApart_AndSaysHowLittleWasMeasured()
    {
        File.WriteAllLines(Path.Combine(_folder, "n.csv"), ["time,LAeq", .. Enumerable.Range(0, 1925).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2025, 12, 31, 22, 0, 0).AddMinutes(i):yyyy-MM-dd HH:mm},50"))]);
        var run = Run(["monitor", "n.csv", "--minutes", "1", .. s_building]);
        Assert.Single(run.LinesWith("2025-12-31 night 22:00–24:00", "LAeq 50.0", "GB 12523-2011"));
        Assert.Single(run.LinesWith("2026-01-01 night 00:00–06:00", "LAeq 50.0", "GB 12523-2025"));
        Assert.Single(run.LinesWith("2026-01-01 night  ", "LAeq 50.0", "GB 12523-2025"));
        Assert.Single(run.LinesWith("2026-01-01 day", "LAeq 50.0  "));
        Assert.Equal(
            ["2025-12-31T22:00:00 2026-01-01T00:00:00", "2026-01-01T00:00:00 2026-01-01T06:00:00", "2026-01-01T06:00:00 2026-01-01T22:00:00", "2026-01-01T22:00:00 2026-01-02T06:00:00", "2026-01-02T06:00:00 2026-01-02T22:00:00"],
            CsvReading.Of(Run(["monitor", "n.csv", "--minutes", "1", "--format", "csv", .. s_building]).Output).Select(static row => row["from"] + " " + row["to"]).Distinct());
        // 120 + 360 + 960 + 480 = 1920 min are whole; five are left.
        Assert.Single(run.LinesWith("2026-01-02 day", "LAeq 50.0 (5 of 960 min)", "invalid"));
        Assert.Single(Run(["monitor", "n.csv", "--minutes", "1", "--lang", "zh", .. s_building]).LinesWith("2026-01-02 昼间", "LAeq 50.0（960 min 中有 5 min）"));
    }

    /// <summary>A night is of the day that it begins on: asked for the day after, nothing is there, although readings are.</summary>
    [Fact]
    public void DaysThereAre_AreThoseOfTheNights()
    {
        File.WriteAllLines(Path.Combine(_folder, "n.csv"), ["time,LAeq", .. Enumerable.Range(0, 480).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2026, 3, 2, 22, 0, 0).AddMinutes(i):yyyy-MM-dd HH:mm},50"))]);
        Assert.Contains("no reading lies in the days asked for (--from 2026-03-03); they are of 2026-03-02 to 2026-03-02.", Run(["monitor", "n.csv", "--minutes", "1", "--from", "2026-03-03", .. s_building]).Error, StringComparison.Ordinal);
    }

    /// <summary>Words in CSV and JSON are for programs: the same whatever the language of the user is. The limit on LAmax at night, 55 + 15 dB(A), is there also where LAmax was not recorded.</summary>
    [Fact]
    public void MachineForms_HaveTheSameWordsInBothLanguages()
    {
        Write("n.csv", "time,LAeq", 1440, 1, static _ => "50");
        string[] command = ["monitor", "n.csv", "--minutes", "1", .. s_building];
        var (english, chinese) = (CsvReading.Of(Run([.. command, "--format", "csv"]).Output), CsvReading.Of(Run([.. command, "--format", "csv", "--lang", "zh"]).Output));
        // The reason is a sentence for people.
        static string Without(IReadOnlyDictionary<string, string> row) => string.Join("|", row.Where(static cell => cell.Key != "reason").Select(static cell => cell.Value));
        Assert.Equal(english.Select(Without), chinese.Select(Without));
        Assert.Equal(["night", "night", "day", "night", "night"], english.Select(static row => row["period"]));
        Assert.Equal([("55", "compliant"), ("70", "indeterminate"), ("70", "compliant"), ("55", "compliant"), ("70", "indeterminate")], english.Select(static row => (row["limit"], row["verdict"])));
        Assert.All(english, static row => Assert.Equal("dB(A)", row["unit"]));
        Assert.Equal(Run([.. command, "--format", "json"]).Output, Run([.. command, "--format", "json", "--lang", "zh"]).Output);
        Assert.Single(Run([.. command, "--lang", "zh"]).LinesWith("2026-03-02 昼间"));

        WriteHours("y.csv", "PM10 (µg/m3)", "53");
        Assert.Equal(["", "year"], CsvReading.Of(Run("monitor", "y.csv", "--minutes", "60", "--ambient", "--when", "airZone=2", "--format", "csv", "--lang", "zh").Output).Select(static row => row["period"]));
    }

    /// <summary>The same of <c>screen</c>: fifteen hours that are all 97.</summary>
    [Fact]
    public void Screen_HasTheSameWordsInBothLanguages()
    {
        WriteHours("s.csv", "PM10 (µg/m3)", [.. Enumerable.Range(0, 60).Select(static i => (i is >= 20 and < 35 ? 97 : 61 + (i * 17 % 29)).ToString(CultureInfo.InvariantCulture))]);
        foreach (var language in new[] { "en", "zh" })
        {
            var row = Assert.Single(CsvReading.Of(Run("screen", "s.csv", "--minutes", "60", "--format", "csv", "--lang", language).Output));
            Assert.Equal(("flatLine", "readingsInARow", "15", "6"), (row["kind"], row["statistic"], row["value"], row["threshold"]));
            Assert.Equal("readingsInARow", JsonDocument.Parse(Run("screen", "s.csv", "--minutes", "60", "--format", "json", "--lang", language).Output).RootElement.GetProperty("findings")[0].GetProperty("statistic").GetString());
        }
    }

    /// <summary>A day and the nights around it, LAmax not recorded at night; and two days of dust in Hebei, of which one has three hours above 80 µg/m3 where two are allowed (DB13/ 2934-2019, table 1), whatever the background.</summary>
    [Fact]
    public void Summary_CountsByFactorAndVerdict()
    {
        Write("n.csv", "time,LAeq", 1440, 1, static _ => "50");
        Assert.Equal("Findings: Leq 5 (indeterminate 2, compliant 3).", Run(["monitor", "n.csv", "--minutes", "1", .. s_building]).LinesWith("Findings:")[0]);
        Assert.Equal("评价结果：Leq 5 项（无法判定 2，符合 3）。", Run(["monitor", "n.csv", "--minutes", "1", .. s_building, "--lang", "zh"]).LinesWith("评价结果")[0]);
        WriteHours("d.csv", "PM10 (µg/m3)", [.. Enumerable.Range(0, 48).Select(static i => i is >= 24 and < 27 ? "300" : "60")]);
        // In dust the highest hour less 150, the most that is ever subtracted, is 150.
        var run = Run("monitor", "d.csv", "--minutes", "60", "--in", "CN-HE");
        Assert.Equal((ExitCode.NonCompliant, "Findings: a34002 2 (compliant 1, non-compliant 1)."), (run.ExitCode, run.LinesWith("Findings:")[0]));
    }

    /// <summary>Each reason is the real one.</summary>
    [Theory]
    [InlineData("PM10 (µg/m3)", "--minutes 60 --in CN-HE --from 2027-01-01", "no reading lies in the days asked for (--from 2027-01-01); they are of 2026-03-02 to 2026-03-02.", "所选日期（--from 2027-01-01）内没有读数；读数为 2026-03-02 至 2026-03-02。")]
    [InlineData("PM10 (µg/m3)", "--minutes 60 --in CN-HE --from 2025-01-01 --to 2025-12-31", "no reading lies in the days asked for (--from 2025-01-01 --to 2025-12-31); they are of 2026-03-02 to 2026-03-02.", "所选日期（--from 2025-01-01 --to 2025-12-31）内没有读数")]
    [InlineData("PM10 (µg/m3)", "--minutes 60 --in US", "United States (US) has no limit on a34002 for such a site on these days.", "美国（US）在这些日期对该类工地没有 a34002 的限值。")]
    [InlineData("PM10", "--minutes 60 --in CN-HE", "1 series, whose unit is not known. Give --unit for tables, --profile for packets.", "1 个序列，单位未知。读数表请给出 --unit，数据包请给出 --profile。")]
    [InlineData("PM10 (µg/m3)", "--in CN-HE", "1 series, whose period is not known. Give --minutes.", "1 个序列，周期未知。请给出 --minutes。")]
    [InlineData("PM10 (µg/m3)", "--minutes 15 --ambient --when airZone=2", "1 series, each of 15 min. --ambient takes hourly means: give --minutes 60 if they are.", "1 个序列，每条为 15 min。--ambient 需要小时均值")]
    [InlineData("PM2.5 (µg/m3)", "--minutes 60 --in CN-HE", "1 series, dust that is not judged at the boundary of a site. --ambient judges it as ambient air.", "1 个序列，该颗粒物不按场界评价。--ambient 按环境空气评价。")]
    [InlineData("LAeq", "--minutes 60 --ambient --when airZone=2", "1 series, which are no dust. --ambient is for dust alone.", "1 个序列，并非颗粒物。--ambient 仅用于颗粒物。")]
    [InlineData("LAmax", "--minutes 60", "1 series, for which there are no levels LAeq.", "1 个序列，没有对应的等效声级。")]
    [InlineData("wind", "--minutes 60", "there is no dust and no noise, only a01007.", "没有扬尘或噪声，只有 a01007。")]
    [InlineData("wind (m/s),rain", "--minutes 60", "there is no dust and no noise, only a01007, rain.", "没有扬尘或噪声，只有 a01007, rain。")]
    [InlineData("LAeq,usable", "--minutes 60 --in CN-SH --when projectType=building;noiseSensitiveBuildings=true", "none of 3 periods has enough readings that count. No reading counts.", "3 个时段的有效读数均不足。没有有效数据。")]
    [InlineData("PM10 (µg/m3),usable", "--minutes 60 --in CN-HE", "none of 1 periods has enough readings that count. No averaging time is covered well enough.", "1 个时段的有效读数均不足。没有一个平均时段的有效数据达到要求。")]
    public void NothingJudged_SaysWhy(string headings, string options, string english, string chinese)
    {
        Write("t.csv", "time," + headings, 24, 60, _ => headings.Contains("usable", StringComparison.Ordinal) ? "53,false" : string.Join(',', headings.Split(',').Select(static _ => "53")));
        string[] command = ["monitor", "t.csv", .. options.Split(' ')];

        var run = Run(command);
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.EndsWith("greenbuild: Nothing was judged: " + english, run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("没有可评价的内容：" + chinese, Run([.. command, "--lang", "zh"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingJudged_OfFilesWithoutReadings()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "time,PM10 (µg/m3)\n");
        Assert.Contains("Nothing was judged: no reading has a value and a time.", Run("monitor", "t.csv").Error, StringComparison.Ordinal);
        Run("simulate", "--out", "s.log", "--from", "2026-03-02");
        Assert.Contains("Nothing was judged: packets name no unit, and nobody said how the station speaks. Give --profile.", Run("monitor", "s.log").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DaysTheWrongWayRound_AreAnErrorOfTheCommandLine()
    {
        WriteHours("t.csv", "PM10 (µg/m3)", "53");
        var run = Run("monitor", "t.csv", "--minutes", "60", "--from", "2026-03-05", "--to", "2026-03-01");
        Assert.Equal((ExitCode.Usage, "", "greenbuild: --to (2026-03-01) is before --from (2026-03-05)."), (run.ExitCode, run.Output, run.Error.TrimEnd()));
        Assert.Contains("--to（2026-03-01）早于 --from（2026-03-05）", Run("monitor", "t.csv", "--from", "2026-03-05", "--to", "2026-03-01", "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Compliant, Run("monitor", "t.csv", "--minutes", "60", "--in", "CN-HE", "--from", "2026-03-02", "--to", "2026-03-02").ExitCode);
    }

    /// <summary>A table that is refused is not first of all a log without packets.</summary>
    [Fact]
    public void RefusedTable_IsNotCalledALogWithoutPackets()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "time,value\n2026-03-01 00:00,1\n");
        foreach (var command in new[] { "readings", "monitor", "screen" })
        {
            var run = Run(command, "t.csv");
            Assert.Equal(ExitCode.BadData, run.ExitCode);
            Assert.StartsWith("t.csv:1: There is a column of values, but none that says what was measured", run.Error, StringComparison.Ordinal);
            Assert.EndsWith("greenbuild: 't.csv' is no table of readings, as said above, and holds no packet of HJ 212 either.", run.Error.TrimEnd(), StringComparison.Ordinal);
            Assert.Contains("“t.csv”不是读数表（见上），也不含 HJ 212 数据包。", Run(command, "t.csv", "--lang", "zh").Error, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Hebei: an hour of 150 µg/m3 less a background of 60 is 90, above 80, and three such hours are one too many; less one of 75 it is 75 (DB13/ 2934-2019, table 1). Without a background it is asked for, with the option
    /// that gives it.
    /// </summary>
    [Fact]
    public void Background_IsGivenAsFileOrValue()
    {
        WriteHours("t.csv", "PM10 (µg/m3)", [.. Enumerable.Range(0, 24).Select(static i => i < 3 ? "150" : "60")]);
        string[] command = ["monitor", "t.csv", "--minutes", "60", "--in", "CN-HE"];
        var unknown = Run(command);
        Assert.Equal(ExitCode.Undecided, unknown.ExitCode);
        Assert.Equal("background: --background gives the PM10 of the surroundings, a file of hours or one value.", unknown.Error.TrimEnd());
        Assert.Contains("background：用 --background 给出周边 PM10", Run([.. command, "--lang", "zh"]).Error, StringComparison.Ordinal);

        Assert.Equal((ExitCode.NonCompliant, ""), (Run([.. command, "--background", "60 µg/m3"]).ExitCode, Run([.. command, "--background", "60 µg/m3"]).Error));
        Assert.Equal(ExitCode.Compliant, Run([.. command, "--background", "0.075 mg/m3"]).ExitCode);
        WriteHours("county.csv", "PM10 (mg/m3)", "0.060");
        Assert.Equal(ExitCode.NonCompliant, Run([.. command, "--background", "county.csv"]).ExitCode);
        // In the first hour alone the county had so much: two hours are left, and allowed.
        WriteHours("county.csv", "PM10 (µg/m3)", [.. Enumerable.Range(0, 24).Select(static i => i == 0 ? "75" : "60")]);
        Assert.Equal(ExitCode.Compliant, Run([.. command, "--background", "county.csv"]).ExitCode);
    }

    /// <summary>
    /// A background every 15 minutes of 0, 120, 120, 120 is 90 in the hour (not the 0 of its first quarter): 170 − 90 = 80 keeps 80 µg/m³. Of 150, 20, 20, 20 it is 52.5, and 117.5 breaks it (DB13/ 2934-2019, table 1).
    /// </summary>
    [Theory]
    [InlineData(0, 120, ExitCode.Compliant)]
    [InlineData(150, 20, ExitCode.NonCompliant)]
    public void Background_IsReadByTheStepThatItComesIn(int first, int others, int exitCode)
    {
        WriteHours("t.csv", "PM10 (µg/m3)", "170");
        Write("b.csv", "time,PM10 (µg/m3)", 96, 15, i => (i % 4 == 0 ? first : others).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(exitCode, Run("monitor", "t.csv", "--minutes", "60", "--in", "CN-HE", "--background", "b.csv").ExitCode);

        // Steps of 15 and of 45 minutes in turn say nothing.
        File.WriteAllLines(Path.Combine(_folder, "b.csv"), ["time,PM10 (µg/m3)", .. Enumerable.Range(0, 48).Select(static i => $"2026-03-02 {i / 2:00}:{i % 2 * 15:00},60")]);
        Assert.Contains("no steady steps", Run("monitor", "t.csv", "--minutes", "60", "--in", "CN-HE", "--background", "b.csv").Error, StringComparison.Ordinal);
    }

    /// <summary>No outdoor air has 0.1 µg/m³: the unit is wrong, as a value and as a file.</summary>
    [Fact]
    public void Background_OfAnotherUnit_IsRefused()
    {
        WriteHours("t.csv", "PM10 (µg/m3)", "170");
        WriteHours("b.csv", "PM10 (µg/m3)", "0.1");
        foreach (var background in new[] { "0.1 µg/m3", "b.csv" })
        {
            var run = Run("monitor", "t.csv", "--minutes", "60", "--in", "CN-HE", "--background", background);
            Assert.Equal(ExitCode.BadData, run.ExitCode);
            Assert.Contains("0.1 µg/m3 is no outdoor air, 100 µg/m3 would be", run.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Minutes of 300, and 50 in the first of each hour, said to be hours: of the hour the 50 alone would be left. Readings overlap, so that nothing passes; the finding stands in every form. Minutes said every five
    /// minutes only are gaps, which the rules on coverage know.
    /// </summary>
    [Fact]
    public void MinutesThatOverlap_AreAFinding()
    {
        Write("m.csv", "time,PM10 (µg/m3)", 1440, 1, static i => i % 60 == 0 ? "50" : "300");
        string[] command = ["monitor", "m.csv", "--in", "CN-HE", "--background", "100 µg/m3", "--minutes"];
        var run = Run([.. command, "60", "--format", "json"]);
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.Equal(["series", ""], Days(run).Select(static day => day.GetProperty("period").GetString()));
        Assert.Equal("minutes", Days(run)[0].GetProperty("finding").GetProperty("missing")[0].GetString());
        var row = CsvReading.Of(Run([.. command, "60", "--format", "csv"]).Output)[0];
        Assert.Equal(("series", "indeterminate", "60 min"), (row["period"], row["verdict"], row["reason"].Contains("stands for 60 min", StringComparison.Ordinal) ? "60 min" : row["reason"]));
        Assert.Equal("Findings: a34002 2 (indeterminate 1, compliant 1).", Run([.. command, "60"]).LinesWith("Findings:")[0]);
        // 59 × 300 + 50 over the hour, less 100: 195.8 in each of 24 hours.
        Assert.Equal(ExitCode.NonCompliant, Run([.. command, "1"]).ExitCode);

        Write("m.csv", "time,PM10 (µg/m3)", 288, 5, static _ => "50");
        Assert.DoesNotContain(Days(Run([.. command, "1", "--format", "json"])), static day => day.GetProperty("period").GetString() == "series");
    }

    /// <summary>The primary pollutant may be one that has no word of its own among the conditions, as HJ 633 names it: with ozone, nothing of DB34/ 4811-2024 is multiplied, and nothing is asked for.</summary>
    [Fact]
    public void PrimaryPollutant_MayBeAGas()
    {
        Write("t.csv", "time,TSP (µg/m3)", 96, 15, static _ => "500");
        foreach (var pollutant in new[] { "o3", "臭氧", "SO2" })
            Assert.DoesNotContain("primaryPollutant", Run("monitor", "t.csv", "--minutes", "15", "--in", "CN-AH", "--when", "cityAqi=250; primaryPollutant=" + pollutant).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadData, Run("monitor", "t.csv", "--minutes", "15", "--in", "CN-AH", "--when", "cityAqi=250; primaryPollutant=dirt").ExitCode);
    }

    [Fact]
    public void Surroundings_ThatCannotBeTaken_AreSaid()
    {
        WriteHours("t.csv", "PM10 (µg/m3)", "150");
        WriteHours("tsp.csv", "TSP (µg/m3)", "150");
        WriteHours("bare.csv", "PM10", "150");
        File.WriteAllText(Path.Combine(_folder, "two.csv"), "station,time,PM10 (µg/m3)\nA,2026-03-02 00:00,60\nB,2026-03-02 00:00,60\n");
        File.WriteAllText(Path.Combine(_folder, "seven.csv"), "time,minutes,PM10 (µg/m3)\n2026-03-02 00:00,7,60\n");
        string[] command = ["monitor", "t.csv", "--minutes", "60", "--in", "CN-HE"];
        foreach (var (option, text, exitCode, english, chinese) in new[]
        {
            ("--background", "gone.csv", ExitCode.BadData, "'gone.csv' cannot be read.", "无法读取“gone.csv”。"),
            ("--background", "60", ExitCode.BadData, "'60' cannot be taken for the surroundings. A value needs its unit, for example µg/m3.", "“60”不能用作周边数据。数值须带单位，如 µg/m3。"),
            ("--background", "tsp.csv", ExitCode.BadData, "'tsp.csv' cannot be taken for the surroundings. It holds no means of PM10.", "“tsp.csv”不能用作周边数据。其中没有 PM10 均值。"),
            ("--background", "bare.csv", ExitCode.BadData, "The unit or the period of its readings is not known.", "其读数的单位或周期未知。"),
            ("--background", "two.csv", ExitCode.BadData, "It holds 2 series of PM10; one is needed.", "其中有 2 个 PM10 序列；应只有一个。"),
            ("--background", "seven.csv", ExitCode.BadData, "Its readings of 7 min do not divide an hour.", "其读数时长 7 min 不能整除小时。"),
            ("--upwind", "t.csv", ExitCode.BadData, "It holds no means of TSP.", "其中没有 TSP 均值。"),
            ("--temperature", "20", ExitCode.Usage, "--temperature and --pressure are given together.", "--temperature 和 --pressure 须同时给出。"),
            ("--when", "cityAqi=501", ExitCode.Usage, "cityAqi=501 is no index, a whole number of 0 to 500.", "cityAqi=501 不是 0～500 的整数指数。"),
        })
        {
            var run = Run([.. command, option, text]);
            Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
            Assert.Contains(english, run.Error, StringComparison.Ordinal);
            Assert.Contains(chinese, Run([.. command, option, text, "--lang", "zh"]).Error, StringComparison.Ordinal);
        }

        Assert.Contains("are no air of a site", Run([.. command, "--temperature", "293", "--pressure", "1013"]).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Run([.. command, "--temperature", "79228162514264337593543950335", "--pressure", "1"]).ExitCode);
        var ambient = Run("monitor", "t.csv", "--minutes", "60", "--ambient", "--background", "60 µg/m3");
        Assert.Equal((ExitCode.Usage, "greenbuild: --background: is not for --ambient."), (ambient.ExitCode, ambient.Error.TrimEnd()));
    }

    /// <summary>GB 16297-1996: 1.0 mg/m3 of TSP in an hour at 273 K and 101.325 kPa. 1.1 mg/m3 at 0 °C and 1013.25 hPa are 1.1 · 273.15 / 273 = 1.1006, above it; at 40 °C and 1100 hPa 1.1 · 313.15 / 273 · 101.325 / 110 = 1.162; at −20 °C and 1080 hPa 1.1 · 253.15 / 273 · 101.325 / 108 = 0.957.</summary>
    [Fact]
    public void StateOfTheAir_IsGiven()
    {
        WriteHours("t.csv", "TSP (mg/m3)", "1.1");
        string[] command = ["monitor", "t.csv", "--minutes", "60", "--in", "CN-GS"];
        Assert.Equal("airState: --temperature (°C) and --pressure (hPa) give the state of the air.", Run(command).Error.TrimEnd());
        Assert.Equal(ExitCode.NonCompliant, Run([.. command, "--temperature", "0", "--pressure", "1013.25"]).ExitCode);
        Assert.Equal(ExitCode.NonCompliant, Run([.. command, "--temperature", "40", "--pressure", "1100"]).ExitCode);
        var cold = Run([.. command, "--temperature", "-20", "--pressure", "1080"]);
        Assert.Equal((ExitCode.Compliant, ""), (cold.ExitCode, cold.Error));
    }

    /// <summary>Jiangsu: 600 µg/m3 of TSP in 15 minutes less 200 at a city AQI of 200 to 300 with PM10 as primary pollutant is 400, below 500; at an AQI of 100 nothing is subtracted (DB32/ 4437-2022, table 1, unconfirmed: provisional).</summary>
    [Fact]
    public void AirOfTheCity_IsStatedByItsFacets()
    {
        Write("t.csv", "time,TSP (µg/m3)", 96, 15, static _ => "600");
        string[] command = ["monitor", "t.csv", "--minutes", "15", "--in", "CN-JS", "--format", "csv"];
        Assert.Contains("cityAqi: give --when cityAqi=...", Run(command).Error, StringComparison.Ordinal);
        Assert.Equal("compliant", Assert.Single(CsvReading.Of(Run([.. command, "--when", "cityAqi=245; primaryPollutant=pm10"]).Output))["provisional"]);
        Assert.Equal("non-compliant", Assert.Single(CsvReading.Of(Run([.. command, "--when", "cityAqi=100; primaryPollutant=pm10"]).Output))["provisional"]);
    }

    /// <summary>Liaoning tells built-up towns from suburbs and villages (DB21/ 2642-2016, table 1: 0.8 and 1 mg/m3). The words of the hint can be typed, in the ways people write them; one that the rule does not name gets the hint as well.</summary>
    [Fact]
    public void Hints_AreInWordsThatCanBeTyped()
    {
        Write("t.csv", "time,TSP (mg/m3)", 288, 5, static _ => "0.9");
        string[] command = ["monitor", "t.csv", "--minutes", "5", "--in", "CN-LN", "--format", "csv"];
        const string hint = "areaType: --when areaType=built-up-town (Built-up area of a city or town) or areaType=suburban-rural (Suburb or village).";
        Assert.Equal(hint, Run(command).Error.TrimEnd());
        Assert.Equal(hint, Run([.. command, "--when", "areaType=urban"]).Error.TrimEnd());
        Assert.Contains("：--when areaType=built-up-town（城镇建成区） 或 areaType=suburban-rural（郊区及农村地区）。", Run([.. command, "--lang", "zh"]).Error, StringComparison.Ordinal);
        foreach (var (word, limit, exitCode) in new[] { ("built-up-town", "0.8", ExitCode.NonCompliant), ("Built-up town", "0.8", ExitCode.NonCompliant), ("城镇建成区", "0.8", ExitCode.NonCompliant), ("suburban-rural", "1.0", ExitCode.Compliant), ("suburban rural", "1.0", ExitCode.Compliant) })
        {
            var run = Run([.. command, "--when", "areaType=" + word]);
            Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
            Assert.Equal(limit, Assert.Single(CsvReading.Of(run.Output))["limit"]);
        }

        Write("n.csv", "time,LAeq", 1440, 1, static _ => "50");
        Assert.Contains("noiseSensitiveBuildings: --when noiseSensitiveBuildings=true or noiseSensitiveBuildings=false.", Run("monitor", "n.csv", "--minutes", "1", "--in", "CN-SH").Error, StringComparison.Ordinal);
    }

    /// <summary>DB21/ 2642-2016: five minutes on end at 1.2 mg/m3 from 10:03, else 0.1. On the clock 0.54 and 0.76, below 0.8; the five minutes between exceed it, and the table says which.</summary>
    [Fact]
    public void FiveMinutesBetween_AreNamed()
    {
        Write("t.csv", "time,TSP (mg/m3)", 1440, 1, static minute => minute is >= 603 and < 608 ? "1.2" : "0.1");
        string[] command = ["monitor", "t.csv", "--minutes", "1", "--in", "CN-LN", "--when", "areaType=built-up-town"];

        Assert.Contains("0 of 288 above 0.8 mg/m3, one between from 10:03", Run(command).Output, StringComparison.Ordinal);
        var day = Assert.Single(CsvReading.Of(Run([.. command, "--format", "csv"]).Output));
        Assert.Equal(("non-compliant", "1.2"), (day["verdict"], day["measured"]));
    }

    /// <summary>Two hundred days of two stations without any limit: one line says so. Programs get each day.</summary>
    [Fact]
    public void DaysWithoutALimit_AreOneLine()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "t.csv"),
            ["station,time,PM10 (µg/m3)", .. Enumerable.Range(0, 400).Select(static i => string.Create(CultureInfo.InvariantCulture, $"N{i % 2},{new DateTime(2026, 1, 1).AddDays(i / 2):yyyy-MM-dd} 12:00,53"))]);
        string[] command = ["monitor", "t.csv", "--minutes", "60", "--in", "CN-BJ"];

        var run = Run(command);
        var line = Assert.Single(run.LinesWith("a34002 60 min"));
        Assert.Contains("2026-01-01 to 2026-07-19", line, StringComparison.Ordinal);
        Assert.Contains("2 stations", line, StringComparison.Ordinal);
        Assert.Contains("No limit on dust at the boundary applies to this site in CN-BJ on 2026-01-01. The same 400 times in all.", line, StringComparison.Ordinal);
        Assert.Equal("Findings: a34002 400 (not applicable 400).", run.LinesWith("Findings:")[0]);
        Assert.Contains("2026-01-01 至 2026-07-19", Assert.Single(Run([.. command, "--lang", "zh"]).LinesWith("a34002 60 min")), StringComparison.Ordinal);
        Assert.Equal(400, CsvReading.Of(Run([.. command, "--format", "csv"]).Output).Count);
    }
}
