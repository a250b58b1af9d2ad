namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Where a packet lies in a buffer, and what its frame says.</summary>
internal readonly record struct Hj212Frame(int Start, int DataStart, int DataLength, int DeclaredLength, int End)
{
    public Hj212CrcRule Rule { get; init; }

    /// <summary>The CRC that the packet declares; −1 if it has none.</summary>
    public int DeclaredCrc { get; init; }

    public Hj212Terminator Terminator { get; init; }
}

/// <summary>Finds packets among bytes: by their length, and where that is wrong by their end.</summary>
/// <remarks>
/// Each byte is looked at a bounded number of times, whatever the bytes are: a packet is either taken as long as it says, or looked for up to the next header only.
/// </remarks>
internal static class Hj212Framing
{
    /// <summary>The longest data segment that four digits can declare.</summary>
    public const int MaxData = 9999;

    /// <summary>The longest packet with all that is around its data segment.</summary>
    public const int MaxFrame = MaxData + 16;

    private const int CrcDigits = 4;

    private enum Outcome
    {
        NoPacket,
        NeedsMore,
        Found,
    }

    /// <summary>Finds the next packet.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="isEnd">Whether no bytes follow.</param>
    /// <param name="frame">The packet.</param>
    /// <param name="skippable">If there is none: the number of bytes at the front that belong to none.</param>
    /// <param name="isCutOff">If there is none at the end: whether a packet began that is not complete.</param>
    public static bool TryFind(ReadOnlySpan<byte> buffer, bool isEnd, out Hj212Frame frame, out int skippable, out bool isCutOff)
    {
        isCutOff = false;
        frame = default;
        var position = 0;
        while (true)
        {
            var mark = buffer.Slice(position).IndexOf("##"u8);
            if (mark < 0)
            {
                // The first half of a mark may be the last byte that has arrived.
                skippable = !isEnd && buffer.Length > position && buffer[buffer.Length - 1] == '#' ? buffer.Length - 1 : buffer.Length;
                return false;
            }

            position += mark;
            if (buffer.Length < position + 6)
            {
                isCutOff = true;
                skippable = isEnd ? buffer.Length : position;
                return false;
            }

            var digits = LengthDigits(buffer.Slice(position + 2));
            if (digits == 0)
            {
                position++;
                continue;
            }

            var outcome = Take(buffer, position, digits, isEnd, out frame, out var misses);
            if (outcome == Outcome.Found)
            {
                skippable = 0;
                return true;
            }

            if (outcome == Outcome.NeedsMore)
            {
                skippable = position;
                return false;
            }

            isCutOff |= misses;
            position += 2;
        }
    }

    /// <summary>4 for a length field, 3 for one that has a digit too few, 0 for anything else.</summary>
    private static int LengthDigits(ReadOnlySpan<byte> text) =>
        !Hj212Time.AreDigits(text.Slice(0, 3)) ? 0 : text[3] is >= (byte)'0' and <= (byte)'9' ? 4 : IsLetter(text[3]) ? 3 : 0;

    private static Outcome Take(ReadOnlySpan<byte> buffer, int start, int digits, bool isEnd, out Hj212Frame frame, out bool isCutOff)
    {
        frame = default;
        var declared = 0;
        for (var i = 0; i < digits; i++) declared = (declared * 10) + buffer[start + 2 + i] - '0';
        var dataStart = start + 2 + digits;
        var rest = buffer.Slice(dataStart);
        isCutOff = rest.Length < declared + CrcDigits;

        // A header within the declared length, right behind something that ends like a packet and has its CRC: the length is wrong.
        var inside = IndexOfHeader(rest.Slice(0, Math.Min(rest.Length, declared + CrcDigits)));
        if (inside >= 0 && EndBefore(rest, inside) is var length and >= 0 && RuleOf(rest.Slice(0, length), rest) is var rule and not Hj212CrcRule.None)
            return Found(buffer, start, dataStart, length, declared, rule, isEnd, out frame);

        if (EndsWithMark(rest, declared))
        {
            if (HasCrc(rest, declared)) return Found(buffer, start, dataStart, declared, declared, RuleOf(rest.Slice(0, declared), rest), isEnd, out frame);
            if (rest.Length > declared ? rest[declared] is (byte)'\r' or (byte)'\n' : isEnd) return Found(buffer, start, dataStart, declared, declared, Hj212CrcRule.Missing, isEnd, out frame);
        }

        if (isCutOff && !isEnd) return Outcome.NeedsMore;

        // By its end: up to the next header, and no farther than a packet can reach.
        var reach = rest.Slice(0, Math.Min(rest.Length, MaxData + CrcDigits));
        var next = inside >= 0 ? inside : IndexOfHeader(reach);
        var isWhole = next >= 0 || isEnd || rest.Length >= MaxData + CrcDigits;
        if (next >= 0) reach = reach.Slice(0, next);
        if (!TryRepair(reach, isWhole, out length, out rule)) return isWhole ? Outcome.NoPacket : Outcome.NeedsMore;
        isCutOff = false;
        return Found(buffer, start, dataStart, length, declared, rule, isEnd, out frame);
    }

