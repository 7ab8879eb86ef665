using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>
/// A convolution by eight kernels of 3 x 3, ReLU and max pooling of 2 x 2 pixels as one: the four sums of a window never leave
/// the registers. One thread uses it at a time.
/// </summary>
/// <remarks>X: (height, width, channels), W: (3, 3, channels, 8), b: (8), A: (rows, columns, 8), a window each.</remarks>
internal sealed unsafe class EightFiltersPooled
{
    private const int Filters = 8;
    private const int KernelSize = 3;
    private const int Places = 4; // Pixels of a window.

    private readonly int _channels;
    private readonly int _rows;
    private readonly int _columns;
    private readonly Frame _input;
    private readonly Workspace<float> _weights = new();
    private readonly Workspace<float> _slopes = new();

    public EightFiltersPooled(ConvolutionShape shape, PoolingShape pooled)
    {
        _channels = shape.Channels;
        (_rows, _columns) = (pooled.OutputHeight, pooled.OutputWidth);
        _input = Frame.Of(shape);
    }

    /// <summary>Whether it can do that convolution and that pooling.</summary>
    public static bool Suits(ConvolutionShape shape, PoolingShape pooled) =>
        Vector256.IsHardwareAccelerated && shape is { KernelRows: KernelSize, KernelColumns: KernelSize, Stride: 1, Filters: Filters } && pooled is { Size: 2, Stride: 2 };

