using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A rule on what code does with values. It keeps no state: one instance serves all compilations.</summary>
internal abstract class OperationRule
{
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The operations that <see cref="Check(IOperation, OperationContext)"/> is called with.</summary>
    public virtual ImmutableArray<OperationKind> Kinds => ImmutableArray<OperationKind>.Empty;

    /// <summary>Looks at an operation of one of the <see cref="Kinds"/>.</summary>
    public virtual void Check(IOperation operation, OperationContext context)
    {
    }

    /// <summary>Looks at a value that is put into a place under contract.</summary>
    public virtual void Check(in Sink sink, ImmutableArray<Contract> asked, OperationContext context)
    {
    }

    /// <summary>Looks at a value that is put anywhere.</summary>
    public virtual void CheckAny(IOperation operation, in Sink sink, OperationContext context)
    {
    }
}

/// <summary>Where an operation stands, and where what is found is reported. One for each operation: it holds what the compiler hands over, and makes nothing of it until a rule finds something.</summary>
internal sealed class OperationContext
{
    private readonly OperationAnalysisContext? _operation;
    private readonly SyntaxNodeAnalysisContext? _syntax;

    public OperationContext(ContractReader contracts, in OperationAnalysisContext context) =>
        (Contracts, Containing, Cancellation, _operation) = (contracts, context.ContainingSymbol, context.CancellationToken, context);

    public OperationContext(ContractReader contracts, ISymbol containing, in SyntaxNodeAnalysisContext context) =>
        (Contracts, Containing, Cancellation, _syntax) = (contracts, containing, context.CancellationToken, context);

    public ContractReader Contracts { get; }

    /// <summary>The member that it belongs to.</summary>
    public ISymbol Containing { get; }

    public CancellationToken Cancellation { get; }

    public void Report(Diagnostic diagnostic)
    {
        _operation?.ReportDiagnostic(diagnostic);
        _syntax?.ReportDiagnostic(diagnostic);
    }
}
