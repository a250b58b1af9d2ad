#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>The loops over readings, four at a time where the processor and the runtime can do so; nothing is judged here.</summary>
internal static class Kernels
{
    /// <summary>What a concentration must be below to be summed here: as for the exact windows, no instrument measures in such numbers.</summary>
    public const double MostConcentration = 1e12;

    private const double LeastLevel = (double)SoundLevel.Least;
    private const double MostLevel = (double)SoundLevel.Most;

    /// <summary>Whether a number is a concentration that counts.</summary>
    public static bool IsConcentration(double value) => value >= 0 && value < MostConcentration;

    /// <summary>The sum and the number of values from 0 on. One that is no concentration for being too great, or beyond all numbers, makes a sum that only the exact windows are asked about.</summary>
    public static (double Sum, int Count) SumOf(ReadOnlySpan<double> values)
    {
        var (sum, count, i) = (0.0, 0, 0);
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated && values.Length >= 8)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var (sums, others, counts) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<long>.Zero);
            for (; i <= values.Length - 8; i += 8)
            {
                var (a, b) = (Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.LoadUnsafe(ref first, (nuint)i + 4));
                var (ofA, ofB) = (Vector256.GreaterThanOrEqual(a, Vector256<double>.Zero), Vector256.GreaterThanOrEqual(b, Vector256<double>.Zero));
                sums += a & ofA;
                others += b & ofB;
                counts -= ofA.AsInt64() + ofB.AsInt64();
            }

            sum = Vector256.Sum(sums + others);
            count = (int)Vector256.Sum(counts);
        }
#endif
        for (; i < values.Length; i++)
        {
            if (!(values[i] >= 0)) continue;
            sum += values[i];
            count++;
        }

        return (sum, count);
    }

    /// <summary>The shortest step from one time to the next; the largest number if there are fewer than two.</summary>
    public static long SmallestStep(ReadOnlySpan<long> times)
    {
        var (smallest, i) = (long.MaxValue, 1);
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated && times.Length > 8)
        {
            ref var first = ref MemoryMarshal.GetReference(times);
            var (least, other) = (Vector256.Create(long.MaxValue), Vector256.Create(long.MaxValue));
            for (; i <= times.Length - 8; i += 8)
            {
                least = Vector256.Min(least, Vector256.LoadUnsafe(ref first, (nuint)i) - Vector256.LoadUnsafe(ref first, (nuint)i - 1));
                other = Vector256.Min(other, Vector256.LoadUnsafe(ref first, (nuint)i + 4) - Vector256.LoadUnsafe(ref first, (nuint)i + 3));
            }

            least = Vector256.Min(least, other);
            for (var lane = 0; lane < 4; lane++) smallest = Math.Min(smallest, least[lane]);
        }
#endif
        for (; i < times.Length; i++) smallest = Math.Min(smallest, times[i] - times[i - 1]);
        return smallest;
    }

    /// <summary>The energies of levels, not a number where one is none; their sum, their number, and the highest level.</summary>
    public static (double Sum, int Count, double Highest) EnergiesOf(ReadOnlySpan<double> levels, Span<double> energies)
    {
        var (sum, count, highest, i) = (0.0, 0, double.NegativeInfinity, 0);
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated && levels.Length >= 8)
        {
            ref var first = ref MemoryMarshal.GetReference(levels);
            ref var to = ref MemoryMarshal.GetReference(energies);
            var (sums, others, counts, most) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<long>.Zero, Vector256.Create(double.NegativeInfinity));
            var (low, high, none) = (Vector256.Create(LeastLevel), Vector256.Create(MostLevel), Vector256.Create(double.NaN));
            for (; i <= levels.Length - 8; i += 8)
            {
                var (a, b) = (Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.LoadUnsafe(ref first, (nuint)i + 4));
                var (ofA, ofB) = (Vector256.GreaterThanOrEqual(a, low) & Vector256.LessThanOrEqual(a, high), Vector256.GreaterThanOrEqual(b, low) & Vector256.LessThanOrEqual(b, high));
                var (energyA, energyB) = (PowerOfTen(a & ofA), PowerOfTen(b & ofB));
                sums += energyA & ofA;
                others += energyB & ofB;
                counts -= ofA.AsInt64() + ofB.AsInt64();
                most = Vector256.Max(most, Vector256.Max(Vector256.ConditionalSelect(ofA, a, low), Vector256.ConditionalSelect(ofB, b, low)));
                Vector256.ConditionalSelect(ofA, energyA, none).StoreUnsafe(ref to, (nuint)i);
                Vector256.ConditionalSelect(ofB, energyB, none).StoreUnsafe(ref to, (nuint)i + 4);
            }

            sum = Vector256.Sum(sums + others);
            count = (int)Vector256.Sum(counts);
            for (var lane = 0; lane < 4; lane++) highest = Math.Max(highest, most[lane]);
        }
