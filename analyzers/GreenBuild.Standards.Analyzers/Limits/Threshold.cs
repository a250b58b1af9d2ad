using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A comparison of a value under contract with a number that is known.</summary>
internal readonly struct Threshold
{
    private readonly BinaryOperatorKind _kind;
    private readonly bool _isWhole;

    private Threshold(ISymbol subject, ImmutableArray<Contract> contracts, BinaryOperatorKind kind, IOperation bound, decimal value, string? unit, bool isWhole)
    {
        Subject = subject;
        Contracts = contracts;
        _kind = kind;
        Bound = bound;
        Value = value;
        Unit = unit;
        _isWhole = isWhole;
    }

    /// <summary>What is compared: a parameter, property, field or method.</summary>
    public ISymbol Subject { get; }

    public ImmutableArray<Contract> Contracts { get; }

    /// <summary>The expression that it is compared with.</summary>
    public IOperation Bound { get; }

    public decimal Value { get; }

    /// <summary>The unit of the number; <see langword="null"/> where it is that of the limit.</summary>
    public string? Unit { get; }

    /// <summary>Reads <c>leq &gt; 70</c>, <c>70 &lt; leq</c>, <c>leq is &gt; 70</c>, <c>case &gt; 70</c>, <c>{ Leq: &gt; 70 }</c>.</summary>
    public static bool TryRead(IOperation operation, ContractReader contracts, CancellationToken cancellation, out Threshold threshold)
    {
        threshold = default;
        switch (operation)
        {
            case IBinaryOperation binary when IsOrder(binary.OperatorKind):
                return TryRead(binary.LeftOperand, binary.OperatorKind, binary.RightOperand, out threshold)
                    || TryRead(binary.RightOperand, Mirror(binary.OperatorKind), binary.LeftOperand, out threshold);
            case IRelationalPatternOperation pattern when SubjectOf(pattern) is { } subject:
                return TryRead(subject, pattern.OperatorKind, pattern.Value, out threshold);
            default:
                return false;
        }

        bool TryRead(IOperation subject, BinaryOperatorKind kind, IOperation bound, out Threshold threshold)
        {
            threshold = default;
            // Most comparisons are of values without contract, and that is cheap to find out.
            if (!ContractSource.TryFind(subject, contracts, cancellation, out var symbol, out var found) || !contracts.Values.Of(bound, cancellation).TryGetSingle(out var value)) return false;
            threshold = new(symbol, found, kind, bound, value, UnitOf(subject), IsWhole(subject));
            return true;
        }
    }

    /// <summary>Whether the limit bounds from one side, so that a threshold can be looser than it.</summary>
    public static bool IsComparable(Requirement limit) => LimitCheck.SideOf(limit) is 0 or 1;

    /// <summary>Whether the comparison lets something through that breaks the limit.</summary>
    public bool IsLooserThan(Requirement limit, Circumstances circumstances)
    {
        var isCeiling = LimitCheck.SideOf(limit) == 0;
        var isExclusive = IsExclusive(isCeiling);
        var last = isExclusive && _isWhole ? Value + (isCeiling ? -1 : 1) : Value;
        if (isExclusive && !_isWhole && In(limit.Unit) == limit.Value && limit.RelativeTo is null) return false;
        return BrokenLimit.By(ValueSet.Of(last), Unit, limit, circumstances) is { IsBroken: true, IsBinding: true };
    }

    /// <summary>The literal that the threshold is made of, if it is a number in a unit: a plain one is in that of what it is compared with.</summary>
    public IOperation? LiteralIn(string unit) =>
        Unit is not null && Unit != unit && Bound.Type is { } type && ConstantNumber.IsNumber(Contract.Underlying(type)) ? null : HardCodedLimit.LiteralOf(Bound, unit);

    /// <summary>Whether the limit itself could stand in place of the threshold: where the comparison leaves its bound out, or a whole number would cut the limit, other values would comply.</summary>
    public bool CanBecome(Requirement limit) => !IsExclusive(LimitCheck.SideOf(limit) == 0) && !(_isWhole && limit.Value is { } value && value != decimal.Truncate(value));

    // Of a ceiling, what is not above counts as good, whichever branch of the comparison says so; of a floor, what is not below.
    private bool IsExclusive(bool isCeiling) => isCeiling
        ? _kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan
        : _kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual;

    /// <summary>The number in a unit; <see langword="null"/> if it is of another quantity.</summary>
    public decimal? In(string unit) => MeasurementUnit.TryConvert(Value, Unit ?? unit, unit, out var converted) ? converted : null;

    // A quantity is compared in its base unit, and a number of it in the unit of the property.
    private static string? UnitOf(IOperation subject)
    {
        while (subject is IConversionOperation conversion) subject = conversion.Operand;
        return subject is IPropertyReferenceOperation { Instance.Type: { } holder } property && QuantityUnits.BaseOf(holder) is not null && QuantityUnits.OfNumber(property.Property) is { } unit ? unit
            : subject.Type is { } type ? QuantityUnits.BaseOf(type) : null;
    }

    private static IOperation? SubjectOf(IPatternOperation pattern)
    {
        IOperation current = pattern;
        while (current.Parent is INegatedPatternOperation or IBinaryPatternOperation) current = current.Parent;
        return current.Parent switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            IPropertySubpatternOperation part => part.Member,
            _ => null,
        };
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

    private static bool IsWhole(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation.Type is { } type && Contract.Underlying(type).SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
    }
}
