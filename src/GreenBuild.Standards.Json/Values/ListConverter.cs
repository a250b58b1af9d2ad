using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GreenBuild.Standards.Json;

/// <summary>A list without nulls: the serializer itself would hand them on to code that does not expect them.</summary>
internal abstract class ListConverter<T>(JsonConverter<T> item) : JsonConverter<IReadOnlyList<T>>
    where T : notnull
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new ValueFormatException(new("A list is expected.", "应为数组。"));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null) throw new ValueFormatException(new($"Item {items.Count + 1} of the list is null.", $"数组的第 {items.Count + 1} 项为 null。"));
            items.Add(item.Read(ref reader, typeof(T), options)!);
        }

        return items.AsReadOnly();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value) item.Write(writer, one, options);
        writer.WriteEndArray();
    }
}

/// <summary>A list of plain texts.</summary>
internal sealed class TextListConverter() : ListConverter<string>(JsonMetadataServices.StringConverter!);

/// <summary>A list of texts in both languages.</summary>
internal sealed class BilingualTextListConverter() : ListConverter<BilingualText>(new BilingualTextConverter());
