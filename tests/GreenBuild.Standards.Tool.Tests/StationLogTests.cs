using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary><c>readings</c>, <c>monitor</c> and <c>simulate</c> on logs of stations.</summary>
public sealed class StationLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-station-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ToolRun Run(params string[] arguments) => ToolRun.In(_folder, arguments);

    private void WriteLog(IEnumerable<byte[]> packets)
    {
        using var log = File.Create(Path.Combine(_folder, "s.log"));
        foreach (var packet in packets) log.Write(packet);
    }

    private static byte[] Packet(string cn, string time, params (string Code, decimal Value, string Mark)[] factors)
    {
        var writer = new Hj212Writer { Qn = time + "000", St = "39", Cn = cn, Mn = "S1", Flag = 4 }.Add("DataTime", time);
        foreach (var (code, value, mark) in factors) writer.Add(code, "Avg", value).Add(code, "Flag", mark);
        return writer.ToArray();
    }

    private static string Hour(int hour) => "2026030" + (1 + (hour / 24)) + (hour % 24).ToString("00", CultureInfo.InvariantCulture) + "0000";

    /// <summary>
    /// From 06:00 to 14:00 85 dB(A) in wind of 8 m/s, from 14:00 to 22:00 50 dB(A) in wind of 1 m/s: GB 12523-2011, 5.1 and 4.1 (as GB 12523-2025 is not seen to say otherwise): measured below 5 m/s
    /// only, so that LAeq of the day is 50 and keeps 70. Rain does the same. Packets and tables, <c>monitor</c> and <c>audit</c> say it alike.
    /// </summary>
    [Theory]
    [InlineData("wind", "8", "1")]
    [InlineData("风速 (m/s)", "5.0", "4.9")]
    [InlineData("rain", "1", "0")]
    [InlineData("rain", "true", "false")]
    [InlineData("降雨", "是", "否")]
    [InlineData("rain (mm)", "0.2", "0")]
    public void Weather_DoesNotCount(string heading, string bad, string good)
    {
        var rows = Enumerable.Range(0, 960).Select(minute => (Time: new DateTime(2026, 3, 2, 6, 0, 0).AddMinutes(minute), IsLoud: minute < 480)).ToList();
        File.WriteAllLines(
            Path.Combine(_folder, "p.csv"),
            [$"time,LAeq,LAmax,{heading}", .. rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Time:yyyy-MM-dd HH:mm},{(row.IsLoud ? 85 : 50)},{(row.IsLoud ? 95 : 60)},{(row.IsLoud ? bad : good)}"))]);

        AssertFifty(Run("monitor", "p.csv", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv"));
    }

    [Fact]
    public void Wind_OfPackets_DoesNotCount()
    {
        WriteLog(Enumerable.Range(0, 960).Select(static minute => Packet(
            "2051", new DateTime(2026, 3, 2, 6, 0, 0).AddMinutes(minute).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), ("Leq", minute < 480 ? 85 : 50, "N"), ("a01007", minute < 480 ? 8 : 1, "N"))));

        AssertFifty(Run("monitor", "s.log", "--profile", "micrograms", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv"));
    }

    /// <summary>
    /// DB61/ 1078-2017, table 1: 0.8 mg/m3 in an hour of earthwork. The hour 10:00 was sent as 5000 µg/m3 and later as 300, all others as 300: nothing passes, and both values are named. Without the first, or
    /// where both keep the limit, all is well.
    /// </summary>
    [Theory]
    [InlineData(5000, ExitCode.Undecided, "indeterminate")]
    [InlineData(310, ExitCode.Compliant, "compliant")]
    public void ContradictedHour_IsNoCleanPass(int first, int exitCode, string verdict)
    {
        WriteLog(Enumerable.Range(0, 25).Select(i => Packet("2061", Hour(i < 24 ? i : 10), ("a34001", i == 10 ? first : 300, "N"))));
        string[] command = ["monitor", "s.log", "--profile", "micrograms", "--in", "CN-SN", "--when", "stage=earthwork", "--when", "urbanPlannedArea=true", "--format", "json"];

        var run = Run(command);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal($"S1 a34001-Avg: readings of 1 time(s) contradict each other, and none of them counts: 2026-03-01 10:00 300 or {first} µg/m3", run.Error.TrimEnd());
        var finding = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("days").EnumerateArray().ToList()).GetProperty("finding");
        Assert.Equal(verdict, finding.GetProperty("verdict").GetString());
        if (exitCode == ExitCode.Undecided) Assert.Equal("contradictedReadings", finding.GetProperty("missing")[0].GetString());
        Assert.Equal($"S1 a34001-Avg：1 个时刻的读数相互矛盾，均不计入：2026-03-01 10:00 300 或 {first} µg/m3", Run([.. command, "--lang", "zh"]).Error.TrimEnd());
        Assert.Contains($"2026-03-01 10:00 300 or {first} µg/m3", Run("screen", "s.log", "--profile", "micrograms").Error, StringComparison.Ordinal);
    }

    /// <summary>A night of 480 min at 50 dB(A), 30 of them sent as 80 before: 10 lg((450·10^5 + 30·10^8)/480) = 68.0, above 55.</summary>
    [Fact]
    public void ContradictedMinutes_AreNoCleanPass()
    {
        static byte[] Minute(int minute, decimal level) => Packet(
            "2051", new DateTime(2026, 3, 1, 22, 0, 0).AddMinutes(minute).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), ("Leq", level, "N"), ("LMx", 60, "N"));
        WriteLog([.. Enumerable.Range(0, 480).Select(static i => Minute(i, i is >= 100 and < 130 ? 80 : 50)), .. Enumerable.Range(100, 30).Select(static i => Minute(i, 50))]);

        var run = Run("monitor", "s.log", "--profile", "micrograms", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv");

        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.Equal("indeterminate", CsvReading.Of(run.Output)[0]["verdict"]);
        Assert.Contains("readings of 30 time(s) contradict each other, and none of them counts: 2026-03-01 23:40 50 or 80 dB(A); 2026-03-01 23:41 50 or 80 dB(A); 2026-03-01 23:42 50 or 80 dB(A); …", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Levels of the moment and of the period in one packet: 60.0 is judged, 62.0 is not, and that is said.</summary>
    [Fact]
    public void LevelsOfTheMoment_GiveWay()
    {
        WriteLog(Enumerable.Range(0, 60).Select(static minute =>
        {
            var time = new DateTime(2026, 3, 1, 10, 0, 0).AddMinutes(minute).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
            return new Hj212Writer { Qn = time + "000", St = "39", Cn = "2051", Mn = "S1", Flag = 4 }.Add("DataTime", time).Add("Leq", "Rtd", 62.0m).Add("Leq", "Avg", 60.0m).Add("Leq", "Flag", "N").ToArray();
        }));

        var run = Run("monitor", "s.log", "--profile", "micrograms", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv");

        Assert.Equal("60", Assert.Single(CsvReading.Of(run.Output))["compared"]);
        Assert.Equal("Not judged: S1 Leq-Rtd, 60 readings, of the moment, where there are those of the period.", run.Error.TrimEnd());
    }

    /// <summary>Every reading has its own moment: an hour or a day is not stated.</summary>
    [Theory]
    [InlineData("monitor", "hours=12:00")]
    [InlineData("monitor", "dates=2026-02-27")]
    [InlineData("screen", "hours=12:00")]
    public void StatedMoments_AreRefused(string command, string stated)
    {
        WriteLog([Packet("2061", Hour(0), ("a34002", 97, "N"))]);
        var run = Run(command, "s.log", "--profile", "micrograms", "--when", stated);
        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains("every reading has its own moment", run.Error, StringComparison.Ordinal);
        Assert.Contains("每条读数各有其时刻", Run(command, "s.log", "--profile", "micrograms", "--when", stated, "--lang", "zh").Error, StringComparison.Ordinal);
    }

    /// <summary>
    /// Hours 01:00 to 24:00 of 2026-01-05 and 06, 140 µg/m3 but for 1000 in the last of the 5th. As ends that is (23·140 + 1000)/24 = 175.8 on the 5th, above the 150 of GB 3095-2012; as starts it would be on the 6th.
    /// </summary>
    [Fact]
    public void EndsOfPeriods_AreOfTheDayThatTheyEnd()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "e.csv"),
            ["time,PM10 (µg/m3)", .. Enumerable.Range(0, 48).Select(static i => string.Create(CultureInfo.InvariantCulture, $"2026-01-0{5 + (i / 24)} {1 + (i % 24):00}:00,{(i == 23 ? 1000 : 140)}"))]);
        string[] command = ["monitor", "e.csv", "--ambient", "--minutes", "60", "--when", "airZone=2", "--format", "csv"];
        static IEnumerable<string> Days(ToolRun run) => CsvReading.Of(run.Output).Where(static row => row["period"].Length == 0).Select(static row => row["date"] + " " + row["verdict"]);

        Assert.Equal(["2026-01-05 non-compliant", "2026-01-06 compliant"], Days(Run([.. command, "--stamps", "end"])));
        Assert.Equal(["2026-01-05 compliant", "2026-01-06 non-compliant", "2026-01-07 invalid"], Days(Run([.. command, "--stamps", "start"])));

        // Nobody said what they are.
        var run = Run(command);
        Assert.Equal((ExitCode.BadData, ""), (run.ExitCode, run.Output));
        Assert.Contains("e.csv: times look like ends of periods (24:00, and never 00:00); give --stamps end", run.Error, StringComparison.Ordinal);
        Assert.Contains("e.csv：时间似为时段的结束（有 24:00 而无 00:00）", Run([.. command, "--lang", "zh"]).Error, StringComparison.Ordinal);
        foreach (var other in new[] { "screen", "readings" })
            Assert.Equal((ExitCode.Compliant, true), (Run(other, "e.csv", "--minutes", "60").ExitCode, Run(other, "e.csv", "--minutes", "60").Error.Contains("times look like ends", StringComparison.Ordinal)));
    }

    /// <summary>The same of packets: the hour stamped 00:00 is the last of the day before.</summary>
    [Fact]
    public void EndsOfPackets()
    {
        WriteLog([Packet("2061", Hour(24), ("a34002", 97, "N"))]);
        Assert.Equal("2026-03-01T23:00:00+08:00", Assert.Single(CsvReading.Of(Run("readings", "s.log", "--profile", "micrograms", "--stamps", "end", "--format", "csv").Output))["time"]);
        Assert.Equal(ExitCode.Usage, Run("readings", "s.log", "--stamps", "middle").ExitCode);
    }

    private static void AssertFifty(ToolRun run)
    {
        Assert.Equal((ExitCode.Compliant, ""), (run.ExitCode, run.Error));
        var day = Assert.Single(CsvReading.Of(run.Output));
        Assert.Equal(("compliant", "70"), (day["verdict"], day["limit"]));
        Assert.Equal(50.0, double.Parse(day["measured"], CultureInfo.InvariantCulture), 6);
    }

    /// <summary>The highest level at night is judged with the levels of its time: 55 + 15 dB(A) by GB 12523-2011, 4.2; without a column of it, it is not known.</summary>
    [Fact]
    public void Maximum_IsJudgedWithItsLevels()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "p.csv"),
            ["time,LAeq,LAmax", .. Enumerable.Range(0, 480).Select(static minute => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2025, 3, 2, 22, 0, 0).AddMinutes(minute):yyyy-MM-dd HH:mm},50,{(minute == 100 ? 71 : 60)}"))]);

        var run = Run("monitor", "p.csv", "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv");

        Assert.Equal((ExitCode.NonCompliant, ""), (run.ExitCode, run.Error));
        Assert.Equal([("compliant", "55"), ("non-compliant", "70")], CsvReading.Of(run.Output).Select(static row => (row["verdict"], row["limit"])));
    }

    /// <summary>Packets are at +08:00; a table of a place that is not would put its local times between them.</summary>
    [Theory]
    [InlineData("US", 65)]
    [InlineData("JP", 65)]
    [InlineData("CN-SH", 2)]
    public void PacketsBesideTables_NeedOneOffset(string place, int expected)
    {
        WriteLog([Packet("2061", Hour(0), ("a34002", 50, "N"))]);
        File.WriteAllText(Path.Combine(_folder, "S1.csv"), "time,PM10 (µg/m3)\n2026-03-01 01:00,50\n");

        var run = Run("monitor", "s.log", "S1.csv", "--profile", "micrograms", "--minutes", "60", "--in", place);

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(expected == 65, run.Error.Contains("Packets of HJ 212 are at +08:00", StringComparison.Ordinal));
    }

    /// <summary>Periods below a minute or a second are written as they are, and read again.</summary>
    [Theory]
    [InlineData("0.3", "0.3 s")]
    [InlineData("7.5", "7.5 s")]
    [InlineData("90", "1.5 min")]
    public void Periods_AreWrittenExactly(string seconds, string shown)
    {
        File.WriteAllText(Path.Combine(_folder, "p.csv"), $"time,seconds,LAeq\n2026-03-01 01:00,{seconds},50\n");

        var run = Run("readings", "p.csv", "--format", "csv");
        Assert.Equal(seconds, Assert.Single(CsvReading.Of(run.Output))["seconds"]);
        File.WriteAllText(Path.Combine(_folder, "q.csv"), run.Output);
        Assert.Contains(shown, Run("readings", "q.csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Dust_IsJudgedByDay()
    {
        // DB61/ 1078-2017, table 1: TSP 0.8 mg/m3 in an hour of earthwork. The first day has one hour of 900 µg/m3, which only the ratio to the background could excuse.
        WriteLog(Enumerable.Range(0, 48).Select(static hour => Packet("2061", Hour(hour), ("a34001", hour == 10 ? 900 : 600, "N"))));

        var run = Run("monitor", "s.log", "--profile", "micrograms", "--in", "CN-SN", "--when", "stage=earthwork; urbanPlannedArea=true", "--format", "json");
        var days = JsonDocument.Parse(run.Output).RootElement.GetProperty("days").EnumerateArray().ToList();

        Assert.Equal(["2026-03-01", "2026-03-02"], days.Select(static day => day.GetProperty("date").GetString()));
        Assert.Equal(["indeterminate", "compliant"], days.Select(static day => day.GetProperty("finding").GetProperty("verdict").GetString()));
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        // Only the second day: all is well.
        Assert.Equal(ExitCode.Compliant, Run("monitor", "s.log", "--profile", "micrograms", "--in", "CN-SN", "--when", "stage=earthwork; urbanPlannedArea=true", "--from", "2026-03-02").ExitCode);
        Assert.Equal(ExitCode.Compliant, Run("monitor", "s.log", "--profile", "micrograms", "--in", "CN-SN", "--when", "stage=earthwork; urbanPlannedArea=true", "--from", "2026-03-02", "--to", "2026-03-02").ExitCode);
    }

    [Fact]
    public void Noise_IsJudgedByDayAndNight()
    {
        // GB 12523-2025, 5.1: 70 dB(A) by day, 55 by night. Two minutes an hour would be too few: every minute of 2026-03-02, 60 by day and 56 by night.
        WriteLog(Enumerable.Range(0, 24 * 60).Select(static minute => Packet(
            "2051", new DateTime(2026, 3, 2).AddMinutes(minute).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), ("Leq", minute / 60 is >= 6 and < 22 ? 60 : 56, "N"))));

        var run = Run("monitor", "s.log", "--profile", "national-2017", "--minutes", "1", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv");
        var rows = CsvReading.Of(run.Output);

        Assert.Equal(ExitCode.NonCompliant, run.ExitCode);
        Assert.Equal("compliant", rows.Single(static row => row["period"] == "day")["verdict"]);
        var nights = rows.Where(static row => row["period"] == "night" && row["limit"] == "55").ToList();
        // The night before, and that which begins at 22:00.
        Assert.Equal(2, nights.Count);
        Assert.All(nights, static row => Assert.Equal("non-compliant", row["verdict"]));
    }

    [Fact]
    public void Readings_ArePlainRows()
    {
        WriteLog([Packet("2061", Hour(0), ("a34002", 97, "N")), Packet("2061", Hour(1), ("a34002", 99, "M")), Packet("2061", Hour(0), ("a34002", 97, "N"))]);

        var rows = CsvReading.Of(Run("readings", "s.log", "--profile", "micrograms", "--format", "csv").Output);

        Assert.Equal(["97 µg/m3 N true", "99 µg/m3 M false", "97 µg/m3 N true"], rows.Select(static row => $"{row["value"]} {row["unit"]} {row["mark"]} {row["usable"]}"));
        Assert.Equal("2026-03-01T00:00:00+08:00", rows[0]["time"]);
        Assert.Equal(["1", "2", "3"], rows.Select(static row => row["line"]));
        Assert.Equal(3, JsonDocument.Parse(Run("readings", "s.log", "--format", "json").Output).RootElement.GetArrayLength());
        var table = Run("readings", "s.log", "--profile", "micrograms");
        // Three rows, two times, one of which was sent twice, and one of which is of a monitor in maintenance.
        Assert.Equal(["S1", "a34002-Avg", "60", "min", "µg/m3", "2", "1"], table.LinesWith("a34002-Avg")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..7]);
    }

    [Fact]
    public void WhatIsWrong_IsSaidWithItsPlace()
    {
        var damaged = Packet("2061", Hour(1), ("a34002", 97, "N"));
        damaged[^3] ^= 1;
        WriteLog([Packet("2061", Hour(0), ("a34002", 97, "N")), damaged]);

        var run = Run("readings", "s.log", "--profile", "micrograms");

        Assert.Equal(ExitCode.Compliant, run.ExitCode);
        Assert.Contains("s.log(2): ", run.Error, StringComparison.Ordinal);
        Assert.Contains("CRC 与任何已知算法都不符", Run("readings", "s.log", "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadData, Run("readings", "s.log", "--strict").ExitCode);

        // A line that went down in the middle of a packet.
        WriteLog([Packet("2061", Hour(0), ("a34002", 97, "N")), "##0364QN=20260410"u8.ToArray()]);
        Assert.Contains("s.log: ends in the middle of a packet", Run("readings", "s.log", "--profile", "micrograms").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadData, Run("readings", "s.log", "--profile", "micrograms", "--strict").ExitCode);
    }

    [Fact]
    public void WhatCannotBeRead_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder, "no.log"), "hello\n");
        foreach (var command in new[] { "readings", "monitor", "screen" })
        {
            Assert.Equal(ExitCode.BadData, Run(command, "gone.log").ExitCode);
            Assert.Contains("'no.log' is no table of readings, as said above, and holds no packet of HJ 212 either.", Run(command, "no.log").Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Usage, Run(command, "no.log", "--profile", "microgram").ExitCode);
            Assert.Equal(ExitCode.Usage, Run(command, "no.log", "--minutes", "0").ExitCode);
        }

        WriteLog([Packet("2061", Hour(0), ("a34002", 97, "N"))]);
        var run = Run("monitor", "s.log");
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.Contains("Nothing was judged", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Whoever tries it out is told what to type next, and that judges what was written.</summary>
    [Theory]
    [InlineData("en", "Next: ")]
    [InlineData("zh", "下一步：")]
    public void Simulate_SaysWhatComesNext(string language, string next)
    {
        var line = Run("simulate", "--out", "s.log", "--from", "2026-03-01", "--lang", language).LinesWith(next).Single();

        Assert.Equal(next + "greenbuild monitor s.log --profile micrograms --minutes 1 --in CN-SH", line);
        var run = Run(line[(next.Length + "greenbuild ".Length)..].Split(' '));
        Assert.InRange(run.ExitCode, 0, 2);
        Assert.Contains("2026-03-01", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("screen")]
    [InlineData("readings")]
    public void OneLogInThreeForms_SaysTheSame(string command)
    {
        Assert.Equal(0, Run("simulate", "--out", "s.log", "--sites", "2", "--days", "1", "--seed", "7", "--from", "2026-03-01").ExitCode);
        // A station that stands still for a quarter of an hour, so that there is something to see as well.
        var still = Enumerable.Range(0, 60).Select(static i => Packet("2051", new DateTime(2026, 3, 1).AddMinutes(i).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), ("a34002", i is >= 20 and < 35 ? 97 : 61 + (i * 17 % 29), "N")));
        WriteLog([File.ReadAllBytes(Path.Combine(_folder, "s.log")), .. still]);
        File.WriteAllText(Path.Combine(_folder, "s.csv"), Run("readings", "s.log", "--profile", "micrograms", "--minutes", "1", "--format", "csv").Output);
        File.WriteAllText(Path.Combine(_folder, "s.json"), Run("readings", "s.log", "--profile", "micrograms", "--minutes", "1", "--format", "json").Output);
        var array = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "s.json"))).RootElement;
        File.WriteAllLines(Path.Combine(_folder, "s.jsonl"), array.EnumerateArray().Select(static one => JsonSerializer.Serialize(one)));

        var log = Run(command, "s.log", "--profile", "micrograms", "--minutes", "1", "--format", "csv");
        Assert.NotEmpty(CsvReading.Of(log.Output));
        foreach (var name in new[] { "s.csv", "s.json", "s.jsonl" })
        {
            var table = Run(command, name, "--format", "csv");
            Assert.Equal(log.ExitCode, table.ExitCode);
            Assert.Equal(Rows(log), Rows(table));
        }

        // The file and its lines are others; a row without a time counts nowhere, and a table leaves it out.
        static string Rows(ToolRun run) => string.Join("\n", CsvReading.Of(run.Output).Where(static row => !row.TryGetValue("time", out var time) || time.Length > 0).Select(static row => string.Join("|", row.Where(static cell => cell.Key is not ("file" or "line")).Select(static cell => cell.Value))));
    }

    [Fact]
    public void ATableWithErrors_SaysWhere()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "time,PM10 (mg/m3)\n2026-03-01 00:00,0.05\n2026-03-01 01:00,abc\n");
        var run = Run("readings", "t.csv", "--minutes", "60", "--format", "csv", "--strict");
        Assert.Equal(ExitCode.BadData, run.ExitCode);
        Assert.Contains("t.csv:3: #2 PM10 (mg/m3)", run.Error, StringComparison.Ordinal);
        var row = Assert.Single(CsvReading.Of(run.Output));
        Assert.Equal(("t", "2026-03-01T00:00:00+08:00", "3600", "a34002", "0.05", "mg/m3"), (row["station"], row["time"], row["seconds"], row["code"], row["value"], row["unit"]));
    }

    [Fact]
    public void Screen_HintsAtAFlatLine()
    {
        // Sixty hours, of which those from 20 to 34 are all 97; the others are 61 to 89 and never equal in a row.
        WriteLog([.. Enumerable.Range(0, 60).Select(static i => Packet("2061", Hour(i), ("a34002", i is >= 20 and < 35 ? 97 : 61 + (i * 17 % 29), "N")))]);

        var run = Run("screen", "s.log", "--profile", "micrograms", "--format", "json");

        Assert.Equal(ExitCode.Compliant, run.ExitCode);
        var finding = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("flatLine", finding.GetProperty("kind").GetString());
        Assert.Equal("hint", finding.GetProperty("severity").GetString());
        const string text = "15 readings in a row are all 97 µg/m3; 6 or more are odd, since by the way this channel repeats a value fewer than 0.001 such runs are expected.";
        Assert.Equal(text, finding.GetProperty("text").GetString());
        Assert.Contains("连续 15 条读数均为 97 µg/m3；", Run("screen", "s.log", "--profile", "micrograms", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(CsvReading.Of(Run("screen", "s.log", "--profile", "micrograms", "--format", "csv").Output))["text"]);
        // Without a unit there is nothing to look at.
        Assert.Contains("Nothing was screened", Run("screen", "s.log").Error, StringComparison.Ordinal);
        Assert.Contains("hints to look, no verdicts", Run("screen", "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulation_IsTheSameForTheSameSeedAndDeclaresItself()
    {
        Assert.Equal(0, Run("simulate", "--out", "a.log", "--sites", "3", "--days", "1", "--seed", "7", "--from", "2026-03-01").ExitCode);
        Assert.Equal(0, Run("simulate", "--out", "b.log", "--sites", "3", "--days", "1", "--seed", "7", "--from", "2026-03-01").ExitCode);
        Assert.Equal(0, Run("simulate", "--out", "c.log", "--sites", "3", "--days", "1", "--seed", "8", "--from", "2026-03-01").ExitCode);
        var first = File.ReadAllBytes(Path.Combine(_folder, "a.log"));
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_folder, "b.log")));
        Assert.NotEqual(first, File.ReadAllBytes(Path.Combine(_folder, "c.log")));

        var rows = CsvReading.Of(Run("readings", "a.log", "--profile", "micrograms", "--minutes", "1", "--format", "csv").Output);
        Assert.Equal(["SYNTHETIC000001", "SYNTHETIC000002", "SYNTHETIC000003"], rows.Where(static row => row["usable"] == "true").Select(static row => row["station"]).Distinct().Order());
        // Gaps, marks and damage are among them: not all of 3 sites x 1440 minutes x 3 factors count.
        Assert.InRange(rows.Count(static row => row["usable"] == "true"), 12_000, 12_959);
        Assert.Contains(rows, static row => row["mark"] == "M");
        Assert.Equal(ExitCode.CannotWrite, Run("simulate", "--out", "missing/a.log").ExitCode);
        var before = File.ReadAllBytes(Path.Combine(_folder, "a.log"));
        Assert.Equal((ExitCode.CannotWrite, "greenbuild: 'a.log' is there already; nothing was written."), (Run("simulate", "--out", "a.log", "--seed", "9") is var again ? again.ExitCode : 0, again.Error.TrimEnd()));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, "a.log")));
        Assert.Equal(ExitCode.Usage, Run("simulate", "--out", "a.log", "--days", "0").ExitCode);
    }
}
