using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Finds what a value under contract was read from: a parameter, field, property or method, or a local that holds it.</summary>
internal static class ContractSource
{
    /// <summary>Finds the symbol and its contracts, if it has any.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static bool TryFind(IOperation subject, ContractReader contracts, CancellationToken cancellation, out ISymbol symbol, out ImmutableArray<Contract> found)
    {
        for (var step = 0; step < 8; step++)
        {
            subject = Bare(subject);
            switch (subject)
            {
                case IParameterReferenceOperation parameter: return Is(parameter.Parameter, contracts.Of(parameter.Parameter), out symbol, out found);
                case IFieldReferenceOperation field: return Is(field.Field, contracts.Of(field.Field), out symbol, out found);
                // The number of a quantity: what is compared is in the unit of the property.
                case IPropertyReferenceOperation { Instance: { Type: { } holder } instance } property when QuantityUnits.OfNumber(property.Property) is not null && QuantityUnits.BaseOf(holder) is not null: subject = instance; continue;
                case IPropertyReferenceOperation property: return Is(property.Property, contracts.Of(property.Property), out symbol, out found);
                case IInvocationOperation call: return Is(call.TargetMethod, contracts.OfReturn(call.TargetMethod), out symbol, out found);
                // What stands behind a question mark, and what a pattern looks into.
                case IConditionalAccessInstanceOperation when AccessAround(subject) is { } access: subject = access.Operation; continue;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } when PatternAround(subject) is { } pattern && SubjectOf(pattern) is { } input: subject = input; continue;
                // A local stands for what it was read from.
                case ILocalReferenceOperation local when contracts.Values.LocalsAround(local, cancellation).OnlyValueOf(local.Local) is { } only: subject = only; continue;
            }

            break;
        }

        return Is(null!, ImmutableArray<Contract>.Empty, out symbol, out found);

        static bool Is(ISymbol of, ImmutableArray<Contract> those, out ISymbol symbol, out ImmutableArray<Contract> found)
        {
            (symbol, found) = (of, those);
            return !those.IsEmpty;
        }
    }

    /// <summary>What an expression is without conversions, questions for null, and what stands in for a value that is not there.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; continue;
                case IConditionalAccessOperation access: operation = access.WhenNotNull; continue;
                case ICoalesceOperation coalesce: operation = coalesce.Value; continue;
                case IPropertyReferenceOperation { Property: { Name: nameof(Nullable<int>.Value), ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } holder }: operation = holder; continue;
                case IInvocationOperation { TargetMethod: { Name: nameof(Nullable<int>.GetValueOrDefault), ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } holder }: operation = holder; continue;
                default: return operation;
            }
        }
    }

    /// <summary>What a pattern is held against; <see langword="null"/> where that has no name, as in a tuple.</summary>
    public static IOperation? SubjectOf(IPatternOperation pattern)
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

    private static IConditionalAccessOperation? AccessAround(IOperation placeholder)
    {
        for (var (child, parent) = (placeholder, placeholder.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child) return access;
        return null;
    }

    private static IPatternOperation? PatternAround(IOperation placeholder)
    {
        for (var parent = placeholder.Parent; parent is not null; parent = parent.Parent)
            if (parent is IRecursivePatternOperation pattern) return pattern;
        return null;
    }
}
