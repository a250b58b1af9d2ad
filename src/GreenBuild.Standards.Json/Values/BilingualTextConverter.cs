using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>A text in both languages: <c>{ "en": "…", "zh": "…" }</c>. A side that is missing is empty.</summary>
internal sealed class BilingualTextConverter : JsonConverter<BilingualText>
{
    public override BilingualText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong();
        string? english = null, chinese = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            // Not Skip, which refuses streams: the serializer has read the whole value before a converter begins.
            if (name is not ("en" or "zh")) reader.TrySkip();
            else if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw Wrong();
            else if (name == "en") english = reader.GetString();
            else chinese = reader.GetString();
        }

        return new BilingualText(english, chinese);
    }

    public override void Write(Utf8JsonWriter writer, BilingualText value, JsonSerializerOptions options) => FindingJson.WriteText(writer, value);

    private static ValueFormatException Wrong() => new(new("A text in two languages is an object with the texts en and zh.", "双语文本应为含 en 和 zh 文本的对象。"));
}
