using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("audit")]
    [InlineData("audit", "x", "--format", "xml")]
    [InlineData("audit", "x", "--lang", "fr")]
    [InlineData("audit", "x", "--out", "a.html", "--no-report")]
    [InlineData("audit", "x", "--as-of", "2026-01-01")]
    [InlineData("limits", "--on", "yesterday")]
    [InlineData("check", "noise.site-boundary")]
    [InlineData("check", "noise.site-boundary", "loud")]
    [InlineData("check", "noise.site-boundary", "70", "--when", "night")]
    [InlineData("nonsense")]
    public void Usage_ExitsWith64(params string[] arguments)
    {
        var run = ToolRun.Of(arguments);

        Assert.Equal(64, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("'limit' is no command. Is 'limits' meant?", "See greenbuild --help.", "limit", "pm10")]
    [InlineData("Name a command: audit, verify, init,", "See greenbuild --help.")]
    [InlineData("Name a command: html.", "See greenbuild catalogue --help.", "catalogue")]
    [InlineData("PATH is missing: Project file", "See greenbuild audit --help.", "audit")]
    [InlineData("VALUE is missing: ", "See greenbuild check --help.", "check", "noise.site-boundary")]
    [InlineData("'--report' is no option of 'audit'.", "See greenbuild audit --help.", "audit", "--report", "r.html", ".")]
    [InlineData("'--fromat' is no option of 'limits'. Is '--format' meant?", "See greenbuild limits --help.", "limits", "--fromat", "json")]
    [InlineData("--format: 'xml' is none of table, json, sarif, csv, markdown, html, lines.", "See greenbuild audit --help.", "audit", "x", "--format", "xml")]
    [InlineData("'b' is one argument too many.", "See greenbuild audit --help.", "audit", "a", "b")]
    [InlineData("没有“limit”命令。是否应为“limits”？", "参见 greenbuild --help --lang zh。", "limit", "--lang", "zh")]
    [InlineData("缺少 PATH：项目文件", "参见 greenbuild audit --help --lang zh。", "audit", "--lang", "zh-CN")]
    [InlineData("--domain：“噪音”不是下列之一：noise（噪声）、", "参见 greenbuild limits --help --lang zh。", "limits", "--domain", "噪音", "--lang", "zh")]
    [InlineData("选项缺少所需参数：“--out”。", "参见 greenbuild audit --help --lang zh。", "audit", "x", "--lang", "zh", "--out")]
    public void Usage_SaysWhatIsWrongAndWhereToLook(string message, string see, params string[] arguments)
    {
        var run = ToolRun.Of(arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.EndsWith(see, run.Error.TrimEnd(), StringComparison.Ordinal);
        // One thing is said once, and nothing of it half in English.
        Assert.Equal(run.Error.Split('\n').Distinct().Count(), run.Error.Split('\n').Length);
        Assert.DoesNotContain("“'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_TakeChineseNamesAndLanguages()
    {
        Assert.Equal(ToolRun.Of("limits", "--domain", "noise", "--lang", "zh").Output, ToolRun.Of("limits", "--domain", "噪声", "--lang", "zh-CN").Output);
        foreach (var word in new[] { "Description", "Usage", "Show help", "default", "[command]", "[options]", "用法:" })
            Assert.DoesNotContain(word, ToolRun.Of("--help", "--lang", "zh").Output, StringComparison.Ordinal);
        // The page hides one level down; the root says where.
        Assert.Contains("catalogue html <OUT>", ToolRun.Of("--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_DocumentsExitCodesInBothLanguages()
    {
        var english = ToolRun.Of("--help");
        var chinese = ToolRun.Of("--help", "--lang", "zh");

        Assert.Equal((0, 0), (english.ExitCode, chinese.ExitCode));
        foreach (var part in new[] { "0 compliant", "1 non-compliant", "2 indeterminate", "64 ", "65 ", "73 ", "audit", "limits", "standards", "diff", "changes", "explain", "check" }) Assert.Contains(part, english.Output, StringComparison.Ordinal);
        foreach (var part in new[] { "0 符合", "1 不符合", "2 仅有", "64 ", "65 ", "73 " }) Assert.Contains(part, chinese.Output, StringComparison.Ordinal);
    }

    [Theory]
    // Half to even (GB/T 8170): 70.5 is 70 and passes 70, 71.5 is 72; 55.4 is 55 and passes 55 at night, 55.5 is 56.
    [InlineData("day", "70.5", 0, "compliant")]
    [InlineData("day", "71.5", 1, "non-compliant")]
    [InlineData("night", "55.4", 0, "compliant")]
    [InlineData("night", "55.5", 1, "non-compliant")]
    [InlineData("night", "70.4 dB(A)", 1, "non-compliant")]
    [InlineData("night", "70.4dB", 1, "non-compliant")]
    public void Check_Governing(string period, string value, int exitCode, string verdict)
    {
        var run = ToolRun.Of("check", "noise.site-boundary", value, "--on", "2026-03-01", "--in", "CN-SH", "--when", "period=" + period, "--when", "noiseSensitiveBuildings=true", "--when", "projectType=building");

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Equal(verdict, run.Output.ReplaceLineEndings("\n").Split('\n')[1]);
        Assert.Contains("GB 12523-2025 Table 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EditionOfTheDay()
    {
        string[] common = ["check", "noise.site-boundary", "60", "--when", "period=day", "--when", "noiseSensitiveBuildings=true", "--when", "projectType=building", "--on"];

        Assert.Contains("Applied: GB 12523-2011 4.1", ToolRun.Of([.. common, "2025-12-31"]).Output, StringComparison.Ordinal);
        Assert.Contains("Applied: GB 12523-2025", ToolRun.Of([.. common, "2026-01-01"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SaysWhatIsMissing()
    {
        var run = ToolRun.Of("check", "noise.site-boundary", "60", "--on", "2026-03-01", "--when", "period=day");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("noiseSensitiveBuildings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnconfirmedLimitIsProvisional()
    {
        // cn.gb-12523-2025.indoor-minus-10: nobody has seen whether the 2025 edition keeps the rule.
        var run = ToolRun.Of("check", "cn.gb-12523-2025.indoor-minus-10", "65", "--when", "period=day", "--when", "noiseSensitiveBuildings=true", "--when", "projectType=building");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("provisional: non-compliant", run.Output, StringComparison.Ordinal);
    }

    /// <summary>GB 3095-2026, 4.4: 120 µg/m3 until the end of 2030, 100 after; 0.11 mg/m3 is 110 µg/m3.</summary>
    [Theory]
    [InlineData("0.11 mg/m3", "2030-12-31", 0)]
    [InlineData("0.11mg/m³", "2031-01-01", 1)]
    [InlineData("110 ug/m3", "2031-01-01", 1)]
    [InlineData("110000 ng/m3", "2030-12-31", 0)]
    public void Check_ConvertsTheUnit(string value, string day, int exitCode)
    {
        var run = ToolRun.Of("check", "dust.ambient-pm10-daily", value, "--on", day, "--when", "airZone=2", "--format", "json");

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        var finding = JsonDocument.Parse(run.Output).RootElement.GetProperty("finding");
        Assert.Equal((110m, "µg/m3"), (finding.GetProperty("compared").GetDecimal(), finding.GetProperty("unit").GetString()));
    }

    [Fact]
    public void Check_ConvertsTheUnitOfARequirement()
    {
        var run = ToolRun.Of("check", "cn.gb-3095-2026.pm10-daily-class2-final", "0.11 mg/m3", "--lang", "zh");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1. 0.11 mg/m3 = 110 µg/m3。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_InChinese()
    {
        var run = ToolRun.Of("check", "cn.gb-12523-2025.boundary-night", "56", "--lang", "zh");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("不符合", run.Output, StringComparison.Ordinal);
        Assert.Contains("要求：cn.gb-12523-2025.boundary-night", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Json()
    {
        var run = ToolRun.Of("check", "cn.gb-12523-2025.boundary-night", "55.5", "--format", "json", "--when", "period=night");

        Assert.Equal(1, run.ExitCode);
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(55.5m, json.GetProperty("value").GetDecimal());
        Assert.Equal("night", json.GetProperty("when").GetProperty("period").GetString());
        Assert.Equal("non-compliant", json.GetProperty("finding").GetProperty("verdict").GetString());
        Assert.Equal(56m, json.GetProperty("finding").GetProperty("compared").GetDecimal());
        Assert.Equal("cn.gb-12523-2025.boundary-night", json.GetProperty("requirement").GetProperty("key").GetString());
        // A requirement is asked for by itself: no day was given, and none is made up.
        Assert.Equal(JsonValueKind.Null, json.GetProperty("on").ValueKind);
    }

    [Theory]
    [InlineData("1,5", "'1,5' has a comma: write a decimal point (1.5)", "“1,5”含有逗号：请使用小数点（1.5）")]
    [InlineData("1,500.5 dB(A)", "'1,500.5' has a comma", "含有逗号")]
    [InlineData("1 500", "'1 500' is not a number", "“1 500”不是数值")]
    [InlineData("1e400", "'1e400' is written as a power of ten", "“1e400”采用了指数写法")]
    [InlineData("1E2 dB(A)", "'1E2' is written as a power of ten", "“1E2”采用了指数写法")]
    [InlineData("NaN", "'NaN' is not a number", "“NaN”不是数值")]
    [InlineData("Infinity", "'Infinity' is not a number", "“Infinity”不是数值")]
    [InlineData("100000000000000000000000000000", "is too large", "数值过大")]
    [InlineData("70.00000000000000000000000000001", "has more digits than can be kept exactly (28)", "位数过多")]
    [InlineData("", "The number is missing", "缺少数值")]
    public void Check_SaysWhatIsWrongWithANumber(string value, string english, string chinese)
    {
        var run = ToolRun.Of("check", "noise.site-boundary", value);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(english, run.Error, StringComparison.Ordinal);
        Assert.Contains(chinese, ToolRun.Of("check", "noise.site-boundary", value, "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'noise.nothing' is neither", "check", "noise.nothing", "70")]
    [InlineData("'XX' is not a known place", "check", "noise.site-boundary", "70", "--in", "XX")]
    [InlineData("'colour' is not a facet", "check", "noise.site-boundary", "70", "--when", "colour=red")]
    [InlineData("'dusk' is not a value of period", "check", "noise.site-boundary", "70", "--when", "period=dusk")]
    [InlineData("such as CN-SH. Is 'Shanghai' meant?", "limits", "--in", "Shangai")]
    [InlineData("such as CN-SH. Is 'CN-GD-440300' meant?", "check", "noise.site-boundary", "70", "--in", "CN-GD-44030")]
    [InlineData("is not a facet. Is 'projectType' meant?", "check", "noise.site-boundary", "70", "--when", "period=day", "--when", "projecttype=building")]
    [InlineData("Is 'building' meant?", "check", "noise.site-boundary", "70", "--when", "period=day;projectType=bulding")]
    [InlineData("Is 'true' meant?", "check", "noise.site-boundary", "70", "--when", "noiseSensitiveBuildings=tru")]
    [InlineData("是否应为“building”？", "check", "noise.site-boundary", "70", "--when", "projectType=bulding", "--lang", "zh")]
    [InlineData("例如 CN-SH。是否应为“上海市”？", "changes", "--in", "上海事", "--lang", "zh")]
    [InlineData("is before any edition", "check", "noise.site-boundary", "70", "--on", "1980-01-01")]
    [InlineData("The unit is dB(A), not 'Pa'", "check", "cn.gb-12523-2011.boundary-day", "70 Pa")]
    [InlineData("The unit is µg/m3, not 'kg', which cannot be converted to it", "check", "dust.ambient-pm10-daily", "70 kg")]
    [InlineData("noise.night-work-permit is a duty, which is done or not", "check", "noise.night-work-permit", "yes")]
    [InlineData("for Singapore. It has limits on: noise.monitoring-contract-value, noise.receiver.", "check", "noise.site-boundary", "70", "--in", "SG")]
    [InlineData("A duty is done or not and has no unit, not 'dB'", "check", "noise.night-work-permit", "1 dB")]
    [InlineData("is in force in China on 1900-01-01", "limits", "--on", "1900-01-01")]
    [InlineData("'XX' is not a known place", "limits", "--in", "XX")]
    public void UnknownNames_ExitWith65(string message, params string[] arguments)
    {
        var run = ToolRun.Of(arguments);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    /// <summary>A requirement that is known but not in force there and then is an answer: nothing applies.</summary>
    [Theory]
    [InlineData("GB 12523-2011 is not in force on 2026-01-01", "check", "cn.gb-12523-2011.boundary-day", "70", "--on", "2026-01-01")]
    [InlineData("applies in China, not in Singapore", "check", "cn.gb-12523-2011.boundary-day", "70", "--in", "SG")]
    public void NotInForceThere_IsNotApplicable(string message, params string[] arguments)
    {
        var run = ToolRun.Of(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
    }

    /// <summary>Shanghai limits TSP in mg/m3 and Jiangsu in µg/m3: a bare number could be either.</summary>
    [Fact]
    public void BareNumber_WhereUnitsDiffer_NeedsItsUnit()
    {
        var run = ToolRun.Of("check", "dust.site-boundary-tsp", "0.6", "--in", "CN-JS", "--when", "averaging=15");
        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains("The unit is missing: this is limited in mg/m3, µg/m3", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The table of commands in both READMEs is that of the tool: each command is in it, and takes what the table says.</summary>
    [Theory]
    [InlineData("README.md", "en")]
    [InlineData("README.zh-CN.md", "zh")]
    public void Readme_NamesEveryCommand(string file, string language)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, file)) || !Directory.Exists(Path.Combine(root, "catalogue"))) root = Path.GetDirectoryName(root)!;
        var table = File.ReadLines(Path.Combine(root, file)).SkipWhile(static line => !line.StartsWith("greenbuild audit PATH", StringComparison.Ordinal)).TakeWhile(static line => line != "```")
            .Select(static line => line[..line.IndexOf("  ", StringComparison.Ordinal)].Split(' ')[1..]).ToList();

        // The commands are the last block of the help, indented by two.
        var help = ToolRun.Of("--help", "--lang", language).Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var commands = Enumerable.Reverse(help).TakeWhile(static line => line.StartsWith("  ", StringComparison.Ordinal)).Select(static line => line.Trim().Split(' ')[0]);
        Assert.Equal(commands.Order(), table.Select(static words => words[0]).Order());
        foreach (var words in table)
        {
            var run = ToolRun.Of([.. words.TakeWhile(static word => char.IsAsciiLetterLower(word[0])), "--help"]);
            Assert.Equal(0, run.ExitCode);
            foreach (var argument in words.SkipWhile(static word => char.IsAsciiLetterLower(word[0]))) Assert.Contains(argument.Trim('[', ']'), run.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>Chinese text has its own colon, also behind the name of the program.</summary>
    [Theory]
    [InlineData("limits", "--in", "XX")]
    [InlineData("check", "noise.site-boundary")]
    [InlineData("audit", "missing-folder")]
    public void Errors_HaveTheColonOfTheLanguage(params string[] arguments)
    {
        Assert.Contains("greenbuild: ", ToolRun.Of(arguments).Error, StringComparison.Ordinal);
        var chinese = ToolRun.Of([.. arguments, "--lang", "zh"]).Error;
        Assert.Contains("greenbuild：", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("greenbuild: ", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_AreThoseOfTheDay()
    {
        var before = ToolRun.Of("limits", "12523", "boundary-day", "--on", "2025-12-31");
        var after = ToolRun.Of("limits", "12523", "boundary-day", "--on", "2026-01-01");

        Assert.Contains("cn.gb-12523-2011.boundary-day", before.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cn.gb-12523-2025", before.Output, StringComparison.Ordinal);
        Assert.Contains("cn.gb-12523-2025.boundary-day", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cn.gb-12523-2011", after.Output, StringComparison.Ordinal);
        Assert.Matches(@"≤ 70 dB\(A\) .*GB 12523-2025 Table 1 .*mandatory .*confirmed .*period=day", after.Output);
    }

    [Fact]
    public void Limits_DefaultDayIsThatOfTheCatalogueAndIsSaid()
    {
        var release = StandardsCatalogue.Default.ReleaseDate.ToString();

        Assert.StartsWith($"China (CN), {release}, the release date of the catalogue", ToolRun.Of("limits", "12523").Output, StringComparison.Ordinal);
        Assert.StartsWith($"中国（CN），{release}（目录发布日期）", ToolRun.Of("limits", "12523", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_ChineseConditionsAreInWords()
    {
        var run = ToolRun.Of("limits", "12523", "boundary-night", "--lang", "zh", "--on", "2026-01-01");

        // With what can be typed beside the words.
        Assert.Contains("工地周围有噪声敏感建筑物：是（noiseSensitiveBuildings=true）", run.Output, StringComparison.Ordinal);
        Assert.Contains("除外：", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_Json()
    {
        var json = JsonDocument.Parse(ToolRun.Of("limits", "12523", "boundary-night", "--in", "上海", "--on", "2026-01-01", "--format", "json").Output).RootElement;

        Assert.Equal("CN-SH", json.GetProperty("place").GetString());
        Assert.Equal("2026-01-01", json.GetProperty("on").GetString());
        var requirement = Assert.Single(json.GetProperty("requirements").EnumerateArray());
        Assert.Equal("cn.gb-12523-2025.boundary-night", requirement.GetProperty("key").GetString());
        Assert.Equal(55, requirement.GetProperty("value").GetInt32());
    }

    [Fact]
    public void Limits_NothingFoundIsNoError()
    {
        var run = ToolRun.Of("limits", "no-such-word");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Nothing in force has these words", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SaysWhatToStateAndAmongWhichLimits()
    {
        // GB 12523-2025, table 1: 70 by day and 55 at night, of building and other works near noise-sensitive buildings.
        string[] asked = ["check", "noise.site-boundary", "60", "--in", "CN-SH", "--on", "2026-03-01"];
        var run = ToolRun.Of(asked);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--when period=day|night", run.Output, StringComparison.Ordinal);
        Assert.Contains("--when projectType=building|municipal|", run.Output, StringComparison.Ordinal);
        Assert.Contains("Noise-sensitive buildings are near the site: --when noiseSensitiveBuildings=true|false", run.Output, StringComparison.Ordinal);
        // The period answers for the hours.
        Assert.DoesNotContain("--when hours", run.Output, StringComparison.Ordinal);
        Assert.Single(run.LinesWith("≤ 70 dB(A)  GB 12523-2025 Table 1: period=day"));
        Assert.Single(run.LinesWith("≤ 55 dB(A)  GB 12523-2025 Table 1: period=night"));
        Assert.Contains("工程类型：--when projectType=building|", ToolRun.Of([.. asked, "--lang", "zh"]).Output, StringComparison.Ordinal);
        // By day the limit of the night is no candidate.
        Assert.Empty(ToolRun.Of([.. asked, "--when", "period=day"]).LinesWith("≤ 55 dB(A)"));
    }

    [Fact]
    public void Check_SaysWhichLimitsTheFactsExclude()
    {
        var run = ToolRun.Of("check", "noise.site-boundary", "60", "--in", "CN-SH", "--on", "2026-03-01", "--when", "noiseSensitiveBuildings=false");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none of which applies to what was stated", run.Output, StringComparison.Ordinal);
        Assert.Single(run.LinesWith("≤ 70 dB(A)", "noiseSensitiveBuildings=true"));
    }

    [Theory]
    [InlineData("GB 12523-2011 is not in force on 2026-01-01", "--on", "2026-01-01")]
    [InlineData("applies in China, not in Singapore", "--in", "SG")]
    public void Check_RequirementThatDoesNotHoldThen_IsNotApplicable(string reason, params string[] more)
    {
        var run = ToolRun.Of(["check", "cn.gb-12523-2011.boundary-day", "70", .. more]);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains(reason, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("７２．５ ｄＢ（Ａ）", "72.5 dB(A)", "72")]
    [InlineData("72分贝", "72 dB", "72")]
    [InlineData("72 dBA", "72 dB(A)", "72")]
    [InlineData("55.5", "55.5 dB(A)", "56")]
    public void Check_ShowsTheValueAsGivenBesideTheRounded(string value, string measured, string rounded)
    {
        // 72.5 and 55.5 go to the even 72 and 56 (GB/T 8170).
        var run = ToolRun.Of("check", "ｃｎ．gb-12523-2025.boundary-night", value);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains($"Measured: {measured}; rounded: {rounded} dB(A)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("110 μg/m³")]
    [InlineData("110 ug/m^3")]
    [InlineData("0.110 mg/m^3")]
    [InlineData("110㎍/㎥")]
    [InlineData("110 微克/立方米")]
    [InlineData("0.11毫克/立方米")]
    [InlineData("１１０ µg/m3")]
    public void Check_UnitsAsPeopleWriteThem(string value)
    {
        // GB 3095-2026 allows 100 µg/m3 of PM10 in class 2.
        var run = ToolRun.Of("check", "cn.gb-3095-2026.pm10-daily-class2-final", value);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("110 µg/m3 against ≤ 100 µg/m3", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-51")]
    [InlineData("200.1")]
    [InlineData("7000 dB(A)")]
    public void Check_RefusesWhatIsNoSoundLevel(string value)
    {
        // As the audit: -50 to 200 dB(A); beyond are error codes and slips.
        var run = ToolRun.Of("check", "noise.site-boundary", value);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains("is no sound level: -50 to 200 dB(A)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnitWithoutQuotes()
    {
        var run = ToolRun.Of("check", "noise.site-boundary", "72", "dBA");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("Put value and unit in quotes: \"72 dBA\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_FullWidth()
    {
        // Keys, places, dates and numbers as a Chinese keyboard writes them.
        Assert.Contains("Shanghai (CN-SH), 2026-03-01", ToolRun.Of("limits", "ＧＢ１２５２３", "--in", "ＣＮ－ＳＨ", "--on", "２０２６－０３－０１").Output, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("explain", "ＧＢ１２５２３－２０２５").ExitCode);
    }

    [Theory]
    [InlineData("时段=夜间", "工程类型=房屋建筑工程", "工地周围有噪声敏感建筑物=是")]
    [InlineData("period=Night", "kind of construction project=building", "noiseSensitiveBuildings=yes")]
    [InlineData("hours=23:00", "projectType=building", "noiseSensitiveBuildings=true")]
    [InlineData("时段＝夜间；projectType=building;noiseSensitiveBuildings=true")]
    public void Check_ConditionsByTheirNames(params string[] when)
    {
        // 60 dB(A) against 55 at night (GB 12523-2025, table 1).
        var run = ToolRun.Of(["check", "noise.site-boundary", "60", "--in", "上海市", "--on", "2026-03-01", .. when.SelectMany(static pair => new[] { "--when", pair })]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("60 dB(A) against ≤ 55 dB(A)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("airZone=三类", "的值：1（一类区（一级浓度限值））、2（二类区（二级浓度限值））")]
    [InlineData("时断=夜间", "是否应为“时段”？")]
    [InlineData("时段=夜间;period=day", "“时段（period）”给出了两次")]
    [InlineData("hours=25:00", "不是 23:00 形式的时刻")]
    public void Check_ConditionsThatAreNotKnown(string when, string message)
    {
        var run = ToolRun.Of("check", "noise.site-boundary", "60", "--lang", "zh", "--when", when);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ChineseNamesWhatIsMissingWithItsKey()
    {
        var run = ToolRun.Of("check", "noise.site-boundary", "60", "--in", "CN-SH", "--on", "2026-03-01", "--lang", "zh");

        Assert.Contains("缺少信息：时段（period）、工程类型（projectType）、工地周围有噪声敏感建筑物（noiseSensitiveBuildings）。", run.Output, StringComparison.Ordinal);
        // What can be typed stands beside the words.
        Assert.Single(run.LinesWith("≤ 55 dB(A)", "时段：夜间（period=night）", "除外：作业性质或施工事由：抢修、抢险救灾（workNature=emergency-repair | rescue）"));
    }

    [Theory]
    [InlineData("2026-7-1")]
    [InlineData("2026/07/01")]
    [InlineData("2026年7月1日")]
    public void Day_AsPeopleWriteIt(string day) =>
        Assert.Contains("China (CN), 2026-07-01", ToolRun.Of("limits", "GB12523", "--on", day).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-02-30", "There is no such day as '2026-02-30'")]
    [InlineData("2026-13-01", "There is no such day as '2026-13-01'")]
    [InlineData("01/02/2026", "is not a day of the form 2026-01-31")]
    [InlineData("2026-07/01", "is not a day of the form 2026-01-31")]
    public void Day_ThatIsNone(string day, string message)
    {
        var run = ToolRun.Of("limits", "GB12523", "--on", day);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
