using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The values of the variables of one method wherever they are read, along all paths that lead there.</summary>
/// <remarks>
/// A forward analysis of the control flow graph. What a condition rules out is taken out on its branch. Fails closed: where the method is
/// too large or its expressions nest too deep, nothing is known.
/// </remarks>
internal sealed class MethodFlow : ExpressionValues
{
    private const int MostBlocks = 1000;

    // Of one expression; deeper ones are made by programs.
    private const int MostNesting = 200;

    private readonly MethodLocals _locals;
    private readonly KnownValues _values;
    private readonly Dictionary<SyntaxNode, ValueSet> _at = new();
    private Dictionary<CaptureId, ISymbol> _capturedVariables = new();
    private State _state = new();
    private bool _isTooDeep;

    public MethodFlow(IOperation root, MethodLocals locals, KnownValues values, CancellationToken cancellation)
    {
        _locals = locals;
        _values = values;
        if (GraphOf(root, cancellation) is { } graph) Follow(graph, cancellation);
        if (_isTooDeep) _at.Clear();
    }

    /// <summary>The values of a variable where it is read.</summary>
    public ValueSet ValuesAt(SyntaxNode reference) => _at.TryGetValue(reference, out var values) ? values : ValueSet.Unknown;

    private static ControlFlowGraph? GraphOf(IOperation root, CancellationToken cancellation) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellation),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
        IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellation),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellation),
        IParameterInitializerOperation parameter => ControlFlowGraph.Create(parameter, cancellation),
        _ => null,
    };

    private void Follow(ControlFlowGraph graph, CancellationToken cancellation)
    {
        if (graph.Blocks.Length > MostBlocks) return;
        // Numbers of captures are of one graph.
        var (captured, state) = (_capturedVariables, _state);
        _capturedVariables = CapturedVariables(graph);
        var entries = new State?[graph.Blocks.Length];
        entries[0] = new State();
        var waiting = new SortedSet<int> { 0 };
        while (waiting.Count > 0 && !_isTooDeep)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = graph.Blocks[waiting.Min];
            waiting.Remove(block.Ordinal);
            _state = entries[block.Ordinal]!.Copy();
            // Whatever happens inside may end up in a handler, which sees no variable that is written here.
            foreach (var handler in HandlersOf(block, graph.Root)) Enter(handler, _state);
            foreach (var operation in block.Operations) Evaluate(operation, MostNesting, cancellation);
            if (block.BranchValue is { } value) Evaluate(value, MostNesting, cancellation);
            Leave(block, block.ConditionalSuccessor, block.ConditionKind == ControlFlowConditionKind.WhenTrue, block.ConditionKind != ControlFlowConditionKind.None);
            Leave(block, block.FallThroughSuccessor, block.ConditionKind == ControlFlowConditionKind.WhenFalse, block.ConditionKind != ControlFlowConditionKind.None);
        }

        (_capturedVariables, _state) = (captured, state);
        foreach (var function in graph.LocalFunctions) Follow(graph.GetLocalFunctionControlFlowGraph(function, cancellation), cancellation);
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations) FollowLambdas(operation);
            if (block.BranchValue is { } value) FollowLambdas(value);
        }

        void Leave(BasicBlock block, ControlFlowBranch? branch, bool isTrue, bool isConditional)
        {
            if (branch?.Destination is not { } destination) return;
            if (!isConditional || block.BranchValue is not { } condition) Enter(destination.Ordinal, _state);
            else if (Narrow(condition, isTrue, cancellation) is { } narrowed) Enter(destination.Ordinal, narrowed);
        }

        void Enter(int ordinal, State arriving)
        {
            if (entries[ordinal] is not { } before)
            {
                entries[ordinal] = arriving.Copy();
                waiting.Add(ordinal);
            }
            else if (before.Join(arriving)) waiting.Add(ordinal);
        }

        void FollowLambdas(IOperation operation)
        {
            foreach (var inner in operation.DescendantsAndSelf())
                if (inner is IFlowAnonymousFunctionOperation lambda) Follow(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), cancellation);
        }
    }

    private static Dictionary<CaptureId, ISymbol> CapturedVariables(ControlFlowGraph graph)
    {
        var found = new Dictionary<CaptureId, ISymbol>();
        foreach (var block in graph.Blocks)
            foreach (var operation in block.Operations)
                if (operation is IFlowCaptureOperation capture && VariableOf(capture.Value) is { } variable) found[capture.Id] = variable;
        return found;
    }

    // The graph of a lambda in a try lies in a region of the graph around it, whose blocks are others.
    private static IEnumerable<int> HandlersOf(BasicBlock block, ControlFlowRegion root)
    {
        for (var region = block.EnclosingRegion; region is not null && region != root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } around) continue;
            foreach (var handler in around.NestedRegions)
                if (handler != region) yield return handler.FirstBlockOrdinal;
        }
    }

    /// <summary>The state on a branch: without the values for which the condition comes out otherwise. <see langword="null"/> where no path is left.</summary>
    private State? Narrow(IOperation condition, bool isTrue, CancellationToken cancellation)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant }) return constant == isTrue ? _state : null;
        var narrowed = _state;
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (Tested(part) is not { } variable || !_locals.IsFollowed(variable) || !narrowed.TryGet(variable, out var values) || values.Values.IsEmpty) continue;
            var left = values.Where(value => Outcome(condition, variable, value, cancellation) != !isTrue);
            if (left.IsNone) return null;
            if (left.Equals(values)) continue;
            if (narrowed == _state) narrowed = _state.Copy();
            narrowed.Set(variable, left);
        }

        return narrowed;
    }

    /// <summary>How a condition comes out if a variable has a value; <see langword="null"/> if that does not decide it.</summary>
    private bool? Outcome(IOperation condition, ISymbol variable, decimal value, CancellationToken cancellation)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Outcome(not.Operand, variable, value, cancellation);
            case IBinaryOperation binary when Side(binary.LeftOperand) is { } left && Side(binary.RightOperand) is { } right:
                return ConstantNumber.Compare(binary.OperatorKind, left, right);
            case IIsPatternOperation pattern when OfVariable(pattern.Value) is { } tested:
                return Matches(pattern.Pattern, tested);
            default:
                return null;
        }

        // The variable itself, or what conversions make of it: (int)level is another number than level.
        decimal? OfVariable(IOperation operation)
        {
            if (operation is IConversionOperation { OperatorMethod: null } conversion) return OfVariable(conversion.Operand) is { } inner ? Convert(conversion, inner) : null;
            return SymbolEqualityComparer.Default.Equals(Tested(operation), variable) ? value : null;
        }

        decimal? Side(IOperation operation)
        {
            if (OfVariable(operation) is { } own) return own;
            // What else stands there is a number by itself or nothing: it is not run a second time.
            return operation.ConstantValue.HasValue && ConstantNumber.TryRead(operation.ConstantValue.Value, out var constant) ? constant
                : operation is IFieldReferenceOperation or IConversionOperation { Operand: IFieldReferenceOperation } && _values.Of(operation, cancellation).TryGetSingle(out var single) ? single
                : null;
        }
    }

    /// <summary>Whether a number matches a pattern; <see langword="null"/> if that cannot be told.</summary>
    internal static bool? Matches(IPatternOperation pattern, decimal value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return constant.Value.ConstantValue.HasValue && ConstantNumber.TryRead(constant.Value.ConstantValue.Value, out var number) ? number == value : null;
            case IRelationalPatternOperation relational:
                return relational.Value.ConstantValue.HasValue && ConstantNumber.TryRead(relational.Value.ConstantValue.Value, out var bound) ? ConstantNumber.Compare(relational.OperatorKind, value, bound) : null;
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value);
            case IBinaryPatternOperation binary:
                var (left, right) = (Matches(binary.LeftPattern, value), Matches(binary.RightPattern, value));
                return binary.OperatorKind == BinaryOperatorKind.Or ? left | right : left & right;
            default:
                return null;
        }
    }

    protected override ValueSet Evaluate(IOperation? operation, int depth, CancellationToken cancellation)
    {
        if (depth == 0) _isTooDeep = true;
        if (operation is null || depth == 0) return ValueSet.Unknown;
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                var captured = Evaluate(capture.Value, depth - 1, cancellation);
                _state.Set(capture.Id, captured);
                return captured;

            case IFlowCaptureReferenceOperation reference:
                return _state.TryGet(reference.Id, out var known) ? known : ValueSet.Unknown;

            case ISimpleAssignmentOperation assignment:
                if (Target(assignment.Target) is not { } variable) Evaluate(assignment.Target, depth - 1, cancellation);
                else if (assignment.IsRef) return Write(variable, ValueSet.Unknown);
                else return Write(variable, Evaluate(assignment.Value, depth - 1, cancellation));
                return Evaluate(assignment.Value, depth - 1, cancellation);

            case ICompoundAssignmentOperation compound when Target(compound.Target) is { } changed:
                var before = Read(changed);
                var operand = Evaluate(compound.Value, depth - 1, cancellation);
                return Write(changed, compound.Target.Type is { } type && ConstantNumber.IsNumber(type) && SymbolEqualityComparer.Default.Equals(compound.Value.Type, type)
                    ? before.Combine(operand, (a, b) => ConstantNumber.Compute(compound.OperatorKind, type.SpecialType, a, b))
                    : ValueSet.Unknown);

            case IIncrementOrDecrementOperation step when Target(step.Target) is { } counted:
                var old = Read(counted);
                var isNumber = step.Target.Type is { } kind && ConstantNumber.IsNumber(kind);
                var stepped = Write(counted, isNumber
                    ? old.Select(value => ConstantNumber.Compute(step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, step.Target.Type!.SpecialType, value, 1))
                    : ValueSet.Unknown);
                return step.IsPostfix ? old : stepped;

            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction, depth - 1, cancellation);
                return ValueSet.Unknown;

            // Looked at as methods of their own.
            case IFlowAnonymousFunctionOperation:
                return ValueSet.Unknown;

            default:
                return base.Evaluate(operation, depth, cancellation);
        }
    }

    protected override void VisitParts(IOperation operation, int depth, CancellationToken cancellation)
    {
        foreach (var part in operation.ChildOperations) Evaluate(part, depth - 1, cancellation);
    }

    protected override ValueSet Local(ILocalReferenceOperation reference, int depth, CancellationToken cancellation)
    {
        var seen = Seen(reference, reference.Local);
        // A lambda sees variables of the method around it: one that is written once has its value there as well.
        return seen.IsUnknown && _locals.OnlyValueOf(reference.Local) is { } only ? _values.OfUnmoved(only, Math.Min(depth, MaxDepth), cancellation) : seen;
    }

    protected override ValueSet Parameter(IParameterReferenceOperation reference, CancellationToken cancellation) => Seen(reference, reference.Parameter);

    protected override ValueSet Member(ISymbol member, int depth, CancellationToken cancellation) => _values.OfMember(member, Math.Min(depth, MaxDepth), cancellation);

    /// <summary>Assigns the parts of a tuple after all of them are known, as the language does.</summary>
    private void Deconstruct(IDeconstructionAssignmentOperation deconstruction, int depth, CancellationToken cancellation)
    {
        var targets = (deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target) as ITupleOperation;
        IOperation source = deconstruction.Value;
        // What a type converts by itself may have other parts.
        while (source is IConversionOperation { OperatorMethod: null } conversion) source = conversion.Operand;
        var values = new List<ValueSet>();
        if (source is ITupleOperation tuple && tuple.Elements.Length == targets?.Elements.Length)
        {
            foreach (var element in tuple.Elements) values.Add(Evaluate(element, depth, cancellation));
            for (var i = 0; i < values.Count; i++) Assign(targets.Elements[i], values[i]);
            return;
        }

        Evaluate(deconstruction.Value, depth, cancellation);
        Assign(deconstruction.Target, ValueSet.Unknown);

        void Assign(IOperation target, ValueSet value)
        {
            if (Target(target) is { } variable) Write(variable, value);
            else
                foreach (var part in target.Descendants())
                    if (Target(part) is { } inner) Write(inner, ValueSet.Unknown);
        }
    }

    private ISymbol? Target(IOperation operation) => operation switch
    {
        IFlowCaptureReferenceOperation reference => _capturedVariables.TryGetValue(reference.Id, out var variable) ? variable : null,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        _ => VariableOf(operation),
    };

    /// <summary>The variable that a condition asks about: a switch holds what it is about, and asks that.</summary>
    private ISymbol? Tested(IOperation operation) => operation is IFlowCaptureReferenceOperation { Id: var id }
        // What was written since is another value.
        ? _capturedVariables.TryGetValue(id, out var variable) && _state.TryGet(id, out var held) && held.Equals(Read(variable)) ? variable : null
        : VariableOf(operation);

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private ValueSet Read(ISymbol variable) => _locals.IsFollowed(variable) && _state.TryGet(variable, out var values) ? values : ValueSet.Unknown;

    private ValueSet Write(ISymbol variable, ValueSet values)
    {
        if (_locals.IsFollowed(variable)) _state.Set(variable, values);
        return values;
    }

    private ValueSet Seen(IOperation reference, ISymbol variable)
    {
        var values = Read(variable);
        // Rounds of a loop only add values, and one place may be reached by two blocks.
        _at[reference.Syntax] = _at.TryGetValue(reference.Syntax, out var before) ? before.Union(values) : values;
        return values;
    }

    /// <summary>The values of the variables at one point; one that is not mentioned is not known.</summary>
    private sealed class State
    {
        private readonly Dictionary<ISymbol, ValueSet> _variables;
        private readonly Dictionary<CaptureId, ValueSet> _captures;

        // What had more values than are kept stays unknown where it was joined: else a loop would gather them anew for ever.
        private HashSet<object>? _forgotten;

        public State()
            : this(new(SymbolEqualityComparer.Default), new())
        {
        }

        private State(Dictionary<ISymbol, ValueSet> variables, Dictionary<CaptureId, ValueSet> captures)
        {
            _variables = variables;
            _captures = captures;
        }

        public State Copy() => new(new(_variables, SymbolEqualityComparer.Default), new(_captures));

        public bool TryGet(ISymbol variable, out ValueSet values) => _variables.TryGetValue(variable, out values);

        public bool TryGet(CaptureId capture, out ValueSet values) => _captures.TryGetValue(capture, out values);

        public void Set(ISymbol variable, ValueSet values) => Set(_variables, variable, values);

        public void Set(CaptureId capture, ValueSet values) => Set(_captures, capture, values);

        /// <summary>Takes in what arrives on another path.</summary>
        /// <returns>Whether it brought anything new.</returns>
        public bool Join(State other) => Join(_variables, other._variables) | Join(_captures, other._captures);

        private static void Set<TKey>(Dictionary<TKey, ValueSet> values, TKey key, ValueSet value)
            where TKey : notnull
        {
            if (value.IsUnknown) values.Remove(key);
            else values[key] = value;
        }

        private bool Join<TKey>(Dictionary<TKey, ValueSet> own, Dictionary<TKey, ValueSet> others)
            where TKey : notnull
        {
            var isNew = false;
            foreach (var key in own.Keys.Union(others.Keys).ToList())
            {
                if (_forgotten?.Contains(key) == true) continue;
                var before = own.TryGetValue(key, out var known) ? known : ValueSet.Unknown;
                var joined = before.Union(others.TryGetValue(key, out var other) ? other : ValueSet.Unknown);
                if (joined.Equals(before)) continue;
                isNew = true;
                if (joined.IsUnknown) (_forgotten ??= []).Add(key);
                Set(own, key, joined);
            }

            return isNew;
        }
    }
}
