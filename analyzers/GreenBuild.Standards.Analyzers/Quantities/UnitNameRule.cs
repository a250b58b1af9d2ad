using System.Collections.Immutable;
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

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.UnitNameContradicts);

    public override bool ChecksAny => true;

    public override void CheckAny(IOperation operation, in Sink sink, OperationContext context)
    {
        // Nearly everything is called of assemblies that never heard of units.
        var contracts = context.Contracts;
        var (target, value) = (sink.Target, sink.Value);
        if (NameOf(value) is not { } name || (!contracts.MayBeUnderContract(target) && !contracts.IsOfLibrary(target) && !QuantityUnits.IsGuest(target)) || UnitIn(name) is not { } said) return;
        if (((target is IMethodSymbol ? null : QuantityUnits.OfNumber(target)) ?? UnitOfMaking() ?? UnitOfContract(contracts.Of(target))) is not { } unit || Begins(unit, said)) return;
        // A word that no unit of this kind begins with means something else here.
        if (!MeasurementUnit.All.Any(other => other.Quantity == MeasurementUnit.Find(unit)?.Quantity && Begins(other.Symbol, said))) return;
        context.Report(Diagnostic.Create(Rules.UnitNameContradicts, value.Syntax.GetLocation(), name, said, unit));

        string? UnitOfMaking() =>
            operation is IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation } && QuantityUnits.TryReadMaking(operation.Parent, out var number, out var taken) && number == value ? taken : null;

        // A quantity carries its own unit, and a measurand with several has none to contradict.
        string? UnitOfContract(ImmutableArray<Contract> found) =>
            value.Type is { } type && ConstantNumber.IsNumber(Contract.Underlying(type)) && found is [{ Units: [var only] }] ? only : null;
    }

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

    /// <summary>The unit that a name ends with, or has before "per" or a cubic metre: <c>pm10Ug</c>, <c>dust_mg_m3</c>, <c>widthMm</c>.</summary>
    private static string? UnitIn(string name)
    {
        var words = Split(name);
        for (var i = words.Count - 1; i > 0 && i >= words.Count - 4; i--)
        {
            foreach (var (word, unit) in Known)
                if (words[i] == word) return unit;
            if (words[i] is not ("per" or "cubic" or "square" or "meter" or "metre" or "m" or "m2" or "m3" or "3" or "2" or "l" or "liter" or "litre")) return null;
        }

        return null;
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != '_' && name[i - 1] != '_' && !(char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))) continue;
            var word = name.Substring(start, i - start).Trim('_').ToLowerInvariant();
            if (word.Length > 0) words.Add(word);
            start = i;
        }

        return words;
    }
}
