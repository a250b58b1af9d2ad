using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>Reads a value from a text; <see langword="false"/> if it is none.</summary>
internal delegate bool TextParser<T>(string text, out T value);

/// <summary>A value as the text that its own type reads and writes; also as the name of a member.</summary>
/// <param name="what">What the value is, with its article, and an example.</param>
/// <param name="parse">How the type reads it.</param>
/// <param name="write">How the type writes it.</param>
internal sealed class TextConverter<T>(BilingualText what, TextParser<T> parse, Func<T, string> write) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString()!)
            : throw new ValueFormatException(new($"A text is expected: {what.English}.", $"应为文本：{what.Chinese}。"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(write(value));

    private T Parse(string text) =>
        parse(text, out var value)
            ? value
            : throw new ValueFormatException(new($"'{InputError.Quote(text)}' is not {what.English}.", $"“{InputError.Quote(text)}”不是{what.Chinese}。"));
}
