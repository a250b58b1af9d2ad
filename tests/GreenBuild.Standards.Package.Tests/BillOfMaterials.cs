using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>A package that one of ours brings along or has compiled in.</summary>
/// <param name="Name">The name.</param>
/// <param name="Version">The version that is resolved.</param>
/// <param name="Licence">The licence, as an expression of SPDX.</param>
/// <param name="Sha512">The hash of the package in hexadecimal.</param>
/// <param name="Targets">The target frameworks for which it comes along.</param>
/// <param name="DependsOn">What it needs itself.</param>
internal sealed record Component(string Name, string Version, string Licence, string Sha512, SortedSet<string> Targets, SortedSet<string> DependsOn)
{
    public string Purl => $"pkg:nuget/{Name}@{Version}";
}

/// <summary>What a package is made of, as the restore resolved it: read from the assets file of its project.</summary>
internal sealed class BillOfMaterials
{
    /// <summary>Every package with the project that it is made from.</summary>
    public static readonly IReadOnlyDictionary<string, string> Projects = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["GreenBuild.Standards"] = "src/GreenBuild.Standards",
        ["GreenBuild.Standards.Auditing"] = "src/GreenBuild.Standards.Auditing",
        ["GreenBuild.Standards.DependencyInjection"] = "src/GreenBuild.Standards.DependencyInjection",
        ["GreenBuild.Standards.Json"] = "src/GreenBuild.Standards.Json",
        ["GreenBuild.Standards.Monitoring"] = "src/GreenBuild.Standards.Monitoring",
        ["GreenBuild.Standards.Reporting"] = "src/GreenBuild.Standards.Reporting",
        ["GreenBuild.Standards.Testing"] = "src/GreenBuild.Standards.Testing",
        ["GreenBuild.Standards.Tool"] = "src/GreenBuild.Standards.Tool",
    };

    // Its sources are compiled into what is built for .NET Standard 2.0; all other private references stay behind.
    private const string CompiledIn = "PolySharp";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private BillOfMaterials(string package, string version, SortedDictionary<string, Component> components, SortedSet<string> direct)
    {
        Package = package;
        Version = version;
        Components = components;
        Direct = direct;
    }

    public string Package { get; }

    public string Version { get; }

    public SortedDictionary<string, Component> Components { get; }

    /// <summary>What the package itself names.</summary>
    public SortedSet<string> Direct { get; }

    public static BillOfMaterials Of(string package)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(PackageFixture.RepositoryRoot, Projects[package], "obj", "project.assets.json")));
        var root = assets.RootElement;
        var libraries = root.GetProperty("libraries").EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value);
        var folder = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        var components = new SortedDictionary<string, Component>(StringComparer.Ordinal);
        var direct = new SortedSet<string>(StringComparer.Ordinal);

        foreach (var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            var target = root.GetProperty("targets").EnumerateObject().Single(one => one.Name == framework.Name || one.Name == Moniker(framework.Name)).Value;
            var resolved = target.EnumerateObject().ToDictionary(static one => one.Name.Split('/')[0], static one => (Key: one.Name, one.Value), StringComparer.OrdinalIgnoreCase);
            var named = framework.Value.TryGetProperty("dependencies", out var dependencies) ? dependencies.EnumerateObject().Where(IsShipped).Select(static one => one.Name) : [];
            var referenced = root.GetProperty("project").GetProperty("restore").GetProperty("frameworks").GetProperty(framework.Name).TryGetProperty("projectReferences", out var projects)
                ? projects.EnumerateObject().Select(static one => Path.GetFileNameWithoutExtension(one.Name))
                : [];
            foreach (var name in named.Concat(referenced))
            {
                direct.Add(Visit(name));
            }

            string Visit(string name)
            {
                var (key, value) = resolved[name];
                if (!components.TryGetValue(key, out var component))
                {
                    components[key] = component = libraries[key] is var library && library.GetProperty("type").GetString() == "package"
                        ? new Component(key.Split('/')[0], key.Split('/')[1], LicenceOf(Path.Combine(folder, library.GetProperty("path").GetString()!)), Convert.ToHexStringLower(library.GetProperty("sha512").GetBytesFromBase64()), [], new(StringComparer.Ordinal))
                        : new Component(key.Split('/')[0], key.Split('/')[1], "MIT", "", [], new(StringComparer.Ordinal));
                }

                if (component.Targets.Add(framework.Name) && value.TryGetProperty("dependencies", out var further))
                    foreach (var next in further.EnumerateObject())
                        component.DependsOn.Add(Visit(next.Name));
                return component.Purl;
            }
        }

        return new BillOfMaterials(package, root.GetProperty("project").GetProperty("version").GetString()!, components, direct);

        static bool IsShipped(JsonProperty dependency) =>
            dependency.Name == CompiledIn
            || (!(dependency.Value.TryGetProperty("autoReferenced", out var isAutomatic) && isAutomatic.GetBoolean()) && !(dependency.Value.TryGetProperty("suppressParent", out var held) && held.GetString() == "All"));
    }

    private static string Moniker(string framework) => framework == "netstandard2.0" ? ".NETStandard,Version=v2.0" : framework;

    /// <summary>What the package says of itself; packages of before 2018 have their licence as a file.</summary>
    private static string LicenceOf(string folder)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single();
        if (metadata.Elements().SingleOrDefault(static element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression") is { } expression) return expression.Value;
        return File.Exists(Path.Combine(folder, "LICENSE.TXT")) && File.ReadAllText(Path.Combine(folder, "LICENSE.TXT")).StartsWith("The MIT License (MIT)", StringComparison.Ordinal)
            ? "MIT"
            : throw new InvalidDataException(folder + " says nothing of its licence.");
    }

    /// <summary>As CycloneDX 1.6; without a day or a number of its own, so that it only changes with what it lists.</summary>
    public string ToCycloneDx()
    {
        var self = $"pkg:nuget/{Package}@{Version}";
        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Entry(Package == "GreenBuild.Standards.Tool" ? "application" : "library", Package, Version, self, "MIT") },
            ["components"] = new JsonArray([.. Components.Values.Select(static component =>
            {
                var entry = Entry("library", component.Name, component.Version, component.Purl, component.Licence);
                if (component.Sha512.Length > 0) entry["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = component.Sha512 });
                entry["properties"] = new JsonArray(new JsonObject { ["name"] = "greenbuild:targets", ["value"] = string.Join(" ", component.Targets) });
                return entry;
            })]),
            ["dependencies"] = new JsonArray([Node(self, Direct), .. Components.Values.Select(static component => Node(component.Purl, component.DependsOn))]),
        };
        return document.ToJsonString(Indented) + "\n";

        static JsonObject Entry(string type, string name, string version, string purl, string licence) => new()
        {
            ["type"] = type,
            ["bom-ref"] = purl,
            ["name"] = name,
            ["version"] = version,
            ["purl"] = purl,
            ["licenses"] = new JsonArray(licence.Contains(' ', StringComparison.Ordinal) ? new JsonObject { ["expression"] = licence } : new JsonObject { ["license"] = new JsonObject { ["id"] = licence } }),
        };
        static JsonObject Node(string of, IEnumerable<string> needs) => new() { ["ref"] = of, ["dependsOn"] = new JsonArray([.. needs.Select(static need => JsonValue.Create(need))]) };
    }
}
