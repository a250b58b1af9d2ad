using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>The JSON form of every public value type of the library: quantities with their units, places, days, keys, words, circumstances, findings.</summary>
/// <remarks>
/// <para>Add it once with <see cref="GreenBuildJson.AddGreenBuildConverters"/>, name it in <c>[JsonSourceGenerationOptions(Converters = …)]</c>, or put
/// <c>[JsonConverter(typeof(GreenBuildJsonConverter))]</c> on a property. It looks nothing up by reflection: safe to trim and to compile ahead of time.</para>
/// <para>Requirements and editions stand by their keys, which are looked up in the catalogue when they are read.</para>
/// </remarks>
public sealed class GreenBuildJsonConverter : JsonConverterFactory
{
    /// <summary>Creates the converter; keys are looked up in the catalogue of the library.</summary>
    public GreenBuildJsonConverter()
        : this(null)
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="catalogue">Where keys are looked up, for example with overlays; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    public GreenBuildJsonConverter(StandardsCatalogue? catalogue) => Catalogue = catalogue ?? StandardsCatalogue.Default;

    /// <summary>Where keys are looked up.</summary>
    public StandardsCatalogue Catalogue { get; }

    /// <summary>Whether a type has a form here.</summary>
    public override bool CanConvert(Type typeToConvert) => ValueForms.Find(typeToConvert) is not null;

    /// <summary>The converter of a type; <see langword="null"/> if it has no form here.</summary>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => ValueForms.Find(typeToConvert)?.Converter(Catalogue);
}
