using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A data set as softmax regression is trained on it in mini-batches.</summary>
internal static class SoftmaxMiniBatches
{
    /// <summary>The layout for this data and the widest registers that this processor computes with.</summary>
    public static IMiniBatches Of(Matrix<double> X, Matrix<double> y, int classes) =>
        Vector512.IsHardwareAccelerated ? new SoftmaxMiniBatches<Lanes512>(X, y, classes) :
        Vector256.IsHardwareAccelerated ? new SoftmaxMiniBatches<Lanes256>(X, y, classes) :
        new SoftmaxMiniBatches<Lanes128>(X, y, classes);
}

/// <summary>
/// X sample by sample, so that a batch is some rows where they lie: they come from memory for their logits and are in the
/// cache for their gradients, which go straight into W. What it must compute is written readably in <see cref="SoftmaxFunctions"/>.
/// </summary>
/// <remarks>
/// Rows, and the weights of each class, are filled up with 0 to whole registers, and the classes to whole <see cref="Tile"/>s:
/// what fills up adds nothing to any sum.
/// </remarks>
internal sealed unsafe class SoftmaxMiniBatches<V> : IMiniBatches
    where V : struct, ILanes<V>
{
    private const int Tile = 5; // Classes at once: their sums for two rows, or for two registers of W, stay in registers.
    private const int Line = 8; // Numbers in a line of the cache.

    private readonly int _variables;
    private readonly int _classes;
    private readonly int _stride;
    private readonly AlignedDoubles _rows;
    private readonly int[] _labels;
    private readonly AlignedDoubles _W;
    private readonly double[] _b;
    private AlignedDoubles _Z = new(0);
    private nint[] _batch = []; // Where the rows of the batch start,
    private nint[] _next = []; // and those of the next one.

    public SoftmaxMiniBatches(Matrix<double> X, Matrix<double> y, int classes)
    {
        (_variables, _classes) = (X.ColumnCount, classes);
        _stride = LogisticBatch.RoundUp(_variables, 2 * Line);
        _stride += _stride % 512 == 0 ? 2 * Line : 0; // A multiple of 4096 bytes apart, they would compete for the same few places in the cache.
        _rows = SampleRows.Of(X, _stride);
        _labels = [.. y.Enumerate(Zeros.Include).Select(label => (int)label)];
        _b = new double[LogisticBatch.RoundUp(classes, Tile)];
        _W = new(_b.Length * _stride);
    }

    /// <inheritdoc/>
    public void Pass(double[] parameters, int[] order, int batchSize, double learningRate)
    {
        var distance = LogisticBatch.RoundUp(batchSize, Line);
        if (_batch.Length != batchSize)
        {
            (_Z, _batch, _next) = (new(_b.Length * distance), new nint[batchSize], new nint[batchSize]);
        }

        Load(parameters);
        SetRows(_next, order);
        for (var start = 0; start < order.Length; start += batchSize)
        {
            (_batch, _next) = (_next, _batch);
            var batch = order.AsSpan(start, Math.Min(batchSize, order.Length - start));
            SetRows(_next, order.AsSpan(start + batch.Length));
            for (var c = 0; c < _b.Length; c += Tile)
            {
                FindLogits(batch.Length, c, distance);
            }

            FindSteps(batch, distance, -learningRate / batch.Length);
            for (var c = 0; c < _b.Length; c += Tile)
            {
                Update(batch.Length, c, distance, c == 0 ? _next : _batch);
            }
        }

        Save(parameters);
    }

    private void Load(double[] parameters)
    {
        for (var c = 0; c < _classes; c++)
        {
            parameters.AsSpan(c * _variables, _variables).CopyTo(_W.Span[(c * _stride)..]);
        }

        parameters.AsSpan(_classes * _variables).CopyTo(_b);
    }

    private void Save(double[] parameters)
    {
        for (var c = 0; c < _classes; c++)
        {
            _W.Span.Slice(c * _stride, _variables).CopyTo(parameters.AsSpan(c * _variables));
        }

        _b.AsSpan(0, _classes).CopyTo(parameters.AsSpan(_classes * _variables));
    }

    // What is left of an older batch stays: rows too, though not of this one.
    private void SetRows(nint[] rows, ReadOnlySpan<int> samples)
    {
        for (var i = 0; i < Math.Min(rows.Length, samples.Length); i++)
        {
            rows[i] = (nint)samples[i] * _stride;
        }
    }

    /// <summary>Z = X W + b for a tile of classes, two rows at a time; an odd last row is done twice.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLogits(int samples, int c, int distance)
    {
        ref var w0 = ref Unsafe.Add(ref _W.First, (nint)c * _stride);
        ref var w1 = ref Unsafe.Add(ref w0, _stride);
        ref var w2 = ref Unsafe.Add(ref w1, _stride);
        ref var w3 = ref Unsafe.Add(ref w2, _stride);
        ref var w4 = ref Unsafe.Add(ref w3, _stride);
        var b = _b.AsSpan(c, Tile);
        for (var i = 0; i < samples; i += 2)
        {
            ref var xa = ref Unsafe.Add(ref _rows.First, _batch[i]);
            ref var xb = ref Unsafe.Add(ref _rows.First, _batch[Math.Min(i + 1, samples - 1)]);
            var (a0, a1, a2, a3, a4) = (V.All(0), V.All(0), V.All(0), V.All(0), V.All(0));
            var (b0, b1, b2, b3, b4) = (V.All(0), V.All(0), V.All(0), V.All(0), V.All(0));
            for (nint j = 0; j < _stride; j += V.Count)
            {
                var (x, y) = (V.Load(ref xa, j), V.Load(ref xb, j));
                var w = V.Load(ref w0, j);
                (a0, b0) = (V.MultiplyAdd(x, w, a0), V.MultiplyAdd(y, w, b0));
                w = V.Load(ref w1, j);
                (a1, b1) = (V.MultiplyAdd(x, w, a1), V.MultiplyAdd(y, w, b1));
                w = V.Load(ref w2, j);
                (a2, b2) = (V.MultiplyAdd(x, w, a2), V.MultiplyAdd(y, w, b2));
                w = V.Load(ref w3, j);
                (a3, b3) = (V.MultiplyAdd(x, w, a3), V.MultiplyAdd(y, w, b3));
                w = V.Load(ref w4, j);
                (a4, b4) = (V.MultiplyAdd(x, w, a4), V.MultiplyAdd(y, w, b4));
            }

            var z = _Z.Span[((c * distance) + i)..];
            (z[0], z[1]) = (V.Sum(a0) + b[0], V.Sum(b0) + b[0]);
            (z[distance], z[distance + 1]) = (V.Sum(a1) + b[1], V.Sum(b1) + b[1]);
            (z[2 * distance], z[(2 * distance) + 1]) = (V.Sum(a2) + b[2], V.Sum(b2) + b[2]);
            (z[3 * distance], z[(3 * distance) + 1]) = (V.Sum(a3) + b[3], V.Sum(b3) + b[3]);
            (z[4 * distance], z[(4 * distance) + 1]) = (V.Sum(a4) + b[4], V.Sum(b4) + b[4]);
        }
    }

    /// <summary>Z becomes dZ = A - Y, times the length of the step; b takes its step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindSteps(ReadOnlySpan<int> batch, int distance, double factor)
    {
        var Z = _Z.Span;
        for (var i = 0; i < batch.Length; i += V.Count)
        {
            SoftmaxLanes<V>.Apply(ref Z[i], distance, _classes);
        }

        for (var i = 0; i < batch.Length; i++)
        {
            Z[(_labels[batch[i]] * distance) + i]--;
        }

        for (var c = 0; c < _classes; c++)
        {
            for (var i = 0; i < distance; i += V.Count)
            {
                var dz = V.Load(ref Z[c * distance], i) * V.All(factor);
                V.Store(dz, ref Z[c * distance], i);
            }

            _b[c] += VectorSums.Sum(Z.Slice(c * distance, batch.Length));
        }
    }

    /// <summary>W takes its step for a tile of classes, two registers of it at a time, while the rows of the next batch come from memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(int samples, int c, int distance, nint[] next)
    {
        ref var rows = ref _rows.First;
        ref var z0 = ref Unsafe.Add(ref _Z.First, (nint)c * distance);
        for (nint j = 0; j < _stride; j += 2 * V.Count)
        {
            ref var w0 = ref Unsafe.Add(ref _W.First, ((nint)c * _stride) + j);
            ref var w1 = ref Unsafe.Add(ref w0, _stride);
            ref var w2 = ref Unsafe.Add(ref w1, _stride);
            ref var w3 = ref Unsafe.Add(ref w2, _stride);
            ref var w4 = ref Unsafe.Add(ref w3, _stride);
            var (a0, a1, a2, a3, a4) = (V.Load(ref w0, 0), V.Load(ref w1, 0), V.Load(ref w2, 0), V.Load(ref w3, 0), V.Load(ref w4, 0));
            var (b0, b1, b2, b3, b4) = (V.Load(ref w0, V.Count), V.Load(ref w1, V.Count), V.Load(ref w2, V.Count), V.Load(ref w3, V.Count), V.Load(ref w4, V.Count));
            for (var i = 0; i < samples; i++)
            {
                Prefetch(ref Unsafe.Add(ref rows, next[i] + j));
                ref var row = ref Unsafe.Add(ref rows, _batch[i] + j);
                var (x, y) = (V.Load(ref row, 0), V.Load(ref row, V.Count));
                ref var z = ref Unsafe.Add(ref z0, i);
                var dz = V.All(z);
                (a0, b0) = (V.MultiplyAdd(x, dz, a0), V.MultiplyAdd(y, dz, b0));
                dz = V.All(Unsafe.Add(ref z, distance));
                (a1, b1) = (V.MultiplyAdd(x, dz, a1), V.MultiplyAdd(y, dz, b1));
                dz = V.All(Unsafe.Add(ref z, 2 * distance));
                (a2, b2) = (V.MultiplyAdd(x, dz, a2), V.MultiplyAdd(y, dz, b2));
                dz = V.All(Unsafe.Add(ref z, 3 * distance));
                (a3, b3) = (V.MultiplyAdd(x, dz, a3), V.MultiplyAdd(y, dz, b3));
                dz = V.All(Unsafe.Add(ref z, 4 * distance));
                (a4, b4) = (V.MultiplyAdd(x, dz, a4), V.MultiplyAdd(y, dz, b4));
            }

            Store(a0, b0, ref w0);
            Store(a1, b1, ref w1);
            Store(a2, b2, ref w2);
            Store(a3, b3, ref w3);
            Store(a4, b4, ref w4);
        }

        static void Store(V a, V b, ref double w)
        {
            V.Store(a, ref w, 0);
            V.Store(b, ref w, V.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(ref double row)
    {
        if (Sse.IsSupported)
        {
            var pointer = (double*)Unsafe.AsPointer(ref row); // The rows are pinned.
            Sse.Prefetch1(pointer);
            if (2 * V.Count > Line)
            {
                Sse.Prefetch1(pointer + Line);
            }
        }
    }
}
