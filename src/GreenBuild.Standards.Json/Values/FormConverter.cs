using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GreenBuild.Standards.Json;

/// <summary>A value of several parts by way of its form, for which the compiler wrote the code.</summary>
internal sealed class FormConverter<T, TForm>(JsonTypeInfo<TForm> form, Func<T, TForm> write, Func<TForm, T> read) : JsonConverter<T>
    where TForm : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, form) is { } value ? read(value) : throw new ValueFormatException(new("An object is expected.", "应为对象。"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, write(value), form);
}
