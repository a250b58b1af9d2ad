using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Reading;

/// <summary>What is wrong with a JSON text, and where.</summary>
internal sealed class JsonException : Exception
{
    public JsonException(string message, int position)
        : base(message) => Position = position;

    public int Position { get; }
}

/// <summary>
/// Reads strict JSON (RFC 8259) and keeps the span of every value. Own code, because a compiler component cannot rely on any
/// JSON library being loadable in its host.
/// </summary>
internal sealed class JsonScanner
{
    private const int MaximumDepth = 32;

    private readonly string _text;
    private readonly bool _keepsTwice;
    private int _position;
    private int _depth;

    private JsonScanner(string text, bool keepsTwice)
    {
        _text = text;
        _keepsTwice = keepsTwice;
    }

    /// <param name="text">The text.</param>
    /// <param name="keepsTwice">Whether a member that is given twice is kept, for who reports it together with all else that is wrong.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonValue Read(string text, bool keepsTwice = false)
    {
        var scanner = new JsonScanner(text, keepsTwice);
        scanner.SkipBlanks();
        var value = scanner.ReadValue();
        scanner.SkipBlanks();
        if (scanner._position < text.Length) throw scanner.Unexpected();
        return value;
    }

    private JsonValue ReadValue()
    {
        var start = _position;
        switch (Peek())
        {
            case '{': return Nested(ReadObject);
            case '[': return Nested(ReadArray);
            case '"':
                var text = ReadString();
                return new JsonValue(JsonKind.Text, TextRange.Between(start, _position), text);
            case 't': return Literal("true", JsonKind.Boolean);
            case 'f': return Literal("false", JsonKind.Boolean);
            case 'n': return Literal("null", JsonKind.Null);
            default: return ReadNumber();
        }
    }

    private JsonValue Nested(Func<JsonValue> read)
    {
        if (++_depth > MaximumDepth) throw new JsonException($"more than {MaximumDepth} levels of nesting", _position);
        var value = read();
        _depth--;
        return value;
    }

    private JsonValue ReadObject()
    {
        var start = _position++;
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        SkipBlanks();
        while (Peek() != '}')
        {
            if (members.Count > 0) Expect(',');
            SkipBlanks();
            if (Peek() != '"') throw Unexpected();
            var nameStart = _position;
            var name = ReadString();
            var nameSpan = TextRange.Between(nameStart, _position);
            // Few members are looked through; of many, a file from anywhere must not make a quadratic search.
            if (members.Count == 16 && !_keepsTwice) names = new HashSet<string>(members.Select(static member => member.Name), StringComparer.Ordinal);
            if (!_keepsTwice && (names is null ? members.Exists(member => member.Name == name) : !names.Add(name))) throw new JsonException($"'{name}' is given twice", nameStart);
            SkipBlanks();
            Expect(':');
            SkipBlanks();
            members.Add(new JsonMember(name, nameSpan, ReadValue()));
            SkipBlanks();
        }

        _position++;
        return new JsonValue(JsonKind.Object, TextRange.Between(start, _position), "", members: members);
    }

    private JsonValue ReadArray()
    {
        var start = _position++;
        var items = new List<JsonValue>();
        SkipBlanks();
        while (Peek() != ']')
        {
            if (items.Count > 0) Expect(',');
            SkipBlanks();
            items.Add(ReadValue());
            SkipBlanks();
        }

        _position++;
        return new JsonValue(JsonKind.Array, TextRange.Between(start, _position), "", items: items);
    }

    private string ReadString()
    {
        var start = _position++;
        var text = new StringBuilder();
        while (true)
        {
            if (_position >= _text.Length) throw new JsonException("a string without end", start);
            var c = _text[_position++];
            if (c == '"') return text.ToString();
            if (c < ' ') throw new JsonException("a control character in a string", _position - 1);
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            var escape = _position < _text.Length ? _text[_position++] : '\0';
            switch (escape)
            {
                case '"': case '\\': case '/': text.Append(escape); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'u' when _position + 4 <= _text.Length
                    && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                    text.Append((char)code);
                    _position += 4;
                    break;
                default: throw new JsonException("an unknown escape in a string", _position - 1);
            }
        }
    }

    private JsonValue ReadNumber()
    {
        var start = _position;
        if (Peek() == '-') _position++;
        var digits = SkipDigits();
        if (digits == 0 || (digits > 1 && _text[_position - digits] == '0')) throw Unexpected();
        if (Peek() == '.')
        {
            _position++;
            if (SkipDigits() == 0) throw Unexpected();
        }

        if (Peek() is 'e' or 'E')
        {
            _position++;
            if (Peek() is '+' or '-') _position++;
            if (SkipDigits() == 0) throw Unexpected();
        }

        return new JsonValue(JsonKind.Number, TextRange.Between(start, _position), _text.Substring(start, _position - start));
    }

    private int SkipDigits()
    {
        var start = _position;
        while (Peek() is >= '0' and <= '9') _position++;
        return _position - start;
    }

    private JsonValue Literal(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0) throw Unexpected();
        _position += word.Length;
        return new JsonValue(kind, TextRange.Between(_position - word.Length, _position), word);
    }

    private void Expect(char c)
    {
        if (Peek() != c) throw Unexpected();
        _position++;
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n') _position++;
    }

    private JsonException Unexpected() =>
        new(_position < _text.Length ? $"'{_text[_position]}' is not expected here" : "the text ends too early", Math.Min(_position, _text.Length));
}
