using GreenBuild.Standards;
using GreenBuild.Standards.DependencyInjection;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Waste;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// Where hosts look for it.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the standards with a container.</summary>
/// <remarks>
/// What is wrong with the settings is said when the host starts (<c>ValidateOnStart</c>), or without a host when <see cref="GreenBuildStandards"/> is first asked for:
/// an <see cref="OptionsValidationException"/> with one failure for each mistake, in English and Chinese. What the container already has is kept.
/// An application and a module may both register: settings of the later call count over those of the earlier, and an overlay that both name is loaded once.
/// </remarks>
public static class GreenBuildStandardsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="GreenBuildStandards"/> and the evaluators, with settings from code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the place, and what else is not as by default.</param>
    public static IServiceCollection AddGreenBuildStandards(this IServiceCollection services, Action<GreenBuildStandardsOptions> configure) =>
        Add(services, null, null, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>Registers <see cref="GreenBuildStandards"/> and the evaluators, with settings from the configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section; it holds <c>Place</c>, and may hold <c>EvidenceFloor</c>, <c>Overlays</c> and <c>OverlayFolder</c>. Any other key is an error.</param>
    public static IServiceCollection AddGreenBuildStandards(this IServiceCollection services, IConfigurationSection section) =>
        Add(services, null, section ?? throw new ArgumentNullException(nameof(section)), null);

    /// <summary>Registers <see cref="GreenBuildStandards"/> and the evaluators, with settings from the configuration and from code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section; it holds <c>Place</c>, and may hold <c>EvidenceFloor</c>, <c>Overlays</c> and <c>OverlayFolder</c>. Any other key is an error.</param>
    /// <param name="configure">Sets what the configuration cannot hold, the clock for example; counts over the configuration.</param>
    public static IServiceCollection AddGreenBuildStandards(this IServiceCollection services, IConfigurationSection section, Action<GreenBuildStandardsOptions> configure) =>
        Add(services, null, section ?? throw new ArgumentNullException(nameof(section)), configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>The same for one of several places: what is registered is asked for with <c>[FromKeyedServices(key)]</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key of the place.</param>
    /// <param name="configure">Sets the place, and what else is not as by default.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static IServiceCollection AddGreenBuildStandards(this IServiceCollection services, string key, Action<GreenBuildStandardsOptions> configure) =>
        Add(services, CheckedKey(key), null, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>The same for one of several places: what is registered is asked for with <c>[FromKeyedServices(key)]</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key of the place.</param>
    /// <param name="section">The section with the settings of that place.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static IServiceCollection AddGreenBuildStandards(this IServiceCollection services, string key, IConfigurationSection section) =>
        Add(services, CheckedKey(key), section ?? throw new ArgumentNullException(nameof(section)), null);

    /// <summary>The same for one of several places: what is registered is asked for with <c>[FromKeyedServices(key)]</c>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key of the place.</param>
    /// <param name="section">The section with the settings of that place.</param>
    /// <param name="configure">Sets what the configuration cannot hold, the clock for example; counts over the configuration.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static IServiceCollection AddGreenBuildStandards(
        this IServiceCollection services, string key, IConfigurationSection section, Action<GreenBuildStandardsOptions> configure) =>
        Add(services, CheckedKey(key), section ?? throw new ArgumentNullException(nameof(section)), configure ?? throw new ArgumentNullException(nameof(configure)));

    private static string CheckedKey(string key) => key is { Length: > 0 } ? key : throw new ArgumentException("The key of a place is empty.", nameof(key));

    private static IServiceCollection Add(IServiceCollection services, string? key, IConfigurationSection? section, Action<GreenBuildStandardsOptions>? configure)
    {
        var name = key ?? Options.Options.DefaultName;
        var options = (services ?? throw new ArgumentNullException(nameof(services))).AddOptions<GreenBuildStandardsOptions>(name);
        if (section is not null) options.Configure(one => SettingsReader.Read(section, one));
        if (configure is not null) options.Configure(configure);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GreenBuildStandardsOptions>, SettingsCheck>());
        TryAdd(services, key, provider => Create(provider, name));

        AddSiteEvaluator<SiteBoundaryMeasurement>(static (standards, site, measured) => new SiteBoundaryCheck(site, standards.Catalogue, standards.CheckOptions).Judge(measured));
        AddSiteEvaluator<NoiseSeries>(static (standards, site, series) =>
            [.. new SiteBoundaryMonitoring(site, standards.Catalogue, standards.CheckOptions).Judge(series).SelectMany(static period => period.Findings)]);
        AddSiteEvaluator<PermittedWork>(static (standards, site, work) => new WorkPermissionCheck(site, standards.Catalogue, standards.CheckOptions).Judge(work.Work, work.Permits));
        AddSiteEvaluator<DustSeries>(static (standards, site, dust) =>
            [.. new SiteDustMonitoring(site, dust.Surroundings, standards.Catalogue, standards.CheckOptions).Judge(dust.Particulate, dust.Series).Select(static day => day.Finding)]);
        AddEvaluator<SuppliedProduct>(static (standards, product) => new HarmfulSubstanceCheck(standards.Place, standards.Catalogue, standards.CheckOptions).Judge(product));
        AddEvaluator<IndoorAirTest>(static (standards, test) => new IndoorAirCheck(standards.Place, standards.Catalogue, standards.CheckOptions).Judge(test).Findings);
        AddEvaluator<MaterialEvaluation>(static (standards, one) => one.Bill.Judge(one.Date ?? standards.TodayIn(one.Bill.Place), standards.Catalogue, standards.CheckOptions).Findings);
        AddEvaluator<WasteAccount>(static (standards, account) =>
            new WasteCheck(account.Project, standards.Catalogue, standards.CheckOptions).Judge(account.Ledger, account.Date ?? standards.TodayIn(account.Project.Site.Place)));
        return services;

        void AddSiteEvaluator<TSubject>(Func<GreenBuildStandards, ConstructionSite, TSubject, IReadOnlyList<Finding>> judge) =>
            TryAdd<ISiteEvaluator<TSubject>>(services, key, provider => new SiteEvaluator<TSubject>(Standards(provider, key), judge));

        void AddEvaluator<TSubject>(Func<GreenBuildStandards, TSubject, IReadOnlyList<Finding>> judge) =>
            TryAdd<IEvaluator<TSubject>>(services, key, provider => new Evaluator<TSubject>(Standards(provider, key), judge));
    }

    // What the host registered before stays; what it registers after counts over this.
    private static void TryAdd<TService>(IServiceCollection services, string? key, Func<IServiceProvider, TService> create)
        where TService : class
    {
        if (key is null) services.TryAddSingleton(create);
        else services.TryAddKeyedSingleton(key, (provider, _) => create(provider));
    }

    private static GreenBuildStandards Standards(IServiceProvider provider, string? key) =>
        key is null ? provider.GetRequiredService<GreenBuildStandards>() : provider.GetRequiredKeyedService<GreenBuildStandards>(key);

    private static GreenBuildStandards Create(IServiceProvider provider, string name)
    {
        // The monitor keeps what was validated at start; to ask for it again validates nothing twice.
        var options = provider.GetRequiredService<IOptionsMonitor<GreenBuildStandardsOptions>>().Get(name);
        return new GreenBuildStandards(
            options.Place!, options.Clock ?? provider.GetService<TimeProvider>(), options.Catalogue, new CheckOptions { EvidenceFloor = options.EvidenceFloor });
    }
}
