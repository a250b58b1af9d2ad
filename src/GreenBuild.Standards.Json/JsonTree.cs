using System.Text;
using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>A value of a JSON text with the line that it stands in, which <see cref="JsonDocument"/> does not keep.</summary>
internal sealed class JsonTree
{
    private JsonTree(JsonTokenType type, int line, string text)
    {
        Type = type;
        Line = line;
        Text = text;
    }

    /// <summary>The token that begins the value.</summary>
    public JsonTokenType Type { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The text of a string, or a number as it is written.</summary>
    public string Text { get; }

    /// <summary>The members of an object, in order, with the lines of their names.</summary>
    public List<JsonMember> Members { get; } = [];

    /// <summary>The items of an array, in order.</summary>
    public List<JsonTree> Items { get; } = [];

    /// <summary>Reads a text of strict JSON: no comments, no trailing commas.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonTree Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = WithoutMark(utf8);
        var reader = new Utf8JsonReader(utf8);
        var lines = new LineCounter(utf8);
        reader.Read();
        var tree = ReadValue(ref reader, ref lines);
        // Whatever follows the value is an error that the reader itself reports.
        while (reader.Read());
        return tree;
    }

    /// <summary>The text behind the byte order mark, if there is one.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return utf8.StartsWith(mark) ? utf8.Slice(mark.Length) : utf8;
    }

    /// <summary>Reads a file, and says where it is no JSON.</summary>
    /// <returns><see langword="null"/> if there is an error.</returns>
    public static JsonTree? Read(ReadOnlySpan<byte> utf8, string file, InputErrorList errors)
    {
        if (IsBlank(utf8))
        {
            errors.Add(new InputError(file, 1, "", new("The file is empty.", "文件为空。")));
            return null;
        }

        try
        {
            return Read(utf8);
        }
        catch (JsonException problem)
        {
            // The reader appends the position to its message; we name it our own way.
            var end = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var detail = end < 0 ? problem.Message : problem.Message.Substring(0, end);
            errors.Add(new InputError(
                file, problem.LineNumber is { } line ? (int)line + 1 : 1, "",
                new($"The file is not valid JSON: {WithoutControls(detail)}", $"文件在该行不是有效的 JSON。")));
            return null;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return false;
        return true;
    }

    internal static string WithoutControls(string detail)
    {
        var text = new StringBuilder(detail.Length);
        foreach (var c in detail) text.Append(char.IsControl(c) ? '\uFFFD' : c);
        return text.ToString();
    }

    private static JsonTree ReadValue(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var value = new JsonTree(reader.TokenType, lines.LineOf(reader.TokenStartIndex), TextOf(ref reader));
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) value.Items.Add(ReadValue(ref reader, ref lines));
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, line) = (TextOf(ref reader), lines.LineOf(reader.TokenStartIndex));
                reader.Read();
                value.Members.Add(new JsonMember(name, line, ReadValue(ref reader, ref lines)));
            }
        }

        return value;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
            case JsonTokenType.String or JsonTokenType.PropertyName:
                try
                {
                    return reader.GetString()!;
                }
                catch (InvalidOperationException problem)
                {
                    // Half a surrogate pair as an escape, or bytes that are no UTF-8.
                    throw new JsonException(problem.Message, problem);
                }

            default:
                return "";
        }
    }

    /// <summary>Counts lines up to an offset; offsets are asked for in ascending order.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _offset;
        private int _line = 1;

        public int LineOf(long offset)
        {
            for (; _offset < offset; _offset++)
                if (_text[_offset] == (byte)'\n') _line++;
            return _line;
        }
    }
}

/// <summary>A member of a JSON object.</summary>
internal readonly record struct JsonMember(string Name, int Line, JsonTree Value);
