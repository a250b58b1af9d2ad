using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Tells which numbers the expressions of one compilation are sure to have. Whatever is not sure is unknown: a false alarm costs more than a silence.</summary>
/// <remarks>
/// Known are constants; readonly fields and get-only properties that only their initialiser sets; locals, followed through the paths of
/// their method where they are written more than once; and on top of these arithmetic, choices, numeric conversions, conversions that
/// a type declares as implicit, and the factories of quantities.
/// </remarks>
internal sealed class KnownValues
{
    private const int MaxDepth = ExpressionValues.MaxDepth;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _initialisers = new(SymbolEqualityComparer.Default);

    // Several sinks of one method ask about the same locals.
    private readonly ConditionalWeakTable<IOperation, MethodLocals> _locals = new();

    public KnownValues(Compilation compilation) => _compilation = compilation;

    /// <summary>The numbers that an expression may have; of a quantity, those in the unit of its factory.</summary>
    public ValueSet Of(IOperation? operation, CancellationToken cancellation) => new FollowedValues(this).Of(operation, MaxDepth, cancellation);

    /// <summary>The values of an expression as far as they hang on nothing that moves: asked for while a method is followed, and so without following it.</summary>
    internal ValueSet OfUnmoved(IOperation operation, int depth, CancellationToken cancellation) => new UnmovedValues(this).Of(operation, depth, cancellation);

    /// <summary>All numbers that a local could have if any path led to it: what <see cref="Of"/> finds is among them. Found without following paths.</summary>
    public ValueSet AtMost(IOperation operation, CancellationToken cancellation) =>
        // A constant or a call is known as well or as little by itself.
        operation is ILocalReferenceOperation or IConversionOperation { Operand: ILocalReferenceOperation } ? new WrittenValues(this).AtMost(operation, cancellation) : ValueSet.Unknown;

    /// <summary>The values of a member, for a reader that follows a method.</summary>
    internal ValueSet OfMember(ISymbol member, int depth, CancellationToken cancellation) => InitialiserOf(member, cancellation) is { } value ? new FollowedValues(this).Of(value, depth, cancellation) : ValueSet.Unknown;

