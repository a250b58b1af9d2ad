using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>What is wrong with a value, in both languages; the serializer adds line and path to it.</summary>
internal sealed class ValueFormatException(BilingualText text) : JsonException(text.English)
{
    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; } = text;
}
