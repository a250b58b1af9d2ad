using System.Globalization;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>A packet of HJ 212 as a view of its bytes: nothing is copied and nothing allocated.</summary>
/// <remarks><see cref="Hj212Message"/> is the same with texts, numbers, times and units, and lives on its own.</remarks>
public readonly ref struct Hj212Packet
{
    private const int MostDigits = 4;

    private readonly Slot _qn;
    private readonly Slot _st;
    private readonly Slot _cn;
    private readonly Slot _password;
    private readonly Slot _mn;
    private readonly Slot _flag;
    private readonly Slot _pnum;
    private readonly Slot _pno;
    private readonly Slot _rf;

    internal Hj212Packet(ReadOnlySpan<byte> buffer, scoped in Hj212Frame frame, int skippedBefore, bool isTextBefore)
    {
        Bytes = buffer.Slice(frame.Start, frame.End - frame.Start);
        Data = buffer.Slice(frame.DataStart, frame.DataLength);
        DeclaredLength = frame.DeclaredLength;
        DeclaredCrc = frame.DeclaredCrc;
        Terminator = frame.Terminator;
        SkippedBefore = skippedBefore;

        var faults = FaultsOf(frame, isTextBefore);
        var headerLength = IndexOfRegion(Data, out var regionStart);
        Region = default;
        if (headerLength < 0)
        {
            faults = faults.With(Hj212Fault.DataRegionMissing);
            headerLength = Data.EndsWith("&&"u8) ? Data.Length - 2 : Data.Length;
        }
        else
        {
            var end = Data.LastIndexOf("&&"u8);
            if (end < regionStart)
            {
                faults = faults.With(Hj212Fault.DataRegionMissing);
                end = Data.Length;
            }

            Region = Data.Slice(regionStart, end - regionStart);
            RegionOffset = frame.DataStart - frame.Start + regionStart;
            if (headerLength > 0 && Data[headerLength - 1] is not ((byte)';' or (byte)',' or (byte)' ')) faults = faults.With(Hj212Fault.HeaderSeparator);
        }

        // The header: pieces at semicolons, each cut at its first equals sign.
        var header = Data.Slice(0, headerLength);
        var start = 0;
        var equals = -1;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i < header.Length)
            {
                var b = header[i];
                if (b == '=' && equals < 0) equals = i;
                if (b is not ((byte)';' or (byte)',')) continue;
                if (b == ',') faults = faults.With(Hj212Fault.HeaderSeparator);
            }

            if (equals < 0)
            {
                if (!Hj212FieldEnumerator.Trim(header.Slice(start, i - start)).IsEmpty) faults = faults.With(Hj212Fault.HeaderFieldMalformed);
            }
            else
            {
                var name = Hj212FieldEnumerator.Trim(header.Slice(start, equals - start));
                var value = new Slot(equals + 1, i - equals - 1);
                var isNew = true;
                if (name.Length == 2)
                {
                    switch ((name[0] | 0x20) << 8 | name[1] | 0x20)
                    {
                        case 'q' << 8 | 'n': isNew = Set(ref _qn, value); break;
                        case 's' << 8 | 't': isNew = Set(ref _st, value); break;
                        case 'c' << 8 | 'n': isNew = Set(ref _cn, value); break;
                        case 'p' << 8 | 'w': isNew = Set(ref _password, value); break;
                        case 'm' << 8 | 'n': isNew = Set(ref _mn, value); break;
                        case 'r' << 8 | 'f': isNew = Set(ref _rf, value); break;
                        default: break;
                    }
                }
                else if (Is(name, "flag"u8)) isNew = Set(ref _flag, value);
                else if (Is(name, "pnum"u8)) isNew = Set(ref _pnum, value);
                else if (Is(name, "pno"u8)) isNew = Set(ref _pno, value);

                if (!isNew) faults = faults.With(Hj212Fault.HeaderFieldRepeated);
            }

            start = i + 1;
            equals = -1;
        }

        var isEncrypted = frame.Rule == Hj212CrcRule.None && LooksEncrypted(Region);
        CrcRule = isEncrypted ? Hj212CrcRule.NotCheckable : frame.Rule;
        if (isEncrypted) faults = faults.With(Hj212Fault.Encrypted);
        else if (frame.Rule == Hj212CrcRule.None) faults = faults.With(Hj212Fault.CrcMismatch);
        if (!_qn.IsThere) faults = faults.With(Hj212Fault.QnMissing);
        else if (Qn.Length != 17 || !Hj212Time.TryRead(Qn.Slice(0, Hj212Time.Length), out _) || !Hj212Time.AreDigits(Qn.Slice(Hj212Time.Length))) faults = faults.With(Hj212Fault.QnNot17Digits);
        if (!_st.IsThere) faults = faults.With(Hj212Fault.StMissing);
        if (!_mn.IsThere || Mn.IsEmpty) faults = faults.With(Hj212Fault.MnMissing);
        Command = Number(Cn) ?? 0;
        if (!_cn.IsThere) faults = faults.With(Hj212Fault.CnMissing);
        else if (!Hj212Command.IsKnown(Command)) faults = faults.With(Hj212Fault.CnUnknown);

        Flag = Number(FlagText) is { } flag and <= 255 ? flag : null;
        if (!_flag.IsThere) faults = faults.With(Hj212Fault.HeaderFlagMissing);
        else if (Flag is null) faults = faults.With(Hj212Fault.HeaderFlagMalformed);

        (PartCount, PartNumber) = (0, 0);
        if (_pnum.IsThere || _pno.IsThere)
        {
            if (Number(Text(_pnum)) is { } count and > 0 && Number(Text(_pno)) is { } number and > 0 && number <= count) (PartCount, PartNumber) = (count, number);
            faults = faults.With(PartCount == 0 ? Hj212Fault.PacketNumbersMalformed : Hj212Fault.PartOfSplitMessage);
        }
        else if ((Flag & 2) != 0 && Flag is not null)
        {
            faults = faults.With(Hj212Fault.PacketNumbersMissing);
        }

        IsSentAgain = Number(Text(_rf)) == 1;
        if (IsSentAgain) faults = faults.With(Hj212Fault.SentAgain);
        Faults = faults;
    }

    /// <summary>All bytes of the packet, from <c>##</c> to its end, CR LF included.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The data segment, which ends with the second <c>&amp;&amp;</c>.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>The data region between the two <c>&amp;&amp;</c>; cipher text if the packet is encrypted.</summary>
    public ReadOnlySpan<byte> Region { get; }

    /// <summary>Where <see cref="Region"/> begins in <see cref="Bytes"/>; 0 if there is none.</summary>
    internal int RegionOffset { get; }

    /// <summary>The length that the packet declares, 0 to 9999; that of <see cref="Data"/> is the real one.</summary>
    public int DeclaredLength { get; }

    /// <summary>The CRC that the packet declares; −1 if it has none.</summary>
    public int DeclaredCrc { get; }

    /// <summary>Which rule the CRC follows.</summary>
    public Hj212CrcRule CrcRule { get; }

    /// <summary>What ends the packet.</summary>
    public Hj212Terminator Terminator { get; }

    /// <summary>How many bytes before the packet belong to none.</summary>
    public int SkippedBefore { get; }

    /// <summary>What is wrong with frame and header; what is wrong with the fields is found by <see cref="Hj212Message"/>.</summary>
    public Hj212FaultSet Faults { get; }

    /// <summary>The request number QN, the time of sending with milliseconds; empty if there is none.</summary>
    public ReadOnlySpan<byte> Qn => Text(_qn);

    /// <summary>The system code ST, for example <c>39</c> for dust of construction sites; empty if there is none.</summary>
    public ReadOnlySpan<byte> St => Text(_st);

    /// <summary>The command CN as it is written; empty if there is none.</summary>
    public ReadOnlySpan<byte> Cn => Text(_cn);

    /// <summary>The number of the device, MN; empty if there is none.</summary>
    public ReadOnlySpan<byte> Mn => Text(_mn);

    /// <summary>The password PW in clear text: for comparing, never for showing.</summary>
    public ReadOnlySpan<byte> Password => Text(_password);

    /// <summary>Flag as it is written; empty if there is none.</summary>
    public ReadOnlySpan<byte> FlagText => Text(_flag);

    /// <summary>PNUM as it is written; empty if there is none.</summary>
    public ReadOnlySpan<byte> PnumText => Text(_pnum);

    /// <summary>PNO as it is written; empty if there is none.</summary>
    public ReadOnlySpan<byte> PnoText => Text(_pno);

    /// <summary>The command CN; 0 if there is none, or one that is not a number of up to four digits.</summary>
    public int Command { get; }

    /// <summary>Flag of the header, 0 to 255; <see langword="null"/> if there is none that can be read.</summary>
    public int? Flag { get; }

    /// <summary>Whether an answer is wanted (bit 0 of Flag).</summary>
    public bool WantsAnswer => Flag is { } flag && (flag & 1) != 0;

    /// <summary>The edition that Flag claims.</summary>
    public Hj212Edition ClaimedEdition => (Flag >> 2) switch
    {
        0 => Hj212Edition.Of2005,
        1 => Hj212Edition.Of2017,
        2 => Hj212Edition.Of2025,
        _ => Hj212Edition.Unknown,
    };

    /// <summary>PNUM: of how many packets the message consists; 0 if it is not split or the numbers cannot be read.</summary>
    public int PartCount { get; }

    /// <summary>PNO: the number of this packet, from 1; 0 if the message is not split or the numbers cannot be read.</summary>
    public int PartNumber { get; }

    /// <summary>Whether the packet says that it was sent again, late (RF=1).</summary>
    public bool IsSentAgain { get; }

    /// <summary>The fields of the data region; none if it is encrypted.</summary>
    public Hj212FieldEnumerator Fields => new(CrcRule == Hj212CrcRule.NotCheckable ? default : Region);

    /// <summary>Device, command and length, without password and values.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "HJ 212 CN={0}, {1} bytes, CRC {2}", Command, Data.Length, CrcRule);

    internal static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
    {
        if (text.Length != lowerCase.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if ((text[i] | 0x20) != lowerCase[i]) return false;
        return true;
    }

    private static Hj212FaultSet FaultsOf(scoped in Hj212Frame frame, bool isTextBefore)
    {
        var faults = default(Hj212FaultSet);
        if (isTextBefore) faults = faults.With(Hj212Fault.SkippedBytes);
        if (frame.DataStart - frame.Start == 5) faults = faults.With(Hj212Fault.LengthFieldThreeDigits);
        if (frame.DataLength != frame.DeclaredLength) faults = faults.With(Hj212Fault.LengthMismatch);
        if (frame.DataLength > 1024) faults = faults.With(Hj212Fault.DataSegmentOver1024);
        if (frame.Terminator == Hj212Terminator.None) faults = faults.With(Hj212Fault.TerminatorMissing);
        else if (frame.Terminator == Hj212Terminator.Text) faults = faults.With(Hj212Fault.TerminatorAsText);
        else if (frame.Terminator != Hj212Terminator.CrLf) faults = faults.With(Hj212Fault.TerminatorIncomplete);
        return frame.Rule switch
        {
            Hj212CrcRule.Modbus => faults.With(Hj212Fault.CrcModbus),
            Hj212CrcRule.ModbusSwapped => faults.With(Hj212Fault.CrcModbusSwapped),
            Hj212CrcRule.Missing => faults.With(Hj212Fault.CrcMissing),
            _ => faults,
        };
    }

    private static bool Set(ref Slot slot, Slot value)
    {
        if (slot.IsThere) return false;
        slot = value;
        return true;
    }

    /// <summary>Where <c>CP=&amp;&amp;</c> begins; −1 if it is not there.</summary>
    private static int IndexOfRegion(ReadOnlySpan<byte> data, out int regionStart)
    {
        var position = 0;
        while (true)
        {
            var mark = data.Slice(position).IndexOf("=&&"u8);
            if (mark < 0)
            {
                regionStart = 0;
                return -1;
            }

            position += mark;
            regionStart = position + 3;
            if (position >= 2 && (data[position - 1] | 0x20) == 'p' && (data[position - 2] | 0x20) == 'c') return position - 2;
            position++;
        }
    }

    private static int? Number(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty || digits.Length > MostDigits || !Hj212Time.AreDigits(digits)) return null;
        var number = 0;
        foreach (var b in digits) number = (number * 10) + b - '0';
        return number;
    }

    /// <summary>Whether the first group of sixteen bytes is no text: control characters, or bytes that are not UTF-8.</summary>
    private static bool LooksEncrypted(ReadOnlySpan<byte> region)
    {
        var group = region.Slice(0, Math.Min(16, region.Length));
        var following = 0;
        foreach (var b in group)
        {
            if (following > 0)
            {
                if ((b & 0xC0) != 0x80) return true;
                following--;
            }
            else if (b >= 0x80)
            {
                following = b switch
                {
                    >= 0xC2 and <= 0xDF => 1,
                    >= 0xE0 and <= 0xEF => 2,
                    >= 0xF0 and <= 0xF4 => 3,
                    _ => -1,
                };
                if (following < 0) return true;
            }
            else if (b == 0x7F || (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n')))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> Text(Slot slot) => Hj212FieldEnumerator.Trim(Data.Slice(slot.Start, slot.Length));

    /// <summary>A place within the data segment. <c>default</c> is not there.</summary>
    private readonly record struct Slot
    {
        private readonly ushort _end;

        public Slot(int start, int length)
        {
            Start = (ushort)start;
            _end = (ushort)(start + length);
        }

        public ushort Start { get; }

        public int Length => _end - Start;

        // A value begins behind a name and its equals sign, never at 0.
        public bool IsThere => Start > 0;
    }
}
