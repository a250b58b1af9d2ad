using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Tells which numbers the expressions of one compilation are sure to have. Whatever is not sure is unknown: a false alarm costs more than a silence.</summary>
/// <remarks>
/// Known are constants; readonly fields and get-only properties that only their initialiser sets; locals, followed through the paths of
/// their method where they are written more than once; and on top of these arithmetic, choices, numeric conversions, conversions that
/// a type declares as implicit, and the factories of quantities.
/// </remarks>
internal sealed class KnownValues : ExpressionValues
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    // Several sinks of one method ask about the same locals.
    private readonly ConditionalWeakTable<IOperation, MethodLocals> _locals = new();

    public KnownValues(Compilation compilation) => _compilation = compilation;

    /// <summary>The numbers that an expression may have; of a quantity, those in the unit of its factory.</summary>
    public ValueSet Of(IOperation? operation, CancellationToken cancellation) => Evaluate(operation, MaxDepth, cancellation);

    /// <summary>The values of an expression as far as they hang on nothing that moves: asked for while a method is followed, and so without following it.</summary>
    internal ValueSet OfUnmoved(IOperation operation, int depth, CancellationToken cancellation) => new UnmovedValues(this).Of(operation, depth, cancellation);

    /// <summary>All numbers that an expression could have if any path led to it: what <see cref="Of"/> finds is among them. Found without following paths, and unknown where nothing of the expression has to be followed.</summary>
    public ValueSet AtMost(IOperation operation, CancellationToken cancellation) => new WrittenValues(this).Of(operation, cancellation);

    /// <summary>The values of a member, for a reader that follows a method.</summary>
    internal ValueSet OfMember(ISymbol member, int depth, CancellationToken cancellation) => Member(member, depth, cancellation);

    /// <summary>The locals of the method, accessor or initialiser that an operation is a part of.</summary>
    internal MethodLocals LocalsAround(IOperation operation, CancellationToken cancellation)
    {
        while (operation.Parent is { } parent) operation = parent;
        if (_locals.TryGetValue(operation, out var locals)) return locals;
        locals = new MethodLocals(operation, cancellation);
        // Another thread that was faster has found the same.
        return _locals.GetValue(operation, _ => locals);
    }

    protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation)
    {
        var locals = LocalsAround(reference, cancellation);
        if (locals.OnlyValueOf(reference.Local) is { } only) return Evaluate(only, depth, cancellation);
        return locals.IsFollowed(reference.Local) ? locals.FlowIn(this, cancellation)?.ValuesAt(reference.Syntax) ?? ValueSet.Unknown : ValueSet.Unknown;
    }

    protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation)
    {
        var locals = LocalsAround(reference, cancellation);
        return locals.IsFollowed(reference.Parameter) ? locals.FlowIn(this, cancellation)?.ValuesAt(reference.Syntax) ?? ValueSet.Unknown : ValueSet.Unknown;
    }

    protected override ValueSet Member(ISymbol member, int depth, CancellationToken cancellation) =>
        IsSetOnlyByInitialiser(member, cancellation) && InitialiserOf(member, cancellation) is { } value ? Evaluate(value, depth, cancellation) : ValueSet.Unknown;

    /// <summary>Whether the value that a member is declared with is the one it keeps: nothing that could set it mentions it.</summary>
    private static bool IsSetOnlyByInitialiser(ISymbol member, CancellationToken cancellation)
    {
        var type = member.ContainingType;
        // The default value of a struct runs no initialiser.
        if (type is null || (!member.IsStatic && type.IsValueType)) return false;
        foreach (var other in type.GetMembers())
        {
            if (other is not IMethodSymbol method || !(method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly)) continue;
            foreach (var reference in method.DeclaringSyntaxReferences)
            {
                var syntax = reference.GetSyntax(cancellation);
                // A primary constructor is declared by the type itself and has no body.
                if (syntax is TypeDeclarationSyntax) continue;
                foreach (var token in syntax.DescendantTokens())
                    if (token.ValueText == member.Name) return false;
            }
        }

        return true;
    }

    private IOperation? InitialiserOf(ISymbol member, CancellationToken cancellation)
    {
        // Members of other assemblies have no syntax, and their constants are folded already.
        if (member.DeclaringSyntaxReferences.Length != 1) return null;
        var initialiser = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            // A getter with a body may make anything of the value that the property is initialised with.
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property => property.Initializer,
            _ => null,
        };
        if (initialiser is null) return null;

        // The initialiser may stand in another file than the code that is analysed; one model a file serves the whole compilation.
#pragma warning disable RS1030
        var model = _models.GetOrAdd(initialiser.SyntaxTree, tree => _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
        return (model.GetOperation(initialiser, cancellation) as ISymbolInitializerOperation)?.Value;
    }

    /// <summary>Knows members, and locals that are written once; no paths.</summary>
    private sealed class UnmovedValues : ExpressionValues
    {
        private readonly KnownValues _values;

        public UnmovedValues(KnownValues values) => _values = values;

        public ValueSet Of(IOperation operation, int depth, CancellationToken cancellation) => Evaluate(operation, depth, cancellation);

        protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation) =>
            _values.LocalsAround(reference, cancellation).OnlyValueOf(reference.Local) is { } only ? Evaluate(only, depth, cancellation) : ValueSet.Unknown;

        protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation) => ValueSet.Unknown;

        protected override ValueSet Member(ISymbol member, int depth, CancellationToken cancellation) => _values.Member(member, depth, cancellation);
    }

    /// <summary>Knows members, and everything that is written to locals; no paths.</summary>
    private sealed class WrittenValues(KnownValues values) : ExpressionValues
    {
        private HashSet<ISymbol>? _asked;

        public ValueSet Of(IOperation operation, CancellationToken cancellation)
        {
            // A constant or a call is known as well or as little by itself.
            if (operation is not (ILocalReferenceOperation or IConversionOperation { Operand: ILocalReferenceOperation })) return ValueSet.Unknown;
            var found = Evaluate(operation, MaxDepth, cancellation);
            return _asked is null || !found.IsClosed ? ValueSet.Unknown : found;
        }

        protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation)
        {
            var locals = values.LocalsAround(reference, cancellation);
            if (locals.OnlyValueOf(reference.Local) is { } only) return Evaluate(only, depth, cancellation);
            // One that hangs on itself grows.
            if (locals.AllWrittenTo(reference.Local) is not { } written || !(_asked ??= new(SymbolEqualityComparer.Default)).Add(reference.Local)) return ValueSet.Unknown;
            var all = ValueSet.None;
            foreach (var value in written)
            {
                all = all.Union(Evaluate(value, depth, cancellation));
                if (!all.IsClosed) return ValueSet.Unknown;
            }

            _asked.Remove(reference.Local);
            return all;
        }

        protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation) => ValueSet.Unknown;

        protected override ValueSet Member(ISymbol member, int depth, CancellationToken cancellation) => values.Member(member, depth, cancellation);
    }
}
