using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Suppresses the findings that stand in a baseline. The compiler's log still shows them, as suppressed: an auditor sees what was taken over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Descriptors = Rules.Suppressible.ToImmutableDictionary(
        static rule => rule.Id, static rule => new SuppressionDescriptor("GBSB" + rule.Id.Substring("GBS".Length), rule.Id, Text.Resource("Baseline_Justification")));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = Descriptors.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var baselines = BaselineFiles.Read(context.Options.AdditionalFiles, context.CancellationToken);
        if (baselines.Count == 0) return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (!Descriptors.TryGetValue(diagnostic.Id, out var descriptor)) continue;
            foreach (var baseline in baselines)
            {
                if (!baseline.Covers(diagnostic, context.CancellationToken)) continue;
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
                break;
            }
        }
    }
}
