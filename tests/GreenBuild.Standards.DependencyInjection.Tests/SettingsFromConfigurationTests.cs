using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

public sealed class SettingsFromConfigurationTests
{
    [Theory]
    [InlineData("CN-SH", "confirmed", "CN-SH", Evidence.Confirmed)]
    [InlineData("Shanghai", "single-source", "CN-SH", Evidence.SingleSource)]
    [InlineData("上海", "SingleSource", "CN-SH", Evidence.SingleSource)]
    [InlineData(" cn-bj ", "UNCONFIRMED", "CN-BJ", Evidence.Unconfirmed)]
    [InlineData("北京市", null, "CN-BJ", Evidence.SingleSource)]
    public void PlaceAndEvidence_AreUnderstoodAsPeopleWriteThem(string place, string? word, string code, Evidence floor)
    {
        var section = word is null ? Build.Section(("Place", place)) : Build.Section(("place", place), ("evidenceFLOOR", word));
        using var container = Build.Container(services => services.AddGreenBuildStandards(section));

        var standards = container.GetRequiredService<GreenBuildStandards>();

        Assert.Equal((code, floor), (standards.Place.Code, standards.CheckOptions.EvidenceFloor));
    }

    [Fact]
    public void Code_CountsOverTheConfiguration()
    {
        using var container = Build.Container(static services =>
            services.AddGreenBuildStandards(Build.Section(("Place", "CN-SH"), ("EvidenceFloor", "confirmed")), static options => options.Place = Jurisdiction.Parse("CN-BJ")));

        var standards = container.GetRequiredService<GreenBuildStandards>();

        Assert.Equal(("CN-BJ", Evidence.Confirmed), (standards.Place.Code, standards.CheckOptions.EvidenceFloor));
    }

    [Fact]
    public void WrongPlace_NamesThePathAndAsksForTheNearest()
    {
        var failure = Assert.Single(Build.FailuresOf(("Place", "Shangahi")));

        Assert.Equal(
            "GreenBuild:Place: 'Shangahi' is not a known place. Use an ISO 3166-2 code such as CN-SH, or a name such as Shanghai. Is 'Shanghai' meant?"
            + " / “Shangahi”不是已知的地点。请使用 ISO 3166-2 代码（如 CN-SH）或名称（如 上海）。是否应为“Shanghai”？", failure);
    }

    [Fact]
    public void WrongEvidence_NamesThePathAndTheWords()
    {
        var failure = Assert.Single(Build.FailuresOf(("Place", "CN-SH"), ("EvidenceFloor", "confirmd")));

        Assert.Equal(
            "GreenBuild:EvidenceFloor: 'confirmd' is none of confirmed, single-source, unconfirmed. Is 'confirmed' meant?"
            + " / “confirmd”不是下列之一：confirmed（已确认）、single-source（单一来源）、unconfirmed（未确认）。是否应为“confirmed”？", failure);
    }

    [Fact]
    public void UnknownSetting_IsAnErrorAndNotPassedOver()
    {
        var failure = Assert.Single(Build.FailuresOf(("Place", "CN-SH"), ("EvidenceFlor", "confirmed")));

        Assert.StartsWith(
            "GreenBuild:EvidenceFlor: There is no such setting; known are Place, EvidenceFloor, Overlays, OverlayFolder. Is 'EvidenceFloor' meant? / 没有此设置", failure, StringComparison.Ordinal);
    }

    /// <summary>Everything that is wrong is said at once, in the order of the configuration's keys.</summary>
    [Fact]
    public void AllMistakes_AreToldAtOnce()
    {
        var failures = Build.FailuresOf(("Place", "Atlantis"), ("EvidenceFloor", "sure"), ("Clock", "slow"), ("Overlays:0", "nowhere.json"));

        Assert.Equal(
            ["GreenBuild:Clock", "GreenBuild:EvidenceFloor", "GreenBuild:Overlays:0", "GreenBuild:Place"],
            failures.Select(static failure => failure[..failure.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Place", "", "GreenBuild:Place: The value is empty. / 值为空。")]
    [InlineData("Place:Code", "CN-SH", "GreenBuild:Place: A single value is expected, and no section. / 应为单个值，而不是配置节。")]
    [InlineData("Other:Place", "CN-SH", "GreenBuild:Other: There is no such setting")]
    public void WrongShape_IsAnError(string key, string value, string failure) =>
        Assert.Contains(Build.FailuresOf((key, value)), one => one.StartsWith(failure, StringComparison.Ordinal));

    [Fact]
    public void SectionThatIsNotThere_AsksForItsPlace() =>
        Assert.StartsWith("GreenBuild:Place: No place is given.", Assert.Single(Build.FailuresOf()), StringComparison.Ordinal);

    [Fact]
    public void SectionThatIsAValue_IsAnError()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("GreenBuild", "CN-SH")]).Build().GetSection("GreenBuild");

        Assert.StartsWith("GreenBuild: 'CN-SH' is no section; it holds Place", Build.FailuresOf(services => services.AddGreenBuildStandards(section))[0], StringComparison.Ordinal);
    }
}