    /// <summary>The answers to one sample, and the place of each in its window, counted row by row: the first of equal ones, and NaN as the largest, the last of several.</summary>
    public void Forward(ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> A, Span<int> places)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Forward<Vector512<float>, Width512<float>>(X, W, b, A, places);
        }
        else
        {
            Forward<Vector256<float>, Width256<float>>(X, W, b, A, places);
        }
    }

    /// <summary>Adds to dW and db what one sample gives.</summary>
    /// <param name="X">The sample.</param>
    /// <param name="dA">The slopes along the answers, 0 where ReLU let nothing through.</param>
    /// <param name="places">The places that were found on the way forward.</param>
    /// <param name="dW">The slopes along W.</param>
    /// <param name="db">The slopes along b.</param>
    public void AddParameterGradients(ReadOnlySpan<float> X, ReadOnlySpan<float> dA, ReadOnlySpan<int> places, Span<float> dW, Span<float> db)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddParameterGradients<Vector512<float>, Width512<float>>(X, dA, places, dW, db);
        }
        else
        {
            AddParameterGradients<Vector256<float>, Width256<float>>(X, dA, places, dW, db);
        }
    }

    /// <summary>The same with vectors of some width, as the next: one of sixteen numbers holds the filters at two windows, side by side.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward<TVector, TWidth>(ReadOnlySpan<float> X, ReadOnlySpan<float> W, ReadOnlySpan<float> b, Span<float> A, Span<int> places)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var windows = TWidth.Count / Filters;
        var (rows, columns, channels) = (_rows, _columns, _channels);
        nint line = _input.RowLength;
        nint distance = columns < windows ? 0 : 2 * channels;
        var sums = stackalloc float[Places * TWidth.Count];
        fixed (float* image = X, w = W, bias = b, a = A)
        fixed (int* place = places)
        {
            var x = _input.Around(image);
            var weights = Repeated<TVector, TWidth>(w);
            Repeat<TVector, TWidth>(bias, sums);
            var start = TWidth.Load(sums);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column += windows)
                {
                    var first = FirstOf(column, columns, windows);
                    var corner = x + (2 * row * line) + (2 * first * channels);
                    var kernel = weights;
                    TVector a0 = start, a1 = start, a2 = start, a3 = start;
                    for (var channel = 0; channel < channels; channel++)
                    {
                        var (w0, w1, w2) = (TWidth.Load(kernel), TWidth.Load(kernel + TWidth.Count), TWidth.Load(kernel + (2 * TWidth.Count)));
                        kernel += KernelSize * TWidth.Count;
                        var (w3, w4, w5) = (TWidth.Load(kernel), TWidth.Load(kernel + TWidth.Count), TWidth.Load(kernel + (2 * TWidth.Count)));
                        kernel += KernelSize * TWidth.Count;
                        var (w6, w7, w8) = (TWidth.Load(kernel), TWidth.Load(kernel + TWidth.Count), TWidth.Load(kernel + (2 * TWidth.Count)));
                        kernel += KernelSize * TWidth.Count;

                        // Each row of pixels lies under a row of the kernel at the upper places, and under the one above it at the lower places.
                        var from = corner + channel;
                        var pixels = new PixelRow<TVector, TWidth>(from, channels, distance);
                        pixels.AddProducts(w0, w1, w2, ref a0, ref a1);
                        pixels = new(from += line, channels, distance);
                        pixels.AddProducts(w3, w4, w5, ref a0, ref a1);
                        pixels.AddProducts(w0, w1, w2, ref a2, ref a3);
                        pixels = new(from += line, channels, distance);
                        pixels.AddProducts(w6, w7, w8, ref a0, ref a1);
                        pixels.AddProducts(w3, w4, w5, ref a2, ref a3);
                        pixels = new(from + line, channels, distance);
                        pixels.AddProducts(w6, w7, w8, ref a2, ref a3);
                    }

                    TWidth.Store(a0, sums);
                    TWidth.Store(a1, sums + TWidth.Count);
                    TWidth.Store(a2, sums + (2 * TWidth.Count));
                    TWidth.Store(a3, sums + (3 * TWidth.Count));
                    var at = ((row * columns) + first) * Filters;
                    for (var k = 0; k < Math.Min(windows, columns); k++)
                    {
                        Keep(sums + (k * Filters), TWidth.Count, a + at, place + at);
                        at += Filters;
                    }
                }
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddParameterGradients<TVector, TWidth>(ReadOnlySpan<float> X, ReadOnlySpan<float> dA, ReadOnlySpan<int> places, Span<float> dW, Span<float> db)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var windows = TWidth.Count / Filters;
        var (rows, columns, channels) = (_rows, _columns, _channels);
        nint line = _input.RowLength;
        nint distance = columns < windows ? 0 : 2 * channels;
        var sums = stackalloc float[KernelSize * KernelSize * TWidth.Count];
        fixed (float* image = X, dw = dW)
        {
            var x = _input.Around(image);
            var slopes = SlopesByPlace(dA, places, windows, db);
            for (var channel = 0; channel < channels; channel++)
            {
                var s0 = TWidth.Broadcast(0);
                TVector s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0, s8 = s0;
                var slope = slopes;
                for (var row = 0; row < rows; row++)
                {
                    for (var column = 0; column < columns; column += windows)
                    {
                        var from = x + (2 * row * line) + (2 * FirstOf(column, columns, windows) * channels) + channel;
                        var (left, right) = (TWidth.Load(slope), TWidth.Load(slope + TWidth.Count));
                        var (lowerLeft, lowerRight) = (TWidth.Load(slope + (2 * TWidth.Count)), TWidth.Load(slope + (3 * TWidth.Count)));
                        slope += Places * TWidth.Count;
                        var pixels = new PixelRow<TVector, TWidth>(from, channels, distance);
                        pixels.AddSlopes(left, right, ref s0, ref s1, ref s2);
                        pixels = new(from += line, channels, distance);
                        pixels.AddSlopes(left, right, ref s3, ref s4, ref s5);
                        pixels.AddSlopes(lowerLeft, lowerRight, ref s0, ref s1, ref s2);
                        pixels = new(from += line, channels, distance);
                        pixels.AddSlopes(left, right, ref s6, ref s7, ref s8);
                        pixels.AddSlopes(lowerLeft, lowerRight, ref s3, ref s4, ref s5);
                        pixels = new(from + line, channels, distance);
                        pixels.AddSlopes(lowerLeft, lowerRight, ref s6, ref s7, ref s8);
                    }
                }

                TWidth.Store(s0, sums);
                TWidth.Store(s1, sums + TWidth.Count);
                TWidth.Store(s2, sums + (2 * TWidth.Count));
                TWidth.Store(s3, sums + (3 * TWidth.Count));
                TWidth.Store(s4, sums + (4 * TWidth.Count));
                TWidth.Store(s5, sums + (5 * TWidth.Count));
                TWidth.Store(s6, sums + (6 * TWidth.Count));
                TWidth.Store(s7, sums + (7 * TWidth.Count));
                TWidth.Store(s8, sums + (8 * TWidth.Count));
                for (var k = 0; k < KernelSize * KernelSize; k++)
                {
                    AddWindows(sums + (k * TWidth.Count), windows, dw + (((k * channels) + channel) * Filters));
                }
            }
        }
    }

    /// <summary>The first window of a vector: at the end of a row some are done again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOf(int column, int columns, int windows) => Math.Max(0, Math.Min(column, columns - windows));

    /// <summary>The kernels channel by channel, each weight once for each window of a vector.</summary>
    private float* Repeated<TVector, TWidth>(float* w)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        var weights = _weights.OfSize(_channels * KernelSize * KernelSize * TWidth.Count);
        for (var channel = 0; channel < _channels; channel++)
        {
            for (var k = 0; k < KernelSize * KernelSize; k++)
            {
                Repeat<TVector, TWidth>(w + (((k * _channels) + channel) * Filters), weights + (((channel * KernelSize * KernelSize) + k) * TWidth.Count));
            }
        }

        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Repeat<TVector, TWidth>(float* filters, float* target)
        where TWidth : struct, IVectorWidth<TVector, float>
    {
        for (var i = 0; i < TWidth.Count; i += Filters)
        {
            Vector256.Load(filters).Store(target + i);
        }
    }

    // The largest of the four sums of a window, and zero in place of a negative one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(float* sums, int next, float* a, int* place)
    {
        var largest = Vector256.Load(sums);
        var where = Vector256<int>.Zero;
        for (var k = 1; k < Places; k++)
        {
            var z = Vector256.Load(sums + (k * next));
            var larger = Vector256.GreaterThan(z, largest) | ~Vector256.Equals(z, z);
            largest = Vector256.ConditionalSelect(larger, z, largest);
            where = Vector256.ConditionalSelect(larger.AsInt32(), Vector256.Create(k), where);
        }

        Vector256.Max(largest, Vector256<float>.Zero).Store(a);
        where.Store(place);
    }

    /// <summary>For each vector of windows four vectors of slopes, one for each place; windows done again have none. Their sum is added to db.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float* SlopesByPlace(ReadOnlySpan<float> dA, ReadOnlySpan<int> places, int windows, Span<float> db)
    {
        var (columns, next) = (_columns, windows * Filters);
        var slopes = _slopes.OfSize(_rows * (columns + windows - 1) * Places * Filters);
        var target = slopes;
        fixed (float* slope = dA, bias = db)
        fixed (int* place = places)
        {
            var sum = Vector256<float>.Zero;
            for (var row = 0; row < _rows; row++)
            {
                for (var column = 0; column < columns; column += windows)
                {
                    var first = FirstOf(column, columns, windows);
                    for (var k = 0; k < windows; k++)
                    {
                        var at = ((row * columns) + first + k) * Filters;
                        var isNew = first + k >= column && first + k < columns;
                        var eight = isNew ? Vector256.Load(slope + at) : Vector256<float>.Zero;
                        var where = isNew ? Vector256.Load(place + at) : Vector256<int>.Zero;
                        (eight & Vector256.Equals(where, Vector256<int>.Zero).AsSingle()).Store(target);
                        (eight & Vector256.Equals(where, Vector256.Create(1)).AsSingle()).Store(target + next);
                        (eight & Vector256.Equals(where, Vector256.Create(2)).AsSingle()).Store(target + (2 * next));
                        (eight & Vector256.Equals(where, Vector256.Create(3)).AsSingle()).Store(target + (3 * next));
                        sum += eight;
                        target += Filters;
                    }

                    target += (Places - 1) * next;
                }
            }

            (Vector256.Load(bias) + sum).Store(bias);
        }

        return slopes;
    }

    private static void AddWindows(float* sums, int windows, float* target)
    {
        var filters = Vector256.Load(target);
        for (var k = 0; k < windows; k++)
        {
            filters += Vector256.Load(sums + (k * Filters));
        }

        filters.Store(target);
    }
}
