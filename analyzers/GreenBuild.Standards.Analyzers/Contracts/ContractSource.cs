using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Finds what a value under contract was read from: a parameter, field, property or method, or a local that holds it.</summary>
internal static class ContractSource
{
    /// <summary>Finds the symbol and its contracts, if it has any.</summary>
    public static bool TryFind(IOperation subject, ContractReader contracts, CancellationToken cancellation, out ISymbol symbol, out ImmutableArray<Contract> found)
    {
        for (var step = 0; step < 8; step++)
        {
            switch (subject)
            {
                case IConversionOperation conversion: subject = conversion.Operand; continue;
                case IParameterReferenceOperation parameter: return Is(parameter.Parameter, contracts.Of(parameter.Parameter), out symbol, out found);
                case IFieldReferenceOperation field: return Is(field.Field, contracts.Of(field.Field), out symbol, out found);
                // The number of a quantity: what is compared is in the unit of the property.
                case IPropertyReferenceOperation { Instance: { Type: { } holder } instance } property when QuantityUnits.BaseOf(holder) is not null && QuantityUnits.OfNumber(property.Property) is not null: subject = instance; continue;
                case IPropertyReferenceOperation property: return Is(property.Property, contracts.Of(property.Property), out symbol, out found);
                case IInvocationOperation call: return Is(call.TargetMethod, contracts.OfReturn(call.TargetMethod), out symbol, out found);
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
}
