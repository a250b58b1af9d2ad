using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A comparison of a value under contract with a number that is known.</summary>
internal readonly struct Threshold
{
    private readonly BinaryOperatorKind _kind;
    private readonly bool _isWhole;

    private Threshold(IOperation comparison, ISymbol subject, ImmutableArray<Contract> contracts, BinaryOperatorKind kind, IOperation bound, decimal value, string? unit, bool isWhole)
    {
        Comparison = comparison;
        Subject = subject;
        Contracts = contracts;
        _kind = kind;
        Bound = bound;
        Value = value;
        Unit = unit;
        _isWhole = isWhole;
    }

    /// <summary>The operator or pattern.</summary>
    public IOperation Comparison { get; }

    /// <summary>What is compared: a parameter, property, field or method.</summary>
    public ISymbol Subject { get; }

    public ImmutableArray<Contract> Contracts { get; }

    /// <summary>The expression that it is compared with.</summary>
    public IOperation Bound { get; }

    public decimal Value { get; }

    /// <summary>The unit of the number; <see langword="null"/> where it is that of the limit.</summary>
    public string? Unit { get; }

    /// <summary>Reads <c>leq &gt; 70</c>, <c>70 &lt; leq</c>, <c>leq is &gt; 70</c>, <c>case &gt; 70</c>, <c>{ Leq: &gt; 70 }</c>.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static bool TryRead(IOperation operation, ContractReader contracts, CancellationToken cancellation, out Threshold threshold)
    {
        threshold = default;
        switch (operation)
        {
            case IBinaryOperation binary when IsOrder(binary.OperatorKind):
                return TryRead(binary.LeftOperand, binary.OperatorKind, binary.RightOperand, out threshold)
                    || TryRead(binary.RightOperand, Mirror(binary.OperatorKind), binary.LeftOperand, out threshold);
            case IRelationalPatternOperation pattern when ContractSource.SubjectOf(pattern) is { } subject:
                return TryRead(subject, pattern.OperatorKind, pattern.Value, out threshold);
            default:
                return false;
        }

        bool TryRead(IOperation subject, BinaryOperatorKind kind, IOperation bound, out Threshold threshold)
        {
            threshold = default;
            // Most comparisons are of values without contract, and that is cheap to find out.
            if (!ContractSource.TryFind(subject, contracts, cancellation, out var symbol, out var found) || !contracts.Values.Of(bound, cancellation).TryGetSingle(out var value)) return false;
            threshold = new(operation, symbol, found, kind, bound, value, UnitOf(subject), IsWhole(subject));
            return true;
        }
    }

    /// <summary>Whether the limit has bounds, so that a threshold can be looser than it.</summary>
    public static bool IsComparable(Requirement limit) => LimitCheck.SideOf(limit) is 0 or 1 or 2;

    /// <summary>What a limit says of the last number that counts as good.</summary>
    public BrokenLimit Against(Requirement limit, Circumstances circumstances) => BrokenLimit.By(ValueSet.Of(Last(IsCeiling(limit))), Unit, limit, circumstances);

    /// <summary>All comparisons of the same with a known number in the member that an operation is a part of.</summary>
    public static IEnumerable<Threshold> AllOn(ISymbol subject, IOperation inside, OperationContext context)
    {
        while (inside.Parent is { } parent) inside = parent;
        foreach (var comparison in inside.Descendants())
            if (comparison is IBinaryOperation or IRelationalPatternOperation && TryRead(comparison, context.Contracts, context.Cancellation, out var threshold) && SymbolEqualityComparer.Default.Equals(threshold.Subject, subject))
                yield return threshold;
    }

    /// <summary>Whether the number is so far on the other side of the limit that it only guards against what cannot be: no meter shows 199 dB(A), and an alarm is set near the limit.</summary>
    public bool IsFar(Requirement limit)
    {
        if (limit is not { UpperValue: null, RelativeTo: null, Value: { } bound and > 0 } || In(limit.Unit) is not { } value) return false;
        return IsCeiling(limit) ? value >= bound * (limit.Unit is "dB" or "dB(A)" ? 2 : 10) : value <= bound / 10;
    }

    /// <summary>Whether another threshold on the same value is a stage beside this one: at the limit or near it. The other end of a range is none, unless it is the limit.</summary>
    public bool IsStagedBy(Threshold other, Requirement limit) =>
        (IsCeiling(limit) ? limit.UpperValue ?? limit.Value : limit.Value) is { } bound && other.In(limit.Unit) is { } near && Math.Abs(near - bound) * (IsUpward == other.IsUpward ? 5 : 20) <= Math.Abs(bound);

    private bool IsUpward => _kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    /// <summary>The last number that counts as good. Of a ceiling that is what is not above, whichever branch of the comparison says so; of a floor, what is not below.</summary>
    private decimal Last(bool isCeiling)
    {
        if (_isWhole) return isCeiling ? (IsExclusive(true) ? decimal.Ceiling(Value) - 1 : decimal.Floor(Value)) : IsExclusive(false) ? decimal.Floor(Value) + 1 : decimal.Ceiling(Value);
        if (!IsExclusive(isCeiling)) return Value;
        // Just beside it: 55.5 itself would be rounded to 56, and what is below it to 55.
        const decimal Beside = 1e-12m;
        var step = Beside * Math.Max(1, Math.Abs(Value));
        return isCeiling ? Value - step : Value + step;
    }

    // Of a limit with two bounds, the nearer one is meant.
    private bool IsCeiling(Requirement limit) => LimitCheck.SideOf(limit) switch
    {
        0 => true,
        2 => limit is { Value: { } least, UpperValue: { } most } && In(limit.Unit) is { } value && Math.Abs(value - most) <= Math.Abs(value - least),
        _ => false,
    };

    /// <summary>The literal that the threshold is made of, if it is a number in a unit: a plain one is in that of what it is compared with.</summary>
    public IOperation? LiteralIn(string unit) =>
        Unit is not null && Unit != unit && Bound.Type is { } type && ConstantNumber.IsNumber(Contract.Underlying(type)) ? null : HardCodedLimit.LiteralOf(Bound, unit);

    /// <summary>Whether the limit itself could stand in place of the threshold: where the comparison leaves its bound out, or a whole number would cut the limit, other values would comply.</summary>
    public bool CanBecome(Requirement limit) => !IsExclusive(IsCeiling(limit)) && !(_isWhole && limit.Value is { } value && value != decimal.Truncate(value));

    private bool IsExclusive(bool isCeiling) => isCeiling
        ? _kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan
        : _kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual;

    /// <summary>The number in a unit; <see langword="null"/> if it is of another quantity.</summary>
    public decimal? In(string unit) => MeasurementUnit.TryConvert(Value, Unit ?? unit, unit, out var converted) ? converted : null;

    // A quantity is compared in its base unit, and a number of it in the unit of the property.
    private static string? UnitOf(IOperation subject)
    {
        subject = ContractSource.Bare(subject);
        return subject is IPropertyReferenceOperation { Instance.Type: { } holder } property && QuantityUnits.OfNumber(property.Property) is { } unit && QuantityUnits.BaseOf(holder) is not null ? unit
            : subject.Type is { } type ? QuantityUnits.BaseOf(type) : null;
    }

    private static bool IsOrder(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        _ => BinaryOperatorKind.LessThanOrEqual,
    };

    private static bool IsWhole(IOperation operation) =>
        ContractSource.Bare(operation).Type is { } type && Contract.Underlying(type).SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
