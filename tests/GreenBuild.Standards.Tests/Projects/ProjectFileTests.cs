using System.Text;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Tests.Projects;

public class ProjectFileTests
{
    private const string Minimal =
        """
        {
          "name": "Site",
          "place": "CN-SH",
          "noise": {
            "points": [
              { "name": "A", "readings": "a.csv", "readingMinutes": 1 }
            ]
          }
        }
        """;

    [Fact]
    public void TryRead_Everything()
    {
        var project = Read(
            """
            {
              "$schema": "x",
              "name": "工地", "place": "Shenzhen", "from": "2026-01-01", "to": "2026-01-31",
              "site": { "projectType": "building", "noiseSensitiveBuildings": true, "distance": 40.5, "stages": ["earthwork", "structure"] },
              "noise": {
                "points": [
                  { "name": "A", "readings": "r/a.csv", "readingMinutes": 0.5, "backgroundLevel": 58.0, "calibrationDrift": -0.2 },
                  { "name": "B", "readings": "r/b.csv", "readingMinutes": 10, "backgroundLevel": { "day": 60, "night": 45.5 } }
                ],
                "nightWork": {
                  "permits": [ { "number": "1", "issuer": "局", "from": "2026-01-05T22:00", "to": "2026-01-06T06:00", "reason": "special-need-continuous", "noticePosted": "2026-01-03" } ],
                  "work": [
                    { "description": "a", "from": "2026-01-05T23:00", "to": "2026-01-06T02:00" },
                    { "description": "b", "from": "2026-01-07T23:00", "to": "2026-01-08T02:00", "workNature": "rescue", "residentsNotified": "2026-01-07" }
                  ]
                }
              }
            }
            """);

        Assert.Equal("工地", project.Name);
        Assert.Equal("CN-GD-440300", project.Place.Code);
        Assert.Equal((new CalendarDate(2026, 1, 1), new CalendarDate(2026, 1, 31)), (project.From, project.To));
        Assert.True(project.Covers(new DateTime(2026, 1, 31, 23, 59, 0)));
        Assert.False(project.Covers(new DateTime(2026, 2, 1)));
        Assert.Equal("projectType=building, noiseSensitiveBuildings=true, distance=40.5", project.Site.Circumstances.ToString());
        Assert.Equal(["earthwork", "structure"], project.Site.Stages);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10)], project.Noise!.Points.Select(static point => point.Entry.ReadingDuration));
        Assert.Equal([(58.0m, 58.0m), (60m, 45.5m)], project.Noise!.Points.Select(static point => (point.DayBackgroundLevel!.Value, point.NightBackgroundLevel!.Value)));
        Assert.Equal([-0.2m, null], project.Noise!.Points.Select(static point => point.CalibrationDrift));
        var permit = Assert.Single(project.Noise!.Permits);
        Assert.Equal(("1", "局", new DateTime(2026, 1, 5, 22, 0, 0), new DateTime(2026, 1, 6, 6, 0, 0)), (permit.Number, permit.Issuer, permit.Start, permit.End));
        Assert.Equal(("special-need-continuous", new CalendarDate(2026, 1, 3), false), (permit.Reason, permit.NoticePosted!.Value, permit.IsWithoutNotice));
        // The first work says neither of the two; what the permit says of it is the matter of the check.
        Assert.Equal([null, "rescue"], project.Noise!.Works.Select(static work => work.WorkNature));
        Assert.Equal([null, new CalendarDate(2026, 1, 7)], project.Noise!.Works.Select(static work => work.ResidentsNotified));
        Assert.Equal("/noise/nightWork/work/1", project.Noise!.Works[1].Origin!.JsonPointer);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void TryRead_EmptyFile(string text)
    {
        Assert.False(ProjectFile.TryRead(Encoding.UTF8.GetBytes(text), "p", out _, out var errors));
        Assert.Equal(("p:1: The file is empty.", "p:1：文件为空。"), (Assert.Single(errors).In(Language.English), errors[0].In(Language.Chinese)));
    }

    /// <summary>No notice is said with false; left out, it is not known.</summary>
    [Theory]
    [InlineData(", \"residentsNotified\": false", null, true)]
    [InlineData(", \"residentsNotified\": \"2026-01-04\"", "2026-01-04", false)]
    [InlineData("", null, false)]
    public void TryRead_Notice(string notice, string? day, bool isWithout)
    {
        var work = Read(Minimal.TrimEnd()[..^1].TrimEnd()[..^1] + ", \"nightWork\": { \"work\": [ { \"from\": \"2026-01-05T23:00\", \"to\": \"2026-01-06T02:00\"" + notice + " } ] } } }").Noise!.Works[0];
        Assert.Equal((day, isWithout), (work.ResidentsNotified?.ToString(), work.IsWithoutNotice));
    }

    /// <summary>A permit that names its reason and its notice gives the same verdicts whether a project file or a program says it.</summary>
    [Fact]
    public void Judge_SameAsTheLibrary()
    {
        var project = Read(
            """
            {
              "name": "Site", "place": "CN-SH",
              "site": { "sensitivity": "noise-sensitive-concentrated-area" },
              "noise": {
                "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ],
                "nightWork": {
                  "permits": [ { "number": "1", "from": "2026-03-02T22:00", "to": "2026-03-03T06:00", "reason": "special-need-continuous", "noticePosted": "2026-03-01" } ],
                  "work": [ { "from": "2026-03-02T20:00", "to": "2026-03-03T04:00" } ]
                }
              }
            }
            """);
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("sensitivity", "noise-sensitive-concentrated-area") };
        var permit = new NightWorkPermit("1", new DateTime(2026, 3, 2, 22, 0, 0), new DateTime(2026, 3, 3, 6, 0, 0)) { Reason = "special-need-continuous", NoticePosted = new CalendarDate(2026, 3, 1) };

        var byFile = new WorkPermissionCheck(project.Site).Judge(project.Noise!.Works[0], project.Noise!.Permits);
        var byProgram = new WorkPermissionCheck(site).Judge(new ConstructionWork(new DateTime(2026, 3, 2, 20, 0, 0), new DateTime(2026, 3, 3, 4, 0, 0)), [permit]);

        // Noise Law 2021, article 43: the ban is lifted by the exception, certificate and notice are there.
        Assert.Equal([Verdict.NotApplicable, Verdict.Compliant, Verdict.Compliant], byFile.Select(static finding => finding.Verdict));
        Assert.Equal(byProgram.Select(static finding => (finding.Requirement!.Key, finding.Verdict)), byFile.Select(static finding => (finding.Requirement!.Key, finding.Verdict)));
    }

    [Fact]
    public void TryRead_ByteOrderMarkDoesNotMatter()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Minimal)];

        Assert.True(ProjectFile.TryRead(bytes, "p", out _, out var errors), string.Join("\n", errors));
    }

    public static TheoryData<string, string, int, string, string, string> Mistakes => new()
    {
        // what is replaced in the minimal project, by what, line, field, English, Chinese
        { "\"name\": \"Site\"", "\"nam\": \"Site\"", 2, "nam", "not known. Is 'name' meant?", "未知字段。是否应为“name”？" },
        { "\"name\": \"Site\",", "", 1, "name", "field is missing", "缺少该字段" },
        { "\"name\": \"Site\"", "\"name\": 7", 2, "name", "a text is expected, but this is a number", "应为文本，此处却是数值" },
        { "\"name\": \"Site\"", "\"name\": \"  \"", 2, "name", "blank", "空白" },
        { "\"name\": \"Site\"", "\"name\": \"a\\u001b[31m\"", 2, "name", "control character", "控制字符" },
        { "\"name\": \"Site\",", "\"name\": \"Site\", \"name\": \"x\",", 2, "name", "stands twice", "重复" },
        { "\"CN-SH\"", "\"Shangai\"", 3, "place", "Is 'Shanghai' meant?", "是否应为“Shanghai”？" },
        { "\"noise\": {", "\"site\": { \"projectType\": \"bulding\" }, \"noise\": {", 4, "site.projectType", "Is 'building' meant?", "是否应为“building”？" },
        { "\"noise\": {", "\"site\": { \"projecttype\": \"building\" }, \"noise\": {", 4, "site.projecttype", "Is 'projectType' meant?", "是否应为“projectType”？" },
        { "\"noise\": {", "\"site\": { \"stages\": [ \"pilling\" ] }, \"noise\": {", 4, "site.stages[0]", "Is 'piling' meant?", "是否应为“piling”？" },
        { "\"CN-SH\"", "\"CN-XX\"", 3, "place", "not a known place", "不是已知地点" },
        { "\"CN-SH\"", "\"Shanghia\"", 3, "place", "Is 'Shanghai' meant?", "是否应为“Shanghai”" },
        // Singapore has rules at affected buildings, none at the boundary of the site.
        { "\"CN-SH\"", "\"SG\"", 3, "place", "no rule on noise.site-boundary", "没有新加坡的 noise.site-boundary 规则" },
        { "\"place\": \"CN-SH\",", "\"place\": \"CN-SH\", \"from\": \"1985-01-01\",", 3, "from", "before any edition", "早于任何版本" },
        { "\"place\": \"CN-SH\",", "\"place\": \"CN-SH\", \"from\": \"2026-02-30\",", 3, "from", "There is no such day as '2026-02-30': February 2026 has 28 days.", "没有“2026-02-30”这一天：2026 年 2 月只有 28 天。" },
        { "\"place\": \"CN-SH\",", "\"place\": \"CN-SH\", \"from\": \"2026/02/03\",", 3, "from", "not a day", "形式的日期" },
        { "\"place\": \"CN-SH\",", "\"place\": \"CN-SH\", \"from\": \"2026-02-02\", \"to\": \"2026-02-01\",", 3, "to", "before 'from'", "早于“from”" },
        { "\"noise\": {", "\"site\": { \"projectTyp\": \"building\" }, \"noise\": {", 4, "site.projectTyp", "Is 'projectType' meant?", "是否应为“projectType”" },
        { "\"noise\": {", "\"site\": { \"projectType\": \"house\" }, \"noise\": {", 4, "site.projectType", "'house' is not a value of projectType", "“house”不是" },
        { "\"noise\": {", "\"site\": { \"noiseSensitiveBuildings\": \"yes\" }, \"noise\": {", 4, "site.noiseSensitiveBuildings", "true or false is expected", "应为true 或 false" },
        { "\"noise\": {", "\"site\": { \"distance\": \"40\" }, \"noise\": {", 4, "site.distance", "a number is expected", "应为数值" },
        { "\"noise\": {", "\"site\": { \"period\": \"day\" }, \"noise\": {", 4, "site.period", "follow from the time of each reading", "由每个读数的时间确定" },
        { "\"noise\": {", "\"site\": { \"stages\": [\"piling\", \"roof\"] }, \"noise\": {", 4, "site.stages[1]", "'roof' is not a value of stage", "“roof”不是" },
        { "\"noise\": {", "\"noise\": [", 4, "", "not valid JSON", "不是有效的 JSON" },
        { "{ \"name\": \"A\", \"readings\": \"a.csv\", \"readingMinutes\": 1 }", "", 5, "noise.points", "no monitoring point", "没有任何测点" },
        { "\"readings\": \"a.csv\",", "", 6, "noise.points[0].readings", "field is missing", "缺少该字段" },
        { "\"readingMinutes\": 1 }", "\"readingMinutes\": 0 }", 6, "noise.points[0].readingMinutes", "0 is not above 0 and at most 1440", "应大于 0" },
        { "\"readingMinutes\": 1 }", "\"readingMinutes\": 1, \"backgroundLevel\": 500 }", 6, "noise.points[0].backgroundLevel", "not a sound level", "不是 −50 至 200" },
        { "\"readingMinutes\": 1 }", "\"readingMinutes\": 1, \"backgroundLevel\": { \"evening\": 50 } }", 6, "noise.points[0].backgroundLevel.evening", "not known", "未知字段" },
        { "\"readingMinutes\": 1 }", "\"readingMinutes\": 1 },\n{ \"name\": \"A\", \"readings\": \"b.csv\", \"readingMinutes\": 1 }", 7, "noise.points[1].name", "called 'A' already", "已有名为“A”的测点" },
        { "\"readingMinutes\": 1 }", "\"readingMinutes\": 1 },\n{ \"name\": \"B\", \"readings\": \"a.csv\", \"readingMinutes\": 1 }", 7, "noise.points[1].readings", "another point already", "另一测点" },
        { "\"noise\": {", "\"noise\": { \"nightWork\": { \"permits\": [ { \"number\": \"1\", \"from\": \"2026-01-02T06:00\", \"to\": \"2026-01-01T22:00\" } ] },", 4, "noise.nightWork.permits[0].to", "not after the beginning", "不晚于开始时间" },
        { "\"noise\": {", "\"noise\": { \"nightWork\": { \"permits\": [ { \"number\": \"1\", \"from\": \"2026-01-01T22:00+08:00\", \"to\": \"2026-01-02T22:00\" } ] },", 4, "noise.nightWork.permits[0].from", "not a local time", "形式的当地时间" },
        { "\"noise\": {", "\"noise\": { \"nightWork\": { \"work\": [ { \"from\": \"2026-01-01T22:00\", \"to\": \"2026-01-02T02:00\", \"workNature\": \"urgent\" } ] },", 4, "noise.nightWork.work[0].workNature", "'urgent' is not a value of workNature", "“urgent”不是" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void TryRead_NamesLineAndField(string old, string replacement, int line, string field, string english, string chinese)
    {
        Assert.Contains(old, Minimal, StringComparison.Ordinal);

        var isRead = ProjectFile.TryRead(Encoding.UTF8.GetBytes(Minimal.Replace(old, replacement, StringComparison.Ordinal)), "p.greenbuild.json", out var project, out var errors);

        Assert.False(isRead);
        Assert.Null(project);
        var error = errors.FirstOrDefault(error => error.Field == field) ?? errors[0];
        Assert.Equal(("p.greenbuild.json", field), (error.File, error.Field));
        // The reader of JSON notices a wrong bracket only where it should close.
        if (field.Length > 0) Assert.Equal(line, error.Line);
        else Assert.True(error.Line >= line);
        Assert.Contains(english, error.Message.English, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{ \"name\": \"a\", } ")]
    [InlineData("// comment\n{}")]
    [InlineData("{ \"name\": \"\\ud800\" }")]
    public void TryRead_NoProjectAtAll(string text)
    {
        Assert.False(ProjectFile.TryRead(Encoding.UTF8.GetBytes(text), "p", out _, out var errors));
        Assert.NotEmpty(errors);
        Assert.All(errors, static error => Assert.NotEmpty(error.Message.Chinese));
    }

    [Fact]
    public void TryRead_BytesThatAreNoUtf8()
    {
        byte[] bytes = [.. "{ \"name\": \""u8, 0xCA, 0xB1, .. "\" }"u8];

        Assert.False(ProjectFile.TryRead(bytes, "p", out _, out var errors));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void TryRead_CutAnywhereNeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(Minimal);
        for (var length = 0; length < bytes.Length; length++)
            Assert.False(ProjectFile.TryRead(bytes[..length], "p", out _, out _), $"cut at {length}");
    }

    private static ProjectFile Read(string text)
    {
        Assert.True(ProjectFile.TryRead(Encoding.UTF8.GetBytes(text), "p.greenbuild.json", out var project, out var errors), string.Join("\n", errors));
        return project!;
    }
}
