using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8002: an option has a value that cannot be read. Each such value is reported once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnreadableOption);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(static context =>
        {
            if (ContractReader.FindAttribute(context.Compilation) is null) return;
            var reported = new HashSet<(string Name, string Value)>();
            var options = context.Options.AnalyzerConfigOptionsProvider;
            foreach (var tree in context.Compilation.SyntaxTrees)
            {
                if (Option.AsOf.TryFind(tree, options, out var value, out var name) && !CalendarDate.TryParse(value, out _) && reported.Add((name, value)))
                    context.ReportDiagnostic(Unreadable(name, value, "Option_Date", Settings.Default.AsOf.ToString()));
                if (Option.Place.TryFind(tree, options, out value, out name) && !Jurisdiction.TryParse(value, out _) && reported.Add((name, value)))
                    context.ReportDiagnostic(Unreadable(name, value, "Option_Place", Settings.Default.Place.Code));
            }
        });
    }

    private static Diagnostic Unreadable(string name, string value, string expected, string used) =>
        Diagnostic.Create(Rules.UnreadableOption, Location.None, name, value, Text.Format(expected), used);
}
