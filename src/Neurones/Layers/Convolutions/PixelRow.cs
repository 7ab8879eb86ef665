using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>Four pixels side by side, under two places of a kernel's row of three: each in all lanes of a window's filters.</summary>
internal readonly unsafe struct PixelRow<TVector, TWidth>
    where TWidth : struct, IVectorWidth<TVector, float>
{
    private readonly TVector _x0;
    private readonly TVector _x1;
    private readonly TVector _x2;
    private readonly TVector _x3;

    /// <summary>Reads the pixels.</summary>
    /// <param name="x">The first pixel of the first window.</param>
    /// <param name="step">Numbers from a pixel to the next.</param>
    /// <param name="distance">Numbers from the first window to the second, if a vector has two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PixelRow(float* x, nint step, nint distance)
    {
        _x0 = Pixel(x, distance);
        _x1 = Pixel(x + step, distance);
        _x2 = Pixel(x + (2 * step), distance);
        _x3 = Pixel(x + (3 * step), distance);
    }

    /// <summary>Adds the products with a row of the kernel, at its left place and at its right one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProducts(TVector w0, TVector w1, TVector w2, ref TVector left, ref TVector right)
    {
        left = TWidth.MultiplyAdd(_x2, w2, TWidth.MultiplyAdd(_x1, w1, TWidth.MultiplyAdd(_x0, w0, left)));
        right = TWidth.MultiplyAdd(_x3, w2, TWidth.MultiplyAdd(_x2, w1, TWidth.MultiplyAdd(_x1, w0, right)));
    }

    /// <summary>Adds to the slopes along a row of the kernel what its left place and its right one give.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSlopes(TVector left, TVector right, ref TVector dw0, ref TVector dw1, ref TVector dw2)
    {
        dw0 = TWidth.MultiplyAdd(_x1, right, TWidth.MultiplyAdd(_x0, left, dw0));
        dw1 = TWidth.MultiplyAdd(_x2, right, TWidth.MultiplyAdd(_x1, left, dw1));
        dw2 = TWidth.MultiplyAdd(_x3, right, TWidth.MultiplyAdd(_x2, left, dw2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pixel(float* x, nint distance) => typeof(TVector) == typeof(Vector512<float>)
        ? Unsafe.BitCast<Vector512<float>, TVector>(Vector256.Create(*x).ToVector512Unsafe().WithUpper(Vector256.Create(x[distance])))
        : TWidth.Broadcast(*x);
}
