using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4003: the name of a number says another unit than the place it is put into.</summary>
internal sealed class UnitNameRule : OperationRule
{
    // The words that stand in names, and what the units begin with that they mean. Words that mean much else (g, m, t, l) are left out.
    private static readonly (string Word, string Unit)[] Known =
    [
        ("ug", "µg"), ("microgram", "µg"), ("micrograms", "µg"), ("mg", "mg"), ("milligram", "mg"), ("milligrams", "mg"), ("ng", "ng"), ("nanograms", "ng"),
        ("mm", "mm"), ("millimeters", "mm"), ("millimetres", "mm"), ("cm", "cm"), ("centimeters", "cm"), ("centimetres", "cm"),
        ("kg", "kg"), ("kilograms", "kg"), ("tonnes", "t"), ("tons", "t"), ("meters", "m"), ("metres", "m"), ("percent", "%"), ("fraction", "1"),
    ];

    // What may stand between a unit and the end of a name.
    private static readonly string[] Between = ["per", "cubic", "square", "meter", "metre", "m", "m2", "m3", "3", "2", "l", "liter", "litre"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.UnitNameContradicts);

    public override bool ChecksAny => true;

    [MethodImpl(HotPath.OptimisedAtOnce)]
    public override void CheckAny(IOperation operation, in Sink sink, OperationContext context)
    {
        // Nearly everything is called of assemblies that never heard of units.
        var contracts = context.Contracts;
        var (target, value) = (sink.Target, sink.Value);
        if (NameOf(value) is not { } name || (!contracts.MayBeUnderContract(target) && !contracts.IsOfLibrary(target) && !QuantityUnits.IsGuest(target)) || UnitIn(name) is not { } said) return;
        if (((target is IMethodSymbol ? null : QuantityUnits.OfNumber(target)) ?? UnitOfMaking(operation, value) ?? UnitOfContract(value, contracts.Of(target))) is not { } unit || Begins(unit, said)) return;
        // A word that no unit of this kind begins with means something else here.
        if (!IsOfItsKind(said, unit)) return;
        context.Report(Diagnostic.Create(Rules.UnitNameContradicts, value.Syntax.GetLocation(), name, said, unit));
    }

    private static bool IsOfItsKind(string said, string unit) => MeasurementUnit.Find(unit) is var known && MeasurementUnit.All.Any(other => other.Quantity == known?.Quantity && Begins(other.Symbol, said));

    private static string? UnitOfMaking(IOperation operation, IOperation value) =>
        operation is IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation } && QuantityUnits.TryReadMaking(operation.Parent, out var number, out var taken) && number == value ? taken : null;

    // A quantity carries its own unit, and a measurand with several has none to contradict.
    private static string? UnitOfContract(IOperation value, ImmutableArray<Contract> found) =>
        value.Type is { } type && ConstantNumber.IsNumber(Contract.Underlying(type)) && found is [{ Units: [var only] }] ? only : null;

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static string? NameOf(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IPropertyReferenceOperation property => property.Property.Name,
            IInvocationOperation { Arguments.Length: 0 } call => call.TargetMethod.Name,
            _ => null,
        };
    }

    private static bool Begins(string unit, string said) => unit == said || (unit.StartsWith(said, StringComparison.Ordinal) && unit.Length > said.Length && !char.IsLetter(unit[said.Length]));

    /// <summary>The unit that a name ends with, or has before "per" or a cubic metre: <c>pm10Ug</c>, <c>dust_mg_m3</c>, <c>widthMm</c>. A name of one word has none.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static string? UnitIn(string name)
    {
        // From the end, and without cutting the name into texts: the names of all values are asked about.
        var end = EndOfWord(name, name.Length);
        for (var words = 0; words < 4; words++)
        {
            var start = end - 1;
            while (start > 0 && !StartsWord(name, start)) start--;
            // No word before it, or no word at all: "_" is a name.
            if (EndOfWord(name, start) is var next && next <= 0) return null;
            foreach (var (word, unit) in Known)
                if (Is(name, start, end, word)) return unit;
            if (!IsBetween(name, start, end)) return null;
            end = next;
        }

        return null;
    }

    private static bool IsBetween(string name, int start, int end)
    {
        foreach (var word in Between)
            if (Is(name, start, end, word)) return true;
        return false;
    }

    private static bool Is(string name, int start, int end, string word) => word.Length == end - start && string.Compare(name, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool StartsWord(string name, int at) => name[at - 1] == '_' || (char.IsUpper(name[at]) && !char.IsUpper(name[at - 1]));

    private static int EndOfWord(string name, int end)
    {
        while (end > 0 && name[end - 1] == '_') end--;
        return end;
    }
}
