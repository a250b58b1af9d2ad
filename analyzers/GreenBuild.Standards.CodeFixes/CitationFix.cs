using System.Collections.Immutable;
using System.Composition;
using GreenBuild.Standards.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.CodeFixes;

/// <summary>Fix of GBS2001 and GBS2003: cites the edition that is in force in place of the one that lapsed, and the one that is meant in place of one that does not exist.</summary>
/// <remarks>Only the citation changes. Whether the text around it still says what the new edition says is for a person to read.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CitationFix))]
[Shared]
public sealed class CitationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.WithdrawnEdition.Id, Rules.UnknownEdition.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FixAllOfOneKind(nameof(CitationFix));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            if (diagnostic.Properties.TryGetValue(CitationAnalyzer.Replacement, out var number) && number is not null)
                Register(diagnostic, number, cancellation => ReplaceTextAsync(context.Document, span, number, cancellation));
            else if (diagnostic.Properties.TryGetValue(CitationAnalyzer.ReplacementKey, out var key) && key is not null)
                Register(diagnostic, key, cancellation => ReplaceKeyAsync(context.Document, span, key, cancellation));
        }

        return Task.CompletedTask;

        // One equivalence key for all, so that "fix all" takes citations of different editions along.
        void Register(Diagnostic diagnostic, string replacement, Func<CancellationToken, Task<Document>> change) =>
            context.RegisterCodeFix(CodeAction.Create(Text.Format("Citation_Fix", replacement).ToString(), change, nameof(CitationFix)), diagnostic);
    }

    private static async Task<Document> ReplaceTextAsync(Document document, TextSpan span, string replacement, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, replacement)));
    }

    private static async Task<Document> ReplaceKeyAsync(Document document, TextSpan span, string key, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || root.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax written)
            return document;

        // The number of a limit becomes that of the successor.
        if (model.GetConstantValue(written, cancellation).Value is double)
            return LibraryConstants.LimitOf(key, model.Compilation) is { } limit ? document.WithSyntaxRoot(root.ReplaceNode(written, LibraryConstants.Expression(limit).WithTriviaFrom(written))) : document;

        // A text stays a text; a constant becomes the constant of the successor, if the library has one.
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key));
        ExpressionSyntax replacement = written is LiteralExpressionSyntax || LibraryConstants.KeyOf(key, model.Compilation) is not { } constant
            ? literal
            : LibraryConstants.Expression(constant);
        return document.WithSyntaxRoot(root.ReplaceNode(written, replacement.WithTriviaFrom(written)));
    }
}
