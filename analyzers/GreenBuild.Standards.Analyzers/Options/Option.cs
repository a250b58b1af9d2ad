using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>An option, by its name in .editorconfig and .globalconfig and by that of its MSBuild property.</summary>
internal sealed class Option
{
    public static readonly Option AsOf = new("greenbuild.as_of", "GreenBuildAsOf", "Option_Date", static text => CalendarDate.TryParse(text, out _), static () => Settings.Default.AsOf.ToString());
    public static readonly Option Place = new("greenbuild.jurisdiction", "GreenBuildJurisdiction", "Option_Place", static text => Jurisdiction.TryParse(text, out _), static () => Settings.Default.Place.Code);

    /// <summary>Whether the rules run at all; for the whole build, not for a file.</summary>
    public static readonly Option Enabled = new("greenbuild.enabled", "GreenBuildEnabled", "Option_Switch", static text => bool.TryParse(text, out _), static () => "true");

    /// <summary>How strict the build is. The package turns it into severities; the analyzers only say when it is no mode.</summary>
    public static readonly Option Mode = new(null, "GreenBuildMode", "Option_Mode", static text => Array.Exists(Modes, mode => mode.Equals(text, StringComparison.OrdinalIgnoreCase)), static () => "recommended");

    public static readonly Option[] All = [AsOf, Place, Enabled, Mode];

    /// <summary>The values of <see cref="Mode"/>; the package has a file of severities for each.</summary>
    public static readonly string[] Modes = ["off", "recommended", "all", "as-error"];

    private const string PropertyPrefix = "build_property.";

    private readonly string? _key;
    private readonly string _property;
    private readonly string _buildProperty;
    private readonly Func<string, bool> _isReadable;
    private readonly Func<string> _default;

    private Option(string? key, string property, string expected, Func<string, bool> isReadable, Func<string> @default)
    {
        _key = key;
        _property = property;
        _buildProperty = PropertyPrefix + property;
        Expected = expected;
        _isReadable = isReadable;
        _default = @default;
    }

    /// <summary>The text that says what is expected.</summary>
    public string Expected { get; }

    /// <summary>What is used where nothing readable is given.</summary>
    public string Default => _default();

    /// <summary>Whether a value can be read.</summary>
    public bool IsReadable(string value) => _isReadable(value);

    /// <summary>Finds the value for a file: the one nearest to the file, or else that of the build.</summary>
    /// <param name="file">The options of the file; <see langword="null"/> for the build alone.</param>
    /// <param name="build">The options of the build.</param>
    /// <param name="value">The value as it was written.</param>
    /// <param name="name">The name under which it was given.</param>
    public bool TryFind(AnalyzerConfigOptions? file, AnalyzerConfigOptions build, out string value, out string name)
    {
        if (_key is not null)
        {
            name = _key;
            if ((file is not null && TryGet(file, _key, out value)) || TryGet(build, _key, out value)) return true;
        }

        name = _property;
        return TryGet(build, _buildProperty, out value);
    }

    /// <summary>Whether the build has switched the rules off. What is no switch is none.</summary>
    public static bool IsSwitchedOff(AnalyzerConfigOptionsProvider options) =>
        Enabled.TryFind(null, options.GlobalOptions, out var text, out _) && bool.TryParse(text, out var isOn) && !isOn;

    // A property that is visible to the compiler but not set arrives as an empty text.
    private static bool TryGet(AnalyzerConfigOptions options, string key, out string value)
    {
        value = options.TryGetValue(key, out var text) ? text.Trim() : "";
        return value.Length > 0;
    }
}
