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

    /// <summary>Whether <see cref="CheckAny"/> does anything.</summary>
    public virtual bool ChecksAny => false;

    /// <summary>Looks at a value that is put anywhere.</summary>
    public virtual void CheckAny(IOperation operation, in Sink sink, OperationContext context)
    {
    }
}

/// <summary>The body that operations stand in, and where what is found in them is reported.</summary>
internal sealed class OperationContext(ContractReader contracts, ShownRules shown, OperationBlockAnalysisContext body)
{
    public ContractReader Contracts => contracts;

    /// <summary>The member that it belongs to.</summary>
    public ISymbol Containing { get; } = body.OwningSymbol;

    public CancellationToken Cancellation { get; } = body.CancellationToken;

    /// <summary>The day and the place that the body is judged for.</summary>
    public Settings Settings => _settings ??= contracts.SettingsOf(body.OperationBlocks[0].Syntax.SyntaxTree);

    private Settings? _settings;

    /// <summary>Whether anybody would hear of what a rule finds here.</summary>
    public bool IsShown(DiagnosticDescriptor rule) => shown.Include(rule, body.OperationBlocks[0].Syntax.SyntaxTree, Cancellation);

    private HashSet<SyntaxNode>? _said;

    /// <summary>Whether a place is asked about for the first time, for what several others lead to.</summary>
    public bool IsFirst(SyntaxNode place) => (_said ??= []).Add(place);

    public void Report(Diagnostic diagnostic) => body.ReportDiagnostic(diagnostic);
}
