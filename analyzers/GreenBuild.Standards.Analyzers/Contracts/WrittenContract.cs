using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A contract as it stands in the source.</summary>
internal sealed class WrittenContract
{
    private WrittenContract(Contract contract, SyntaxNode key)
    {
        Contract = contract;
        Key = key;
    }

    public Contract Contract { get; }

    /// <summary>The expression that gives the key.</summary>
    public SyntaxNode Key { get; }

    /// <summary>Reads an attribute, if it is a contract that is written to its end.</summary>
    public static bool TryRead(AttributeSyntax attribute, SemanticModel model, ContractReader contracts, CancellationToken cancellation, [NotNullWhen(true)] out WrittenContract? written)
    {
        written = null;
        // Asked for by syntax: the compiler runs operation actions twice on the attribute of two fields, and never on that of a
        // lambda. Binding an attribute is dear, and most have another name; three analyzers ask for the same ones.
        if (!contracts.MayBeContract(attribute)) return false;
        if (contracts.Written.TryGetValue(attribute, out var known)) written = known;
        else contracts.Written[attribute] = written = Read(attribute, model, contracts, cancellation);
        return written is not null;
    }

    private static WrittenContract? Read(AttributeSyntax attribute, SemanticModel model, ContractReader contracts, CancellationToken cancellation)
    {
        // The compiler has read those of declarations already.
        if (DataOf(attribute, model, cancellation) is { } data)
            return contracts.IsContract(data.AttributeClass) && attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null) is { } first && !data.ConstructorArguments.IsEmpty
                ? new WrittenContract(contracts.ReadContract(data), first.Expression) : null;
        if (model.GetOperation(attribute, cancellation) is not IAttributeOperation { Operation: IObjectCreationOperation creation } || !contracts.IsContract(creation.Type)) return null;
        if (creation.Arguments.Length != 1 || creation.Arguments[0].Value is not { ConstantValue.HasValue: true } key) return null;

        string? when = null;
        foreach (var setting in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (setting is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: nameof(StandardValueAttribute.When) } } assignment) continue;
            if (!assignment.Value.ConstantValue.HasValue) return null;
            when = assignment.Value.ConstantValue.Value as string;
        }

        return new WrittenContract(contracts.ReadContract(key.ConstantValue.Value as string, when), key.Syntax);
    }

    /// <summary>What the compiler knows of an attribute of a parameter, property, method or field; <see langword="null"/> if it does not show it there, or something in it is wrong.</summary>
    private static AttributeData? DataOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var owner = attribute.Parent?.Parent;
        if (owner is ParameterSyntax { Parent.Parent: LambdaExpressionSyntax or LocalFunctionStatementSyntax } or LambdaExpressionSyntax or LocalFunctionStatementSyntax) return null;
        if (owner is BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] }) owner = variable;
        if (owner is not (ParameterSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax or VariableDeclaratorSyntax) || model.GetDeclaredSymbol(owner, cancellation) is not { } symbol) return null;
        return Find(symbol.GetAttributes()) ?? (symbol is IMethodSymbol method ? Find(method.GetReturnTypeAttributes()) : null);

        AttributeData? Find(ImmutableArray<AttributeData> those) =>
            those.FirstOrDefault(data => data.ApplicationSyntaxReference is { } place && place.Span == attribute.Span && place.SyntaxTree == attribute.SyntaxTree && data.AttributeConstructor is not null
                && data.ConstructorArguments.All(static argument => argument.Kind == TypedConstantKind.Primitive) && data.NamedArguments.All(static named => named.Value.Kind == TypedConstantKind.Primitive));
    }
}
