using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Utilities;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis.DataFlow;
using Microsoft.CodeAnalysis.FlowAnalysis.DataFlow.PointsToAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis.DataFlow.ValueContentAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>
/// The value flow beside the analysis of values that the compiler team's own analyzers use (Microsoft.CodeAnalysis.AnalyzerUtilities), on the methods of <see cref="ValueOracleTests"/>: where both say which numbers
/// arrive, they say the same but for a few places. There one of them leaves out what a condition rules out and the other does not, or that analysis divides whole numbers and cuts off decimals as the language does
/// not; that nothing else arrives is what <see cref="ValueOracleTests"/> holds by running the methods. It needs a newer compiler than the pinned one.
/// </summary>
public sealed class ContentOracleTests
{
    [Fact]
    public void Flow_AgreesWithValueContentAnalysis()
    {
        var (compilation, tree) = ValueOracleTests.GeneratedMethods();
        var (values, model, types) = (new KnownValues(compilation), compilation.GetSemanticModel(tree), WellKnownTypeProvider.GetOrCreate(compilation));
        var options = new AnalyzerOptions([]);
        var (both, different, known) = (0, 0, 0);
        foreach (var method in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (method.Identifier.ValueText != "M") continue;
            var graph = ControlFlowGraph.Create(method, model, TestContext.Current.CancellationToken)!;
            var content = ValueContentAnalysis.TryGetOrComputeResult(
                graph, model.GetDeclaredSymbol(method, TestContext.Current.CancellationToken)!, types, options, Rules.LimitBroken, PointsToAnalysisKind.PartialWithoutTrackingFieldsAndProperties, InterproceduralAnalysisKind.None, pessimisticAnalysis: true)!;
            foreach (var invocation in graph.Blocks.SelectMany(static block => block.Operations).SelectMany(static operation => operation.DescendantsAndSelf()).OfType<IInvocationOperation>())
            {
                if (invocation.TargetMethod.Name is not ("Put" or "PutWhole")) continue;
                var written = ((IInvocationOperation)model.GetOperation(invocation.Syntax, TestContext.Current.CancellationToken)!).Arguments[1].Value;
                var set = values.Of(written, TestContext.Current.CancellationToken);
                var other = content[invocation.Arguments[1].Value];
                if (other.IsLiteralState) known++;
                if (!other.IsLiteralState || !set.IsClosed) continue;
                var theirs = other.LiteralValues.Select(static literal => Convert.ToDecimal(literal, CultureInfo.InvariantCulture)).ToImmutableSortedSet();
                both++;
                if (theirs.SetEquals(set.Values)) continue;
                different++;
                TestContext.Current.TestOutputHelper?.WriteLine($"{set}, there {{{string.Join(", ", theirs)}}}, at {invocation.Syntax}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{known} places known there, {both} of them here as well, {different} with other numbers.");
        Assert.True(both > 1500 && different * 100 < both * 4, $"{known} places known there, {both} of them here as well, {different} with other numbers.");
    }
}
