using System.Globalization;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;
using GreenBuild.Standards.Samples.Simulation;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>The sample for auditors: its README is followed, and its verdicts are those that the README works out by hand.</summary>
public sealed partial class SiteAuditTests
{
    private const string Readme = "samples/SiteAudit/README.md";
    private static readonly ProjectAudit Audit = Judge();

    [Fact]
    public void Verdicts_AreThoseThatTheReadmeWorksOut()
    {
        var expected = Row().Matches(RepositoryFiles.Read(Readme)).Select(static row => $"{row.Groups[1].Value} | {row.Groups[2].Value.Trim('`')} | {row.Groups[3].Value}").ToList();

        Assert.Equal(expected, Audit.Sections.SelectMany(Rows));
        // Every line says why.
        Assert.All(Row().Matches(RepositoryFiles.Read(Readme)), static row => Assert.NotEmpty(row.Groups[4].Value.Trim()));
    }

    [Fact]
    public void Verdicts_AreAllThere()
    {
        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.True(Audit.Count(verdict) > 0, verdict.ToString());
        Assert.Equal(Verdict.NonCompliant, Audit.Overall);
        Assert.Equal(1, Audit.WaivedCount);
        Assert.Single(Audit.ExpiredWaivers);
    }

    [Theory]
    [InlineData(ProjectDomain.Noise)]
    [InlineData(ProjectDomain.Dust)]
    [InlineData(ProjectDomain.Waste)]
    [InlineData(ProjectDomain.Materials)]
    [InlineData(ProjectDomain.Components)]
    [InlineData(ProjectDomain.Assembly)]
    [InlineData(ProjectDomain.Duties)]
    public void Domain_PassesAndFails(ProjectDomain domain)
    {
        var section = Audit.Sections.Single(section => section.Domain == domain);

        Assert.Contains(section.Findings, static finding => (finding.ProvisionalVerdict ?? finding.Verdict) == Verdict.NonCompliant);
        // Components that keep all rules give no finding of their own; a note counts them.
        if (domain == ProjectDomain.Components) Assert.StartsWith("4 of 7 lines have nothing to report", section.Groups[0].Notes[0].English, StringComparison.Ordinal);
        else Assert.Contains(section.Findings, static finding => (finding.ProvisionalVerdict ?? finding.Verdict) == Verdict.Compliant);
    }

    [Fact]
    public void Dust_PassesAndFails()
    {
        // By its duties, which decide; what the monitor says is provisional.
        var dust = Audit.Findings.Where(static finding => finding.Requirement?.Measurand.Domain == "dust").Select(static finding => finding.Verdict).ToHashSet();

        Assert.Superset(new HashSet<Verdict> { Verdict.Compliant, Verdict.NonCompliant, Verdict.Indeterminate }, dust);
    }

    [Fact]
    public void Levels_FollowFromTheSimulation()
    {
        // Half of the readings 1 dB above, half 1 dB below the stated level; a mean of energy, reckoned here in plain numbers.
        var shift = 10 * Math.Log10((Math.Pow(10, 0.1) + Math.Pow(10, -0.1)) / 2);
        Assert.Equal(0.114, shift, 3);

        Assert.Equal(63 + shift, Level("North", "2025-12-30 day 06:00–22:00"), 6);
        Assert.Equal(62.7 + shift, Level("North", "2025-12-31 night 22:00–24:00"), 6);
        Assert.Equal(Mean((240, 62.7), (120, 49)) + shift, Level("North", "2026-01-01 night 00:00–06:00"), 6);
        Assert.Equal(Mean((940, 71.6), (20, 74.7)) + shift, Level("East", "2025-12-31 day 06:00–22:00"), 6);
        var loud = Audit.Noise!.Points[1].Periods.Single(static period => period.Finding.IsProvisional);
        Assert.Equal(74.7 + shift, loud.HighestTwentyMinutes!.Value, 6);
        Assert.Equal(900, Audit.Noise.Points[0].Periods.Single(static period => ReportFormat.PeriodOf(period, Language.English) == "2025-12-31 day 06:00–22:00").ValidTime.TotalMinutes);

        static double Mean(params (int Minutes, double Level)[] parts) =>
            10 * Math.Log10(parts.Sum(static part => part.Minutes * Math.Pow(10, part.Level / 10)) / parts.Sum(static part => part.Minutes));

        static double Level(string point, string period) =>
            Audit.Noise!.Points.Single(one => one.Name.StartsWith(point, StringComparison.Ordinal)).Periods.Single(one => ReportFormat.PeriodOf(one, Language.English) == period).EquivalentLevel;
    }

