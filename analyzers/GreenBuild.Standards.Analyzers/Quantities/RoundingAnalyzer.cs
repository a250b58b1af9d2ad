using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4004: a value is rounded otherwise than by GB/T 8170 before it is compared with a limit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoundingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.OtherRounding);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            start.RegisterOperationAction(context => CheckSink(context, contracts), Sink.Kinds);
            start.RegisterOperationAction(context => CheckRounded(context, contracts), OperationKind.Invocation);
        });
    }

    /// <summary>A rounded value that is put into a place under contract.</summary>
    private static void CheckSink(OperationAnalysisContext context, ContractReader contracts)
    {
        if (!Sink.TryRead(context.Operation, context.ContainingSymbol, out var sink) || contracts.Of(sink.Target) is not { IsEmpty: false } found) return;
        var value = sink.Value;
        if (value is IConversionOperation { Operand: ILocalReferenceOperation or IInvocationOperation } conversion) value = conversion.Operand;
        if (value is ILocalReferenceOperation local && contracts.Values.LocalsAround(local, context.CancellationToken).OnlyValueOf(local.Local) is { } only) value = only;
        if (value is IInvocationOperation call) Report(context, contracts, call, found);
    }

    /// <summary>A value under contract that is rounded.</summary>
    private static void CheckRounded(OperationAnalysisContext context, ContractReader contracts)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsOtherRounding(call) && ContractSource.TryFind(call.Arguments[0].Value, contracts, context.CancellationToken, out _, out var found)) Report(context, contracts, call, found);
    }

    private static void Report(OperationAnalysisContext context, ContractReader contracts, IInvocationOperation call, ImmutableArray<Contract> found)
    {
        if (!IsOtherRounding(call)) return;
        foreach (var contract in found)
            foreach (var limit in contracts.LimitsOf(contract, call.Syntax.SyntaxTree).Binding)
            {
                if (limit.RoundingDigits is not { } digits) continue;
                context.ReportDiagnostic(Diagnostic.Create(Rules.OtherRounding, call.Syntax.GetLocation(), BrokenLimit.CitationOf(limit), digits));
                return;
            }
    }

    /// <summary>Math.Floor, Ceiling, Truncate, and Round with another way to go from the middle. Math.Round by itself goes to even, as GB/T 8170 does.</summary>
    private static bool IsOtherRounding(IInvocationOperation call)
    {
        if (call.TargetMethod is not { IsStatic: true, ContainingType: { Name: "Math" or "MathF" or "Decimal", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } || call.Arguments.Length == 0) return false;
        if (call.TargetMethod.Name is "Floor" or "Ceiling" or "Truncate") return true;
        if (call.TargetMethod.Name != "Round") return false;
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Type.Name == nameof(MidpointRounding) && argument.Value.ConstantValue is { HasValue: true, Value: int mode }) return mode != (int)MidpointRounding.ToEven;
        return false;
    }
}
