using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Samples of many variables, such as photos, laid out sample by sample: X is read from memory once for logits and gradients.</summary>
internal sealed class WideLogisticBatch<V> : ITrainingBatch
    where V : struct, ILanes<V>
{
    private const int Rows = 4; // Done together, so that W and dW are read and written once for all of them.
    private const int SharedBlocks = 16;
    private const long SmallestSharedSize = 1 << 18; // Below, handing out the blocks costs more than it saves.

    private readonly int _samples;
    private readonly int _parameters;
    private readonly int _stride;
    private readonly double[] _rows;
    private readonly double[] _labels;
    private readonly double[] _logits;
    private readonly double[] _W;
    private readonly double[][] _gradients;
    private readonly Action<int> _runBlock;

    public WideLogisticBatch(Matrix<double> X, Matrix<double> y)
    {
        (_samples, _parameters) = (X.RowCount, X.ColumnCount + 1);
        var filledSamples = LogisticBatch.RoundUp(_samples, Rows);
        _stride = Stride(_parameters);
        _rows = new double[checked(filledSamples * _stride)];
        for (var i = 0; i < _samples; i++)
        {
            for (var j = 0; j < X.ColumnCount; j++)
            {
                _rows[(i * _stride) + j] = X.At(i, j);
            }

            _rows[(i * _stride) + X.ColumnCount] = 1;
        }

        _labels = new double[filledSamples];
        y.ToColumnMajorArray().CopyTo(_labels, 0);
        _logits = new double[filledSamples];
        _W = new double[_stride];
        var groups = filledSamples / Rows;
        var blocks = (long)_samples * _parameters < SmallestSharedSize ? 1 : Math.Min(SharedBlocks, groups);
        _gradients = [.. Enumerable.Range(0, blocks).Select(_ => new double[_stride])];
        _runBlock = Run;
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        parameters.CopyTo(_W, 0);
        ForkJoin.Run(_gradients.Length, _runBlock);
        LogisticBatch.Average(_gradients, _samples, gradients);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        Gradients(parameters, new double[_parameters]);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast() => Logits.Evaluate(_logits.AsSpan(0, _samples), _labels.AsSpan(0, _samples));

    /// <summary>The logits and gradients of one block of samples, <see cref="Rows"/> at a time.</summary>
    private void Run(int block)
    {
        var groups = _logits.Length / Rows;
        var start = (int)((long)groups * block / _gradients.Length) * Rows;
        var end = (int)((long)groups * (block + 1) / _gradients.Length) * Rows;
        var dW = _gradients[block];
        Array.Clear(dW);
        Span<double> dz = stackalloc double[Rows];
        var last = start;
        for (var i = start; i < end; i += Rows)
        {
            Pass(i, _logits.AsSpan(i, Rows), last, dz, dW);
            VectorMath.Sigmoid(_logits.AsSpan(i, Rows), dz);
            for (var row = 0; row < Rows; row++)
            {
                dz[row] -= _labels[i + row];
            }

            last = i;
        }

        Pass(last, stackalloc double[Rows], last, dz, dW);
    }

    /// <summary>
    /// The logits of the rows at i, and in the same breath the gradients of the rows just before, which are still in the
    /// cache: memory delivers new rows while the old ones are added.
    /// </summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pass(int i, Span<double> z, int last, ReadOnlySpan<double> dz, double[] gradients)
    {
        ref var x = ref _rows[i * _stride];
        ref var before = ref _rows[last * _stride];
        ref var W = ref MemoryMarshal.GetArrayDataReference(_W);
        ref var dW = ref MemoryMarshal.GetArrayDataReference(gradients);
        var (row1, row2, row3) = (_stride, 2 * _stride, 3 * _stride);
        var (dz0, dz1, dz2, dz3) = (V.All(dz[0]), V.All(dz[1]), V.All(dz[2]), V.All(dz[3]));
        var (z0, z1, z2, z3) = (V.All(0), V.All(0), V.All(0), V.All(0));
        for (var j = 0; j < _stride; j += V.Count)
        {
            var w = V.Load(ref W, j);
            z0 = V.MultiplyAdd(w, V.Load(ref x, j), z0);
            z1 = V.MultiplyAdd(w, V.Load(ref x, row1 + j), z1);
            z2 = V.MultiplyAdd(w, V.Load(ref x, row2 + j), z2);
            z3 = V.MultiplyAdd(w, V.Load(ref x, row3 + j), z3);
            var sum = V.Load(ref dW, j);
            sum = V.MultiplyAdd(dz0, V.Load(ref before, j), sum);
            sum = V.MultiplyAdd(dz1, V.Load(ref before, row1 + j), sum);
            sum = V.MultiplyAdd(dz2, V.Load(ref before, row2 + j), sum);
            sum = V.MultiplyAdd(dz3, V.Load(ref before, row3 + j), sum);
            V.Store(sum, ref dW, j);
        }

        (z[0], z[1], z[2], z[3]) = (V.Sum(z0), V.Sum(z1), V.Sum(z2), V.Sum(z3));
    }

    // Rows that start a multiple of 4096 bytes apart compete for the same few places in the processor's cache.
    private static int Stride(int parameters)
    {
        var stride = LogisticBatch.RoundUp(parameters, V.Count);
        return stride % 512 == 0 ? stride + V.Count : stride;
    }
}
