using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>Containers and sections of configurations for tests.</summary>
internal static class Build
{
    public static ServiceProvider Container(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The section <c>GreenBuild</c>, or another, with settings whose keys count from it.</summary>
    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) => SectionOf("GreenBuild", settings);

    public static IConfigurationSection SectionOf(string path, params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(path + ":" + setting.Key, setting.Value))).Build().GetSection(path);

    /// <summary>What is said to be wrong with settings when the service is first asked for.</summary>
    public static IReadOnlyList<string> FailuresOf(Action<IServiceCollection> register)
    {
        using var container = Container(register);
        return [.. Assert.Throws<OptionsValidationException>(() => container.GetRequiredService<GreenBuildStandards>()).Failures];
    }

    public static IReadOnlyList<string> FailuresOf(params (string Key, string? Value)[] settings) => FailuresOf(services => services.AddGreenBuildStandards(Section(settings)));
}
