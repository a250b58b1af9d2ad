using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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
        context.RegisterCompilationAction(static context =>
        {
            if (context.Options.AdditionalFiles.IsEmpty || ContractReader.FindAttribute(context.Compilation) is null) return;
            foreach (var overlay in OverlayFiles.Read(context.Options.AdditionalFiles, context.CancellationToken))
                foreach (var error in overlay.Errors)
                    context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableOverlay, LocationOf(overlay, error), Text.Of(error.Message)));
        });
    }

    private static Location LocationOf(OverlayFile overlay, InputError error)
    {
        var lines = overlay.Text.Lines;
        var line = lines[Math.Min(Math.Max((error.Line ?? 1) - 1, 0), lines.Count - 1)];
        return Location.Create(overlay.Path, line.Span, lines.GetLinePositionSpan(line.Span));
    }
}
