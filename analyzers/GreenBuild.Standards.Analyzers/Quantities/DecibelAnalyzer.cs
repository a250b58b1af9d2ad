using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4001: levels in decibels are added or averaged as plain numbers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DecibelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.DecibelsAsNumbers);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            var linq = start.Compilation.GetTypeByMetadataName("System.Linq.Enumerable");
            start.RegisterOperationAction(
                context =>
                {
                    switch (context.Operation)
                    {
                        case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsLevel(sum.LeftOperand) && IsLevel(sum.RightOperand):
                        case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } total when IsLevel(total.Value):
                            Report(context.Operation);
                            break;
                        case IInvocationOperation { TargetMethod: { Name: "Sum" or "Average" } method } call
                            when SymbolEqualityComparer.Default.Equals(method.ContainingType, linq) && GivesLevels(call):
                            Report(call);
                            break;
                    }

                    bool IsLevel(IOperation operation) => IsLevelIn(operation, contracts, context.CancellationToken);

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
                                case not null when call.Arguments.Length == 1 && ContractSource.TryFind(value, contracts, context.CancellationToken, out _, out var found) && AreDecibels(found): return true;
                            }
                        }

                        return false;
                    }

                    void Report(IOperation operation) => context.ReportDiagnostic(Diagnostic.Create(Rules.DecibelsAsNumbers, operation.Syntax.GetLocation()));
                },
                OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Invocation);
        });
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
