using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The elements that are written out where an array or a collection is made.</summary>
internal static class Elements
{
    /// <summary>The elements of a collection; of what is none, itself.</summary>
    public static IEnumerable<IOperation> OrSelf(IOperation value, CancellationToken cancellation) =>
        (value.Type is { } type && Contract.ElementOf(type) is not null) || value.Syntax is CollectionExpressionSyntax ? Of(value, cancellation) : [value];

    /// <summary>Finds them; none where the collection comes from elsewhere.</summary>
    public static IEnumerable<IOperation> Of(IOperation collection, CancellationToken cancellation)
    {
        while (collection is IConversionOperation { Syntax: not CollectionExpressionSyntax } conversion) collection = conversion.Operand;
        if (collection.Syntax is CollectionExpressionSyntax expression)
        {
            // The oldest compiler has no operation for a collection expression, but for what stands in it.
            foreach (var element in expression.Elements)
                if (element is ExpressionElementSyntax { Expression: { } value } && collection.SemanticModel?.GetOperation(value, cancellation) is { } operation) yield return operation;
            yield break;
        }

        var initialiser = (collection as IArrayCreationOperation)?.Initializer;
        if (initialiser is not null)
        {
            foreach (var element in initialiser.ElementValues) yield return element;
            yield break;
        }

        // new List<double> { 60, 72 }
        if (collection is IObjectCreationOperation { Initializer: { } adding })
            foreach (var call in adding.Initializers)
                if (call is IInvocationOperation { Arguments: [{ Value: { } only }] }) yield return only;
    }
}
