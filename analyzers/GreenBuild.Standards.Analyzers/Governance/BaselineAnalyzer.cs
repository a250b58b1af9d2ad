using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8008: a baseline cannot be read. It suppresses nothing then, and each error is reported at its line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnreadableBaseline);

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
                foreach (var baseline in BaselineFiles.Read(context.Options.AdditionalFiles, context.CancellationToken))
                    foreach (var error in baseline.Errors)
                        context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableBaseline, Text.LocationOf(baseline.Path, baseline.Text, error), Text.Of(error)));
            });
        });
    }
}
