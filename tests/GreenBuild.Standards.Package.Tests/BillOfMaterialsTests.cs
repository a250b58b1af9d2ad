namespace GreenBuild.Standards.Package.Tests;

/// <summary>What ships with each package, and under which licence: the lists in the repository are those that the restore resolved.</summary>
public sealed class BillOfMaterialsTests
{
    public static TheoryData<string> Packages => [.. BillOfMaterials.Projects.Keys];

    /// <summary>To write them anew after a change of dependencies: set GREENBUILD_WRITE_SBOM=1 and run this test.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Sbom_IsWhatIsResolved(string package)
    {
        var path = RepositoryFiles.PathOf($"eng/sbom/{package}.cdx.json");
        var found = BillOfMaterials.Of(package).ToCycloneDx();
        if (Environment.GetEnvironmentVariable("GREENBUILD_WRITE_SBOM") == "1") File.WriteAllText(path, found);

        Assert.Equal(File.ReadAllText(path), found);
    }

    /// <summary>The table of the licences has each component once, with its version, its licence and the packages that it comes along with.</summary>
    [Theory]
    [InlineData("docs/licences.md")]
    [InlineData("docs/licences.zh-CN.md")]
    public void Licences_AreListed(string page)
    {
        var all = BillOfMaterials.Projects.Keys.Select(BillOfMaterials.Of)
            .SelectMany(static bill => bill.Components.Values.Where(static component => component.Sha512.Length > 0).Select(component => (component, bill.Package)))
            .GroupBy(static one => (one.component.Name, one.component.Version, one.component.Licence), static one => one.Package["GreenBuild.Standards".Length..].TrimStart('.') is { Length: > 0 } name ? name : "Standards")
            .OrderBy(static group => group.Key.Name, StringComparer.OrdinalIgnoreCase)
            .Select(static group => $"| {group.Key.Name} | {group.Key.Version} | {group.Key.Licence} | {string.Join(", ", group.Order(StringComparer.Ordinal))} |")
            .ToList();

        Assert.NotEmpty(all);
        Assert.Equal(all, RepositoryFiles.Read(page).Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2));
    }
}
