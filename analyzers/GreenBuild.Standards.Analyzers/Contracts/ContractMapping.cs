using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Contracts that an assembly puts on members of types that it cannot edit.</summary>
internal static class ContractMapping
{
    private const string AttributeName = "GreenBuild.Standards.StandardValueOfAttribute";

    /// <summary>All mappings of a compilation, by the symbol that each is about.</summary>
    public static Dictionary<ISymbol, List<AttributeData>> ReadAll(Compilation compilation)
    {
        var found = new Dictionary<ISymbol, List<AttributeData>>(SymbolEqualityComparer.Default);
        if (compilation.GetTypeByMetadataName(AttributeName) is not { } attributeClass) return found;
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass)) continue;
            foreach (var target in TargetsOf(attribute))
            {
                if (!found.TryGetValue(target, out var mappings)) found.Add(target, mappings = []);
                mappings.Add(attribute);
            }
        }

        return found;
    }

    /// <summary>The mapping that stands at a place in the source, if it is one.</summary>
    public static AttributeData? At(AttributeSyntax syntax, Compilation compilation)
    {
        if (syntax.Parent is not AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword }) return null;
        foreach (var attribute in compilation.Assembly.GetAttributes())
            if (attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == syntax.SyntaxTree && place.Span == syntax.Span)
                return attribute.AttributeClass is { Name: nameof(StandardValueOfAttribute) } type && type.ToDisplayString() == AttributeName ? attribute : null;
        return null;
    }

    /// <summary>The key that a mapping names.</summary>
    public static string? KeyOf(AttributeData attribute) => Text(attribute, 2);

    /// <summary>What a mapping is about; empty if there is no such member.</summary>
    public static IEnumerable<ISymbol> TargetsOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length != 3 || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol type || Text(attribute, 1) is not { } name) yield break;
        var parameter = attribute.NamedArguments.FirstOrDefault(static named => named.Key == nameof(StandardValueOfAttribute.Parameter)).Value.Value as string;
        foreach (var member in type.OriginalDefinition.GetMembers(name))
        {
            if (parameter is null)
            {
                if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }) yield return member;
                continue;
            }

            var parameters = member switch { IMethodSymbol method => method.Parameters, IPropertySymbol indexer => indexer.Parameters, _ => ImmutableArray<IParameterSymbol>.Empty };
            foreach (var candidate in parameters)
                if (candidate.Name == parameter) yield return candidate;
        }
    }

    private static string? Text(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;
}
