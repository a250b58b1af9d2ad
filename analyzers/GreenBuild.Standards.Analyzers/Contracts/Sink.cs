using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A place that a value is put into: an argument, an assignment, an initialiser, a return.</summary>
internal readonly struct Sink
{
    private Sink(ISymbol target, IOperation value)
    {
        Target = target;
        Value = value;
    }

    /// <summary>Every operation that puts a value somewhere. Object initialisers and <c>with</c> are simple assignments, <c>: base(...)</c> has arguments, and an expression body is an implicit return. A deconstruction has several, and is taken apart by its reader.</summary>
    public static OperationKind[] Kinds { get; } =
    [
        OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer, OperationKind.Return,
        OperationKind.YieldReturn, OperationKind.MemberInitializer,
    ];

    /// <summary>The parameter, property or field; the method, where the value is returned.</summary>
    public ISymbol Target { get; }

    public IOperation Value { get; }

    /// <summary>Reads such an operation.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static bool TryRead(IOperation operation, ISymbol containing, out Sink sink)
    {
        var (target, value) = operation switch
        {
            // A default value is looked at once, where it is declared.
            IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { RefKind: not (RefKind.Ref or RefKind.Out) } parameter } argument => (parameter, argument.Value),
            IAssignmentOperation assignment => (VariableOf(assignment.Target), assignment.Value),
            // { Levels = { 60, 65 } }: what is added to a collection that is there.
            IMemberInitializerOperation initialiser => (VariableOf(initialiser.InitializedMember), initialiser.Initializer),
            IFieldInitializerOperation { InitializedFields: [var field, ..] } initialiser => (field, initialiser.Value),
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } initialiser => (property, initialiser.Value),
            IParameterInitializerOperation { Parameter: { } parameter } initialiser => (parameter, initialiser.Value),
            IReturnOperation { ReturnedValue: { } returned } => (MethodAround(operation, containing), returned),
            _ => ((ISymbol?)null, operation),
        };
        return TryMake(target, value, out sink);
    }

    /// <summary>Reads one part of a deconstruction.</summary>
    public static bool TryRead(IOperation target, IOperation value, out Sink sink) => TryMake(VariableOf(target), value, out sink);

    private static bool TryMake(ISymbol? target, IOperation value, out Sink sink)
    {
        sink = target is null ? default : new Sink(target, value);
        return target is not null;
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static IMethodSymbol? MethodAround(IOperation operation, ISymbol containing)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda) return lambda.Symbol;
            if (parent is ILocalFunctionOperation function) return function.Symbol;
        }

        return containing as IMethodSymbol;
    }
}
