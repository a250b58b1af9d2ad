namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>A message of one or several packets.</summary>
public sealed class Hj212JoinedMessage
{
    internal Hj212JoinedMessage(IReadOnlyList<Hj212Message> parts, IReadOnlyList<int> missing, IReadOnlyList<int> conflicts, int repeated)
    {
        Parts = parts;
        MissingParts = missing;
        ConflictingParts = conflicts;
        RepeatedCount = repeated;
        var readings = new List<Hj212Reading>();
        foreach (var part in parts)
            foreach (var reading in part.Readings) readings.Add(conflicts.Contains(part.PartNumber) ? reading with { IsUsable = false } : reading);
        Readings = readings.AsReadOnly();
        var findings = new List<Hj212Finding>();
        foreach (var number in conflicts) findings.Add(new(Hj212Fault.PartsConflict, FormattableString.Invariant($"PNO={number}")));
        if (missing.Count > 0)
        {
            var most = Math.Min(missing.Count, 10);
            findings.Add(new(Hj212Fault.PartsMissing, "PNO=" + string.Join(",", missing.Take(most)) + (most < missing.Count ? ",…" : "")));
        }

        Findings = findings.AsReadOnly();
    }

    /// <summary>The packets, in the order of their numbers; both where two of a number differ.</summary>
    public IReadOnlyList<Hj212Message> Parts { get; }

    /// <summary>Whether all parts are there, and none twice with different data.</summary>
    public bool IsComplete => MissingParts.Count == 0 && ConflictingParts.Count == 0;

    /// <summary>The numbers of the parts that did not arrive.</summary>
    public IReadOnlyList<int> MissingParts { get; }

    /// <summary>The numbers of the parts that arrived twice with different data; their readings do not count.</summary>
    public IReadOnlyList<int> ConflictingParts { get; }

    /// <summary>How many parts arrived again, the same byte by byte, and were dropped.</summary>
    public int RepeatedCount { get; }

    /// <summary>The readings of all parts.</summary>
    public IReadOnlyList<Hj212Reading> Readings { get; }

    /// <summary>What is wrong with the parts together; what is wrong with each is in <see cref="Hj212Message.Findings"/>.</summary>
    public IReadOnlyList<Hj212Finding> Findings { get; }
}
