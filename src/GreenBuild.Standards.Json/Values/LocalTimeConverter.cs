using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>A moment in the local time of a place, <c>2026-03-02T22:00:00</c>: no offset, since the place has it.</summary>
internal sealed class LocalTimeConverter : JsonConverter<DateTime?>
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    // Without its kind the same text would be read as the local time of the place, hours off.
    public static string Text(DateTime local) => local.Kind == DateTimeKind.Utc
        ? throw new NotSupportedException("A moment in UTC cannot be written as JSON: give it in the local time of the place.")
        : local.ToString(Pattern, CultureInfo.InvariantCulture);

    public static DateTime Parse(string text) =>
        DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local
            : throw new ValueFormatException(new($"'{InputError.Quote(text)}' is not a local time such as 2026-03-02T22:00:00, without an offset.", $"“{InputError.Quote(text)}”不是本地时间，应如 2026-03-02T22:00:00，不带时差。"));

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString()!)
            : throw new ValueFormatException(new("A local time is a text such as 2026-03-02T22:00:00.", "本地时间应为文本，如 2026-03-02T22:00:00。"));

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } local) writer.WriteStringValue(Text(local));
        else writer.WriteNullValue();
    }
}
