using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Reads constants of the compiler as exact numbers, and computes with them as the language does.</summary>
internal static class ConstantNumber
{
    // Far beyond every quantity of construction, and far enough from the end of decimal for the arithmetic of margins.
    private const decimal MaxMagnitude = 1e20m;

    /// <summary>Reads a constant.</summary>
    public static bool TryRead(object? constant, out decimal value)
    {
        value = 0;
        switch (constant)
        {
            case int number: value = number; break;
            case double number: return TryRead(number, out value);
            case decimal number: value = number; break;
            case float number:
                // 70.1f is 70.1 to its writer, and 70.0999984741211 as a double.
                if (!(Math.Abs(number) <= (float)MaxMagnitude)) return false;
                value = (decimal)number;
                break;
            case long number: value = number; break;
            case ulong number: value = number; break;
            case uint number: value = number; break;
            case short number: value = number; break;
            case ushort number: value = number; break;
            case byte number: value = number; break;
            case sbyte number: value = number; break;
            default: return false;
        }

        return Math.Abs(value) <= MaxMagnitude;
    }

    /// <summary>Whether numbers of a type are computed with exactly.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is
        (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>What a number becomes in another type; <see langword="null"/> if that is not certain.</summary>
    public static decimal? Convert(decimal value, SpecialType to) => to switch
    {
        SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single => value,
        SpecialType.System_Int32 => Truncate(value, int.MinValue, int.MaxValue),
        SpecialType.System_Int64 => Truncate(value, long.MinValue, long.MaxValue),
        SpecialType.System_UInt32 => Truncate(value, uint.MinValue, uint.MaxValue),
        SpecialType.System_UInt64 => Truncate(value, ulong.MinValue, ulong.MaxValue),
        SpecialType.System_Int16 => Truncate(value, short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => Truncate(value, ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Byte => Truncate(value, byte.MinValue, byte.MaxValue),
        SpecialType.System_SByte => Truncate(value, sbyte.MinValue, sbyte.MaxValue),
        _ => null,
    };

    /// <summary>The result of an operator on numbers of a type, as the language computes it there; <see langword="null"/> if that is not certain.</summary>
    public static decimal? Compute(BinaryOperatorKind kind, SpecialType type, decimal left, decimal right)
    {
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && right == 0) return null;
        try
        {
            switch (type)
            {
                case SpecialType.System_Double or SpecialType.System_Single:
                    var (a, b) = ((double)left, (double)right);
                    var result = kind switch
                    {
                        BinaryOperatorKind.Add => a + b,
                        BinaryOperatorKind.Subtract => a - b,
                        BinaryOperatorKind.Multiply => a * b,
                        BinaryOperatorKind.Divide => a / b,
                        BinaryOperatorKind.Remainder => a % b,
                        _ => double.NaN,
                    };
                    return type == SpecialType.System_Single ? (TryRead((float)result, out var single) ? single : null) : TryRead(result, out var value) ? value : null;

                default:
                    decimal? exact = kind switch
                    {
                        BinaryOperatorKind.Add => left + right,
                        BinaryOperatorKind.Subtract => left - right,
                        BinaryOperatorKind.Multiply => left * right,
                        BinaryOperatorKind.Divide => left / right,
                        BinaryOperatorKind.Remainder => left % right,
                        _ => null,
                    };
                    // An integer is cut where it is divided; one that leaves its type wraps round or throws.
                    return exact is { } number && Math.Abs(number) <= MaxMagnitude ? Convert(number, type) : null;
            }
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether a comparison holds; <see langword="null"/> if the operator is none.</summary>
    public static bool? Compare(BinaryOperatorKind kind, decimal left, decimal right) => kind switch
    {
        BinaryOperatorKind.LessThan => left < right,
        BinaryOperatorKind.LessThanOrEqual => left <= right,
        BinaryOperatorKind.GreaterThan => left > right,
        BinaryOperatorKind.GreaterThanOrEqual => left >= right,
        BinaryOperatorKind.Equals => left == right,
        BinaryOperatorKind.NotEquals => left != right,
        _ => null,
    };

    private static bool TryRead(double number, out decimal value)
    {
        value = 0;
        // Also sorts out what is no number: NaN compares to nothing.
        if (!(Math.Abs(number) <= (double)MaxMagnitude)) return false;
        value = (decimal)number;
        return Math.Abs(value) <= MaxMagnitude;
    }

    private static decimal? Truncate(decimal value, decimal least, decimal most)
    {
        value = decimal.Truncate(value);
        return value >= least && value <= most ? value : null;
    }
}
