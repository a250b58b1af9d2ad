using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>How the locals and parameters of one method, accessor or initialiser are written. Found in one walk, for all that ask.</summary>
internal sealed class MethodLocals
{
    private readonly IOperation _root;
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private MethodFlow? _flow;

    [ThreadStatic]
    private static MethodLocals? followed;

    [MethodImpl(HotPath.OptimisedAtOnce)]
    public MethodLocals(IOperation root, CancellationToken cancellation)
    {
        _root = root;
        foreach (var operation in root.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            // By kind, and not by type: hardly any of them is one of these, and each question for a type costs something.
            switch (operation.Kind)
            {
                case OperationKind.VariableDeclarator:
                    var declarator = (IVariableDeclaratorOperation)operation;
                    var declared = Of(declarator.Symbol);
                    declared.Declaration = declarator.Syntax;
                    declared.Initial = declarator.GetVariableInitializer()?.Value;
                    if (declarator.Symbol.RefKind != RefKind.None) declared.IsOpaque = true;
                    if (declared.Initial is { } initial)
                    {
                        declared.Writes++;
                        declared.Written.Add(initial);
                    }

                    break;
                case OperationKind.LocalReference: NoteUse(operation, ((ILocalReferenceOperation)operation).Local); break;
                case OperationKind.ParameterReference: NoteUse(operation, ((IParameterReferenceOperation)operation).Parameter); break;
                case OperationKind.DeclarationPattern: NoteDeclared(((IDeclarationPatternOperation)operation).DeclaredSymbol); break;
                case OperationKind.RecursivePattern: NoteDeclared(((IRecursivePatternOperation)operation).DeclaredSymbol); break;
                case OperationKind.ListPattern: NoteDeclared(((IListPatternOperation)operation).DeclaredSymbol); break;
            }
        }
    }

    /// <summary>The value that a local is declared with, if nothing else can have written it.</summary>
    public IOperation? OnlyValueOf(ILocalSymbol local) => _variables.TryGetValue(local, out var found) && found is { Writes: 1, IsOpaque: false } ? found.Initial : null;

    /// <summary>All that is written to a local, whichever path leads there; <see langword="null"/> if some of it is not said where it is written.</summary>
    public IReadOnlyList<IOperation>? AllWrittenTo(ILocalSymbol local) => _variables.TryGetValue(local, out var found) && !found.IsOpaque && found.Writes == found.Written.Count ? found.Written : null;

    /// <summary>Whether all that writes a local or parameter is seen on the paths of its method.</summary>
    public bool IsFollowed(ISymbol variable) => _variables.TryGetValue(variable, out var found) && found is { Writes: > 0, IsOpaque: false };

    /// <summary>The values along the paths; worked out when the first one asks, since most methods write what is checked once or not at all.</summary>
    public MethodFlow? FlowIn(KnownValues values, CancellationToken cancellation)
    {
        if (_flow is { } known) return known;
        // Nothing asks for the paths of a method that is being followed; if something ever did, overflowing the stack would end the compiler.
        if (followed == this) return null;
        var outer = followed;
        followed = this;
        try
        {
            return _flow = new MethodFlow(_root, this, values, cancellation);
        }
        finally
        {
            followed = outer;
        }
    }

    private Variable Of(ISymbol symbol)
    {
        if (!_variables.TryGetValue(symbol, out var variable)) _variables.Add(symbol, variable = new Variable());
        return variable;
    }

    /// <summary>What a pattern declares has a value that is not said where it is written.</summary>
    private void NoteDeclared(ISymbol? variable)
    {
        if (variable is not null) Of(variable).IsOpaque = true;
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private void NoteUse(IOperation reference, ISymbol symbol)
    {
        switch (WriteBy(reference))
        {
            case Write.Opaque:
                Of(symbol).IsOpaque = true;
                break;
            case Write.Seen:
                var variable = Of(symbol);
                variable.Writes++;
                if (reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference) variable.Written.Add(assignment.Value);
                if (IsShared(symbol) || MayRunElsewhere(reference, symbol, variable)) variable.IsOpaque = true;
                break;
        }
    }

    // What the caller or another method of the object can change between two lines.
    private bool IsShared(ISymbol symbol) => symbol is IParameterSymbol parameter
        && (parameter.RefKind != RefKind.None || (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _root is not IConstructorBodyOperation));

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static Write WriteBy(IOperation reference)
    {
        if (reference.Syntax.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (0 or (int)SyntaxKind.InKeyword) }) return Write.Opaque;
        var current = reference;
        while (current.Parent is ITupleOperation or IConversionOperation or IDeclarationExpressionOperation) current = current.Parent;
        if (MayChangeInside(reference)) return Write.Opaque;
        return current.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == current ? Write.Seen : Write.None,
            IIncrementOrDecrementOperation => Write.Seen,
            IAddressOfOperation or IInvalidOperation => Write.Opaque,
            // Through "in" nobody writes.
            IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In } ? Write.None : Write.Opaque,
            // A loop over a declared tuple, an out variable.
            _ => reference.Parent is IDeclarationExpressionOperation ? Write.Opaque : Write.None,
        };
    }

    /// <summary>Whether what is referred to keeps its name and gets another content: <c>d.Value = 5</c>, <c>d.Reset()</c>. Numbers, structures that cannot change, and the quantities of the library and its guest do not.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static bool MayChangeInside(IOperation reference)
    {
        var current = reference;
        while (current.Parent is IMemberReferenceOperation { Instance: { } instance } && instance == current) current = current.Parent;
        if (current != reference && current.Parent is { } parent
            && (parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } || (parent is IAssignmentOperation assignment && assignment.Target == current)))
            return true;
        return reference.Parent is IInvocationOperation { Instance: { } called } && called == reference
            && reference.Type is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } type && !(type.IsValueType && type.IsReadOnly) && !QuantityUnits.IsGuest(type);
    }

    /// <summary>Whether a write may happen at another moment than its place says: in a lambda, or on the way to a handler that can see the variable.</summary>
    private static bool MayRunElsewhere(IOperation write, ISymbol symbol, Variable variable)
    {
        for (var parent = write.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, lambda.Symbol);
                case ILocalFunctionOperation function:
                    return !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function.Symbol);
                case ITryOperation when variable.Declaration is null || !parent.Syntax.Span.Contains(variable.Declaration.Span):
                    return true;
            }
        }

        return false;
    }

    private enum Write
    {
        None,
        Seen,
        Opaque,
    }

    private sealed class Variable
    {
        public SyntaxNode? Declaration { get; set; }

        public IOperation? Initial { get; set; }

        public int Writes { get; set; }

        /// <summary>What is written, where the writing says it: fewer than <see cref="Writes"/> where something is added or stepped.</summary>
        public List<IOperation> Written { get; } = [];

        public bool IsOpaque { get; set; }
    }
}
