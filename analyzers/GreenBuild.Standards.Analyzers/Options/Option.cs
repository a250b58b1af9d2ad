using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>An option, by its name in .editorconfig and .globalconfig and by that of its MSBuild property.</summary>
internal sealed class Option
{
    public static readonly Option AsOf = new("greenbuild.as_of", "GreenBuildAsOf");
    public static readonly Option Place = new("greenbuild.jurisdiction", "GreenBuildJurisdiction");

    private const string PropertyPrefix = "build_property.";

    private readonly string _key;
    private readonly string _property;

    private Option(string key, string property)
    {
        _key = key;
        _property = property;
    }

    /// <summary>Finds the value for a file: the one nearest to the file, or else that of the build.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="options">All options.</param>
    /// <param name="value">The value as it was written.</param>
    /// <param name="name">The name under which it was given.</param>
    public bool TryFind(SyntaxTree tree, AnalyzerConfigOptionsProvider options, out string value, out string name)
    {
        name = _key;
        if (TryGet(options.GetOptions(tree), _key, out value) || TryGet(options.GlobalOptions, _key, out value)) return true;
        name = _property;
        return TryGet(options.GlobalOptions, PropertyPrefix + _property, out value);
    }

    // A property that is visible to the compiler but not set arrives as an empty text.
    private static bool TryGet(AnalyzerConfigOptions options, string key, out string value)
    {
        value = options.TryGetValue(key, out var text) ? text.Trim() : "";
        return value.Length > 0;
    }
}
