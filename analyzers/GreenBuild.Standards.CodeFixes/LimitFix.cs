using System.Collections.Immutable;
using System.Composition;
using GreenBuild.Standards.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace GreenBuild.Standards.CodeFixes;

/// <summary>Fix of GBS1003 and GBS1004: puts the limit of the standard, by name, in place of a threshold or of a copy of its number.</summary>
/// <remarks>Only thresholds that somebody chose are changed, and numbers that are the limit already; a measured value never is.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LimitFix))]
[Shared]
public sealed class LimitFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.LooserThreshold.Id, Rules.HardCodedLimit.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FixAllOfOneKind(nameof(LimitFix));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(HardCodedLimit.ConstantOf, out var key) || key is null
                || LibraryConstants.LimitOf(key, model.Compilation) is not { } constant
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written)
                continue;
            var shown = constant.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            context.RegisterCodeFix(
                CodeAction.Create(Text.Format("Limit_Fix", shown).ToString(), cancellation => Replace(context.Document, root, written, constant, TypeFor(written, model, cancellation)), nameof(LimitFix)),
                diagnostic);
        }
    }

    /// <summary>The type that the constant has to be cast to; <see langword="null"/> where a double is right.</summary>
    private static ITypeSymbol? TypeFor(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        var type = model.GetTypeInfo(written, cancellation).ConvertedType;
        // The factory of a quantity takes doubles as well.
        if (written.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { IsStatic: true } factory && QuantityUnits.OfFactory(factory) is not null) return null;
        if (type is null or { SpecialType: SpecialType.System_Double }) return null;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    private static Task<Document> Replace(Document document, SyntaxNode root, ExpressionSyntax written, IFieldSymbol constant, ITypeSymbol? type)
    {
        var replacement = LibraryConstants.Expression(constant);
        if (type is { SpecialType: not SpecialType.System_Double })
            replacement = SyntaxFactory.CastExpression(SyntaxFactory.ParseTypeName(type.ToDisplayString()).WithAdditionalAnnotations(Simplifier.Annotation), replacement);
        // "-70" is a minus before the literal 70; what stands there is kept.
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(written, replacement.WithTriviaFrom(written))));
    }
}
