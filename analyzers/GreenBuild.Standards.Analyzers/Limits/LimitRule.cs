using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS1001, 1002, 1004, 1005, 1006, 3003 and 4002: what flows into a place under contract, against the limits of today and those to come.</summary>
internal sealed class LimitRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.LimitBroken, Rules.WeakLimitBroken, Rules.HardCodedLimit, Rules.BrokenOnSomePaths, Rules.BreaksLaterLimit, Rules.LooserTolerance, Rules.OtherUnit);

    public override void Check(in Sink sink, ImmutableArray<Contract> asked, OperationContext context) => Check(asked, sink.Value, context);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.AnonymousFunction, OperationKind.LocalFunction);

    /// <summary>Checks the attributes and the default values of lambdas and local functions, which the compiler shows to no operation action.</summary>
    public override void Check(IOperation operation, OperationContext context)
    {
        switch (operation.Syntax)
        {
            case LocalFunctionStatementSyntax function:
                CheckAll(function.AttributeLists);
                CheckParameters(function.ParameterList);
                foreach (var parameter in function.TypeParameterList?.Parameters ?? default) CheckAll(parameter.AttributeLists);
                break;
            case ParenthesizedLambdaExpressionSyntax lambda:
                CheckAll(lambda.AttributeLists);
                CheckParameters(lambda.ParameterList);
                break;
            case SimpleLambdaExpressionSyntax lambda:
                CheckAll(lambda.AttributeLists);
                break;
        }

        void CheckParameters(ParameterListSyntax list)
        {
            foreach (var parameter in list.Parameters)
            {
                CheckAll(parameter.AttributeLists);
                if (parameter.Default is { } value && operation.SemanticModel?.GetOperation(value, context.Cancellation) is { } initialiser) CheckIn(initialiser);
            }
        }

        void CheckAll(SyntaxList<AttributeListSyntax> lists)
        {
            foreach (var list in lists)
                foreach (var attribute in list.Attributes)
                    if (attribute.ArgumentList is { Arguments.Count: > 0 }) Check(attribute);
        }

        void Check(AttributeSyntax attribute)
        {
            if (operation.SemanticModel?.GetOperation(attribute, context.Cancellation) is not IAttributeOperation { Operation: IObjectCreationOperation creation }) return;
            foreach (var argument in creation.Arguments) CheckIn(argument);
            foreach (var setting in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty) CheckIn(setting);
        }

        void CheckIn(IOperation part)
        {
            if (Sink.TryRead(part, context.Containing, out var sink) && context.Contracts.Of(sink.Target) is { IsEmpty: false } asked) LimitRule.Check(asked, sink.Value, context);
        }
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static void Check(ImmutableArray<Contract> contracts, IOperation value, OperationContext context)
    {
        if (Elements.Has(value))
        {
            foreach (var element in Elements.OfAny(value, context.Cancellation)) Check(contracts, element, context);
            return;
        }

        if (IsGoodOnAllPaths(contracts, value, context)) return;
        if (context.Contracts.Values.Of(value, context.Cancellation) is { Values.IsEmpty: false } values) Judge(contracts, values, value, context);
    }

    /// <summary>Whether nothing that is ever written to a local would be reported: following the paths, which is dear, finds no more than that.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static bool IsGoodOnAllPaths(ImmutableArray<Contract> contracts, IOperation value, OperationContext context)
    {
        if (context.Contracts.Values.AtMost(value, context.Cancellation) is not { Values.IsEmpty: false } values) return false;
        var unit = value.Type is { } type ? QuantityUnits.BaseOf(type) : null;
        foreach (var contract in contracts)
        {
            var limits = contract.LimitsFor(context.Settings);
            foreach (var limit in limits.Binding)
                if (BrokenLimit.By(values, unit, limit, contract.Circumstances).IsBroken) return false;
            foreach (var limit in limits.Others)
                if (BrokenLimit.By(values, unit, limit, contract.Circumstances).IsBroken) return false;
            foreach (var later in limits.Coming)
                if (BrokenLimit.By(values, unit, later.Limit, contract.Circumstances.With("dates", later.From.ToString())).IsBroken) return false;
            if (unit is not null || limits.Binding.Count == 0) continue;
            foreach (var number in values.Values)
                if (OtherUnitOf(limits.Binding[0], number) is not null) return false;
        }

        return true;
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static void Judge(ImmutableArray<Contract> contracts, ValueSet values, IOperation operation, OperationContext context)
    {
        var syntax = operation.Syntax;
        var unit = operation.Type is { } type ? QuantityUnits.BaseOf(type) : null;
        foreach (var contract in contracts)
        {
            var limits = contract.LimitsFor(context.Settings);
            // A number without a unit that is the limit in another one: whether it is met says nothing then.
            if (unit is null && values.TryGetSingle(out var single) && limits.Binding.Count > 0 && OtherUnitOf(limits.Binding[0], single) is { } other)
            {
                var limit = limits.Binding[0];
                context.Report(Diagnostic.Create(Rules.OtherUnit, syntax.GetLocation(), Words.Number(single), BrokenLimit.LimitAsWords(limit, 0), BrokenLimit.CitationOf(limit), other, limit.Unit));
                continue;
            }

            if (!ReportFirstBroken(limits.Binding) && limits.Binding.Count > 0 && !ReportFirstBroken(limits.Others) && !ReportComing(limits)) ReportCopy(limits.Binding[0]);

            bool ReportFirstBroken(IReadOnlyList<Requirement> candidates)
            {
                foreach (var limit in candidates)
                {
                    var broken = BrokenLimit.By(values, unit, limit, contract.Circumstances);
                    if (!broken.IsBroken) continue;
                    var rule = !broken.IsByAll ? Rules.BrokenOnSomePaths : !broken.IsBinding ? Rules.WeakLimitBroken : ToleranceItem.IsTolerance(limit.Measurand) ? Rules.LooserTolerance : Rules.LimitBroken;
                    context.Report(Diagnostic.Create(rule, syntax.GetLocation(), broken.Values, broken.Limit, broken.Citation, broken.Weakness));
                    return true;
                }

                return false;
            }

            bool ReportComing(ContractLimits limits)
            {
                foreach (var later in limits.Coming)
                {
                    var broken = BrokenLimit.By(values, unit, later.Limit, contract.Circumstances.With("dates", later.From.ToString()));
                    if (!broken.IsBroken || !broken.IsByAll) continue;
                    context.Report(Diagnostic.Create(Rules.BreaksLaterLimit, syntax.GetLocation(), broken.Values, broken.Limit, broken.Citation, later.From.ToString()));
                    return true;
                }

                return false;
            }

            void ReportCopy(Requirement limit)
            {
                if (HardCodedLimit.Find(operation, limit) is { } literal && context.IsShown(Rules.HardCodedLimit)) context.Report(HardCodedLimit.Report(literal, limit));
            }
        }
    }

    /// <summary>The unit in which a number would be the limit, ten or a thousand times off; <see langword="null"/> if there is none.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static string? OtherUnitOf(Requirement limit, decimal value)
    {
        if (limit is not { Value: { } bound and not 0, RelativeTo: null } || value == bound || value == 0) return null;
        if (value / bound is not (10 or 1000 or 0.1m or 0.001m)) return null;
        var quantity = MeasurementUnit.Find(limit.Unit)?.Quantity;
        foreach (var unit in MeasurementUnit.All)
            if (unit.Quantity == quantity && unit.Symbol != limit.Unit && MeasurementUnit.TryConvert(bound, limit.Unit, unit.Symbol, out var same) && same == value) return unit.Symbol;
        return null;
    }
}
