using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The elements that are written out where an array or a collection is made, and the arguments of a call.</summary>
internal static class Elements
{
    /// <summary>Whether a value is a collection, which is judged by its elements.</summary>
    public static bool Has(IOperation value) => (value.Type is { } type && Contract.ElementOf(type) is not null) || value.Syntax is CollectionExpressionSyntax;

    /// <summary>The elements of a collection, as <see cref="OfAny"/> finds them; of what is none, itself.</summary>
    public static IEnumerable<IOperation> OrSelf(IOperation value, CancellationToken cancellation) => Has(value) ? OfAny(value, cancellation) : [value];

    /// <summary>The elements of a collection, those of each one that may be chosen.</summary>
    public static IEnumerable<IOperation> OfAny(IOperation collection, CancellationToken cancellation)
    {
        while (collection is IConversionOperation { Syntax: not CollectionExpressionSyntax } conversion) collection = conversion.Operand;
        return collection switch
        {
            IConditionalOperation { WhenFalse: { } other } choice => OfAny(choice.WhenTrue, cancellation).Concat(OfAny(other, cancellation)),
            ICoalesceOperation choice => OfAny(choice.Value, cancellation).Concat(OfAny(choice.WhenNull, cancellation)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => OfAny(arm.Value, cancellation)),
            _ => Of(collection, cancellation),
        };
    }

    /// <summary>What is given for a parameter, by its place in the list of parameters: named arguments stand in any order. <see langword="null"/> if nothing is; of code that does not compile the first stands for itself.</summary>
    public static IOperation? ArgumentOf(ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Ordinal == ordinal) return argument.Value;
        return ordinal == 0 && arguments.Length > 0 ? arguments[0].Value : null;
    }

    /// <summary>Finds them; none where the collection comes from elsewhere.</summary>
    public static IEnumerable<IOperation> Of(IOperation collection, CancellationToken cancellation)
    {
        while (collection is IConversionOperation { Syntax: not CollectionExpressionSyntax } conversion) collection = conversion.Operand;
        switch (collection.Syntax)
        {
            // The oldest compiler has no operation for a collection expression, and none has one for stackalloc, but for what stands in them.
            case CollectionExpressionSyntax written: return InSyntax(written.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression));
            case StackAllocArrayCreationExpressionSyntax { Initializer: { } written }: return InSyntax(written.Expressions);
            case ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } written }: return InSyntax(written.Expressions);
        }

        return collection switch
        {
            IArrayCreationOperation { Initializer: { } initialiser } => InArray(initialiser),
            // new List<double> { 60, 72 }, and { 60, 72 } for a list that is there.
            IObjectCreationOperation { Initializer: { } adding } => Added(adding),
            IObjectOrCollectionInitializerOperation adding => Added(adding),
            // The arguments that the compiler collects for "params": the oldest one has no name for it.
            { Kind: CollectionExpression } => collection.ChildOperations.Where(static part => part.Kind != OperationKind.Argument),
            _ => [],
        };

        IEnumerable<IOperation> InSyntax(IEnumerable<ExpressionSyntax> expressions)
        {
            foreach (var expression in expressions)
                if (collection.SemanticModel?.GetOperation(expression, cancellation) is { } operation) yield return operation;
        }
    }

    private const OperationKind CollectionExpression = (OperationKind)127;

    // Of several dimensions, rows in rows.
    private static IEnumerable<IOperation> InArray(IArrayInitializerOperation initialiser) =>
        initialiser.ElementValues.SelectMany(static element => element is IArrayInitializerOperation row ? InArray(row) : [element]);

    private static IEnumerable<IOperation> Added(IObjectOrCollectionInitializerOperation adding)
    {
        foreach (var call in adding.Initializers)
            if (call is IInvocationOperation { Arguments: [{ Value: { } only }] }) yield return only;
    }
}
