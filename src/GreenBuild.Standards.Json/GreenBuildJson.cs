using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GreenBuild.Standards.Json;

/// <summary>Sets System.Text.Json up for the types of this library.</summary>
public static class GreenBuildJson
{
    /// <summary>The metadata of all types that have a form, of <see cref="FindingRecord"/> and of <see cref="FindingsDocument"/>: for a chain of resolvers, without reflection.</summary>
    public static IJsonTypeInfoResolver TypeInfoResolver { get; } = new ValueResolver();

    /// <summary>The metadata of a finding that is stored or sent: for <c>JsonSerializer.Deserialize(json, GreenBuildJson.FindingRecordInfo)</c>, without reflection.</summary>
    public static JsonTypeInfo<FindingRecord> FindingRecordInfo => GreenBuildJsonContext.Default.FindingRecord;

    /// <summary>The metadata of a file of findings; <see cref="FindingsDocument.TryRead"/> says better what is wrong with one.</summary>
    public static JsonTypeInfo<FindingsDocument> FindingsDocumentInfo => GreenBuildJsonContext.Default.FindingsDocument;

    /// <summary>Options for the types of this library alone, as its own JSON is written: indented, Chinese as itself, without reflection. They can no longer be changed.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Adds the forms of this library to options of one's own.</summary>
    /// <param name="options">The options; not yet used.</param>
    /// <param name="catalogue">Where keys of requirements and editions are looked up; <see cref="StandardsCatalogue.Default"/> if none is ever given.</param>
    /// <returns>The same options.</returns>
    /// <remarks>
    /// The catalogue counts for <c>[JsonConverter(typeof(GreenBuildJsonConverter))]</c> on a property as well. Called again, a catalogue takes the place of the one before; without one it leaves that as it is.
    /// Where the options have a resolver (a source-generated context), <see cref="TypeInfoResolver"/> is added behind it. Where they have none, the serializer's own
    /// resolver stays in charge of the other types, unless the program was built without reflection.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The options were used already.</exception>
    public static JsonSerializerOptions AddGreenBuildConverters(this JsonSerializerOptions options, StandardsCatalogue? catalogue = null)
    {
        var there = options.Converters.FirstOrDefault(static converter => converter is GreenBuildJsonConverter);
        if (there is null) options.Converters.Add(new GreenBuildJsonConverter(catalogue));
        else if (catalogue is not null) options.Converters[options.Converters.IndexOf(there)] = new GreenBuildJsonConverter(catalogue);
        var isAlone = options.TypeInfoResolver is null && JsonSerializer.IsReflectionEnabledByDefault;
        if (!isAlone && options.TypeInfoResolver != TypeInfoResolver && !options.TypeInfoResolverChain.Contains(TypeInfoResolver)) options.TypeInfoResolverChain.Add(TypeInfoResolver);
        return options;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = TypeInfoResolver };
        options.Converters.Add(new GreenBuildJsonConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The catalogue in which options look keys up.</summary>
    internal static StandardsCatalogue CatalogueOf(JsonSerializerOptions options)
    {
        foreach (var converter in options.Converters)
            if (converter is GreenBuildJsonConverter { Given: { } catalogue }) return catalogue;
        return StandardsCatalogue.Default;
    }

    private sealed class ValueResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            ValueForms.FindWithNullable(type)?.TypeInfo(options, CatalogueOf(options)) ?? ((IJsonTypeInfoResolver)GreenBuildJsonContext.Default).GetTypeInfo(type, options);
    }
}

/// <summary>The metadata of the documents of this library, written by the compiler.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(GreenBuildJsonConverter)])]
[JsonSerializable(typeof(FindingRecord))]
[JsonSerializable(typeof(FindingsDocument))]
internal sealed partial class GreenBuildJsonContext : JsonSerializerContext;
