using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4001: levels in decibels are added or averaged as plain numbers.</summary>
internal sealed class DecibelRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.DecibelsAsNumbers);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Invocation);

    public override void Check(IOperation operation, OperationContext context)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsLevel(sum.LeftOperand) && IsLevel(sum.RightOperand):
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type: { } kind } total when ConstantNumber.IsNumber(Contract.Underlying(kind)) && IsLevel(total.Value):
            case IInvocationOperation { TargetMethod: { Name: "Sum" or "Average", ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } } call when GivesLevels(call):
                context.Report(Diagnostic.Create(Rules.DecibelsAsNumbers, operation.Syntax.GetLocation()));
                break;
        }

        bool IsLevel(IOperation operation) => IsLevelIn(operation, context.Contracts, context.Cancellation);

        // reading => reading.Level, here or in the Select before.
        bool GivesLevels(IInvocationOperation call)
        {
            foreach (var argument in call.Arguments)
            {
                var value = argument.Value;
                while (value is IConversionOperation or IDelegateCreationOperation) value = value.ChildOperations.First();
                switch (value)
                {
                    case IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } returned }] }: return IsLevel(returned);
                    case IInvocationOperation { TargetMethod.Name: "Select" or "Where" or "ToList" or "ToArray" } inner when GivesLevels(inner): return true;
                    case not null when call.Arguments.Length == 1 && ContractSource.TryFind(value, context.Contracts, context.Cancellation, out _, out var found) && AreDecibels(found): return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a number is a level: a plain one under a contract in decibels, or the decibels of a quantity. A correction that is written as a number is none.</summary>
    private static bool IsLevelIn(IOperation operation, ContractReader contracts, CancellationToken cancellation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        if (operation.ConstantValue.HasValue || operation.Type is not { } type || !ConstantNumber.IsNumber(Contract.Underlying(type))) return false;
        if (operation is ILocalReferenceOperation local) return contracts.Values.LocalsAround(local, cancellation).OnlyValueOf(local.Local) is { ConstantValue.HasValue: false } only && IsLevelIn(only, contracts, cancellation);
        var symbol = operation switch
        {
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IInvocationOperation call => (ISymbol)call.TargetMethod,
            _ => null,
        };
        if (symbol is null) return false;
        if (QuantityUnits.OfNumber(symbol) is { } unit) return IsDecibel(unit);
        return ContractSource.TryFind(operation, contracts, cancellation, out _, out var found) && AreDecibels(found);
    }

    private static bool AreDecibels(ImmutableArray<Contract> contracts) => contracts.Any(static contract => contract.Units.Count > 0 && contract.Units.All(IsDecibel));

    private static bool IsDecibel(string unit) => unit is "dB" or "dB(A)";
}
