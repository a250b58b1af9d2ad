using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>A file of findings: what was found, by which catalogue, in which version of the form.</summary>
/// <remarks>
/// <para>The form is published by <see cref="FindingsSchema"/>. Its version grows only where an old reader would read something wrong: members that are
/// added keep it, and are kept in <see cref="Unknown"/> by readers that do not know them. A file of another version is refused.</para>
/// <para><see cref="Overall"/> is worked out from the findings; what a file says of it is not taken over.</para>
/// </remarks>
public sealed class FindingsDocument : IJsonOnDeserialized
{
    /// <summary>The word that says that a file is one of findings.</summary>
    public const string FormatName = "greenbuild-findings";

    /// <summary>The version that this library reads and writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary><see cref="FormatName"/>.</summary>
    [JsonRequired, JsonPropertyName("format")]
    public string Format { get; init; } = FormatName;

    /// <summary><see cref="CurrentVersion"/>.</summary>
    [JsonRequired, JsonPropertyName("version")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The day for which the facts of the catalogue were last checked; <see langword="null"/> if not said.</summary>
    [JsonPropertyName("catalogue"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public CalendarDate? Catalogue { get; init; }

    /// <summary>What all findings come to.</summary>
    [JsonPropertyName("overall"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public Verdict Overall => Finding.OverallOf(Findings.Select(static finding => finding.Verdict));

    /// <summary>The findings, in their order.</summary>
    [JsonRequired, JsonPropertyName("findings")]
    public IReadOnlyList<FindingRecord> Findings { get; init; } = [];

    /// <summary>Members of a later writer that this version does not know; kept and written again. <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The document of findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="catalogue">The catalogue that they were made with; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    public static FindingsDocument Of(IEnumerable<Finding> findings, StandardsCatalogue? catalogue = null) => new()
    {
        Catalogue = (catalogue ?? StandardsCatalogue.Default).ReleaseDate,
        Findings = findings.Select(FindingRecord.Of).ToArray(),
    };

    /// <summary>Writes the document.</summary>
    public void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, GreenBuildJsonContext.Default.FindingsDocument);

    /// <summary>The document as text, indented, and Chinese as itself.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RequirementJson.WriterOptions)) Write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads a file of findings.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter.</param>
    /// <param name="file">The file as the user names it, for errors.</param>
    /// <param name="document">The document, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong, with line and path: no JSON, another format, a version that this library does not know, a value that is none.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, string file, [NotNullWhen(true)] out FindingsDocument? document, out InputErrorList errors)
    {
        (document, errors) = (null, new InputErrorList());
        if (JsonTree.Read(utf8, file, errors) is not { } tree) return false;
        // Before the rest: what another version means by its members is not known here.
        if (tree.Type == JsonTokenType.StartObject && ProblemWith(Text(tree, "format"), Text(tree, "version"), out var field) is { } problem)
        {
            errors.Add(new InputError(file, LineOf(tree, field), field, problem));
            return false;
        }

        if (FindNull(tree) is var (at, where))
        {
            errors.Add(new InputError(file, at, where, NoFinding));
            return false;
        }

        try
        {
            document = JsonSerializer.Deserialize(JsonTree.WithoutMark(utf8), GreenBuildJsonContext.Default.FindingsDocument)
                ?? throw new ValueFormatException(new("The file holds null.", "文件内容为 null。"));
            return true;
        }
        catch (JsonException found)
        {
            errors.Add(new InputError(
                file, found.LineNumber is { } line ? (int)line + 1 : 1, (found.Path ?? "").TrimStart('$').TrimStart('.'),
                found is ValueFormatException { Text: var text } ? text : new($"The value is not of the form of findings: {JsonTree.WithoutControls(WithoutPosition(found.Message))}", "该值不符合结论文件的格式。")));
            return false;
        }
    }

    /// <summary>Refuses a version that is not known, and what is no finding, however the document is read.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (ProblemWith(Format, Version.ToString(CultureInfo.InvariantCulture), out _) is { } problem) throw new ValueFormatException(problem);
        if (Findings is null || Findings.Contains(null!)) throw new ValueFormatException(NoFinding);
    }

    private static BilingualText NoFinding => new("A finding is an object, and findings are a list of them, not null.", "结论应为对象，findings 应为结论的数组，而不是 null。");

    /// <summary>Where null stands for the findings or for one of them: the serializer gives no line of it.</summary>
    private static (int Line, string Field)? FindNull(JsonTree tree)
    {
        if (tree.Members.LastOrDefault(static member => member.Name == "findings").Value is not { } findings) return null;
        if (findings.Type == JsonTokenType.Null) return (findings.Line, "findings");
        var index = findings.Items.FindIndex(static item => item.Type == JsonTokenType.Null);
        return index < 0 ? null : (findings.Items[index].Line, $"findings[{index}]");
    }

    private static BilingualText? ProblemWith(string? format, string? version, out string field)
    {
        field = "format";
        if (format != FormatName) return new($"The format is '{FormatName}', not '{InputError.Quote(format ?? "")}'.", $"格式应为“{FormatName}”，而不是“{InputError.Quote(format ?? "")}”。");
        field = "version";
        var known = CurrentVersion.ToString(CultureInfo.InvariantCulture);
        return version == known
            ? null
            : new($"The file is of version '{InputError.Quote(version ?? "")}', and this library reads version {known}.", $"文件版本为“{InputError.Quote(version ?? "")}”，本库读取版本 {known}。");
    }

    private static string? Text(JsonTree tree, string name) => tree.Members.LastOrDefault(member => member.Name == name).Value?.Text;

    private static int LineOf(JsonTree tree, string name) => tree.Members.LastOrDefault(member => member.Name == name) is { Line: > 0 and var line } ? line : tree.Line;

    // The serializer appends the position to its own messages; it stands in the error already.
    private static string WithoutPosition(string message) => message.IndexOf(" Path: ", StringComparison.Ordinal) is >= 0 and var end ? message.Substring(0, end) : message;
}