    /// <summary>The locals of the method, accessor or initialiser that an operation is a part of.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    internal MethodLocals LocalsAround(IOperation operation, CancellationToken cancellation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return _locals.TryGetValue(operation, out var locals) ? locals : FirstLocalsOf(operation, cancellation);
    }

    // Apart, since what it captures would be made for each look otherwise. Another thread that was faster has found the same.
    private MethodLocals FirstLocalsOf(IOperation root, CancellationToken cancellation) => _locals.GetValue(root, _ => new MethodLocals(root, cancellation));

    /// <summary>The value that a member is declared with, if it is the one that it keeps; <see langword="null"/> if that is not certain.</summary>
    private IOperation? InitialiserOf(ISymbol member, CancellationToken cancellation) =>
        _initialisers.TryGetValue(member, out var known) ? known : _initialisers.GetOrAdd(member, IsSetOnlyByInitialiser(member, cancellation) ? ReadInitialiser(member, cancellation) : null);

    /// <summary>Whether the value that a member is declared with is the one it keeps: nothing that could set it mentions it.</summary>
    private static bool IsSetOnlyByInitialiser(ISymbol member, CancellationToken cancellation)
    {
        var type = member.ContainingType;
        // The default value of a struct runs no initialiser.
        if (type is null || (!member.IsStatic && type.IsValueType)) return false;
        // In the syntax of all parts: the symbol of a partial constructor shows the part without a body. A primary constructor has none.
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax part) continue;
            foreach (var declared in part.Members)
            {
                if (declared is ConstructorDeclarationSyntax && Mentions(declared)) return false;
                if (declared is not BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors }) continue;
                foreach (var accessor in accessors)
                    if (accessor.IsKind(SyntaxKind.InitAccessorDeclaration) && Mentions(accessor)) return false;
            }
        }

        return true;

        bool Mentions(SyntaxNode node)
        {
            foreach (var token in node.DescendantTokens())
                if (token.ValueText == member.Name) return true;
            return false;
        }
    }

    private IOperation? ReadInitialiser(ISymbol member, CancellationToken cancellation)
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

    /// <summary>One question and what is asked to answer it. A variable or member that several parts of an expression lead to is answered once: a chain of choices has as many ways as there are paths through all of them.</summary>
    private abstract class Question(KnownValues values) : ExpressionValues
    {
        private Dictionary<ISymbol, ValueSet>? _answers;
        private bool _isWithin;

        protected KnownValues Values => values;

        public ValueSet Of(IOperation? operation, int depth, CancellationToken cancellation) => Evaluate(operation, depth, cancellation);

        protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation) => ValueSet.Unknown;

        protected override ValueSet Member(ISymbol member, int depth, CancellationToken cancellation) =>
            values.InitialiserOf(member, cancellation) is { } value ? Answer(member, value, depth, cancellation) : ValueSet.Unknown;

        /// <summary>The values of the expression that a variable or member always has.</summary>
        protected ValueSet Answer(ISymbol symbol, IOperation value, int depth, CancellationToken cancellation)
        {
            // The first one is asked about once anyway, and most questions end with it.
            if (!_isWithin)
            {
                _isWithin = true;
                var first = Evaluate(value, depth, cancellation);
                _isWithin = false;
                return first;
            }

            if (_answers?.TryGetValue(symbol, out var known) == true) return known;
            var found = Evaluate(value, depth, cancellation);
            (_answers ??= new(SymbolEqualityComparer.Default))[symbol] = found;
            return found;
        }
    }

    /// <summary>Knows all: members, locals, and the paths of a method where it has to.</summary>
    private sealed class FollowedValues(KnownValues values) : Question(values)
    {
        [MethodImpl(HotPath.OptimisedAtOnce)]
        protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation)
        {
            var locals = Values.LocalsAround(reference, cancellation);
            if (locals.OnlyValueOf(reference.Local) is { } only)
            {
                var always = Answer(reference.Local, only, depth, cancellation);
                // Which of several are left, conditions on the way may say.
                return always.Values.Length > 1 && locals.IsFollowed(reference.Local) && locals.FlowIn(Values, cancellation)?.ValuesAt(reference.Syntax) is { IsUnknown: false } left ? left : always;
            }

            return locals.IsFollowed(reference.Local) ? locals.FlowIn(Values, cancellation)?.ValuesAt(reference.Syntax) ?? ValueSet.Unknown : ValueSet.Unknown;
        }

        protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation)
        {
            var locals = Values.LocalsAround(reference, cancellation);
            return locals.IsFollowed(reference.Parameter) ? locals.FlowIn(Values, cancellation)?.ValuesAt(reference.Syntax) ?? ValueSet.Unknown : ValueSet.Unknown;
        }
    }

    /// <summary>Knows members, and locals that are written once; no paths.</summary>
    private sealed class UnmovedValues(KnownValues values) : Question(values)
    {
        [MethodImpl(HotPath.OptimisedAtOnce)]
        protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation) =>
            Values.LocalsAround(reference, cancellation).OnlyValueOf(reference.Local) is { } only ? Answer(reference.Local, only, depth, cancellation) : ValueSet.Unknown;
    }

    /// <summary>Knows members, and everything that is written to locals; no paths.</summary>
    private sealed class WrittenValues(KnownValues values) : Question(values)
    {
        // What is written to a local that is asked about while it is being answered hangs on itself, and grows.
        private Dictionary<ISymbol, ValueSet?>? _asked;

        public ValueSet AtMost(IOperation operation, CancellationToken cancellation)
        {
            var found = Of(operation, MaxDepth, cancellation);
            return found.IsClosed ? found : ValueSet.Unknown;
        }

        [MethodImpl(HotPath.OptimisedAtOnce)]
        protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation)
        {
            var locals = Values.LocalsAround(reference, cancellation);
            if (locals.OnlyValueOf(reference.Local) is { } only) return Answer(reference.Local, only, depth, cancellation);
            if (locals.AllWrittenTo(reference.Local) is not { } written) return ValueSet.Unknown;
            if (_asked?.TryGetValue(reference.Local, out var known) == true) return known ?? ValueSet.Unknown;
            (_asked ??= new(SymbolEqualityComparer.Default))[reference.Local] = null;
            var all = ValueSet.None;
            foreach (var value in written)
            {
                all = all.Union(Evaluate(value, depth, cancellation));
                if (!all.IsClosed) break;
            }

            if (all.IsClosed) _asked[reference.Local] = all;
            return all.IsClosed ? all : ValueSet.Unknown;
        }
    }
}
