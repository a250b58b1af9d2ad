namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>A packet of HJ 212 that was read: header, time, readings and everything that is wrong with it. It keeps the bytes and lives on its own.</summary>
/// <remarks>
/// Never throws for what a packet holds. Reading one allocates at most <see cref="MostAllocatedBytes"/> bytes for a packet of a given size. The password is not kept apart
/// and appears in no text; parameters that are passwords or keys are masked.
/// </remarks>
public sealed class Hj212Message
{
    /// <summary>How many fields of one packet are read; those beyond are left out, with a finding.</summary>
    public const int MaxFields = 1000;

    /// <summary>How many findings are kept in full; <see cref="Faults"/> knows of all.</summary>
    public const int MaxFindings = 100;

    private readonly byte[] _bytes;

    private Hj212Message(in Hj212Packet packet, Hj212StationProfile profile)
    {
        _bytes = packet.Bytes.ToArray();
        Profile = profile;
        Qn = Hj212Text.Of(packet.Qn);
        St = Hj212Text.Of(packet.St);
        Station = Hj212Text.Of(packet.Mn);
        Cn = Hj212Text.Of(packet.Cn);
        Command = packet.Command;
        Flag = packet.Flag;
        ClaimedEdition = packet.ClaimedEdition;
        WantsAnswer = packet.WantsAnswer;
        PartCount = packet.PartCount;
        PartNumber = packet.PartNumber;
        IsSentAgain = packet.IsSentAgain;
        DeclaredLength = packet.DeclaredLength;
        DataLength = packet.Data.Length;
        DeclaredCrc = packet.DeclaredCrc;
        CrcRule = packet.CrcRule;
        Terminator = packet.Terminator;
        SkippedBefore = packet.SkippedBefore;
        var fields = new Hj212Fields(this, packet);
        DataTime = fields.DataTime;
        Time = fields.Time;
        Duration = fields.Duration;
        Parameters = fields.Parameters;
        Readings = fields.Readings;
        Findings = fields.Findings;
        MoreFindings = fields.MoreFindings;
        Faults = fields.Faults;
    }

    /// <summary>The most that <see cref="Read(in Hj212Packet, Hj212StationProfile?)"/> allocates for a packet: 16 KiB and 400 bytes for each byte of it.</summary>
    public static long MostAllocatedBytes(int packetLength) => (16 * 1024) + (400L * packetLength);

    /// <summary>The profile that it was read by.</summary>
    public Hj212StationProfile Profile { get; }

    /// <summary>Where the packet begins in its file or stream, in bytes from 0.</summary>
    public long Offset { get; internal set; }

    /// <summary>The line of its file on which it begins, from 1; 0 if it did not come from a file.</summary>
    public int Line { get; internal set; }

    /// <summary>How many bytes before the packet belong to none.</summary>
    public int SkippedBefore { get; }

    /// <summary>The request number QN, the time of sending and not that of the values; empty if there is none.</summary>
    public string Qn { get; }

    /// <summary>The system code ST, for example <c>39</c> for dust of construction sites; empty if there is none.</summary>
    public string St { get; }

    /// <summary>The number of the device, MN; empty if there is none.</summary>
    public string Station { get; }

    /// <summary>The command CN as it is written; empty if there is none.</summary>
    public string Cn { get; }

    /// <summary>The command CN, see <see cref="Hj212Command"/>; 0 if there is none that is a number.</summary>
    public int Command { get; }

    /// <summary>Flag of the header, 0 to 255; <see langword="null"/> if there is none.</summary>
    public int? Flag { get; }

    /// <summary>The edition that Flag claims.</summary>
    public Hj212Edition ClaimedEdition { get; }

    /// <summary>Whether an answer is wanted; the library gives none.</summary>
    public bool WantsAnswer { get; }

    /// <summary>PNUM: of how many packets the message consists; 0 if it is not split.</summary>
    public int PartCount { get; }

    /// <summary>PNO: the number of this packet, from 1; 0 if the message is not split.</summary>
    public int PartNumber { get; }

