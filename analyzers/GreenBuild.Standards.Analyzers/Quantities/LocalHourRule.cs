using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4005: day and night are told apart by the hour of a <see cref="DateTime"/>, which does not say whose hour it is.</summary>
internal sealed class LocalHourRule : OperationRule
{
    /// <summary>Which ends of the night an hour is held against.</summary>
    [Flags]
    private enum Ends
    {
        None = 0,
        Evening = 1,
        Morning = 2,
        Both = Evening | Morning,
    }

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.HourWithoutOffset);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Binary, OperationKind.IsPattern, OperationKind.SwitchExpression, OperationKind.Switch, OperationKind.PropertySubpattern);

    /// <summary>Looks for both ends of the night in one condition: <c>hour >= 22 || hour &lt; 6</c>, <c>hour is >= 6 and &lt; 22</c>, the arms of a switch.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public override void Check(IOperation operation, OperationContext context)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.Or or BinaryOperatorKind.And } both:
                // Of "workday && hour >= 6 && hour < 22" the two that stand side by side.
                var left = both.LeftOperand is IBinaryOperation inner && inner.OperatorKind == both.OperatorKind ? inner.RightOperand : both.LeftOperand;
                var (first, second) = (EndsIn(left, out var hour), EndsIn(both.RightOperand, out _));
                // Alone, each of them is looked at by itself.
                if (first != Ends.Both && second != Ends.Both && (first | second) == Ends.Both) Report(hour!);
                break;
            case IIsPatternOperation test when IsHour(test.Value):
                if (EndsIn(test.Pattern) == Ends.Both) Report(test.Value);
                break;
            case IPropertySubpatternOperation property when IsHour(property.Member):
                if (EndsIn(property.Pattern) == Ends.Both) Report(property.Member);
                break;
            case ISwitchExpressionOperation choice when IsHour(choice.Value):
                var inArms = Ends.None;
                foreach (var arm in choice.Arms) inArms |= EndsIn(arm.Pattern);
                if (inArms == Ends.Both) Report(choice.Value);
                break;
            case ISwitchOperation choice when IsHour(choice.Value):
                var inCases = Ends.None;
                foreach (var section in choice.Cases)
                    foreach (var clause in section.Clauses)
                        if (clause is IPatternCaseClauseOperation { Pattern: var pattern }) inCases |= EndsIn(pattern);
                if (inCases == Ends.Both) Report(choice.Value);
                break;
        }

        void Report(IOperation hour) => context.Report(Diagnostic.Create(Rules.HourWithoutOffset, hour.Syntax.GetLocation()));
    }

    /// <summary>What the hour of a DateTime is compared with.</summary>
    private static Ends EndsIn(IOperation comparison, out IOperation? hour)
    {
        hour = null;
        switch (comparison)
        {
            case IIsPatternOperation test when IsHour(test.Value):
                hour = test.Value;
                return EndsIn(test.Pattern);
            case IBinaryOperation binary when IsHour(binary.LeftOperand):
                hour = binary.LeftOperand;
                return EndOf(binary.OperatorKind, binary.RightOperand);
            case IBinaryOperation binary when IsHour(binary.RightOperand):
                hour = binary.RightOperand;
                // 22 <= hour
                return EndOf(binary.OperatorKind switch
                {
                    BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
                    BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
                    BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
                    BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
                    var other => other,
                }, binary.LeftOperand);
            default:
                return Ends.None;
        }
    }

    private static Ends EndsIn(IPatternOperation pattern) => pattern switch
    {
        IRelationalPatternOperation relational => EndOf(relational.OperatorKind, relational.Value),
        IBinaryPatternOperation both => EndsIn(both.LeftPattern) | EndsIn(both.RightPattern),
        INegatedPatternOperation not => EndsIn(not.Pattern),
        _ => Ends.None,
    };

    /// <summary>The end of the night that a bound means: "after 21" and "up to 5" are 22 and 6 as well.</summary>
    private static Ends EndOf(BinaryOperatorKind comparison, IOperation bound)
    {
        if (bound.ConstantValue is not { HasValue: true, Value: int hour }) return Ends.None;
        var next = comparison is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual ? hour + 1 : hour;
        return hour == 22 || next == 22 ? Ends.Evening : hour == 6 || next == 6 ? Ends.Morning : Ends.None;
    }

    // Of a DateTimeOffset the hour is that of its own offset.
    private static bool IsHour(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: nameof(DateTime.Hour), ContainingType.SpecialType: SpecialType.System_DateTime }, Instance: not IPropertyReferenceOperation { Property: { Name: "DateTime" or "LocalDateTime", ContainingType.Name: nameof(DateTimeOffset) } } };
}
