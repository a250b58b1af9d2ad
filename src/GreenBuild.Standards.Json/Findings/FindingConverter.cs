using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>Writes findings. Only the engine makes a finding: what is read again is a <see cref="FindingRecord"/>.</summary>
internal sealed class FindingConverter : JsonConverter<Finding>
{
    public override Finding Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A finding is reached by a check and is not read from JSON: read a FindingRecord, which has all its members.");

    public override void Write(Utf8JsonWriter writer, Finding value, JsonSerializerOptions options) => FindingJson.Write(writer, value);
}