    /// <summary>Whether the packet says that it was sent again, late (RF=1, HJ 212-2025).</summary>
    public bool IsSentAgain { get; }

    /// <summary>The length that the packet declares.</summary>
    public int DeclaredLength { get; }

    /// <summary>The length that its data segment has.</summary>
    public int DataLength { get; }

    /// <summary>The CRC that the packet declares; −1 if it has none.</summary>
    public int DeclaredCrc { get; }

    /// <summary>Which rule the CRC follows.</summary>
    public Hj212CrcRule CrcRule { get; }

    /// <summary>Whether the CRC is that of the standard, or of a Modbus rule that the profile allows.</summary>
    public bool IsCrcAccepted => CrcRule == Hj212CrcRule.Standard || (Profile.AllowsModbusCrc && CrcRule is Hj212CrcRule.Modbus or Hj212CrcRule.ModbusSwapped);

    /// <summary>What ends the packet.</summary>
    public Hj212Terminator Terminator { get; }

    /// <summary>DataTime as it is written; empty if there is none.</summary>
    public string DataTime { get; }

    /// <summary>The start of the period, or the moment of sampling, at +08:00; <see langword="null"/> if there is no DataTime from 1900 on that can be read.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>The length of the period; <see langword="null"/> for a moment, and for minutes whose number the profile does not say.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>The plain parameters in the order of the packet, DataTime left out; passwords and keys read <c>******</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>The values of the factors, in the order of the packet.</summary>
    public IReadOnlyList<Hj212Reading> Readings { get; }

    /// <summary>What is wrong, or worth knowing: the first <see cref="MaxFindings"/>.</summary>
    public IReadOnlyList<Hj212Finding> Findings { get; }

    /// <summary>How many findings there are beyond those that are kept.</summary>
    public int MoreFindings { get; }

    /// <summary>All faults that were found.</summary>
    public Hj212FaultSet Faults { get; }

    /// <summary>The bytes of the packet as they arrived, password included.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reads a packet.</summary>
    /// <param name="packet">The packet, as <see cref="Hj212Scanner"/> found it.</param>
    /// <param name="profile">How the station speaks; <see cref="Hj212StationProfile.Unspecified"/> if not given.</param>
    public static Hj212Message Read(in Hj212Packet packet, Hj212StationProfile? profile = null)
    {
        profile ??= Hj212StationProfile.Unspecified;
        if (packet.CrcRule == Hj212CrcRule.NotCheckable && profile.Decryptor is { } decryptor)
        {
            // The clear text stands where the cipher stood, and is a packet like any other; only if its CRC is right was the key the right one.
            var clear = packet.Bytes.ToArray();
            if (decryptor(packet.Mn, packet.Qn, packet.Region, clear.AsSpan(packet.RegionOffset, packet.Region.Length)))
            {
                var scanner = new Hj212Scanner(clear, isEnd: true, packet.SkippedBefore, packet.Faults.Contains(Hj212Fault.SkippedBytes));
                if (scanner.TryRead(out var deciphered) && deciphered.Bytes.Length == clear.Length && deciphered.CrcRule is Hj212CrcRule.Standard or Hj212CrcRule.Modbus or Hj212CrcRule.ModbusSwapped)
                    return new Hj212Message(deciphered, profile);
            }
        }

        return new Hj212Message(packet, profile);
    }

    /// <summary>Reads the first packet among bytes.</summary>
    /// <returns><see langword="null"/> if there is none.</returns>
    public static Hj212Message? ReadFirst(ReadOnlySpan<byte> bytes, Hj212StationProfile? profile = null)
    {
        var scanner = new Hj212Scanner(bytes);
        return scanner.TryRead(out var packet) ? Read(packet, profile) : null;
    }

    /// <summary>Station, command, time and the number of readings and findings, without password and values.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"MN={InputError.Quote(Station)} CN={InputError.Quote(Cn)} {Time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)}: {Readings.Count} readings, {Findings.Count + MoreFindings} findings");

    internal bool HasBytesOf(Hj212Message other) => _bytes.AsSpan().SequenceEqual(other._bytes);
}
