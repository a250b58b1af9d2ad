using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>All rules on what code does with values, in one walk through each body: what is put somewhere is read once for all of them.</summary>
/// <remarks>The compiler's call for each operation would cost several times what the rules do, and most bodies name nothing that a rule knows.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public class OperationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<OperationRule> All = ImmutableArray.Create<OperationRule>(
        new LimitRule(), new ThresholdRule(), new SizeSeriesRule(), new AssemblyTakeOffRule(), new DecibelRule(), new UnitNameRule(), new RoundingRule(), new LocalHourRule(), new PassedOnRule());

    // Arrays, since this is the loop that everything runs in, and a build ends before the runtime has made other collections as fast.
    private readonly OperationRule[] _rules;
    private readonly OperationRule[][] _byKind;
    private readonly bool[] _isSink;
    private readonly OperationRule[] _anywhere;

    /// <summary>Creates the analyzer with all rules.</summary>
    public OperationAnalyzer()
        : this(All)
    {
    }

    internal OperationAnalyzer(ImmutableArray<OperationRule> rules)
    {
        _rules = rules.ToArray();
        SupportedDiagnostics = rules.SelectMany(static rule => rule.Descriptors).Distinct().ToImmutableArray();
        var kinds = Enum.GetValues(typeof(OperationKind)).Cast<int>().Max() + 1;
        _byKind = new OperationRule[kinds][];
        _isSink = new bool[kinds];
        for (var kind = 0; kind < kinds; kind++) _byKind[kind] = rules.Where(rule => rule.Kinds.Contains((OperationKind)kind)).ToArray();
        _anywhere = rules.Where(static rule => rule.ChecksAny).ToArray();
        foreach (var kind in Sink.Kinds) _isSink[(int)kind] = true;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        // Generated bodies are not walked, and what is reported stands in the body that was: asking again whether it is generated makes
        // the compiler read the tokens of the whole file, which cost more than all rules together.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        var least = ShownRules.LeastOf(context);
        context.RegisterCompilationStartAction(start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { IsUsed: true } contracts) return;
            var shown = new ShownRules(least, start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterOperationBlockAction(context => Check(context, contracts, shown));
        });
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private void Check(OperationBlockAnalysisContext body, ContractReader contracts, ShownRules shown)
    {
        if (!contracts.OfInterest.Includes(body.OwningSymbol, body.OperationBlocks)) return;
        var context = new OperationContext(contracts, shown, body);
        var waiting = new Stack<IOperation>();
        foreach (var block in body.OperationBlocks) waiting.Push(block);
        while (waiting.Count > 0)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var operation = waiting.Pop();
            Check(operation, context);
            // Half of all operations have no parts, and asking for them is what the walk costs.
            if (operation.Kind is OperationKind.Literal or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference) continue;
            foreach (var part in operation.ChildOperations) waiting.Push(part);
        }
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private void Check(IOperation operation, OperationContext context)
    {
        var kind = (int)operation.Kind;
        foreach (var rule in _byKind[kind]) rule.Check(operation, context);
        if (_isSink[kind] && Sink.TryRead(operation, context.Containing, out var sink)) Check(operation, sink, context);
        else if (operation is IDeconstructionAssignmentOperation parts) CheckParts(parts.Target, parts.Value, operation, context);
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private void Check(IOperation operation, in Sink sink, OperationContext context)
    {
        foreach (var rule in _anywhere) rule.CheckAny(operation, sink, context);
        if (context.Contracts.Of(sink.Target) is not { IsEmpty: false } asked) return;
        if (IsSecondTime(operation, context.Containing)) return;
        foreach (var rule in _rules) rule.Check(sink, asked, context);
    }

    /// <summary>Checks what a deconstruction assigns one by one: (s.Day, s.Night) = (70, 55). Of a value that is no tuple the parts are not known.</summary>
    private void CheckParts(IOperation target, IOperation value, IOperation operation, OperationContext context)
    {
        if (target is not ITupleOperation targets)
        {
            if (Sink.TryRead(target, value, out var sink)) Check(operation, sink, context);
            return;
        }

        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        if (value is not ITupleOperation values || values.Elements.Length != targets.Elements.Length) return;
        for (var i = 0; i < values.Elements.Length; i++) CheckParts(targets.Elements[i], values.Elements[i], operation, context);
    }

    /// <summary>Whether this is the attribute of several fields once more: the compiler shows it for each of them.</summary>
    private static bool IsSecondTime(IOperation operation, ISymbol containing)
    {
        var creation = operation.Parent is IObjectOrCollectionInitializerOperation initialiser ? initialiser.Parent : operation.Parent;
        return creation?.Parent is IAttributeOperation { Syntax.Parent.Parent: BaseFieldDeclarationSyntax { Declaration.Variables: { Count: > 1 } fields } }
            && fields[0].Identifier.ValueText != containing.Name;
    }
}
