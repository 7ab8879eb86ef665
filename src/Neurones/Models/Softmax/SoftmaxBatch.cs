using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A data set as softmax regression is measured on it, and trained on all of it at once.</summary>
internal static class SoftmaxBatch
{
    /// <summary>The layout for this data and the widest registers that this processor computes with.</summary>
    public static ITrainingBatch Of(Matrix<double> X, Matrix<double> y, int classes) =>
        Vector512.IsHardwareAccelerated ? new SoftmaxBatch<Lanes512>(X, y, classes) :
        Vector256.IsHardwareAccelerated ? new SoftmaxBatch<Lanes256>(X, y, classes) :
        new SoftmaxBatch<Lanes128>(X, y, classes);
}

/// <summary>
/// X as it lies, column by column, and the logits Z = X W + b beside it, a column for each class. What it must compute is
/// written readably in <see cref="SoftmaxFunctions"/>.
/// </summary>
internal sealed class SoftmaxBatch<V>(Matrix<double> X, Matrix<double> y, int classes) : ITrainingBatch
    where V : struct, ILanes<V>
{
    private const int BlockSize = 512; // Samples whose logits stay in the cache; a multiple of all registers.

    private readonly (int m, int n) _shape = (X.RowCount, X.ColumnCount);
    private readonly double[] _X = X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
    private readonly int[] _labels = [.. y.Enumerate(Zeros.Include).Select(label => (int)label)];
    private readonly int _stride = LogisticBatch.Stride(X.RowCount);
    private readonly double[] _Z = new double[checked(LogisticBatch.Stride(X.RowCount) * classes)];
    private readonly (double Loss, int Wrong)[] _blocks = new (double, int)[(X.RowCount + BlockSize - 1) / BlockSize];

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        var (m, n) = _shape;
        FindProbabilities(parameters);
        for (var i = 0; i < m; i++)
        {
            _Z[(_labels[i] * _stride) + i]--; // Z becomes dZ = A - Y.
        }

        var dW = gradients.AsSpan(0, n * classes);
        var db = gradients.AsSpan(n * classes);
        Gemm.Multiply(true, false, n, classes, m, 1.0 / m, _X, m, _Z, _stride, 0, dW, n);
        for (var c = 0; c < classes; c++)
        {
            db[c] = VectorSums.Sum(_Z.AsSpan(c * _stride, m)) / m;
        }
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        FindProbabilities(parameters);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast()
    {
        var (loss, wrong) = (0.0, 0.0);
        foreach (var block in _blocks)
        {
            (loss, wrong) = (loss + block.Loss, wrong + block.Wrong);
        }

        return new(loss / _shape.m, (_shape.m - wrong) / _shape.m);
    }

    private void FindProbabilities(double[] parameters)
    {
        var (m, n) = _shape;
        for (var c = 0; c < classes; c++)
        {
            _Z.AsSpan(c * _stride, m).Fill(parameters[(n * classes) + c]);
        }

        Gemm.Multiply<double>(false, false, m, classes, n, 1, _X, m, parameters.AsSpan(0, n * classes), n, 1, _Z, _stride);
        ForkJoin.Run(_blocks.Length, FindProbabilities);
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindProbabilities(int block)
    {
        var (loss, wrong) = (0.0, 0);
        Span<double> truth = stackalloc double[V.Count];
        Span<double> others = stackalloc double[V.Count];
        Span<double> distance = stackalloc double[V.Count];
        Span<double> best = stackalloc double[V.Count];
        var end = Math.Min((block + 1) * BlockSize, _shape.m);
        for (var start = block * BlockSize; start < end; start += V.Count)
        {
            var samples = Math.Min(V.Count, end - start);
            for (var k = 0; k < samples; k++)
            {
                truth[k] = _Z[(_labels[start + k] * _stride) + start + k];
            }

            var softmax = SoftmaxLanes<V>.Apply(ref _Z[start], _stride, classes);
            V.Store(softmax.Others, ref others[0], 0);
            V.Store(softmax.Greatest - V.Load(ref truth[0], 0), ref distance[0], 0);
            V.Store(softmax.Best, ref best[0], 0);
            for (var k = 0; k < samples; k++)
            {
                loss += distance[k] + Logits.LogOnePlus(others[k]);
                wrong += best[k] == _labels[start + k] ? 0 : 1;
            }
        }

        _blocks[block] = (loss, wrong);
    }
}
