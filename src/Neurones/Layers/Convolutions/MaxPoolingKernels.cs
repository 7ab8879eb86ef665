using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>Max pooling, forward and back, on the thread that calls it; the first of equal maxima counts, and NaN as the largest.</summary>
internal sealed unsafe class MaxPoolingKernels
{
    private readonly PoolingShape _shape;
    private readonly int[] _windows;
    private readonly int[] _places;

    public MaxPoolingKernels(PoolingShape shape)
    {
        _shape = shape;
        var (row, column) = (shape.Width * shape.Channels, shape.Channels);
        _windows = Offsets.Of(shape.OutputHeight, shape.OutputWidth, 1, shape.Stride * row, shape.Stride * column);
        _places = Offsets.Of(shape.Size, shape.Size, 1, row, column);
    }

    /// <summary>A: the largest of each window, and its place in the window, counted row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(int samples, ReadOnlySpan<float> X, Span<float> A, Span<int> places)
    {
        fixed (float* x = X, firstA = A)
        fixed (int* firstPlace = places, offsets = _places)
        {
            var a = firstA;
            var place = firstPlace;
            for (var sample = 0; sample < samples; sample++)
            {
                foreach (var window in _windows)
                {
                    Largest(x + (nint)sample * _shape.InputLength + window, offsets, _places.Length, _shape.Channels, a, place);
                    a += _shape.Channels;
                    place += _shape.Channels;
                }
            }
        }
    }

    /// <summary>dX: each number of dA where the largest of its window was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Back(int samples, ReadOnlySpan<float> dA, ReadOnlySpan<int> places, Span<float> dX)
    {
        var overlap = _shape.Stride < _shape.Size;
        if (_shape.Stride != _shape.Size || _shape.Height % _shape.Size != 0 || _shape.Width % _shape.Size != 0)
        {
            dX[..(samples * _shape.InputLength)].Clear();
        }

        fixed (float* x = dX, firstA = dA)
        fixed (int* firstPlace = places, offsets = _places)
        {
            var a = firstA;
            var place = firstPlace;
            for (var sample = 0; sample < samples; sample++)
            {
                foreach (var window in _windows)
                {
                    Distribute(a, place, x + (nint)sample * _shape.InputLength + window, offsets, _places.Length, _shape.Channels, overlap);
                    a += _shape.Channels;
                    place += _shape.Channels;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Largest(float* window, int* offsets, int count, int channels, float* a, int* place)
    {
        var channel = 0;
        for (; channel + Vector<float>.Count <= channels; channel += Vector<float>.Count)
        {
            var largest = Vector.Load(window + channel);
            var where = Vector<int>.Zero;
            for (var k = 1; k < count; k++)
            {
                var x = Vector.Load(window + offsets[k] + channel);
                var larger = Vector.AsVectorInt32(Vector.GreaterThan(x, largest)) | ~Vector.AsVectorInt32(Vector.Equals(x, x));
                largest = Vector.ConditionalSelect(larger, x, largest);
                where = Vector.ConditionalSelect(larger, new Vector<int>(k), where);
            }

            largest.Store(a + channel);
            where.Store(place + channel);
        }

        for (; channel < channels; channel++)
        {
            a[channel] = window[channel];
            place[channel] = 0;
            for (var k = 1; k < count; k++)
            {
                var x = window[offsets[k] + channel];
                if (x > a[channel] || float.IsNaN(x))
                {
                    a[channel] = x;
                    place[channel] = k;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Distribute(float* a, int* place, float* window, int* offsets, int count, int channels, bool add)
    {
        for (var k = 0; k < count; k++)
        {
            var x = window + offsets[k];
            var channel = 0;
            for (; channel + Vector<float>.Count <= channels; channel += Vector<float>.Count)
            {
                var here = Vector.Equals(Vector.Load(place + channel), new Vector<int>(k));
                var gradient = Vector.ConditionalSelect(here, Vector.Load(a + channel), Vector<float>.Zero);
                (add ? Vector.Load(x + channel) + gradient : gradient).Store(x + channel);
            }

            for (; channel < channels; channel++)
            {
                var gradient = place[channel] == k ? a[channel] : 0;
                x[channel] = add ? x[channel] + gradient : gradient;
            }
        }
    }
}
