namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Joins the packets of messages that were sent in parts (PNUM, PNO).</summary>
/// <remarks>
/// Parts belong together by MN, ST, CN, DataTime and PNUM; their QN differ, as in the standard's own example (tables C.49 and C.50). Holds a bounded number of messages and
/// bytes: the oldest open message is given out incomplete when there are more. A part under a CRC that is not accepted is given out alone and fills no place.
/// </remarks>
public sealed class Hj212PartJoiner
{
    private readonly int _mostOpen;
    private readonly int _mostBytes;
    private readonly List<Group> _open = [];
    private int _bytes;

    /// <summary>Creates a joiner.</summary>
    /// <param name="mostOpen">How many messages may be open at once; above 0.</param>
    /// <param name="mostBytes">How many bytes of packets may be held at once; at least 16,384.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is too small.</exception>
    public Hj212PartJoiner(int mostOpen = 64, int mostBytes = 1024 * 1024)
    {
        if (mostOpen < 1) throw new ArgumentOutOfRangeException(nameof(mostOpen), "At least one message is open at once.");
        if (mostBytes < 16 * 1024) throw new ArgumentOutOfRangeException(nameof(mostBytes), "At least one packet must find room: 16,384 bytes.");
        _mostOpen = mostOpen;
        _mostBytes = mostBytes;
    }

    /// <summary>How many messages are open.</summary>
    public int OpenCount => _open.Count;

    /// <summary>How many bytes of packets are held.</summary>
    public int HeldBytes => _bytes;

    /// <summary>Adds a packet.</summary>
    /// <returns>What is done with it: a message that is not split at once, one whose last part it is, and those that must go for lack of room.</returns>
    public IReadOnlyList<Hj212JoinedMessage> Append(Hj212Message message)
    {
        if (message.PartCount <= 1) return [new Hj212JoinedMessage([message], [], [], 0)];
        if (!message.IsCrcAccepted) return [new Hj212JoinedMessage([message], Missing([message], message.PartCount), [], 0)];
        var key = (message.Station, message.St, message.Cn, message.DataTime, message.PartCount);
        var group = _open.Find(open => open.Key == key);
        if (group is null)
        {
            group = new Group(key);
            _open.Add(group);
        }

        _bytes += group.Add(message);
        var done = new List<Hj212JoinedMessage>();
        if (group.IsFull) done.Add(Close(group));
        while (_open.Count > _mostOpen || _bytes > _mostBytes) done.Add(Close(_open[0]));
        return done.AsReadOnly();
    }

    /// <summary>Gives out all messages that are open, incomplete as they are.</summary>
    public IReadOnlyList<Hj212JoinedMessage> Complete()
    {
        var done = new List<Hj212JoinedMessage>();
        while (_open.Count > 0) done.Add(Close(_open[0]));
        return done.AsReadOnly();
    }

    private Hj212JoinedMessage Close(Group group)
    {
        _open.Remove(group);
        _bytes -= group.Bytes;
        return group.Join();
    }

    private static List<int> Missing(IReadOnlyList<Hj212Message> parts, int count)
    {
        var there = new HashSet<int>(parts.Select(static part => part.PartNumber));
        return Enumerable.Range(1, count).Where(number => !there.Contains(number)).ToList();
    }

    private sealed class Group((string Station, string St, string Cn, string DataTime, int PartCount) key)
    {
        private readonly List<Hj212Message> _parts = [];
        private readonly SortedSet<int> _conflicts = [];
        private readonly HashSet<int> _numbers = [];
        private int _repeated;

        public (string Station, string St, string Cn, string DataTime, int PartCount) Key { get; } = key;

        public int Bytes { get; private set; }

        public bool IsFull => _numbers.Count == Key.PartCount;

        /// <summary>Adds a part, and gives the bytes that it takes.</summary>
        public int Add(Hj212Message part)
        {
            if (!_numbers.Add(part.PartNumber))
            {
                if (_parts.Exists(other => other.PartNumber == part.PartNumber && other.HasBytesOf(part)))
                {
                    _repeated++;
                    return 0;
                }

                _conflicts.Add(part.PartNumber);
            }

            _parts.Add(part);
            Bytes += part.Bytes.Length;
            return part.Bytes.Length;
        }

        public Hj212JoinedMessage Join() => new([.. _parts.OrderBy(static part => part.PartNumber)], Missing(_parts, Key.PartCount), [.. _conflicts], _repeated);
    }
}
