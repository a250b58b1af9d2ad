namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>A set of faults in one machine word. <c>default</c> is the empty set.</summary>
public readonly record struct Hj212FaultSet
{
    private readonly ulong _bits;

    private Hj212FaultSet(ulong bits) => _bits = bits;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>Whether a fault is in the set.</summary>
    public bool Contains(Hj212Fault fault) => (_bits >> (int)fault & 1) != 0;

    /// <summary>The set with one more fault.</summary>
    public Hj212FaultSet With(Hj212Fault fault) => new(_bits | 1UL << (int)fault);

    /// <summary>The faults, in the order of the list.</summary>
    public IReadOnlyList<Hj212Fault> ToList()
    {
        var faults = new List<Hj212Fault>();
        for (var i = 0; i < 64; i++)
            if ((_bits >> i & 1) != 0) faults.Add((Hj212Fault)i);
        return faults;
    }

    /// <summary>The names of the faults.</summary>
    public override string ToString() => string.Join(", ", ToList());
}
