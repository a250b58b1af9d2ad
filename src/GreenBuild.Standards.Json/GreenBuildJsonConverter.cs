using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>The JSON form of every public value type of the library: quantities with their units, places, days, keys, words, circumstances, findings.</summary>
/// <remarks>
/// <para>Add it once with <see cref="GreenBuildJson.AddGreenBuildConverters"/>, name it in <c>[JsonSourceGenerationOptions(Converters = …)]</c>, or put
/// <c>[JsonConverter(typeof(GreenBuildJsonConverter))]</c> on a property. It looks nothing up by reflection: safe to trim and to compile ahead of time.</para>
/// <para>Requirements and editions stand by their keys, which are looked up in the catalogue when they are read: in that of the converter, or, where it was given none (on a property, in a context),
/// in that of the options, which <see cref="GreenBuildJson.AddGreenBuildConverters"/> sets.</para>
/// </remarks>
public sealed class GreenBuildJsonConverter : JsonConverterFactory
{
    /// <summary>Creates the converter; keys are looked up in the catalogue that the options name, or else in that of the library.</summary>
    public GreenBuildJsonConverter()
        : this(null)
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="catalogue">Where keys are looked up, for example with overlays; as without one if not given.</param>
    public GreenBuildJsonConverter(StandardsCatalogue? catalogue) => Given = catalogue;

    /// <summary>Where keys are looked up; <see cref="StandardsCatalogue.Default"/> if none was given and the options name no other.</summary>
    public StandardsCatalogue Catalogue => Given ?? StandardsCatalogue.Default;

    /// <summary>The catalogue that it was created with, or <see langword="null"/>.</summary>
    internal StandardsCatalogue? Given { get; }

    /// <summary>Whether a type has a form here.</summary>
    public override bool CanConvert(Type typeToConvert) => ValueForms.Find(typeToConvert) is not null;

    /// <summary>The converter of a type; <see langword="null"/> if it has no form here.</summary>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => ValueForms.Find(typeToConvert)?.Converter(Given ?? GreenBuildJson.CatalogueOf(options));
}