    /// <summary>The end of a data segment whose length is not known: the first whose CRC is right, else the last that stands at the end of a line.</summary>
    private static bool TryRepair(ReadOnlySpan<byte> reach, bool isWhole, out int length, out Hj212CrcRule rule)
    {
        length = -1;
        rule = Hj212CrcRule.None;
        var (position, done, state, modbus) = (0, 0, (byte)0xFF, 0xFFFF);
        while (true)
        {
            var mark = reach.Slice(position).IndexOf("&&"u8);
            if (mark < 0) return isWhole && length >= 0;
            var end = position + mark + 2;
            position = end - 1;
            if (!HasCrc(reach, end)) continue;

            // Each byte goes into the register once, however many ends are tried.
            state = Hj212Crc.Advance(state, reach.Slice(done, end - 1 - done));
            modbus = Hj212Crc.AdvanceModbus(modbus, reach.Slice(done, end - 1 - done));
            done = end - 1;
            var found = Compare(ReadHex(reach.Slice(end)), Hj212Crc.Last(state, reach[end - 1]), Hj212Crc.AdvanceModbus(modbus, reach.Slice(done, 1)));
            if (found != Hj212CrcRule.None)
            {
                (length, rule) = (end, found);
                return true;
            }

            var behind = end + CrcDigits;
            if (behind == reach.Length || reach[behind] is (byte)'\r' or (byte)'\n') length = end;
        }
    }

    private static Outcome Found(ReadOnlySpan<byte> buffer, int start, int dataStart, int length, int declared, Hj212CrcRule rule, bool isEnd, out Hj212Frame frame)
    {
        frame = default;
        var end = dataStart + length + (rule == Hj212CrcRule.Missing ? 0 : CrcDigits);
        if (!TryReadTerminator(buffer.Slice(end), isEnd, out var terminator, out var taken)) return Outcome.NeedsMore;
        frame = new Hj212Frame(start, dataStart, length, declared, end + taken)
        {
            Rule = rule,
            DeclaredCrc = rule == Hj212CrcRule.Missing ? -1 : ReadHex(buffer.Slice(dataStart + length)),
            Terminator = terminator,
        };
        return Outcome.Found;
    }

    private static bool TryReadTerminator(ReadOnlySpan<byte> text, bool isEnd, out Hj212Terminator terminator, out int length)
    {
        (terminator, length) = (Hj212Terminator.None, 0);
        if (text.IsEmpty) return isEnd;
        if (text[0] == '\n') (terminator, length) = (Hj212Terminator.Lf, 1);
        else if (text[0] == '\r')
        {
            if (text.Length == 1 && !isEnd) return false;
            (terminator, length) = text.Length > 1 && text[1] == '\n' ? (Hj212Terminator.CrLf, 2) : (Hj212Terminator.Cr, 1);
        }
        else if (text[0] == '\\')
        {
            if (text.StartsWith("\\r\\n"u8)) (terminator, length) = (Hj212Terminator.Text, 4);
            else if (text.Length < 4 && !isEnd) return false;
        }

        return true;
    }

    private static Hj212CrcRule RuleOf(ReadOnlySpan<byte> data, ReadOnlySpan<byte> rest)
    {
        var declared = ReadHex(rest.Slice(data.Length));
        var standard = Hj212Crc.Compute(data);
        return standard == declared ? Hj212CrcRule.Standard : Compare(declared, standard, Hj212Crc.ComputeModbus(data));
    }

    private static Hj212CrcRule Compare(int declared, int standard, int modbus) =>
        declared == standard ? Hj212CrcRule.Standard
        : declared == modbus ? Hj212CrcRule.Modbus
        : declared == Hj212Crc.Swap(modbus) ? Hj212CrcRule.ModbusSwapped
        : Hj212CrcRule.None;

    /// <summary>Where the data segment ends of a packet that stops right before a position; −1 if none does.</summary>
    private static int EndBefore(ReadOnlySpan<byte> rest, int position)
    {
        var end = position;
        if (rest.Slice(0, end).EndsWith("\\r\\n"u8)) end -= 4;
        else
        {
            if (end > 0 && rest[end - 1] == '\n') end--;
            if (end > 0 && rest[end - 1] == '\r') end--;
        }

        end -= CrcDigits;
        return end >= 2 && EndsWithMark(rest, end) && HasCrc(rest, end) ? end : -1;
    }

    private static bool EndsWithMark(ReadOnlySpan<byte> rest, int length) => length >= 2 && rest.Length >= length && rest[length - 1] == '&' && rest[length - 2] == '&';

    private static bool HasCrc(ReadOnlySpan<byte> rest, int length) => rest.Length >= length + CrcDigits && ReadHex(rest.Slice(length)) >= 0;

    /// <summary>The next <c>##</c> with a length field behind it; −1 if there is none.</summary>
    private static int IndexOfHeader(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (true)
        {
            var mark = text.Slice(position).IndexOf("##"u8);
            if (mark < 0) return -1;
            position += mark;
            if (text.Length < position + 6) return -1;
            if (LengthDigits(text.Slice(position + 2)) != 0) return position;
            position++;
        }
    }

    private static int ReadHex(ReadOnlySpan<byte> text)
    {
        var number = 0;
        for (var i = 0; i < CrcDigits; i++)
        {
            int b = text[i];
            var digit = b is >= '0' and <= '9' ? b - '0' : (b | 0x20) is >= 'a' and <= 'f' ? (b | 0x20) - 'a' + 10 : -1;
            if (digit < 0) return -1;
            number = number << 4 | digit;
        }

        return number;
    }

    private static bool IsLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';
}
