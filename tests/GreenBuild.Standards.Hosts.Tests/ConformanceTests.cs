namespace GreenBuild.Standards.Hosts.Tests;

/// <summary>The table itself, and its cases in this very process.</summary>
public sealed class ConformanceTests
{
    internal static readonly string TablePath = RepositoryFiles.PathOf("tests/Hosts/Conformance/cases.tsv");

    internal static readonly IReadOnlyList<ConformanceCase> Cases = ConformanceCase.ReadAll(TablePath);

    /// <summary>What each host has to print.</summary>
    internal static readonly string Expected = string.Concat(Cases.Select(static one => one.Id + "\t" + one.Expected + "\n"));

    [Fact]
    public void Table_HoldsCasesOfAllDomains()
    {
        Assert.InRange(Cases.Count, 300, int.MaxValue);
        Assert.Distinct(Cases.Select(static one => one.Id));
        Assert.All(Cases, static one => Assert.NotEmpty(one.Basis));
        var groups = Cases.GroupBy(static one => one.Id[..one.Id.LastIndexOf('-')]).ToDictionary(static group => group.Key, static group => group.Count());
        // Every domain of the catalogue, and what they share.
        foreach (var group in new[] { "limits-noise", "limits-dust", "limits-waste", "limits-materials", "limits-components", "rounding", "energy", "editions", "governing", "quantities", "units", "boundary", "waste", "products", "components", "tolerances", "assembly", "summaries" })
            Assert.InRange(groups[group], 8, int.MaxValue);
    }

    [Fact]
    public void Library_AnswersAsTheTableSays() => Assert.Equal(Expected, ConformanceRun.Lines(Cases));

    /// <summary>The expected values were not taken from the library: what can be reckoned from the catalogue files alone is reckoned again.</summary>
    [Fact]
    public void PlainImplementation_AnswersAsTheTableSays()
    {
        var answered = Cases.Where(static one => PlainAnswers.To(one) is not null).ToList();

        Assert.InRange(answered.Count, 300, int.MaxValue);
        Assert.Equal(answered.Select(static one => one.Id + " " + one.Expected), answered.Select(static one => one.Id + " " + PlainAnswers.To(one)));
    }
}
