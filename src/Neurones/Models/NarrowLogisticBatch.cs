using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Samples of few variables, laid out variable by variable: a register holds one variable of several samples.</summary>
internal sealed class NarrowLogisticBatch<V> : ITrainingBatch
    where V : struct, ILanes<V>
{
    private const int BlockSize = LogLossSum<V>.MostSamples; // Samples that stay in the cache from their logits to their gradients.
    private const int SmallestSharedSize = 16 * BlockSize; // Fewer are done before another thread has woken up.
    private const int Variables = 4; // Whose gradients are summed together: one sum alone would wait for each of its additions.

    private readonly int _samples;
    private readonly int _parameters;
    private readonly int _stride;
    private readonly AlignedArray<double> _columns;
    private readonly AlignedArray<double> _labels;
    private readonly AlignedArray<double> _dZ;
    private readonly AlignedArray<double>[] _gradients;
    private readonly LogLossSum<V>[] _losses;
    private readonly Action<int> _runBlock;
    private double[] _W = [];

    public NarrowLogisticBatch(Matrix<double> X, Matrix<double> y)
    {
        (_samples, _parameters) = (X.RowCount, X.ColumnCount + 1);
        _stride = LogisticBatch.Stride(_samples);
        var filledParameters = LogisticBatch.RoundUp(_parameters, Variables);
        _columns = new(checked(filledParameters * _stride));
        _labels = new(_stride);
        var columns = _columns.Span;
        var labels = _labels.Span;
        for (var i = 0; i < _samples; i++)
        {
            for (var j = 0; j < X.ColumnCount; j++)
            {
                columns[(j * _stride) + i] = X.At(i, j);
            }

            columns[(X.ColumnCount * _stride) + i] = 1;
            labels[i] = y.At(i, 0);
        }

        for (var i = _samples; i < _stride; i++)
        {
            labels[i] = 1; // z = 0 is an answer of class 1, so what fills up is never wrong.
        }

        _dZ = new(_stride);
        var blocks = (_samples + BlockSize - 1) / BlockSize;
        _losses = new LogLossSum<V>[blocks];
        _gradients = LogisticBatch.Sums(blocks, filledParameters);
        _runBlock = Run;
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        _W = parameters;
        if (_samples < SmallestSharedSize)
        {
            for (var block = 0; block < _gradients.Length; block++)
            {
                Run(block);
            }
        }
        else
        {
            ForkJoin.Run(_gradients.Length, _runBlock);
        }

        LogisticBatch.Average(_gradients, _samples, gradients);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        Gradients(parameters, new double[_parameters]);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Evaluation EvaluateLast()
    {
        var (loss, wrong) = (0.0, 0.0);
        foreach (ref readonly var block in _losses.AsSpan())
        {
            (loss, wrong) = (loss + block.Loss(), wrong + block.Wrong());
        }

        return new Evaluation(loss / _samples, (_samples - wrong) / _samples);
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(int block)
    {
        var start = block * BlockSize;
        var end = Math.Min(start + BlockSize, _stride);
        ref var columns = ref _columns.First;
        ref var labels = ref _labels.First;
        ref var dZ = ref _dZ.First;
        var W = _W;
        var dW = _gradients[block].Span;
        var loss = default(LogLossSum<V>);
        for (var i = start; i < end; i += V.Count)
        {
            var z = V.All(0);
            for (var j = 0; j < W.Length; j++)
            {
                z = V.MultiplyAdd(V.All(W[j]), V.Load(ref columns, (j * _stride) + i), z);
            }

            var y = V.Load(ref labels, i);
            var e = LaneMath.ExpOfMinusAbs(z);
            V.Store(LaneMath.Sigmoid(z, e) - y, ref dZ, i);
            loss.Add(z, e * V.Load(ref columns, (_stride * (W.Length - 1)) + i), y);
        }

        _losses[block] = loss;
        for (var j = 0; j < dW.Length; j += Variables)
        {
            var (dW0, dW1, dW2, dW3) = (V.All(0), V.All(0), V.All(0), V.All(0));
            ref var x = ref Unsafe.Add(ref columns, (nint)j * _stride);
            for (var i = start; i < end; i += V.Count)
            {
                var dz = V.Load(ref dZ, i);
                dW0 = V.MultiplyAdd(dz, V.Load(ref x, i), dW0);
                dW1 = V.MultiplyAdd(dz, V.Load(ref x, _stride + i), dW1);
                dW2 = V.MultiplyAdd(dz, V.Load(ref x, (2 * _stride) + i), dW2);
                dW3 = V.MultiplyAdd(dz, V.Load(ref x, (3 * _stride) + i), dW3);
            }

            (dW[j], dW[j + 1], dW[j + 2], dW[j + 3]) = (V.Sum(dW0), V.Sum(dW1), V.Sum(dW2), V.Sum(dW3));
        }
    }
}
