using System.Collections.Immutable;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The numbers that an expression may have: up to eight that are known, and whether there may be others.</summary>
/// <remarks>
/// Sets only grow where paths meet, and a set that outgrows its bound forgets everything: that is what ends an analysis of loops.
/// The value of <c>default</c> is an expression of which nothing is known.
/// </remarks>
internal readonly struct ValueSet : IEquatable<ValueSet>
{
    private const int Most = 8;

    // Sorted and without duplicates; default where none is known.
    private readonly ImmutableArray<decimal> _values;
    private readonly bool _isClosed;

    private ValueSet(ImmutableArray<decimal> values, bool isClosed)
    {
        _values = values;
        _isClosed = isClosed;
    }

    /// <summary>Nothing is known.</summary>
    public static ValueSet Unknown => default;

    /// <summary>No value at all: the expression is never reached.</summary>
    public static ValueSet None { get; } = new(default, true);

    /// <summary>The values that are known.</summary>
    public ImmutableArray<decimal> Values => _values.IsDefault ? ImmutableArray<decimal>.Empty : _values;

    /// <summary>Whether there are no values but the known ones.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Whether nothing is known.</summary>
    public bool IsUnknown => _values.IsDefault && !_isClosed;

    /// <summary>Whether it is certain that there is no value.</summary>
    public bool IsNone => _values.IsDefault && _isClosed;

    /// <summary>One value.</summary>
    public static ValueSet Of(decimal value) => new(ImmutableArray.Create(value), true);

    /// <summary>The only value, if there is exactly one.</summary>
    public bool TryGetSingle(out decimal value)
    {
        value = Values.Length == 1 ? _values[0] : 0;
        return _isClosed && Values.Length == 1;
    }

    /// <summary>The values of both.</summary>
    public ValueSet Union(ValueSet other)
    {
        var isClosed = _isClosed && other._isClosed;
        if (other._values.IsDefault) return new(_values, isClosed);
        if (_values.IsDefault) return new(other._values, isClosed);
        var all = new Collected(_values.Length + other._values.Length);
        foreach (var value in _values) all.Add(value);
        foreach (var value in other._values) all.Add(value);
        return all.ToSet(isClosed);
    }

    /// <summary>What a function makes of each value; a value that it makes nothing of becomes an unknown one.</summary>
    public ValueSet Select(Func<decimal, decimal?> function)
    {
        if (_values.IsDefault) return this;
        var (results, isClosed) = (new Collected(_values.Length), _isClosed);
        foreach (var value in _values)
        {
            if (function(value) is { } result) results.Add(result);
            else isClosed = false;
        }

        return results.ToSet(isClosed);
    }

    /// <summary>What a function makes of each pair of values.</summary>
    public ValueSet Combine(ValueSet other, Func<decimal, decimal, decimal?> function)
    {
        if (IsNone || other.IsNone) return None;
        if (_values.IsDefault || other._values.IsDefault) return Unknown;
        var (results, isClosed) = (new Collected(_values.Length * other._values.Length), _isClosed && other._isClosed);
        foreach (var value in _values)
            foreach (var second in other._values)
            {
                if (function(value, second) is { } result) results.Add(result);
                else isClosed = false;
            }

        return results.ToSet(isClosed);
    }

    /// <summary>Only the values that a test lets through; others that are not known stay.</summary>
    public ValueSet Where(Func<decimal, bool> test)
    {
        if (_values.IsDefault) return this;
        var rest = new Collected(_values.Length);
        foreach (var value in _values)
            if (test(value)) rest.Add(value);
        return rest.ToSet(_isClosed);
    }

    /// <inheritdoc/>
    public bool Equals(ValueSet other) => _isClosed == other._isClosed && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.IsDefault ? _isClosed.GetHashCode() : _values[0].GetHashCode() ^ _values.Length;

    /// <inheritdoc/>
    public override string ToString() => $"{{{string.Join(", ", Values)}{(_isClosed ? "" : ", …")}}}";

    /// <summary>Numbers on their way into a set. Most are one or two, for which a sorted set of the framework costs more than all the rest.</summary>
    private struct Collected(int most)
    {
        private readonly decimal[] _sorted = new decimal[most];
        private int _count;

        public void Add(decimal value)
        {
            var at = _count;
            while (at > 0 && _sorted[at - 1] > value) at--;
            if (at > 0 && _sorted[at - 1] == value) return;
            Array.Copy(_sorted, at, _sorted, at + 1, _count - at);
            _sorted[at] = value;
            _count++;
        }

        public readonly ValueSet ToSet(bool isClosed) => _count > Most ? Unknown : new(_count == 0 ? default : ImmutableArray.Create(_sorted, 0, _count), isClosed);
    }
}
