using System.Security.Cryptography;
using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void ExitCode_Compliant()
    {
        // 60 dB(A) by day against 70 (GB 12523-2025, table 1).
        var run = _site.Audit();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Result: compliant", run.Output, StringComparison.Ordinal);
        // An hour of the sixteen is said to be one.
        Assert.Contains("2026-01-05 day 06:00–22:00 (60 of 960 min)", run.Output, StringComparison.Ordinal);
        Assert.Contains("06:00–22:00（960 min 中有 60 min）", _site.Audit("--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitCode_NonCompliant()
    {
        // 71.5 is rounded to 72 (half to even, GB/T 8170) and fails 70.
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 71.5));

        Assert.Equal(1, _site.Audit().ExitCode);
    }

    /// <summary>
    /// A night over the end of January, two hours at 65 and six at 40: (120·10^6.5 + 360·10^4)/480 = 798,069, 59.0 dB(A), above 55 (GB 12523-2025, table 1). It is January's and judged whole; the audit of February has none of it,
    /// and takes its six quiet hours for no night.
    /// </summary>
    [Fact]
    public void NightOverTheEndOfTheTime_IsOfTheDayThatItBeginsOn()
    {
        var night = TemporarySite.Readings(new DateTime(2026, 1, 31, 22, 0, 0), 120, 65).TrimEnd('\n') + "\n" + string.Join('\n', TemporarySite.Readings(new DateTime(2026, 2, 1, 0, 0, 0), 360, 40).Split('\n').Skip(1));
        _site.WriteReadings(night);
        _site.WriteProject(top: """ "from": "2026-01-01", "to": "2026-01-31",""");
        var january = _site.Audit();
        Assert.Equal(1, january.ExitCode);
        Assert.Contains("2026-01-31 night 22:00–06:00", january.Output, StringComparison.Ordinal);

        _site.WriteProject(top: """ "from": "2026-02-01", "to": "2026-02-28",""");
        Assert.Equal(65, _site.Audit().ExitCode);
    }

    [Fact]
    public void ExitCode_Indeterminate()
    {
        // Without knowing whether noise-sensitive buildings stand near, no limit can be chosen.
        _site.WriteProject(site: """{ "projectType": "building" }""");

        var run = _site.Audit();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("noiseSensitiveBuildings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitCode_Invalid()
    {
        // Wind of 5.0 m/s in every reading: measurements need less than 5 m/s (GB 12523-2025, 5.4.2; 2011, 5.2).
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 80, "datetime,LAeq,wind", ",5.0"));

        var run = _site.Audit();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("invalid", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Readings_ThatDoNotCountAreCounted()
    {
        // An hour at 60 dB(A) with one blank cell, one error code and one minute of rain: 57 minutes count, and the day keeps 70.
        var lines = TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 60, "datetime,LAeq,rain", ",0").Split('\n');
        lines[5] = "2026-01-05 12:04,,0";
        lines[6] = "2026-01-05 12:05,-999,0";
        lines[7] = "2026-01-05 12:06,60,1";
        _site.WriteReadings(string.Join('\n', lines));

        var run = _site.Audit();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("3 of 60 readings do not count (weather 1, no level 2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 of 60 readings do not count (weather 1, no level 2)", File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
        const string Chinese = "60 个读数中 3 个不计入（气象条件 1 个，无声级 2 个）";
        Assert.Contains(Chinese, _site.Audit("--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Contains(Chinese, File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
        var point = JsonDocument.Parse(_site.Audit("--format", "json").Output).RootElement.GetProperty("points")[0];
        Assert.Equal("""{"weather":1,"noLevel":2,"aboveRange":0,"misplaced":0}""", JsonSerializer.Serialize(point.GetProperty("readingsLeftOut")));
        Assert.Equal(57, point.GetProperty("periods")[0].GetProperty("validMinutes").GetInt32());
    }

    [Fact]
    public void ExitCode_Invalid_NoReadingHasALevel()
    {
        _site.WriteReadings("datetime,LAeq\n2026-01-05 12:00,\n2026-01-05 12:01,9999\n");

        var run = _site.Audit();

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 of 2 readings do not count (weather 0, no level 2)", run.Output, StringComparison.Ordinal);
        Assert.Contains("invalid", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitCode_NonCompliantOutweighsTheRest()
    {
        // One night fails, one day is invalid for rain.
        _site.WriteReadings(
            TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 60, "datetime,LAeq,rain", ",1") +
            TemporarySite.Readings(new DateTime(2026, 1, 5, 23, 0, 0), 60, 60, "", ",0").TrimStart('\n'));

        Assert.Equal(1, _site.Audit().ExitCode);
    }

    [Fact]
    public void ExitCode_NightWorkWithoutPermission()
    {
        // The night is quiet, but in an area of noise-sensitive buildings the work itself is forbidden (Noise Law 2021, article 43).
        _site.WriteProject(
            site: """{ "projectType": "building", "noiseSensitiveBuildings": true, "sensitivity": "noise-sensitive-concentrated-area" }""",
            more: """, "nightWork": { "work": [ { "description": "Concreting", "from": "2026-01-05T22:00", "to": "2026-01-06T02:00" } ] }""");

        var run = _site.Audit();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Concreting, 2026-01-05 22:00 – 2026-01-06 02:00", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFact_IsSaidOnceWithWhereToAddIt()
    {
        // Two days and a night between: four findings wait for the kind of project.
        _site.WriteProject(site: """{ "noiseSensitiveBuildings": true }""");
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 1440, 50, "datetime,LAeq,LAmax", ",52"));

        var run = _site.Audit();

        var line = Assert.Single(run.LinesWith("Not known"));
        Assert.Contains("4 findings wait for it. Add site.projectType: building, municipal", line, StringComparison.Ordinal);
        Assert.Contains("Add site.projectType: building", File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
        Assert.Contains("请补充 site.projectType：building（", Assert.Single(_site.Audit("--lang", "zh").LinesWith("缺少信息")), StringComparison.Ordinal);
    }

    /// <summary>A misspelt column is no mistake, since tables hold columns of their owners; that it was not read must be seen in every form.</summary>
    [Fact]
    public void ColumnThatIsNotKnown_IsSaid()
    {
        _site.WriteProject(top: """ "waste": { "floorArea": 8000, "ledger": { "file": "waste.csv" } },""");
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 6, 0, 0), 960, 60));
        File.WriteAllText(Path.Combine(_site.Project, "waste.csv"), "date,class,route,quantity,unit,densty\n2026-01-05,engineering-spoil,generated,100,t,1.8\n");

        var run = _site.Audit();

        Assert.Equal("waste.csv: columns that are not known and were not read: densty.", Assert.Single(run.LinesWith("densty")));
        Assert.Contains("waste.csv: columns that are not known and were not read: densty.", File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
        Assert.Contains("waste.csv：未识别、未读取的列：densty。", _site.Audit("--lang", "zh", "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Contains("columns that are not known and were not read: densty", _site.Audit("--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NoLevelJudged_IsNotCompliant()
    {
        // GB 12523-2025 limits the noise of building sites with noise-sensitive buildings around; here there are none. The permit is in order.
        _site.WriteProject(
            site: """{ "projectType": "building", "noiseSensitiveBuildings": false, "sensitivity": "noise-sensitive-concentrated-area" }""",
            more: """
                , "nightWork": {
                  "permits": [ { "number": "1", "from": "2026-01-05T22:00", "to": "2026-01-06T06:00", "reason": "special-need-continuous", "noticePosted": "2026-01-03" } ],
                  "work": [ { "description": "Concreting", "from": "2026-01-05T22:00", "to": "2026-01-06T02:00" } ] }
                """);

        var run = _site.Audit();

        Assert.Contains("Result: not applicable", run.Output, StringComparison.Ordinal);
        Assert.Contains("No level limit applied", run.Output, StringComparison.Ordinal);
        Assert.Contains("Noise-sensitive buildings are near the site: yes (GB 12523-2025 Table 1)", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("No level limit applied", File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
        // Minutes over a limit that there is not are none, and not zero.
        Assert.Matches(@"2026-01-05 day .* 60\.0 .* – .* not applicable +– ", run.Output);
        Assert.Contains("没有适用的声级限值，未评价声级", _site.Audit("--lang", "zh").Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(_site.Audit("--format", "json").Output).RootElement;
        Assert.Equal("not-applicable", json.GetProperty("overall").GetString());
        Assert.StartsWith("No level limit", json.GetProperty("noLevelJudged").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("points")[0].GetProperty("periods")[0].GetProperty("exceedingMinutes").ValueKind);
    }

    /// <summary>The same with an hour of night work without a permit, which is waived: what is left is again a permit in order and no level judged.</summary>
    [Theory]
    [InlineData("", "non-compliant", 1)]
    [InlineData(""" "waivers": [ { "rule": "cn.noise-pollution-prevention-law-2021.night-construction-ban", "reason": "Settled with the authority", "until": "2026-12-31" } ],""", "not applicable", 2)]
    public void Waiver_LeavesTheRestWhatItWas(string waivers, string result, int exitCode)
    {
        _site.WriteProject(
            site: """{ "projectType": "building", "noiseSensitiveBuildings": false, "sensitivity": "noise-sensitive-concentrated-area" }""",
            top: waivers,
            more: """
                , "nightWork": {
                  "permits": [ { "number": "1", "from": "2026-01-05T22:00", "to": "2026-01-06T06:00", "reason": "special-need-continuous", "noticePosted": "2026-01-03" } ],
                  "work": [ { "description": "Concreting", "from": "2026-01-05T22:00", "to": "2026-01-06T02:00" }, { "description": "Unloading", "from": "2026-01-06T22:00", "to": "2026-01-06T23:00" } ] }
                """);

        var run = _site.Audit();

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("Result: " + result, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_CitesBothEditions()
    {
        var run = ToolRun.In(_site.Work, "audit", RepositoryFiles.PathOf("samples/SiteAudit"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        // The night over the change of edition is cut in two, each with its own citation.
        Assert.Matches(@"2025-12-31 night 22:00–24:00 .* 63 .*≤ 55 .*non-compliant .*GB 12523-2011 4\.1 Table 1", run.Output);
        Assert.Matches(@"2026-01-01 night 00:00–06:00 .* 61 .*≤ 55 .*non-compliant .*GB 12523-2025 Table 1", run.Output);
        // Corrected for background: 71.8 over 67.2 is a difference of 5, -2 dB (table 2 of the 2011 edition), 69.8, rounded 70. The highest
        // 20 minutes, 74.8 over 67.2, are 8 apart, -1 dB, 73.8: they break 70, so that the mean complies provisionally.
        Assert.Matches(@"2025-12-31 day 06:00–22:00 .* 71\.8 .* 70 .*≤ 70 .* provisional: compliant", run.Output);
        Assert.Contains("45 compliant, 15 non-compliant, 27 indeterminate, 3 invalid, 3 not applicable", run.Output, StringComparison.Ordinal);
        Assert.Contains("Permit SAMPLE-2025-117 covers 2025-12-31 22:00 – 2026-01-01 ", run.Output, StringComparison.Ordinal);
        var report = File.ReadAllText(_site.DefaultReport);
        Assert.Contains("GB 12523-2011", report, StringComparison.Ordinal);
        Assert.Contains("GB 12523-2025", report, StringComparison.Ordinal);
        Assert.Contains("synthetic data", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_InChinese()
    {
        var run = ToolRun.In(_site.Work, "audit", RepositoryFiles.PathOf("samples/SiteAudit"), "--lang", "zh", "--out", "报告.html");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"2025-12-31 夜间 22:00–24:00 .* 63 .*≤ 55 .*不符合 .*GB 12523-2011", run.Output);
        Assert.Contains("总体结论：不符合", run.Output, StringComparison.Ordinal);
        Assert.Contains("45 符合，15 不符合，27 无法判定，3 无效，3 不适用", run.Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\">", File.ReadAllText(Path.Combine(_site.Work, "报告.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HoldsPeriodsFindingsAndHashes()
    {
        var run = ToolRun.In(_site.Work, "audit", RepositoryFiles.PathOf("samples/SiteAudit"), "--format", "json", "--no-report");

        Assert.Equal(1, run.ExitCode);
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("non-compliant", json.GetProperty("overall").GetString());
        Assert.Equal("CN-SH", json.GetProperty("project").GetProperty("place").GetString());
        Assert.Equal((45, 15, 27, 3, 3), (Count("compliant"), Count("non-compliant"), Count("indeterminate"), Count("invalid"), Count("not-applicable")));
        var file = json.GetProperty("evidence").GetProperty("inputs").EnumerateArray().Single(static input => input.GetProperty("file").GetString() == "readings/north.csv");
        Assert.Equal(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(RepositoryFiles.PathOf("samples/SiteAudit"), "readings", "north.csv")))), file.GetProperty("sha256").GetString(), ignoreCase: true);
        var north = json.GetProperty("points")[0];
        Assert.Equal(4320, north.GetProperty("readings").GetInt32());
        var periods = north.GetProperty("periods").EnumerateArray().ToList();
        Assert.Equal(8, periods.Count);
        // The hour of wind, 2025-12-31 14:00 to 15:00.
        var windy = periods.Single(static period => period.GetProperty("from").GetString() == "2025-12-31T06:00:00");
        Assert.Equal((900, 60), (windy.GetProperty("validMinutes").GetInt32(), windy.GetProperty("leftOutMinutes").GetInt32()));
        var finding = periods[3].GetProperty("findings")[0];
        Assert.Equal("cn.gb-12523-2011.boundary-night", finding.GetProperty("requirement").GetString());
        Assert.Equal("non-compliant", finding.GetProperty("verdict").GetString());
        Assert.Equal("readings/north.csv", finding.GetProperty("origin").GetProperty("file").GetString());
        Assert.Equal(3, json.GetProperty("nightWork")[0].GetProperty("findings").GetArrayLength());

        int Count(string verdict) => json.GetProperty("counts").GetProperty(verdict).GetInt32();
    }

    [Fact]
    public void Report_GoesWhereItIsAsked()
    {
        Assert.Equal(0, _site.Audit().ExitCode);
        Assert.Equal([_site.DefaultReport], Directory.GetFileSystemEntries(_site.Work));
        File.Delete(_site.DefaultReport);

        Assert.Contains("Report: other.html", _site.Audit("--out", "other.html").Output, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_site.Work, "other.html")], Directory.GetFileSystemEntries(_site.Work));
        File.Delete(Path.Combine(_site.Work, "other.html"));

        Assert.DoesNotContain("Report:", _site.Audit("--no-report").Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_site.Work));
    }

    [Fact]
    public void Report_ThatCannotBeWrittenIsAnError()
    {
        var run = _site.Audit("--out", "missing/report.html");

        Assert.Equal(73, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Contains("无法写入报告", _site.Audit("--out", "missing/report.html", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NeverOverwritesWhatWasRead()
    {
        // Only a name that a report may have gets so far.
        _site.WriteProject(readings: "readings/a.html");
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 60), "a.html");
        var readings = Path.Combine(_site.Project, "readings", "a.html");
        var before = File.ReadAllText(readings);

        var run = _site.Audit("--out", "../site/readings/a.html");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("would overwrite", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(readings));
    }

    [Fact]
    public void Report_NameOfAPointIsNoMarkup()
    {
        _site.WriteProject(name: "<script>alert(1)</script>");

        var run = _site.Audit();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Point: <script>alert(1)</script>", run.Output, StringComparison.Ordinal);
        var report = File.ReadAllText(_site.DefaultReport);
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_NameOfAPointIsNoMarkupEither()
    {
        // Square brackets are the markup of the table writer.
        _site.WriteProject(name: "[red]A[/] [[x]]");

        Assert.Contains("Point: [red]A[/] [[x]]", _site.Audit().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_HasNoColoursWhenRedirected() => Assert.DoesNotContain('\u001b', ToolRun.In(_site.Work, "audit", RepositoryFiles.PathOf("samples/SiteAudit")).Output);

    [Fact]
    public void Report_HoldsNoPathOfTheMachine()
    {
        Assert.Equal(0, ToolRun.In(_site.Work, "audit", _site.Project).ExitCode);

        Assert.DoesNotContain(Path.GetFileName(Path.GetDirectoryName(_site.Project)!), File.ReadAllText(_site.DefaultReport), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_AuditedLeavesTheRestOut()
    {
        // Day 5 fails with 75, day 6 passes with 60; only day 6 is asked for.
        _site.WriteReadings(
            TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 75) + TemporarySite.Readings(new DateTime(2026, 1, 6, 12, 0, 0), 60, 60, "").TrimStart('\n'));
        Assert.Equal(1, _site.Audit().ExitCode);

        _site.WriteProject(top: "\n\"from\": \"2026-01-06\", \"to\": \"2026-01-06\",");

        Assert.Equal(0, _site.Audit().ExitCode);
    }
}
