using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4005: day and night are told apart by the hour of a <see cref="DateTime"/>, which does not say whose hour it is.</summary>
internal sealed class LocalHourRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.HourWithoutOffset);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Binary);

    public override void Check(IOperation operation, OperationContext context)
    {
        var both = (IBinaryOperation)operation;
        // "hour >= 22 || hour < 6" and "hour >= 6 && hour < 22": both ends of the night in one condition.
        if (both.OperatorKind is not (BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd)) return;
        if (HourIn(both.LeftOperand, out var first) is { } hour && HourIn(both.RightOperand, out var second) is not null && (first, second) is (22, 6) or (6, 22) or (21, 6) or (5, 22) or (6, 21) or (22, 5))
            context.Report(Diagnostic.Create(Rules.HourWithoutOffset, hour.Syntax.GetLocation()));
    }

    /// <summary>The hour of a DateTime that is compared with a constant.</summary>
    private static IOperation? HourIn(IOperation comparison, out int bound)
    {
        bound = -1;
        if (comparison is not IBinaryOperation binary) return null;
        var (hour, other) = IsHour(binary.LeftOperand) ? (binary.LeftOperand, binary.RightOperand) : (binary.RightOperand, binary.LeftOperand);
        if (!IsHour(hour) || other.ConstantValue is not { HasValue: true, Value: int value }) return null;
        bound = value;
        return hour;
    }

    // Of a DateTimeOffset the hour is that of its own offset.
    private static bool IsHour(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: nameof(DateTime.Hour), ContainingType.SpecialType: SpecialType.System_DateTime }, Instance: not IPropertyReferenceOperation { Property: { Name: "DateTime" or "LocalDateTime", ContainingType.Name: nameof(DateTimeOffset) } } };
}
