using System.Collections.Immutable;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS3001 and 3002: a size under a contract of sizes is no multiple of the module, or none of the preferred sizes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SizeSeriesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.OffModule, Rules.NotPreferredSize);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            start.RegisterOperationAction(
                context =>
                {
                    if (!Sink.TryRead(context.Operation, context.ContainingSymbol, out var sink)) return;
                    foreach (var contract in contracts.Of(sink.Target))
                    {
                        if (!contract.IsSeries) continue;
                        foreach (var value in Elements.OrSelf(sink.Value, context.CancellationToken))
                            if (contracts.LimitsOf(contract, value.Syntax.SyntaxTree).Series is { } series) Check(context, contracts, series, value);
                    }
                },
                Sink.Kinds);
        });
    }

    private static void Check(OperationAnalysisContext context, ContractReader contracts, SizeSeries series, IOperation value)
    {
        var values = contracts.Values.Of(value, context.CancellationToken);
        // On some paths is not said: a size that may be right is left alone.
        if (!values.IsClosed || values.Values.IsEmpty) return;
        var unit = (value.Type is { } type ? QuantityUnits.BaseOf(type) : null) ?? Contract.UnitOfSizes;
        var off = new List<string>();
        foreach (var number in values.Values)
        {
            if (!MeasurementUnit.TryConvert(number, unit, Contract.UnitOfSizes, out var millimeters) || series.Contains(millimeters)) return;
            off.Add(series.Nearest(millimeters).ToString() is var nearest && values.Values.Length == 1 ? nearest : $"{Words.Number(millimeters)}: {nearest}");
        }

        context.ReportDiagnostic(Diagnostic.Create(
            series.Steps.Count > 0 ? Rules.OffModule : Rules.NotPreferredSize, value.Syntax.GetLocation(),
            string.Join(", ", values.Values.Select(Words.Number)) + " " + unit, Text.Of(series.Text), BrokenLimit.CitationOf(series.Requirement), string.Join("; ", off)));
    }
}
