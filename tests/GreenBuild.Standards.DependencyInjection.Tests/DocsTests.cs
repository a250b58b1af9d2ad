using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>docs/dependency-injection.md says what the package does; the other tests compile its calls.</summary>
public sealed class DocsTests
{
    [Theory]
    [InlineData("dependency-injection.md")]
    [InlineData("dependency-injection.zh-CN.md")]
    public void Evaluators_AreThoseThatAreRegistered(string page)
    {
        var services = new ServiceCollection();
        services.AddGreenBuildStandards(static options => options.Place = Jurisdiction.China);
        var registered = services.Select(static service => service.ServiceType).Where(static type => type.IsGenericType && type.Name.Contains("Evaluator", StringComparison.Ordinal))
            .Select(static type => $"{type.Name[..type.Name.IndexOf('`')]}<{type.GenericTypeArguments[0].Name}>").Order(StringComparer.Ordinal).ToList();

        var written = Lines(page).Where(static line => line.StartsWith("| `I", StringComparison.Ordinal)).Select(static line => line.Split('`')[1]).Order(StringComparer.Ordinal);

        Assert.Equal(8, registered.Count);
        Assert.Equal(registered, written);
    }

    [Theory]
    [InlineData("dependency-injection.md")]
    [InlineData("dependency-injection.zh-CN.md")]
    public void Mistakes_AreThoseOfTheMessages(string page)
    {
        var failures = Build.FailuresOf(("Place", "Shangahi"), ("Overlays:0", "nowhere.json"));

        var written = Lines(page).Where(static line => line.StartsWith("GreenBuild:", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, written.Count);
        // Where a page leaves something out, it says so.
        foreach (var line in written)
            Assert.Contains(failures, failure => line.Split('…').All(part => failure.Contains(part.Trim(), StringComparison.Ordinal)));
    }

    private static string[] Lines(string page) => RepositoryFiles.Read("docs/" + page).Split('\n');
}
