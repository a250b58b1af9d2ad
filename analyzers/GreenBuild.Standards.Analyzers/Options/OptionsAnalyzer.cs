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
        context.RegisterCompilationStartAction(static start =>
        {
            // Nothing is registered where the library is not referenced.
            if (!ContractReader.IsAtWork(start.Compilation, start.Options)) return;
            start.RegisterCompilationEndAction(static context =>
            {
                var reported = new HashSet<string>(StringComparer.Ordinal);
                AnalyzerConfigOptions? before = null;
                var provider = context.Options.AnalyzerConfigOptionsProvider;
                // A project file has options of its own.
                foreach (var options in context.Compilation.SyntaxTrees.Select(provider.GetOptions).Concat(context.Options.AdditionalFiles.Select(provider.GetOptions)))
                {
                    // Many files have the options of the one before.
                    if (options == before) continue;
                    before = options;
                    foreach (var option in Option.All)
                    {
                        if (option.TryFind(options, provider.GlobalOptions, out var value, out var name) && !option.IsReadable(value) && reported.Add(name + "=" + value))
                            context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableOption, Location.None, name, value, Text.Format(option.Expected), option.Default));
                    }
                }
            });
        });
    }
}
