using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Works out which numbers an expression may have, from what is said of its variables elsewhere.</summary>
/// <remarks>No method is looked into but the factories of quantities: the contract stands on the signature.</remarks>
internal abstract class ExpressionValues
{
    // Fields may be initialised by each other in a ring, which the compiler allows; overflowing its stack would end it.
    protected internal const int MaxDepth = 32;

    /// <summary>The values of a local where it is read.</summary>
    protected abstract ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation);

    /// <summary>The values of a parameter where it is read.</summary>
    protected abstract ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation);

    /// <summary>The values of a field or property that keeps what it is declared with.</summary>
    protected abstract ValueSet Member(ISymbol member, int depth, CancellationToken cancellation);

    /// <summary>Goes through the parts of an expression that says nothing by itself, where what happens on the way matters.</summary>
    protected virtual void VisitParts(IOperation operation, int depth, CancellationToken cancellation)
    {
    }

    /// <summary>The values of an expression.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    protected virtual ValueSet Evaluate(IOperation? operation, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation is null || depth == 0) return ValueSet.Unknown;
        if (operation.ConstantValue.HasValue)
        {
            // The same number, but 70.1f is 70.1 to its writer and 70.0999984741211 as a double.
            if (operation is IConversionOperation { Type.SpecialType: SpecialType.System_Double, Operand: { Type.SpecialType: SpecialType.System_Single } single }) operation = single;
            return ConstantNumber.TryRead(operation.ConstantValue.Value, out var constant) ? ValueSet.Of(constant) : ValueSet.Unknown;
        }

        switch (operation)
        {
            case IConversionOperation conversion:
                return Converted(Evaluate(conversion.Operand, depth - 1, cancellation), conversion);

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary when ConstantNumber.IsNumber(unary.Type):
                var operand = Evaluate(unary.Operand, depth - 1, cancellation);
                return unary.OperatorKind == UnaryOperatorKind.Plus ? operand : operand.Select(static value => -value);

            case IBinaryOperation { IsLifted: false, Type: { } type } binary when ConstantNumber.IsNumber(type)
                && SymbolEqualityComparer.Default.Equals(binary.LeftOperand.Type, type) && SymbolEqualityComparer.Default.Equals(binary.RightOperand.Type, type):
                var left = Evaluate(binary.LeftOperand, depth - 1, cancellation);
                var right = Evaluate(binary.RightOperand, depth - 1, cancellation);
                return Computed(left, right, binary.OperatorKind, type.SpecialType);

            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                Evaluate(choice.Condition, depth - 1, cancellation);
                return choice.Condition.ConstantValue is { HasValue: true, Value: bool isTrue }
                    ? Evaluate(isTrue ? choice.WhenTrue : whenFalse, depth - 1, cancellation)
                    : Evaluate(choice.WhenTrue, depth - 1, cancellation).Union(Evaluate(whenFalse, depth - 1, cancellation));

            case ICoalesceOperation coalesce:
                var value = Evaluate(coalesce.Value, depth - 1, cancellation);
                return value.IsClosed ? value : value.Union(Evaluate(coalesce.WhenNull, depth - 1, cancellation));

            case ISwitchExpressionOperation choice:
                var all = ValueSet.None;
                foreach (var arm in choice.Arms) all = all.Union(Evaluate(arm.Value, depth - 1, cancellation));
                return all;

            case IThrowOperation:
                VisitParts(operation, depth, cancellation);
                return ValueSet.None;

            case ISimpleAssignmentOperation assignment:
                return Evaluate(assignment.Value, depth - 1, cancellation);

            case ILocalReferenceOperation local:
                return Local(local, depth - 1, cancellation);

            case IParameterReferenceOperation parameter:
                return Parameter(parameter, cancellation);

            // The making of a quantity, and a number of a known one.
            case IInvocationOperation or IObjectCreationOperation when operation.Type is { } made && QuantityUnits.BaseOf(made) is { } unit && QuantityUnits.TryReadMaking(operation, out var number, out var given):
                return InUnit(Evaluate(number, depth - 1, cancellation), given, unit);

            case IPropertyReferenceOperation { Instance: { Type: { } holder } instance } reference when QuantityUnits.OfNumber(reference.Property) is { } wanted && QuantityUnits.BaseOf(holder) is { } unit:
                return InUnit(Evaluate(instance, depth - 1, cancellation), unit, wanted);

            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                VisitParts(operation, depth, cancellation);
                return Member(field, depth - 1, cancellation);

            case IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property }:
                VisitParts(operation, depth, cancellation);
                return Member(property, depth - 1, cancellation);

            default:
                VisitParts(operation, depth, cancellation);
                return ValueSet.Unknown;
        }
    }

    // Apart, since what they capture would be made for each expression otherwise, whatever it is.
    private static ValueSet Converted(ValueSet values, IConversionOperation conversion) => values.Select(value => Convert(conversion, value));

    private static ValueSet Computed(ValueSet left, ValueSet right, BinaryOperatorKind kind, SpecialType type) => left.Combine(right, (a, b) => ConstantNumber.Compute(kind, type, a, b));

    private static ValueSet InUnit(ValueSet values, string given, string wanted) => values.Select(value => MeasurementUnit.TryConvert(value, given, wanted, out var converted) ? converted : null);

    /// <summary>What a conversion makes of a number; <see langword="null"/> if that is not certain.</summary>
    protected static decimal? Convert(IConversionOperation conversion, decimal value)
    {
        if (conversion.Type is not { } to || conversion.Operand.Type is not { } from) return null;
        to = Contract.Underlying(to);
        from = Contract.Underlying(from);
        // A conversion that a type declares as implicit keeps the number; an explicit one may do anything, such as change the unit.
        if (conversion.OperatorMethod is { } method && to.SpecialType == SpecialType.None) return method.MetadataName == WellKnownMemberNames.ImplicitConversionName ? value : null;
        if (conversion.OperatorMethod is { } back && from.SpecialType == SpecialType.None && back.MetadataName != WellKnownMemberNames.ImplicitConversionName) return null;
        return SymbolEqualityComparer.Default.Equals(from, to) ? value : ConstantNumber.Convert(value, to.SpecialType);
    }
}
