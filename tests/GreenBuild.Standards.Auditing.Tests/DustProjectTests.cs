using System.Globalization;
using System.Text;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>
/// Dust in a project file. In Hebei the hourly PM10 at the boundary less the background (at most 150) is at most 80 µg/m3, and may exceed that twice a day
/// (DB13/ 2934-2019, table 1).
/// </summary>
public sealed class DustProjectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenbuild-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    // 150 - 60 = 90 exceeds 80; 130 - 60 = 70 does not.
    [InlineData(2, Verdict.Compliant)]
    [InlineData(3, Verdict.NonCompliant)]
    public void Monitor_IsJudgedNetOfTheBackground(int highHours, Verdict verdict)
    {
        Write("site.csv", "time,PM10(µg/m3)", hour => hour < highHours ? 150 : 130);
        Write("county.csv", "time,PM10(mg/m3)", static _ => 0.060m);
        WriteProject("\"background\": { \"readings\": \"county.csv\", \"readingMinutes\": 60 }");

        var section = Assert.Single(Judge().Sections);

        Assert.Equal((ProjectDomain.Dust, verdict), (section.Domain, section.Overall));
        var group = Assert.Single(section.Groups);
        Assert.Equal("East PM10", group.Name.English);
        var finding = Assert.Single(group.Findings);
        Assert.Equal(("cn-he.db13-2934-2019.exceedance-count", (decimal)highHours, 2m), (finding.Requirement!.Key, finding.Compared!.Value, finding.Limit!.Value));
        // Day, limit, means judged, above it, allowed, open, the highest as measured.
        Assert.Equal(["2026-06-01", "≤ 80 µg/m3", "24", highHours.ToString(CultureInfo.InvariantCulture), "2", "0", "150"], Assert.Single(Assert.Single(group.Tables).Rows).Select(static cell => cell.English));
    }

    [Fact]
    public void Monitor_WithoutBackgroundIsOpenWhereItCouldDecide()
    {
        Write("site.csv", "time,PM10(µg/m3)", static _ => 130);
        WriteProject();
        Assert.Equal(["background"], Assert.Single(Judge().Findings).Missing);

        // As measured it keeps the limit: a background can only lower it.
        Write("site.csv", "time,PM10(µg/m3)", static _ => 80);
        Assert.Equal(Verdict.Compliant, Assert.Single(Judge().Findings).Verdict);
    }

    [Fact]
    public void Unit_ComesFromTheHeadingOrTheProject()
    {
        Write("site.csv", "time,PM10", static _ => 0.080m);
        WriteProject();
        Assert.Contains("name it in the heading, or give 'unit'", Assert.Single(Errors()).Message.English, StringComparison.Ordinal);

        WriteProject(unit: "mg/m3");
        Assert.Equal("80", Assert.Single(Judge().Sections).Groups[0].Tables[0].Rows[0][6].English);

        WriteProject(unit: "dB(A)");
        Assert.Contains("'dB(A)' is no unit of mass concentration", Assert.Single(Errors()).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_ThatIsAThousandfoldOffIsAsked()
    {
        // 0.08 would be clean beyond all outdoor air in µg/m3: it is meant in mg/m3.
        Write("site.csv", "time,PM10(µg/m3)", static _ => 0.08m);
        WriteProject();

        var findings = Judge().Findings;

        Assert.Equal(["unit"], findings[0].Missing);
        Assert.Equal(Verdict.Indeterminate, Judge().Overall);
    }

    [Fact]
    public void Particulate_WithoutARuleIsSaidOnce()
    {
        Write("site.csv", "time,PM2.5(µg/m3),PM10(µg/m3)", static hour => 50, ",60");
        WriteProject();

        var groups = Assert.Single(Judge().Sections).Groups;

        Assert.Equal(["East PM10", "East PM2.5"], groups.Select(static group => group.Name.English).Order());
        var fine = groups.Single(static group => group.Name.English == "East PM2.5");
        Assert.Empty(fine.Findings);
        Assert.StartsWith("No limit on dust at the boundary applies", Assert.Single(fine.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_OutsideTheAuditAreLeftOut()
    {
        Write("site.csv", "time,PM10(µg/m3)", static hour => hour < 24 ? 500 : 50, hours: 48);
        WriteProject(top: "\"from\": \"2026-06-02\",");

        Assert.Equal(Verdict.Compliant, Assert.Single(Judge().Findings).Verdict);
    }

    [Theory]
    [InlineData("time,LAeq\n2026-06-01 00:00,60\n", "no column of dust")]
    [InlineData("time,PM10(µg/m3)\n2026-06-01 00:00,x\n", "x")]
    [InlineData("time,PM10(µg/m3)\n2026-99-01 00:00,5\n", "2026-99-01")]
    public void Readings_WithErrorsAreNotJudged(string text, string message)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "site.csv"), text);
        WriteProject();

        var error = Assert.Single(Errors());

        Assert.EndsWith("site.csv", error.File, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// Hours 01:00 to 24:00 of 2026-06-01, of which the last three have 300 µg/m3: as ends all are of that day, and three are one too many; as starts the day has two of them and lacks its first hour, which may have been the third, and the day after has one hour alone. A background of 60 does not save them. A table that
    /// looks like that is not judged before someone says which it is; the one of the background neither.
    /// </summary>
    [Theory]
    [InlineData("end", new[] { "2026-06-01" }, new[] { Verdict.NonCompliant })]
    [InlineData("start", new[] { "2026-06-01", "2026-06-02" }, new[] { Verdict.Indeterminate, Verdict.Indeterminate })]
    public void Stamps_SayToWhichDayReadingsBelong(string stamps, string[] days, Verdict[] verdicts)
    {
        WriteEnds("site.csv", static hour => hour > 21 ? 300 : 70);
        WriteEnds("county.csv", static _ => 60);
        WriteProject($"\"background\": {{ \"readings\": \"county.csv\", \"readingMinutes\": 60, \"stamps\": \"{stamps}\" }}", stamps: stamps);

        var findings = Judge().Findings;
        Assert.Equal(days, findings.Select(static finding => finding.From!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(verdicts, findings.Select(static finding => finding.Verdict));
    }

    [Fact]
    public void Stamps_ThatLookLikeEndsAreAskedFor()
    {
        WriteEnds("site.csv", static _ => 70);
        WriteProject();
        var error = Assert.Single(Errors());
        Assert.Equal(("dust.monitors[0].readings", "The times in 'site.csv' look like ends of periods (24:00, and never 00:00); give \"stamps\": \"end\", or \"start\" if they are not."), (error.Field, error.Message.English));
        Assert.Equal("“site.csv”中的时间似为时段的结束（有 24:00 而无 00:00）；请给出 \"stamps\": \"end\"，若为开始则给出 \"start\"。", error.Message.Chinese);

        WriteProject("\"background\": { \"readings\": \"site.csv\", \"readingMinutes\": 60 }", stamps: "end");
        Assert.Equal("dust.background.readings", Assert.Single(Errors()).Field);

        WriteProject(stamps: "middle");
        Assert.Equal(("dust.monitors[0].stamps", "'middle' is not one of start, end."), Assert.Single(Errors()) is var wrong ? (wrong.Field, wrong.Message.English) : default);
    }

    /// <summary>
    /// Noise: an hour of minutes before 06:00 stamped with their ends, 60 dB(A), and an hour after it, 50. As ends the minute 06:00 is the last of the night: 60 of 60 minutes at 60 dB(A), and 59 at 50 by day with that of
    /// 07:00. As starts the night has 59.
    /// </summary>
    [Theory]
    [InlineData("end", 60, 60)]
    [InlineData("start", 59, 61)]
    [InlineData(null, 59, 61)]
    public void Stamps_OfNoise(string? stamps, int night, int day)
    {
        File.WriteAllLines(
            Path.Combine(_folder.FullName, "n.csv"), ["time,LAeq", .. Enumerable.Range(1, 120).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2026, 6, 1, 5, 0, 0).AddMinutes(i):yyyy-MM-dd HH:mm},{(i <= 60 ? 60 : 50)}"))]);
        WriteNoise(stamps);
        var periods = Judge().Noise!.Points[0].Periods;
        Assert.Equal([(true, night), (false, day)], periods.Select(static period => (period.IsNight, (int)period.ValidTime.TotalMinutes)));
        if (stamps == "end") Assert.Equal(60, periods[0].EquivalentLevel, 1e-9);
    }

    /// <summary>Minutes from 00:01 to 24:00: the last is of the day that it ends. Unsaid it is an error, and said to be a start it is of the next day.</summary>
    [Fact]
    public void Stamps_OfNoiseThatLookLikeEndsAreAskedFor()
    {
        File.WriteAllLines(Path.Combine(_folder.FullName, "n.csv"), ["time,LAeq", .. Enumerable.Range(1, 1440).Select(static i => string.Create(CultureInfo.InvariantCulture, $"2026-06-01 {i / 60:00}:{i % 60:00},50"))]);
        WriteNoise(null);
        Assert.Contains("The times in 'n.csv' look like ends of periods", Assert.Single(Errors()).Message.English, StringComparison.Ordinal);
        WriteNoise("end");
        Assert.Equal([360, 960, 120], Judge().Noise!.Points[0].Periods.Select(static period => (int)period.ValidTime.TotalMinutes));
        WriteNoise("start");
        Assert.Equal([359, 960, 121], Judge().Noise!.Points[0].Periods.Select(static period => (int)period.ValidTime.TotalMinutes));

        // Times in errors are those of the file.
        File.WriteAllText(Path.Combine(_folder.FullName, "n.csv"), "time,LAeq\n2026-06-01 00:02,50\n2026-06-01 00:01,50\n0001-01-01 00:00,50\n");
        WriteNoise("end");
        Assert.Equal(
            ["The time 2026-06-01 00:01:00 is before 2026-06-01 00:02:00 of line 2; times must rise.", "'0001-01-01 00:00' is not a time of the form 2026-01-05 22:00."], Errors().Select(static error => error.Message.English));
    }

    [Fact]
    public void Background_NeedsPm10()
    {
        Write("site.csv", "time,PM10(µg/m3)", static _ => 50);
        Write("county.csv", "time,TSP(µg/m3)", static _ => 60);
        WriteProject("\"background\": { \"readings\": \"county.csv\", \"readingMinutes\": 60 }");

        var error = Assert.Single(Errors());
        Assert.Equal(("dust.background.readings", "The file has no PM10."), (error.Field, error.Message.English));
    }

    /// <summary>More than nothing as a number, and nothing on the clock.</summary>
    [Fact]
    public void Minutes_ThatNoClockTells()
    {
        Write("site.csv", "time,PM10(µg/m3)", static _ => 50);
        WriteProject();
        var file = Path.Combine(_folder.FullName, "site.greenbuild.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"readingMinutes\": 60", "\"readingMinutes\": 0.000000000001", StringComparison.Ordinal));

        Assert.Equal("dust.monitors[0].readingMinutes", Assert.Single(Errors()).Field);
    }

    /// <summary>A day, or 7 minutes, cannot be cut into hours.</summary>
    [Theory]
    [InlineData("1440")]
    [InlineData("7")]
    public void Background_DividesTheHour(string minutes)
    {
        Write("site.csv", "time,PM10(µg/m3)", static _ => 130);
        Write("county.csv", "time,PM10(µg/m3)", static _ => 60);
        WriteProject($"\"background\": {{ \"readings\": \"county.csv\", \"readingMinutes\": {minutes} }}");

        Assert.Equal("dust.background.readingMinutes", Assert.Single(Errors()).Field);
    }

    [Fact]
    public void Monitors_HaveNamesOfTheirOwn()
    {
        Write("site.csv", "time,PM10(µg/m3)", static _ => 50);
        File.WriteAllText(Path.Combine(_folder.FullName, "site.greenbuild.json"), """
            { "name": "a", "place": "CN-HE", "dust": { "monitors": [
              { "name": "East", "readings": "site.csv", "readingMinutes": 60 },
              { "name": "East", "readings": "site.csv", "readingMinutes": 60 } ] } }
            """);

        Assert.Equal("dust.monitors[1].name", Assert.Single(Errors()).Field);
    }

    /// <summary>DB13/ 2934 counts "per site", and how points are added up was not seen: two hours at each of two monitors may be four of the site, also where they are the same. 250 less 100 is 150, above 80.</summary>
    [Theory]
    [InlineData(0, 2, Verdict.Compliant)]
    [InlineData(5, 2, Verdict.Compliant)]
    [InlineData(5, 0, null)]
    public void Monitors_OfASiteAreCountedTogether(int shift, int hours, Verdict? provisional)
    {
        Write("east.csv", "time,PM10(µg/m3)", static hour => hour < 2 ? 250 : 50);
        Write("west.csv", "time,PM10(µg/m3)", hour => hour >= shift && hour < shift + hours ? 250 : 50);
        Write("county.csv", "time,PM10(µg/m3)", static _ => 100);
        File.WriteAllText(Path.Combine(_folder.FullName, "site.greenbuild.json"), """
            { "name": "a", "place": "CN-HE", "dust": { "background": { "readings": "county.csv", "readingMinutes": 60 }, "monitors": [
              { "name": "East", "readings": "east.csv", "readingMinutes": 60 },
              { "name": "West", "readings": "west.csv", "readingMinutes": 60 } ] } }
            """);

        Assert.Equal(2, Judge().Findings.Count);
        Assert.Equal([2m, hours], Judge().Findings.Select(static finding => finding.Measured));
        Assert.All(Judge().Findings, finding => Assert.Equal((provisional is null ? Verdict.Compliant : Verdict.Indeterminate, provisional), (finding.Verdict, finding.ProvisionalVerdict)));
    }

    private void Write(string file, string heading, Func<int, decimal> valueOf, string tail = "", int hours = 24)
    {
        var text = new StringBuilder(heading).Append('\n');
        for (var hour = 0; hour < hours; hour++) text.Append(CultureInfo.InvariantCulture, $"{new DateTime(2026, 6, 1).AddHours(hour):yyyy-MM-dd HH:mm},{valueOf(hour)}{tail}\n");
        File.WriteAllText(Path.Combine(_folder.FullName, file), text.ToString());
    }

    // Hours from 01:00 to 24:00.
    private void WriteEnds(string file, Func<int, decimal> valueOf) => File.WriteAllLines(
        Path.Combine(_folder.FullName, file), ["time,PM10(µg/m3)", .. Enumerable.Range(1, 24).Select(hour => string.Create(CultureInfo.InvariantCulture, $"2026-06-01 {hour:00}:00,{valueOf(hour)}"))]);

    private void WriteNoise(string? stamps) => File.WriteAllText(Path.Combine(_folder.FullName, "site.greenbuild.json"), $$"""
        { "name": "a", "place": "CN-SH", "site": { "projectType": "building", "noiseSensitiveBuildings": true }, "noise": { "points": [ { "name": "East", "readings": "n.csv", "readingMinutes": 1{{(stamps is null ? "" : $", \"stamps\": \"{stamps}\"")}} } ] } }
        """);

    private void WriteProject(string more = "", string? unit = null, string top = "", string? stamps = null) => File.WriteAllText(Path.Combine(_folder.FullName, "site.greenbuild.json"), $$"""
        { "name": "a", "place": "CN-HE", {{top}} "dust": { "monitors": [ { "name": "East", "readings": "site.csv", "readingMinutes": 60{{(unit is null ? "" : $", \"unit\": \"{unit}\"")}}{{(stamps is null ? "" : $", \"stamps\": \"{stamps}\"")}} } ]{{(more.Length > 0 ? ", " + more : "")}} } }
        """);

    private ProjectAudit Judge()
    {
        Assert.True(ProjectInput.TryRead(_folder.FullName, out var input, out var errors), errors.Count > 0 ? errors[0][0].ToString() : "");
        return input!.Judge();
    }

    private List<InputError> Errors()
    {
        Assert.False(ProjectInput.TryRead(_folder.FullName, out _, out var errors));
        return [.. errors.SelectMany(static list => list)];
    }
}
