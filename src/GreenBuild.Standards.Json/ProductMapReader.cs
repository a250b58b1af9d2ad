using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Json;

/// <summary>Reads maps from a vendor's own names of products to product classes.</summary>
/// <remarks>
/// <para>The form: <c>{ "mappings": [ { "name": "02 Beton gewapend - prefab", "class": "concrete", "facets": { "voidRatio": 0 } } ] }</c>. A name may hold <c>*</c> for any
/// characters and <c>?</c> for one; a class is a key or a name of the taxonomy; facets are words of the vocabulary and may be left out.</para>
/// </remarks>
public static class ProductMapReader
{
    /// <summary>Reads a map.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="map">The map, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong: unknown fields, classes, facets and words, names that stand twice, with line and path.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, string file, [NotNullWhen(true)] out ProductMap? map, out InputErrorList errors)
    {
        (map, errors) = (null, new InputErrorList());
        if (JsonTree.Read(utf8, file, errors) is not { } tree) return false;
        var mappings = new ProductMapTree(file, errors).Read(tree);
        if (errors.Count > 0) return false;
        map = new ProductMap(mappings);
        return true;
    }
}

/// <summary>Walks the tree of a product map.</summary>
internal sealed class ProductMapTree(string file, InputErrorList errors)
{
    private static readonly string[] RootFields = ["$schema", "mappings"];
    private static readonly string[] MappingFields = ["name", "class", "facets"];

    // The class answers these.
    private static readonly string[] OfTheClass = ["product", "materialUse", "articleClass"];

    private static IEnumerable<Facet> Facets => Vocabulary.Facets.Where(static facet => facet.Domain is "materials" && !OfTheClass.Contains(facet.Name) && facet.Type is FacetType.Token or FacetType.Number or FacetType.Flag);

    public List<ProductMapping> Read(JsonTree root)
    {
        var mappings = new List<ProductMapping>();
        if (!Expect(root, "", JsonTokenType.StartObject)) return mappings;
        CheckFields(root, "", RootFields);
        if (Find(root, "mappings") is not { } list)
        {
            Report(root.Line, "mappings", new("The field is missing.", "缺少该字段。"));
            return mappings;
        }

        if (!Expect(list, "mappings", JsonTokenType.StartArray)) return mappings;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var path = "mappings[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (ReadMapping(list.Items[i], path, i) is not { } mapping) continue;
            if (mappings.Find(other => other.IsExact && mapping.IsExact && other.Matches(mapping.Pattern)) is { } twin)
                Report(mapping.Origin!.Line!.Value, path + ".name", new($"The name stands in line {twin.Origin!.Line} already.", $"该名称已在第 {twin.Origin!.Line} 行出现。"));
            mappings.Add(mapping);
        }

        return mappings;
    }

    private ProductMapping? ReadMapping(JsonTree tree, string path, int index)
    {
        if (!Expect(tree, path, JsonTokenType.StartObject)) return null;
        CheckFields(tree, path, MappingFields);
        var name = Text(tree, path, "name");
        if (name?.Trim().Length == 0)
        {
            Report(Find(tree, "name")!.Line, path + ".name", new("The text is blank.", "文本为空白。"));
            name = null;
        }

        var productClass = Class(tree, path);
        var facets = ReadFacets(tree, path, productClass);
        if (name is null || productClass is null) return null;
        return new ProductMapping(name, productClass)
        {
            Circumstances = facets,
            Origin = new FindingOrigin { File = file, Line = tree.Line, JsonPointer = "/mappings/" + index.ToString(CultureInfo.InvariantCulture) },
        };
    }

    private ProductClass? Class(JsonTree tree, string path)
    {
        if (Text(tree, path, "class") is not { } text) return null;
        if (ProductClass.TryParse(text, out var known)) return known;
        // A slip of the pen first; else what shares most with it.
        var near = Suggestion.For(text, ProductClass.All.SelectMany(static one => new[] { one.Key, one.Name.English, one.Name.Chinese })) ?? ProductClass.Nearest(text, 1).FirstOrDefault()?.Key;
        var question = Suggestion.Ask(near);
        Report(Find(tree, "class")!.Line, path + ".class", new($"'{InputError.Quote(text)}' is no product class.{question.English}", $"“{InputError.Quote(text)}”不是产品类别。{question.Chinese}"));
        return null;
    }

    private Circumstances ReadFacets(JsonTree tree, string path, ProductClass? productClass)
    {
        var facets = Circumstances.None;
        if (Find(tree, "facets") is not { } found || !Expect(found, path + ".facets", JsonTokenType.StartObject)) return facets;
        foreach (var member in found.Members)
        {
            var field = path + ".facets." + member.Name;
            if (!Facets.Any(facet => facet.Name == member.Name) && !(member.Name == "materialUse" && productClass?.Family == ProductFamily.Inorganic))
            {
                var isOfTheClass = Array.IndexOf(OfTheClass, member.Name) >= 0;
                var near = isOfTheClass ? default : Suggestion.ForFacet(member.Name, "", Facets);
                Report(member.Line, field, isOfTheClass
                    ? new("The class answers this.", "该条件由产品类别决定。")
                    : new($"'{InputError.Quote(member.Name)}' is not a facet of materials.{near.English}", $"“{InputError.Quote(member.Name)}”不是建材的条件。{near.Chinese}"));
                continue;
            }

            var value = member.Value.Type switch
            {
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                JsonTokenType.String or JsonTokenType.Number => member.Value.Text,
                _ => "",
            };
            if (facets.TryWith(member.Name, value, out facets, out var problem)) continue;
            Report(member.Value.Line, field, problem);
        }

        return facets;
    }

    private string? Text(JsonTree tree, string path, string name)
    {
        if (Find(tree, name) is not { } found)
        {
            Report(tree.Line, path + "." + name, new("The field is missing.", "缺少该字段。"));
            return null;
        }

        return Expect(found, path + "." + name, JsonTokenType.String) ? found.Text : null;
    }

    private void CheckFields(JsonTree tree, string path, string[] known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in tree.Members)
        {
            var field = path.Length == 0 ? member.Name : path + "." + member.Name;
            var near = Suggestion.Ask(Suggestion.For(member.Name, known));
            if (Array.IndexOf(known, member.Name) < 0) Report(member.Line, field, new($"The field is not known.{near.English}", $"未知字段。{near.Chinese}"));
            else if (!seen.Add(member.Name)) Report(member.Line, field, new("The field stands twice.", "字段重复。"));
        }
    }

    private bool Expect(JsonTree tree, string path, JsonTokenType type)
    {
        if (tree.Type == type) return true;
        Report(tree.Line, path, type switch
        {
            JsonTokenType.StartObject => new("An object is expected.", "应为对象。"),
            JsonTokenType.StartArray => new("An array is expected.", "应为数组。"),
            _ => new("A text is expected.", "应为文本。"),
        });
        return false;
    }

    private static JsonTree? Find(JsonTree tree, string name) => tree.Members.Where(member => member.Name == name).Select(static member => member.Value).FirstOrDefault();

    private void Report(int line, string path, BilingualText message) => errors.Add(new InputError(file, line, InputError.Quote(path), message));
}
