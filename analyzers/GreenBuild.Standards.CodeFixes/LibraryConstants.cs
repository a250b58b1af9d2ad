using GreenBuild.Standards.Analyzers;
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
    public static IFieldSymbol? LimitOf(string key, Compilation compilation) => KeyOf(key, compilation) is { } name ? RequirementConstant.TwinOf(name, nameof(LimitValues), compilation) : null;

    /// <summary>The constant as an expression, in as few words as the place allows.</summary>
    public static ExpressionSyntax Expression(IFieldSymbol constant) =>
        SyntaxFactory.ParseExpression(constant.ToDisplayString(QualifiedMember)).WithAdditionalAnnotations(Simplifier.Annotation);
}
