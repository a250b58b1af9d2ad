using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace GreenBuild.Standards.CodeFixes;

/// <summary>Finds the constants that the library has for a requirement.</summary>
internal static class LibraryConstants
{
    private static SymbolDisplayFormat QualifiedMember { get; } =
        SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The constant that holds a key; <see langword="null"/> if there is none.</summary>
    public static IFieldSymbol? KeyOf(string key, Compilation compilation)
    {
        var types = new Stack<INamedTypeSymbol>();
        if (compilation.GetTypeByMetadataName("GreenBuild.Standards.RequirementKeys") is { } keys) types.Push(keys);
        while (types.Count > 0)
        {
            var type = types.Pop();
            foreach (var member in type.GetMembers())
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: string value } field && value == key) return field;
            foreach (var nested in type.GetTypeMembers()) types.Push(nested);
        }

        return null;
    }

    /// <summary>The constant that holds the number of a limit: it has the place in <c>LimitValues</c> that the key has in <c>RequirementKeys</c>.</summary>
    public static IFieldSymbol? LimitOf(string key, Compilation compilation)
    {
        if (KeyOf(key, compilation) is not { } name) return null;
        var path = new Stack<string>();
        for (var type = name.ContainingType; type.ContainingType is { } outer; type = outer) path.Push(type.Name);
        var limits = compilation.GetTypeByMetadataName("GreenBuild.Standards.LimitValues");
        while (limits is not null && path.Count > 0) limits = limits.GetTypeMembers(path.Pop()).FirstOrDefault();
        return limits?.GetMembers(name.Name).OfType<IFieldSymbol>().FirstOrDefault();
    }

    /// <summary>The constant as an expression, in as few words as the place allows.</summary>
    public static ExpressionSyntax Expression(IFieldSymbol constant) =>
        SyntaxFactory.ParseExpression(constant.ToDisplayString(QualifiedMember)).WithAdditionalAnnotations(Simplifier.Annotation);
}
