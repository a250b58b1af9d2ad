using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>Circumstances as an object: place, localTime, and the facets by name.</summary>
internal sealed class CircumstancesConverter : JsonConverter<Circumstances>
{
    public override Circumstances Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong("Circumstances are an object with place, localTime and facets.", "条件应为含 place、localTime 和 facets 的对象。");
        var circumstances = Circumstances.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "place" when reader.TokenType == JsonTokenType.String:
                    var text = reader.GetString()!;
                    circumstances = circumstances.In(Jurisdiction.TryParse(text, out var place) ? place : throw Wrong($"'{InputError.Quote(text)}' is not a known place.", $"“{InputError.Quote(text)}”不是已知地点。"));
                    break;
                case "localTime" when reader.TokenType == JsonTokenType.String:
                    circumstances = circumstances.At(LocalTimeConverter.Parse(reader.GetString()!));
                    break;
                case "facets" when reader.TokenType == JsonTokenType.StartObject:
                    circumstances = ReadFacets(ref reader, circumstances);
                    break;
                case "place" or "localTime" or "facets" when reader.TokenType == JsonTokenType.Null:
                    break;
                case "place" or "localTime":
                    throw Wrong($"{name} is a text.", $"{name} 应为文本。");
                case "facets":
                    throw Wrong("facets is an object.", "facets 应为对象。");
                default:
                    // Not Skip, which refuses streams: the serializer has read the whole value before a converter begins.
                    reader.TrySkip();
                    break;
            }
        }

        return circumstances;
    }

    public override void Write(Utf8JsonWriter writer, Circumstances value, JsonSerializerOptions options)
    {
        // Without its calendar the same text would judge a holiday as a working day.
        if (value.IsPublicHoliday is not null) throw new NotSupportedException("A calendar of public holidays is code and cannot be written as JSON: write the circumstances without it, and give it again after reading.");
        writer.WriteStartObject();
        if (value.Place is { } place) writer.WriteString("place", place.Code);
        if (value.LocalTime is { } time) writer.WriteString("localTime", LocalTimeConverter.Text(time));
        writer.WriteStartObject("facets");
        foreach (var facet in value.Facets)
        {
            value.TryGetToken(facet, out var token);
            var type = Vocabulary.FindFacet(facet)?.Type;
            writer.WritePropertyName(facet);
            if (type == FacetType.Number) writer.WriteNumberValue(decimal.Parse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
            else if (type == FacetType.Flag && token is "true" or "false") writer.WriteBooleanValue(token == "true");
            // Known to be none of the words.
            else if (type == FacetType.Token && token == "none" && !value.TryWith(facet, token, out _, out _)) writer.WriteNullValue();
            else writer.WriteStringValue(token);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static Circumstances ReadFacets(ref Utf8JsonReader reader, Circumstances circumstances)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var facet = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                if (Vocabulary.FindFacet(facet) is not { Type: FacetType.Token }) throw Wrong($"'{InputError.Quote(facet)}' is not a facet of words.", $"“{InputError.Quote(facet)}”不是取词的条件。");
                circumstances = circumstances.WithNoneOf(facet);
                continue;
            }

            var text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                // As it is written, so that no digit is lost.
                JsonTokenType.Number => Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => throw Wrong($"The facet {facet} is a word, a number, true, false or null.", $"条件 {facet} 应为词、数值、true、false 或 null。"),
            };
            // A facet that is not known must not be dropped: rules that ask for it would silently not apply.
            if (!circumstances.TryWith(facet, text, out circumstances, out var error)) throw new ValueFormatException(error);
        }

        return circumstances;
    }

    private static ValueFormatException Wrong(string english, string chinese) => new(new(english, chinese));
}