    /// <summary>Counted here line by line from the file: means above 2 and above 1 mg/m3, and how many of the 96 of a day there are. By hand, from what the simulation states:</summary>
    [Theory]
    [InlineData("2025-12-19", 0, 4, 96)]
    [InlineData("2025-12-20", 1, 6, 96)]
    // One mean is 1,000 µg/m3 to the point, and not above.
    [InlineData("2025-12-21", 0, 0, 96)]
    [InlineData("2025-12-22", 2, 9, 96)]
    [InlineData("2025-12-23", 0, 7, 96)]
    [InlineData("2025-12-24", 0, 0, 80)]
    public void Dust_IsCountedByTheDay(string day, int aboveTwo, int aboveOne, int recorded)
    {
        var means = RepositoryFiles.Read("samples/SiteAudit/readings/gate-dust.csv").Split('\n').Where(line => line.StartsWith(day, StringComparison.Ordinal))
            .Select(static line => int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((aboveTwo, aboveOne, recorded), (means.Count(static mean => mean > 2000), means.Count(static mean => mean > 1000), means.Count));

        var section = Audit.Sections.Single(static section => section.Domain == ProjectDomain.Dust);
        var findings = section.Findings.Where(finding => finding.From!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day).ToList();
        Assert.Equal([aboveTwo, aboveOne], findings.Select(static finding => (int)finding.Measured!.Value));
        // One may be above 2, six above 1; a mean that nobody recorded may have been above.
        Assert.Equal([Expected(aboveTwo, 1), Expected(aboveOne, 6)], findings.Select(static finding => finding.ProvisionalVerdict ?? finding.Verdict));

        Verdict Expected(int count, int allowed) => count > allowed ? Verdict.NonCompliant : count + 96 - recorded > allowed ? Verdict.Indeterminate : Verdict.Compliant;
    }

    [Fact]
    public void Readings_AreThoseOfTheSimulation() => Assert.All(
        SyntheticReadings.Files().ToList(), static file => Assert.Equal(file.Lines, RepositoryFiles.Read("samples/SiteAudit/readings/" + file.Name).TrimEnd('\n').Split('\n')));

    [Fact]
    public void Carbon_IsThatOfTheReadme()
    {
        decimal made = (600 * 8) + (40 * 10) + (150 * 250.5m) + (100 * 300) + (40 * 250), carried = (2 + 3 + 1 + 1 + 360 + 240 + 68) * 100 * 0.129m;
        Assert.Equal((82_775m, 8_707.5m), (made, carried));

        var figures = Audit.Sections.Single(static section => section.Domain == ProjectDomain.Materials).Groups[^1].Tables[0].Rows.Where(static row => row[1].English.Length == 0).ToDictionary(static row => row[0].English, static row => row[2].English);
        Assert.Equal(made + carried, decimal.Parse(figures["Embodied carbon"], CultureInfo.InvariantCulture));
        Assert.Equal(11.44m, decimal.Parse(figures["Embodied carbon by floor area"], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Declaration_IsThatOfTheBill() =>
        Assert.Equal(RepositoryFiles.Read("samples/MaterialBill/epd-synthetic-a2.json"), RepositoryFiles.Read("samples/SiteAudit/epds/concrete-c35.json"));

    [Fact]
    public async Task Readme_CanBeFollowed()
    {
        var folder = Directory.CreateTempSubdirectory("greenbuild-sample");
        try
        {
            var steps = SampleReadme.Of(Readme).Steps;
            Assert.Equal(5, steps.Count);
            foreach (var (commands, printed) in steps)
            {
                var output = "";
                foreach (var command in commands)
                {
                    var run = await SampleReadme.RunAsync(command, folder.FullName);
                    // Something on the site is not kept.
                    Assert.True(run.ExitCode == 1, command + "\n" + run.Output);
                    output += run.Output.ReplaceLineEndings("\n");
                }

                var lines = output.Split('\n').Select(static line => line.TrimEnd()).ToList();
                Assert.All(printed.SelectMany(static block => block.Split('\n')), line => Assert.Contains(line.TrimEnd(), lines));
            }

            Assert.Equal(["greenbuild-report.html"], folder.GetFiles().Select(static file => file.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Audit_SaysAllInBothLanguages(string language)
    {
        var run = await SampleReadme.RunAsync($"dotnet run --project src/GreenBuild.Standards.Tool -- audit samples/SiteAudit --no-report --lang {language}");
        var of = language == "zh" ? Language.Chinese : Language.English;

        Assert.Equal(1, run.ExitCode);
        foreach (var section in Audit.Sections.Where(static section => section.Domain != ProjectDomain.Noise)) Assert.Contains("\n" + section.Title.In(of) + "\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        // In the tables themselves: the line that counts the verdicts names all of them in any case.
        var tables = run.Output.ReplaceLineEndings("\n").Split(language == "zh" ? "\n结论汇总：" : "\nFindings: ")[0];
        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.Contains("  " + Words.Of(verdict).In(of), tables, StringComparison.Ordinal);
        Assert.DoesNotContain("Grade None", run.Output, StringComparison.Ordinal);
    }

    /// <summary>What the front page says that the audit prints is what it prints, and the validator has as many lines as it says.</summary>
    [Theory]
    [InlineData("README.md", "en", " 35 lines")]
    [InlineData("README.zh-CN.md", "zh", " 35 行")]
    public async Task FrontPage_ShowsWhatIsPrinted(string file, string language, string lines)
    {
        var step = SampleReadme.Of(file).Steps[0];
        Assert.Equal("dotnet run --project src/GreenBuild.Standards.Tool -- audit samples/SiteAudit", step.Commands[0]);

        var run = await SampleReadme.RunAsync($"{step.Commands[0]} --no-report --lang {language}");

        Assert.Contains(step.Printed[0] + "\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(35, RepositoryFiles.Read("samples/SiteAudit/Validator/Program.cs").TrimEnd('\n').Split('\n').Length);
        Assert.Contains(lines, RepositoryFiles.Read(file), StringComparison.Ordinal);
        Assert.Contains(lines, RepositoryFiles.Read(Readme), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validator_RefusesWhatItCannotRead()
    {
        Assert.Equal(64, (await SampleReadme.RunAsync("dotnet run --project samples/SiteAudit/Validator")).ExitCode);

        // A bill is no project; the error says what is wrong where.
        var run = await SampleReadme.RunAsync("dotnet run --project samples/SiteAudit/Validator -- samples/SiteAudit/duties.json");
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("duties.json", run.Output, StringComparison.Ordinal);
    }

    private static ProjectAudit Judge()
    {
        Assert.True(ProjectInput.TryRead(RepositoryFiles.PathOf("samples/SiteAudit"), out var input, out var errors), string.Join('\n', errors.SelectMany(static file => file)));
        return input!.Judge();
    }

    private static IEnumerable<string> Rows(AuditSection section)
    {
        if (section.Domain == ProjectDomain.Dust) return section.Findings.Select(static finding => RowOf($"{finding.Subject.Split(' ')[0]} {finding.From:yyyy-MM-dd}", finding));
        if (section.Domain != ProjectDomain.Noise) return section.Findings.Select(static finding => RowOf(finding.Subject.Replace(" materials.", " ", StringComparison.Ordinal), finding));
        var levels = Audit.Noise!.Points.SelectMany(static point => point.Periods.SelectMany(period => period.Findings.Select((finding, index) => RowOf(
            $"{point.Name.Split(' ')[0]} {ReportFormat.PeriodOf(period, Language.English)} {(index == 0 ? "LAeq" : "LAmax")}", finding))));
        var works = Audit.Noise.Works.SelectMany(static work => work.Findings.Select(finding => RowOf(work.Work.Description.Split(" / ")[0].Replace(" of the raft", "", StringComparison.Ordinal), finding)));
        return levels.Concat(works);
    }

    private static string RowOf(string subject, Finding finding) =>
        $"{subject} | {finding.Requirement?.Key ?? "–"} | {ReportFormat.VerdictOf(finding, Language.English)}{(Audit.WaiverOf(finding) is null ? "" : " (waived)")}";

    [GeneratedRegex(@"^\| ([^|]+) \| (`[^`|]+`|–) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
