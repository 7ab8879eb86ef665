using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// exp and what is made of it, on as many numbers at once as a register holds; within 5e-16 of the exact value, relative to it.
/// NaN stays NaN, and results too small to be normal numbers keep the digits that they have room for.
/// </summary>
internal static class LaneMath
{
    private const double Shift = 0x18_0000_0000_0000; // 1.5 * 2^52: a number added to it is rounded to an integer.
    private const double PerLn2 = 1.4426950408889634;

    // ln 2 in two parts: the first has so few digits that its product with an exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double Smallest = -750; // exp of less is 0,
    private const double Largest = 710; // of more infinite,
    private const double Subnormal = -707; // and of less not a normal number.

    /// <summary>e to the power x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, ILanes<V> => ExpBelow(V.WhereLess(V.All(Largest), x, V.All(Largest), x));

    /// <summary>1 / (1 + exp(-z)); exp only sees numbers that aren't positive, so that nothing overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V z)
        where V : struct, ILanes<V> => Sigmoid(z, ExpOfMinusAbs(z));

    /// <summary>1 / (1 + exp(-z)) where exp(-|z|) is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V z, V expOfMinusAbs)
        where V : struct, ILanes<V> =>
        V.WhereLess(z, V.All(0), expOfMinusAbs, V.All(1)) / (V.All(1) + expOfMinusAbs);

    /// <summary>exp(-|z|): what the sigmoid and its loss are made of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpOfMinusAbs<V>(V z)
        where V : struct, ILanes<V> => ExpBelow(V.All(0) - V.Abs(z));

    /// <summary>The hyperbolic tangent: -m / (m + 2) with m = exp(-2|x|) - 1, given the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, ILanes<V>
    {
        var y = V.Abs(x) * V.All(-2);
        y = V.WhereLess(y, V.All(-50), V.All(-50), y); // From here on m is -1 to the last digit.
        var expOfRestMinus1 = Reduce(y, out var power);
        var scale = V.PowerOfTwo(power);
        var m = V.MultiplyAdd(scale, expOfRestMinus1, scale - V.All(1));
        return V.CopySign(m / (m + V.All(2)), x);
    }

    /// <summary>exp of numbers up to <see cref="Largest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpBelow<V>(V x)
        where V : struct, ILanes<V>
    {
        x = V.WhereLess(x, V.All(Smallest), V.All(Smallest), x);
        var expOfRestMinus1 = Reduce(x, out var power);
        var expOfRest = V.All(1) + expOfRestMinus1;

        // 2^1024 is no double, and neither is 2^-1030 with all its digits: the scaling is done in two steps.
        var subnormal = V.All(Subnormal);
        var first = V.PowerOfTwo(power + V.WhereLess(x, subnormal, V.All(99), V.All(-1)));
        return expOfRest * first * V.WhereLess(x, subnormal, V.All(1.0 / (1L << 50) / (1L << 49)), V.All(2));
    }

    /// <summary>x = k ln 2 + rest with |rest| up to ln 2 / 2: gives <see cref="Shift"/> + k and exp(rest) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce<V>(V x, out V power)
        where V : struct, ILanes<V>
    {
        power = V.MultiplyAdd(x, V.All(PerLn2), V.All(Shift));
        var k = power - V.All(Shift);
        var r = V.MultiplyAdd(k, V.All(-Ln2Low), V.MultiplyAdd(k, V.All(-Ln2High), x));

        // (exp(r) - 1 - r) / r^2 by a minimax polynomial, its even and odd terms side by side.
        var r2 = r * r;
        var even = V.MultiplyAdd(V.All(2.762628061149658e-07), r2, V.All(2.480150458073241e-05));
        var odd = V.MultiplyAdd(V.All(2.5114434564195704e-08), r2, V.All(2.7557228081066934e-06));
        even = V.MultiplyAdd(even, r2, V.All(0.0013888888932242288));
        odd = V.MultiplyAdd(odd, r2, V.All(0.0001984126990288108));
        even = V.MultiplyAdd(even, r2, V.All(0.04166666666657417));
        odd = V.MultiplyAdd(odd, r2, V.All(0.008333333333314664));
        even = V.MultiplyAdd(even, r2, V.All(0.5000000000000006));
        odd = V.MultiplyAdd(odd, r2, V.All(0.16666666666666685));
        return V.MultiplyAdd(V.MultiplyAdd(odd, r, even), r2, r);
    }
}
