using System.Globalization;
using GreenBuild.Standards.Monitoring.Quality;

namespace GreenBuild.Standards.Monitoring.Tests.Quality;

/// <summary>What docs/data-quality.md says is what the library and the measurement on real series say.</summary>
public sealed class DataQualityDocsTests
{
    [Theory]
    [InlineData("data-quality.md")]
    [InlineData("data-quality.zh-CN.md")]
    public void EveryKind_HasItsStatisticAndItsRates(string page)
    {
        var rows = RepositoryFiles.Read("docs/" + page).Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Select(static line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();
        var rates = rows.Where(static row => row.Length == 5 && int.TryParse(row[4], out _)).ToList();
        Assert.Equal(QualityFaults.All.Values.Select(static fault => fault.Kind).Distinct().Order(), Enum.GetValues<QualityFindingKind>());
        Assert.Equal(QualityFaults.All.Count, rates.Count);
        Assert.Equal(QualityFaults.All.Keys.Select(RealSeriesQualityTests.LeastFound), rates.Select(static row => int.Parse(row[4], CultureInfo.InvariantCulture)));
        if (page == "data-quality.md") Assert.Equal(QualityFaults.All.Keys, rates.Select(static row => row[3]));
        foreach (var kind in Enum.GetValues<QualityFindingKind>())
        {
            Assert.Single(rows, row => row.Length == 3 && row[0].StartsWith($"`{kind}`", StringComparison.Ordinal));
            Assert.Equal(DataQualityScreen.FalseAlarmRateOf(kind), double.Parse(Assert.Single(rates, row => row[0] == $"`{kind}`")[1], CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("data-quality.md")]
    [InlineData("data-quality.zh-CN.md")]
    public void Snippet_IsThisOne(string page)
    {
        var series = QualityFaults.Series(QualityFaults.All["all values end in 0"].Make(QualityFaults.Synthetic(4), 744, 1464, new Random(7)).First().Series.Readings);
        var findings = DataQualityScreen.Screen([new("PM10", series) { Limits = [150] }]);
        var lines = new List<string>();
        foreach (var finding in findings) lines.Add($"{finding.From:yyyy-MM-dd HH:mm} {finding.Kind}: {finding} [{finding.Value} against {finding.Threshold}]");

        Assert.Contains(lines, static line => line.StartsWith("2026-04-01 00:00 FewValues: The ", StringComparison.Ordinal));
        var text = RepositoryFiles.Read("docs/" + page);
        Assert.Contains("var findings = DataQualityScreen.Screen([new(\"PM10\", series) { Limits = [150] }]);", text, StringComparison.Ordinal);
        Assert.Contains("$\"{finding.From:yyyy-MM-dd HH:mm} {finding.Kind}: {finding} [{finding.Value} against {finding.Threshold}]\"", text, StringComparison.Ordinal);
    }
}
