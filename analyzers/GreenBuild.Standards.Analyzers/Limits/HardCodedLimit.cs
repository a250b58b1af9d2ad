using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS1004: a literal that repeats a limit for which the library has a constant.</summary>
internal static class HardCodedLimit
{
    /// <summary>Property of a diagnostic: the key of the limit whose constant is to stand in place of the reported literal.</summary>
    internal const string ConstantOf = "ConstantOf";

    private static readonly ConditionalWeakTable<Requirement, Tuple<ImmutableDictionary<string, string?>, object[]>> Said = new();

    /// <summary>The literal that an expression is made of, if it is the number of a limit.</summary>
    public static IOperation? Find(IOperation operation, Requirement limit) => LiteralOf(operation, limit.Unit) is { } literal && IsCopy(literal, limit) ? literal : null;

    /// <summary>Whether a literal in the unit of a limit is its number.</summary>
    public static bool IsCopy(IOperation literal, Requirement limit) => HasConstant(limit) && ConstantNumber.TryRead(literal.ConstantValue.Value, out var value) && value == limit.Value;

    /// <summary>The diagnostic on such a literal.</summary>
    public static Diagnostic Report(IOperation literal, Requirement limit)
    {
        // The same few limits stand all over a program.
        var (properties, words) = Said.GetValue(limit, static limit => Tuple.Create(PropertiesFor(limit), new object[] { Words.Number(limit.Value!.Value), BrokenLimit.LimitAsWords(limit, 0), BrokenLimit.CitationOf(limit) }));
        return Diagnostic.Create(Rules.HardCodedLimit, literal.Syntax.GetLocation(), properties, words);
    }

    /// <summary>What tells the fix which constant to use.</summary>
    public static ImmutableDictionary<string, string?> PropertiesFor(Requirement limit) =>
        HasConstant(limit) ? ImmutableDictionary<string, string?>.Empty.Add(ConstantOf, limit.Key) : ImmutableDictionary<string, string?>.Empty;

    /// <summary>The literal inside conversions and the making of a quantity in a unit; <see langword="null"/> if the number has a name, is computed, or is in another unit.</summary>
    public static IOperation? LiteralOf(IOperation operation, string unit)
    {
        while (true)
        {
            if (operation is ILiteralOperation { ConstantValue.HasValue: true }) return operation;
            if (operation is IConversionOperation conversion) operation = conversion.Operand;
            else if (QuantityUnits.TryReadMaking(operation, out var number, out var given) && given == unit) operation = number;
            else return null;
        }
    }

    /// <summary>Whether the library has a constant for a limit: compiled from the built-in catalogue are those that are one number, stand by themselves, and have a source.</summary>
    public static bool HasConstant(Requirement limit) =>
        limit is { Value: not null, UpperValue: null, RelativeTo: null, IsTrigger: false, Edition.Overlay: null } && limit.Evidence >= CheckOptions.Default.EvidenceFloor;
}
