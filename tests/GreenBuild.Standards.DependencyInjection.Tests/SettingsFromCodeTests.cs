using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

public sealed class SettingsFromCodeTests
{
    [Fact]
    public void Settings_ReachTheService()
    {
        var clock = new SettableClock("2026-06-01T00:00Z");
        using var container = Build.Container(services => services.AddGreenBuildStandards(options =>
        {
            options.Place = Jurisdiction.Parse("CN-SH");
            options.Clock = clock;
            options.EvidenceFloor = Evidence.Confirmed;
        }));

        var standards = container.GetRequiredService<GreenBuildStandards>();

        Assert.Equal(("CN-SH", Evidence.Confirmed), (standards.Place.Code, standards.CheckOptions.EvidenceFloor));
        Assert.Same(clock, standards.Clock);
        Assert.Same(StandardsCatalogue.Default, standards.Catalogue);
        Assert.Same(standards, container.GetRequiredService<GreenBuildStandards>());
    }

    [Fact]
    public void Defaults_AreTheSystemsClockAndTheLibrarysFloor()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards(static options => options.Place = Jurisdiction.China));

        var standards = container.GetRequiredService<GreenBuildStandards>();

        Assert.Same(TimeProvider.System, standards.Clock);
        Assert.Equal(Evidence.SingleSource, standards.CheckOptions.EvidenceFloor);
    }

    [Fact]
    public void Clock_OfTheContainerIsTaken_AndThatOfTheOptionsGoesBefore()
    {
        var (common, own) = (new SettableClock("2026-06-01T00:00Z"), new SettableClock("2026-07-01T00:00Z"));
        using var container = Build.Container(services => services
            .AddSingleton<TimeProvider>(common)
            .AddGreenBuildStandards(static options => options.Place = Jurisdiction.China)
            .AddGreenBuildStandards("own", options => (options.Place, options.Clock) = (Jurisdiction.China, own)));

        Assert.Same(common, container.GetRequiredService<GreenBuildStandards>().Clock);
        Assert.Same(own, container.GetRequiredKeyedService<GreenBuildStandards>("own").Clock);
    }

    [Fact]
    public void NoPlace_IsAnError()
    {
        var failure = Assert.Single(Build.FailuresOf(static services => services.AddGreenBuildStandards(static options => options.EvidenceFloor = Evidence.Confirmed)));

        Assert.Equal("Place: No place is given. Use an ISO 3166-2 code such as CN-SH. / 未给出地点。请使用 ISO 3166-2 代码，如 CN-SH。", failure);
    }

    [Fact]
    public void EvidenceFloor_MustBeALevel() =>
        Assert.StartsWith("EvidenceFloor: This is no level of evidence.", Assert.Single(Build.FailuresOf(static services =>
            services.AddGreenBuildStandards(static options => (options.Place, options.EvidenceFloor) = (Jurisdiction.China, (Evidence)7)))), StringComparison.Ordinal);

    [Fact]
    public void KeyOfAPlace_StandsInItsErrors()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards("lingang", static options => options.OverlayFolder = "x"));

        var problem = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => container.GetRequiredKeyedService<GreenBuildStandards>("lingang"));

        Assert.StartsWith("lingang:Place: No place is given.", Assert.Single(problem.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongArguments_AreToldAtOnce()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>(() => services.AddGreenBuildStandards("", static options => options.Place = Jurisdiction.China));
        Assert.Throws<ArgumentNullException>(() => services.AddGreenBuildStandards((Action<GreenBuildStandardsOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddGreenBuildStandards((Microsoft.Extensions.Configuration.IConfigurationSection)null!));
        Assert.Throws<ArgumentNullException>(() => new GreenBuildStandards(null!));
    }
}
