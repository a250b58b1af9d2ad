using System.Collections.Immutable;
using System.Reflection;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS3004: an <see cref="AssemblyTakeOff"/> is written with numbers that contradict each other: more precast than there is, or points that the ratio does not give.</summary>
/// <remarks>The take-off is made as it is written and scored by the library itself. What is not a constant is left unknown, and where that could make a contradiction of its own, nothing is said.</remarks>
internal sealed class AssemblyTakeOffRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.ContradictoryTakeOff);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.ObjectCreation);

    public override void Check(IOperation operation, OperationContext context)
    {
        if (operation is not IObjectCreationOperation { Initializer: not null, Type: { Name: nameof(AssemblyTakeOff) } type } creation || !context.Contracts.IsOfLibrary(type)) return;
        var contracts = context.Contracts;
        var places = new Dictionary<string, IOperation>(StringComparer.OrdinalIgnoreCase);
        if (Read(creation, contracts, places, context.Cancellation) is not { } takeOff) return;
        var said = new HashSet<(SyntaxNode, BilingualText)>();
        var sheet = AssemblyScoreSheet.Of(takeOff, context.Settings.Place, context.Settings.AsOf, default, contracts.Catalogue);
        foreach (var finding in sheet.Findings)
            if (finding is { Verdict: Verdict.Invalid, Requirement: not null }) Report(finding, isClaim: false);
        foreach (var claim in sheet.Claims) Report(claim, isClaim: true);

        void Report(Finding finding, bool isClaim)
        {
            var form = AssemblyForm.All.FirstOrDefault(row => row.Word == finding.Subject);
            IOperation? place = null;
            if (isClaim) places.TryGetValue(nameof(AssemblyTakeOff.ClaimedPoints), out place);
            else if (form is not null)
            {
                // The part is what is compared with the whole, unless the whole is no quantity by itself.
                var isWholeWrong = form.WholeOf(takeOff) is { } whole && !AssemblyCount.IsQuantity(whole) && (form.PartOf(takeOff) is not { } part || AssemblyCount.IsQuantity(part));
                if (isWholeWrong || !places.TryGetValue(form.Part.Input, out place)) places.TryGetValue(form.Whole.Input, out place);
            }

            // Two rows share a whole.
            if (!said.Add(((place ?? creation).Syntax, finding.Reason))) return;
            context.Report(Diagnostic.Create(Rules.ContradictoryTakeOff, (place ?? creation).Syntax.GetLocation(), Text.Of(finding.Reason), finding.Requirement!.Citation));
        }
    }

    /// <summary>The take-off as far as it is written in constants; <see langword="null"/> where what is not could change the points.</summary>
    private static AssemblyTakeOff? Read(IObjectCreationOperation creation, ContractReader contracts, Dictionary<string, IOperation> places, CancellationToken cancellation)
    {
        var takeOff = new AssemblyTakeOff { Structure = default };
        foreach (var initialiser in creation.Initializer!.Initializers)
        {
            // Half-typed code has other things in it.
            if (initialiser is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } assignment || typeof(AssemblyTakeOff).GetProperty(target.Property.Name) is not { } property) return null;
            places[property.Name] = assignment;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (property.Name is nameof(AssemblyTakeOff.Name) or nameof(AssemblyTakeOff.Origin)) continue;
            if (type == typeof(decimal))
            {
                if (contracts.Values.Of(value, cancellation).TryGetSingle(out var number)) property.SetValue(takeOff, number);
                // Unknown where the library itself knows unknown; else a number is missing that counts.
                else if (property.PropertyType == type) return null;
            }
            else if (type == typeof(bool) || type.IsEnum)
            {
                var constant = Unwrapped(value).ConstantValue;
                // A constant of another type is the compiler's business.
                if (type.IsEnum && constant is { HasValue: true, Value: int member }) property.SetValue(takeOff, Enum.ToObject(type, member));
                else if (!type.IsEnum && constant is { HasValue: true, Value: bool known }) property.SetValue(takeOff, known);
                else if (type.IsEnum) return null;
            }
            else if (property.Name == nameof(AssemblyTakeOff.Absent))
            {
                if (ReadItems(value, cancellation) is not { } absent) return null;
                property.SetValue(takeOff, absent);
            }
            else if (property.Name == nameof(AssemblyTakeOff.ClaimedPoints))
            {
                if (ReadPoints(value, contracts, cancellation) is not { } points) return null;
                property.SetValue(takeOff, points);
            }
            else return null;
        }

        return IsDefined(takeOff) ? takeOff : null;
    }

    // An enum value that does not exist is the compiler's business, and an exception in the library.
    private static bool IsDefined(AssemblyTakeOff takeOff) =>
        Enum.IsDefined(typeof(AssemblyStructure), takeOff.Structure) && Enum.IsDefined(typeof(AssemblyPhase), takeOff.Phase)
        && takeOff.Absent.Concat(takeOff.ClaimedPoints.Keys).All(static item => Enum.IsDefined(typeof(AssemblyItem), item));

    private static List<AssemblyItem>? ReadItems(IOperation value, CancellationToken cancellation)
    {
        // What is spread into it is not seen.
        if (Unwrapped(value).Syntax is CollectionExpressionSyntax { Elements: var written } && written.Any(SyntaxKind.SpreadElement)) return null;
        var items = new List<AssemblyItem>();
        foreach (var element in Elements.Of(value, cancellation))
        {
            if (Unwrapped(element).ConstantValue is not { HasValue: true, Value: int number }) return null;
            items.Add((AssemblyItem)number);
        }

        // A collection of another making has no elements to be seen.
        return items.Count > 0 ? items : null;
    }

    private static Dictionary<AssemblyItem, decimal>? ReadPoints(IOperation value, ContractReader contracts, CancellationToken cancellation)
    {
        if (Unwrapped(value) is not IObjectCreationOperation { Initializer: { } entries, Arguments.Length: 0 }) return null;
        var points = new Dictionary<AssemblyItem, decimal>();
        foreach (var entry in entries.Initializers)
        {
            var (key, number) = entry switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] }, Value: var assigned } => (index.Value, assigned),
                IInvocationOperation { Arguments: [var first, var second] } => (first.Value, second.Value),
                _ => ((IOperation?)null, entry),
            };
            if (key is null || Unwrapped(key).ConstantValue is not { HasValue: true, Value: int item } || !contracts.Values.Of(number, cancellation).TryGetSingle(out var claimed)) return null;
            points[(AssemblyItem)item] = claimed;
        }

        return points;
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }
}
