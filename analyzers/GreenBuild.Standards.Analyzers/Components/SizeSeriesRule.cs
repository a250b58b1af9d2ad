using System.Collections.Immutable;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS3001 and 3002: a size under a contract of sizes is no multiple of the module, or none of the preferred sizes.</summary>
internal sealed class SizeSeriesRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.OffModule, Rules.NotPreferredSize);

    public override void Check(in Sink sink, ImmutableArray<Contract> asked, OperationContext context)
    {
        foreach (var contract in asked)
        {
            if (!contract.IsSeries) continue;
            foreach (var value in Elements.OrSelf(sink.Value, context.Cancellation))
                if (contract.LimitsFor(context.Settings).Series is { } series) Check(context, series, value);
        }
    }

    private static void Check(OperationContext context, SizeSeries series, IOperation value)
    {
        var values = context.Contracts.Values.Of(value, context.Cancellation);
        // On some paths is not said: a size that may be right is left alone.
        if (!values.IsClosed || values.Values.IsEmpty) return;
        var unit = (value.Type is { } type ? QuantityUnits.BaseOf(type) : null) ?? Contract.UnitOfSizes;
        var off = new List<string>();
        foreach (var number in values.Values)
        {
            if (!MeasurementUnit.TryConvert(number, unit, Contract.UnitOfSizes, out var millimeters) || series.Contains(millimeters)) return;
            off.Add(series.Nearest(millimeters).ToString() is var nearest && values.Values.Length == 1 ? nearest : $"{Words.Number(millimeters)}: {nearest}");
        }

        context.Report(Diagnostic.Create(
            series.Steps.Count > 0 ? Rules.OffModule : Rules.NotPreferredSize, value.Syntax.GetLocation(),
            string.Join(", ", values.Values.Select(Words.Number)) + " " + unit, Text.Of(series.Text), BrokenLimit.CitationOf(series.Requirement), string.Join("; ", off)));
    }
}
