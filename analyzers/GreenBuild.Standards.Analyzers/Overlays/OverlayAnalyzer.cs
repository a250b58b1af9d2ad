using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8003: an overlay cannot be read, or loosens a mandatory limit. It is left out, and each error reported at its line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverlayAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnreadableOverlay);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Nothing is registered where the library is not referenced.
            if (start.Options.AdditionalFiles.IsEmpty || !ContractReader.IsAtWork(start.Compilation, start.Options)) return;
            start.RegisterCompilationEndAction(static context =>
            {
                foreach (var overlay in OverlayFiles.Read(context.Options.AdditionalFiles, context.CancellationToken))
                    foreach (var error in overlay.Errors)
                        context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableOverlay, Text.LocationOf(overlay.Path, overlay.Text, error), Text.Of(error)));
            });
        });
    }
}
