namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>A column of decimal numbers, kept exactly in nine bytes each: the digits as a whole number and the place of the point; in 25 where one has more digits.</summary>
internal sealed class DecimalColumn(int capacity)
{
    private const byte Nothing = 255;
    private const byte Wide = 254;

    private readonly long[] _digits = new long[capacity];
    private readonly byte[] _scale = Filled(capacity);

    // A number of more than 63 bits of digits: no instrument has them, a quotient may. Each has its own place, however often it is written.
    private decimal[]? _wide;

    public decimal? this[int index]
    {
        get
        {
            var (digits, scale) = (_digits[index], _scale[index]);
            if (scale == Nothing) return null;
            if (scale == Wide) return _wide![index];
            var size = digits < 0 ? -digits : digits;
            return new decimal((int)size, (int)(size >> 32), 0, digits < 0, scale);
        }

        set
        {
            (_digits[index], _scale[index]) = (0, Nothing);
            if (value is not { } number) return;
            var bits = decimal.GetBits(number);
            if (bits[2] != 0 || bits[1] < 0)
            {
                (_wide ??= new decimal[_digits.Length])[index] = number;
                _scale[index] = Wide;
                return;
            }

            var size = ((long)bits[1] << 32) | (uint)bits[0];
            (_digits[index], _scale[index]) = (bits[3] < 0 ? -size : size, (byte)(bits[3] >> 16));
        }
    }

    public long Bytes => (_digits.Length * 9L) + ((_wide?.Length ?? 0) * 16L);

    /// <summary>Moves what stands from one place on to another place.</summary>
    public void Move(int from, int to, int count)
    {
        Array.Copy(_digits, from, _digits, to, count);
        Array.Copy(_scale, from, _scale, to, count);
        if (_wide is not null) Array.Copy(_wide, from, _wide, to, count);
    }

    private static byte[] Filled(int capacity)
    {
        var scale = new byte[capacity];
        for (var i = 0; i < capacity; i++) scale[i] = Nothing;
        return scale;
    }
}
