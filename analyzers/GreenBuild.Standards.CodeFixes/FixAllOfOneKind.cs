using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GreenBuild.Standards.CodeFixes;

/// <summary>Fixes all that a provider with one kind of fix can, also where the first finding has none: <c>dotnet format</c> asks that one which kind is meant, and gave up if there was no answer.</summary>
internal sealed class FixAllOfOneKind(string key) : FixAllProvider
{
    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext.CodeActionEquivalenceKey is null ? WithKey(fixAllContext) : fixAllContext);

    private FixAllContext WithKey(FixAllContext asked) => asked.Document is { } document
        ? new(document, asked.CodeFixProvider, asked.Scope, key, asked.DiagnosticIds, new Found(asked), asked.CancellationToken)
        : new(asked.Project, asked.CodeFixProvider, asked.Scope, key, asked.DiagnosticIds, new Found(asked), asked.CancellationToken);

    private sealed class Found(FixAllContext asked) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await asked.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await asked.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await asked.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
