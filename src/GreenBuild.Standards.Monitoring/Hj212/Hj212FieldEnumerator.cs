namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The fields of a data region, separated by semicolons and commas; empty pieces are passed over, blanks around names and values do not count.</summary>
public ref struct Hj212FieldEnumerator
{
    private ReadOnlySpan<byte> _rest;
    private Hj212Field _current;

    internal Hj212FieldEnumerator(ReadOnlySpan<byte> region)
    {
        _rest = region;
        _current = default;
    }

    /// <summary>The field.</summary>
    public readonly Hj212Field Current => _current;

    /// <summary>This enumerator, for <c>foreach</c>.</summary>
    public readonly Hj212FieldEnumerator GetEnumerator() => this;

    /// <summary>Goes on to the next field.</summary>
    public bool MoveNext()
    {
        var rest = _rest;
        while (!rest.IsEmpty)
        {
            var (hyphen, equals, i) = (-1, -1, 0);
            for (; i < rest.Length; i++)
            {
                var b = rest[i];
                if (b == '=')
                {
                    equals = i++;
                    break;
                }

                if (b is (byte)';' or (byte)',') break;
                if (b == '-' && hyphen < 0) hyphen = i;
            }

            if (equals >= 0)
                while (i < rest.Length && rest[i] is not ((byte)';' or (byte)',')) i++;

            var piece = rest.Slice(0, i);
            rest = i < rest.Length ? rest.Slice(i + 1) : default;
            if (equals < 0)
            {
                piece = Trim(piece);
                if (piece.IsEmpty) continue;
                _current = new Hj212Field(piece, default, default, isMalformed: true);
            }
            else
            {
                var code = hyphen < 0 ? piece.Slice(0, equals) : piece.Slice(0, hyphen);
                var suffix = hyphen < 0 ? default : piece.Slice(hyphen + 1, equals - hyphen - 1);
                _current = new Hj212Field(Trim(code), Trim(suffix), Trim(piece.Slice(equals + 1)), isMalformed: false);
            }

            _rest = rest;
            return true;
        }

        _rest = default;
        return false;
    }

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsBlank(text[0])) text = text.Slice(1);
        while (!text.IsEmpty && IsBlank(text[text.Length - 1])) text = text.Slice(0, text.Length - 1);
        return text;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
