using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Which rules anybody hears of: a build throws hints away, unless something has raised them or it writes a log. Finding them would be work for nothing.</summary>
internal sealed class ShownRules(DiagnosticSeverity least, Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private const string Every = "dotnet_analyzer_diagnostic.";

    // Newer compilers say it; the oldest one that we run in, and are compiled for, has no such property.
    private static readonly PropertyInfo? Least = typeof(AnalysisContext).GetProperty("MinimumReportedSeverity");

    /// <summary>The least severity that the host of an analyzer reports; the lowest, if it does not say.</summary>
    public static DiagnosticSeverity LeastOf(AnalysisContext context) => Least?.GetValue(context) is DiagnosticSeverity least ? least : DiagnosticSeverity.Hidden;

    /// <summary>Whether a finding in a file would be shown. In doubt it would.</summary>
    public bool Include(DiagnosticDescriptor rule, SyntaxTree tree, CancellationToken cancellation)
    {
        if (rule.DefaultSeverity >= least || compilation.Options.SpecificDiagnosticOptions.ContainsKey(rule.Id)) return true;
        if (compilation.Options.SyntaxTreeOptionsProvider is { } given
            && (given.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var severity) || given.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out severity)))
            return severity is not (ReportDiagnostic.Info or ReportDiagnostic.Hidden or ReportDiagnostic.Suppress);
        // One line for all rules, or for those of a category.
        var file = options.GetOptions(tree);
        return file.TryGetValue(Every + "severity", out _) || file.TryGetValue(Every + "category-" + rule.Category + ".severity", out _);
    }
}