#endif
        for (; i < levels.Length; i++)
        {
            energies[i] = double.NaN;
            if (!(levels[i] is >= LeastLevel and <= MostLevel)) continue;
            sum += energies[i] = Math.Pow(10, 0.1 * levels[i]);
            count++;
            highest = Math.Max(highest, levels[i]);
        }

        return (sum, count, highest);
    }

    /// <summary>The highest sum of so many energies one after the other, none of them not a number; <see langword="null"/> if there are not so many. The energies are used up.</summary>
    /// <remarks>20 are five times four: first the sums of four, then five of these. No sum is taken off again, so nothing cancels.</remarks>
    public static double? HighestSum(Span<double> energies, int wanted)
    {
        if (energies.Length < wanted) return null;
        var (summed, left, highest) = (1, wanted, 0.0);
        while (left > 1)
        {
            var factor = left % 4 == 0 ? 4 : left % 5 == 0 ? 5 : left % 3 == 0 ? 3 : left % 2 == 0 ? 2 : left;
            left /= factor;
            highest = SumAhead(energies.Slice(0, energies.Length - (summed * (factor - 1))), energies, summed, factor);
            energies = energies.Slice(0, energies.Length - (summed * (factor - 1)));
            summed *= factor;
        }

        if (wanted == 1)
            foreach (var energy in energies)
                if (energy > highest) highest = energy;
        return highest > 0 ? highest : null;
    }

    /// <summary>Adds to each number those that lie one, two and so on times a distance ahead; the highest sum. What is written is not read again.</summary>
    private static double SumAhead(Span<double> sums, ReadOnlySpan<double> numbers, int distance, int factor)
    {
        // An energy is above nothing, and what is not a number is above nothing at all.
        var (highest, i) = (0.0, 0);
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(sums);
            var most = Vector256<double>.Zero;
            for (; i <= sums.Length - 4; i += 4)
            {
                var sum = Vector256.LoadUnsafe(ref first, (nuint)i) + Vector256.LoadUnsafe(ref first, (nuint)(i + distance));
                if (factor > 2) sum += Vector256.LoadUnsafe(ref first, (nuint)(i + (2 * distance)));
                if (factor > 3) sum += Vector256.LoadUnsafe(ref first, (nuint)(i + (3 * distance)));
                for (var n = 4; n < factor; n++) sum += Vector256.LoadUnsafe(ref first, (nuint)(i + (n * distance)));
                sum.StoreUnsafe(ref first, (nuint)i);
                most = Vector256.ConditionalSelect(Vector256.GreaterThan(sum, most), sum, most);
            }

            for (var lane = 0; lane < 4; lane++) highest = Math.Max(highest, most[lane]);
        }
#endif
        for (; i < sums.Length; i++)
        {
            var sum = sums[i];
            for (var n = 1; n < factor; n++) sum += numbers[i + (n * distance)];
            sums[i] = sum;
            if (sum > highest) highest = sum;
        }

        return highest;
    }

#if NET8_0_OR_GREATER
    /// <summary>10^(0.1 L) of levels: 2 to the whole part by the exponent of the number, to the rest by its series (twelve terms, wrong by less than 1e-14 of the result).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTen(Vector256<double> level)
    {
        // Added to this, a number is rounded to a whole one, which stands in the lowest bits.
        var shift = Vector256.Create(6755399441055744.0);
        var x = level * Vector256.Create(0.33219280948873623478703194294894);
        var shifted = x + shift;
        var f = x - (shifted - shift);
        // ln 2^k / k!
        var p = Fused(f, Vector256.Create(4.4455382718708116e-10), Vector256.Create(7.054911620801123e-9));
        p = Fused(p, f, Vector256.Create(1.0178086009239699e-7));
        p = Fused(p, f, Vector256.Create(1.3215486790144307e-6));
        p = Fused(p, f, Vector256.Create(1.5252733804059841e-5));
        p = Fused(p, f, Vector256.Create(1.5403530393381608e-4));
        p = Fused(p, f, Vector256.Create(1.3333558146428443e-3));
        p = Fused(p, f, Vector256.Create(9.618129107628477e-3));
        p = Fused(p, f, Vector256.Create(5.550410866482158e-2));
        p = Fused(p, f, Vector256.Create(2.4022650695910072e-1));
        p = Fused(p, f, Vector256.Create(6.931471805599453e-1));
        p = Fused(p, f, Vector256.Create(1.0));
        return (p.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : (a * b) + c;
#endif
}
