using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Samples of many variables, such as photos, laid out sample by sample. A few samples at a time come from memory for
/// their logits and are still in the cache for their gradients, so that X is read once.
/// </summary>
internal sealed class WideLogisticBatch<V> : ITrainingBatch
    where V : struct, ILanes<V>
{
    private const int Rows = 4; // Done together, so that W and dW are read once for all of them.
    private const int SharedBlocks = 16;
    private const long SmallestSharedSize = 1 << 18; // Below, handing out the blocks costs more than it saves.

    private readonly int _samples;
    private readonly int _parameters;
    private readonly int _stride;
    private readonly AlignedArray<double> _rows;
    private readonly double[] _labels;
    private readonly double[] _logits;
    private readonly AlignedArray<double> _W;
    private readonly AlignedArray<double>[] _gradients;
    private readonly Action<int> _runBlock;
    private bool _backwards;

    public WideLogisticBatch(Matrix<double> X, Matrix<double> y)
    {
        (_samples, _parameters) = (X.RowCount, X.ColumnCount + 1);
        var groups = (_samples + Rows - 1) / Rows;
        _stride = LogisticBatch.Stride(_parameters);
        _rows = new(checked(groups * Rows * _stride));
        _labels = new double[groups * Rows];
        var rows = _rows.Span;
        for (var i = 0; i < _samples; i++)
        {
            for (var j = 0; j < X.ColumnCount; j++)
            {
                rows[(i * _stride) + j] = X.At(i, j);
            }

            rows[(i * _stride) + X.ColumnCount] = 1;
            _labels[i] = y.At(i, 0);
        }

        _logits = new double[groups * Rows];
        _W = new(_stride);
        _gradients = LogisticBatch.Sums((long)_samples * _parameters < SmallestSharedSize ? 1 : Math.Min(SharedBlocks, groups), _stride);

        // Every other pass goes backwards: it begins with the rows that the pass before has left in the cache.
        _runBlock = k => Run(_backwards ? _gradients.Length - 1 - k : k);
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        _backwards = !_backwards;
        parameters.CopyTo(_W.Span);
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

    private void Run(int block)
    {
        var groups = _logits.Length / Rows;
        var start = (int)((long)groups * block / _gradients.Length) * Rows;
        var end = (int)((long)groups * (block + 1) / _gradients.Length) * Rows;
        var dW = _gradients[block];
        dW.Span.Clear();
        Span<double> dz = stackalloc double[Rows];
        for (var i = start; i < end; i += Rows)
        {
            ref var x = ref Unsafe.Add(ref _rows.First, (nint)i * _stride);
            var z = _logits.AsSpan(i, Rows);
            Dot(ref x, z);
            VectorMath.Sigmoid(z, dz);
            for (var row = 0; row < Rows; row++)
            {
                dz[row] -= _labels[i + row];
            }

            AddScaled(ref x, dz, ref dW.First);
        }
    }

    /// <summary>The logits of the rows at x.</summary>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Dot(ref double x, Span<double> z)
    {
        ref var W = ref _W.First;
        ref var x1 = ref Unsafe.Add(ref x, _stride);
        ref var x2 = ref Unsafe.Add(ref x1, _stride);
        ref var x3 = ref Unsafe.Add(ref x2, _stride);
        var (z0, z1, z2, z3) = (V.All(0), V.All(0), V.All(0), V.All(0));
        for (nint j = 0; j < _stride; j += V.Count)
        {
            var w = V.Load(ref W, j);
            z0 = V.MultiplyAdd(w, V.Load(ref x, j), z0);
            z1 = V.MultiplyAdd(w, V.Load(ref x1, j), z1);
            z2 = V.MultiplyAdd(w, V.Load(ref x2, j), z2);
            z3 = V.MultiplyAdd(w, V.Load(ref x3, j), z3);
        }

        (z[0], z[1], z[2], z[3]) = (V.Sum(z0), V.Sum(z1), V.Sum(z2), V.Sum(z3));
    }

    /// <summary>Adds the gradients of the rows at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddScaled(ref double x, ReadOnlySpan<double> dz, ref double dW)
    {
        ref var x1 = ref Unsafe.Add(ref x, _stride);
        ref var x2 = ref Unsafe.Add(ref x1, _stride);
        ref var x3 = ref Unsafe.Add(ref x2, _stride);
        var (dz0, dz1, dz2, dz3) = (V.All(dz[0]), V.All(dz[1]), V.All(dz[2]), V.All(dz[3]));
        for (nint j = 0; j < _stride; j += V.Count)
        {
            var sum = V.MultiplyAdd(dz0, V.Load(ref x, j), V.Load(ref dW, j));
            sum = V.MultiplyAdd(dz1, V.Load(ref x1, j), sum);
            sum = V.MultiplyAdd(dz2, V.Load(ref x2, j), sum);
            V.Store(V.MultiplyAdd(dz3, V.Load(ref x3, j), sum), ref dW, j);
        }
    }
}
