using System.Collections.Immutable;
using GreenBuild.Standards.Generators.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Generators.Tests;

/// <summary>A catalogue of two editions that is sound, and can be spoilt in one place to see what the build says.</summary>
internal sealed class SmallCatalogue
{
    private readonly Dictionary<string, string> _files = new()
    {
        ["vocabulary/units.json"] = """
            {
              "units": [
                { "unit": "dB(A)", "quantity": "sound-level", "en": "A-weighted decibel", "zh": "A声级分贝" },
                { "unit": "m", "quantity": "length", "en": "metre", "zh": "米" }
              ]
            }
            """,
        ["vocabulary/places.json"] = """
            {
              "places": [
                { "code": "CN", "en": "China", "zh": "中国", "utcOffset": "+08:00" },
                { "code": "CN-SH", "parent": "CN", "en": "Shanghai", "zh": "上海市" }
              ]
            }
            """,
        ["vocabulary/noise.json"] = """
            {
              "domain": "noise",
              "measurands": [
                { "key": "noise.site-boundary", "units": ["dB(A)"], "en": "Level at the boundary", "zh": "场界噪声" },
                { "key": "noise.night-work-permit", "duty": true, "en": "Permit", "zh": "许可" }
              ],
              "facets": [
                { "name": "period", "type": "token", "en": "Period", "zh": "时段",
                  "values": [ { "value": "day", "en": "day", "zh": "昼间" }, { "value": "night", "en": "night", "zh": "夜间" } ] },
                { "name": "distance", "type": "number", "unit": "m", "en": "Distance", "zh": "距离" },
                { "name": "hours", "type": "hours", "en": "Hours", "zh": "时间" },
                { "name": "dates", "type": "dates", "en": "Dates", "zh": "日期" }
              ]
            }
            """,
        ["register.json"] = """
            {
              "releaseDate": "2026-11-22",
              "editions": [
                { "standard": "GB 1", "number": "GB 1-90", "jurisdiction": "CN", "kind": "mandatory-national", "supersededBy": "GB 1-2011" }
              ]
            }
            """,
        ["cn/noise/gb-1-2011.json"] = """
            {
              "key": "cn.gb-1-2011",
              "standard": "GB 1",
              "number": "GB 1-2011",
              "kind": "mandatory-national",
              "binding": "mandatory",
              "titleEn": "One",
              "titleZh": "一",
              "jurisdiction": "CN",
              "issued": "2011-12-05",
              "effective": "2012-07-01",
              "withdrawn": "2026-01-01",
              "supersedes": ["GB 1-90"],
              "supersededBy": "GB 1-2025",
              "requirements": [
                {
                  "key": "night",
                  "kind": "limit",
                  "clause": "4.1",
                  "titleEn": "Night",
                  "titleZh": "夜间",
                  "measurand": "noise.site-boundary",
                  "when": { "period": "night", "hours": "22:00-06:00", "distance": { "below": 150 } },
                  "comparator": "<=",
                  "value": 55,
                  "unit": "dB(A)",
                  "rounding": 0,
                  "evidence": "confirmed",
                  "sources": [0]
                },
                {
                  "key": "permit",
                  "kind": "measure",
                  "clause": null,
                  "titleEn": "Permit",
                  "titleZh": "许可",
                  "measurand": "noise.night-work-permit",
                  "value": true,
                  "evidence": "unconfirmed",
                  "sources": []
                }
              ],
              "sources": [ { "url": "https://example.org/1", "what": "text", "says": "55" } ]
            }
            """,
        ["cn/noise/gb-1-2025.json"] = """
            {
              "key": "cn.gb-1-2025",
              "standard": "GB 1",
              "number": "GB 1-2025",
              "kind": "mandatory-national",
              "binding": "mandatory",
              "titleEn": "One",
              "titleZh": "一",
              "jurisdiction": "CN",
              "issued": "2025-10-31",
              "effective": "2026-01-01",
              "withdrawn": null,
              "supersedes": ["GB 1-2011"],
              "requirements": [],
              "sources": []
            }
            """,
    };

    public SmallCatalogue Spoil(string file, string text, string by)
    {
        Assert.Contains(text, _files[file]);
        _files[file] = _files[file].Replace(text, by, StringComparison.Ordinal);
        return this;
    }

    public SmallCatalogue Without(string file)
    {
        Assert.True(_files.Remove(file));
        return this;
    }

    /// <summary>Runs the generator.</summary>
    /// <param name="hasSpans">Whether the library is compiled for a framework that has spans.</param>
    public GeneratorDriverRunResult Run(bool hasSpans = false)
    {
        var texts = _files.Select(static file => (AdditionalText)new Text("/work/catalogue/" + file.Key, file.Value)).ToImmutableArray();
        // What tells the library from other compilations of the facts.
        var library = CSharpSyntaxTree.ParseText("namespace GreenBuild.Standards { public sealed class QuantityUnitAttribute : System.Attribute { } }" + (hasSpans ? " namespace System { public readonly ref struct ReadOnlySpan<T> { } }" : ""), cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Test", [library], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return CSharpGeneratorDriver.Create([new CatalogueGenerator().AsSourceGenerator()], texts).RunGenerators(compilation).GetRunResult();
    }

    public string LineOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var text = _files[span.Path["/work/catalogue/".Length..]];
        return text.Split('\n')[span.StartLinePosition.Line].Trim();
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }
}
