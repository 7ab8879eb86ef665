using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A data set laid out to train softmax regression fast, in mini-batches or on all samples at once.</summary>
internal static class SoftmaxBatch
{
    /// <summary>The layout for this data and the widest registers that this processor computes with.</summary>
    public static ITrainingBatch Of(Matrix<double> X, Matrix<double> y, int classes) =>
        Vector512.IsHardwareAccelerated ? new SoftmaxBatch<Lanes512>(X, y, classes) :
        Vector256.IsHardwareAccelerated ? new SoftmaxBatch<Lanes256>(X, y, classes) :
        new SoftmaxBatch<Lanes128>(X, y, classes);
}

/// <summary>
/// The samples lie one after the other, so that a batch is some of them where they are. What must be computed is written
/// readably in <see cref="SoftmaxFunctions"/>.
/// </summary>
internal sealed class SoftmaxBatch<V> : ITrainingBatch, IMiniBatches
    where V : struct, ILanes<V>
{
    private const int SamplesAtOnce = 32; // They stay in the cache from their logits to their gradients.
    private const int MostParts = 16;
    private const int SmallestSharedSize = 1 << 17; // Products of a mini-batch: fewer are done before another thread has woken up.
    private const int SmallestPart = 256; // Samples.

    private readonly SampleRows _samples;
    private readonly int _classes;
    private readonly SoftmaxWeights _weights;
    private readonly int[] _inOrder;
    private readonly Part[] _parts;

    public SoftmaxBatch(Matrix<double> X, Matrix<double> y, int classes)
    {
        _weights = new(X.ColumnCount, classes);
        _samples = new(X, y, _weights.Stride);
        _classes = classes;
        _inOrder = [.. Enumerable.Range(0, X.RowCount)];
        _parts = new Part[Math.Clamp(X.RowCount / SmallestPart, 1, MostParts)];
        for (var k = 0; k < _parts.Length; k++)
        {
            _parts[k] = new(new(_samples, classes, SamplesAtOnce), new(X.ColumnCount, classes));
        }
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        _weights.Load(parameters);
        ForkJoin.Run(_parts.Length, k => FindGradients(_parts[k], StartOf(k), StartOf(k + 1)));
        gradients.AsSpan().Clear();
        foreach (var part in _parts)
        {
            part.Gradients.AddTo(gradients);
        }
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        _weights.Load(parameters);
        ForkJoin.Run(_parts.Length, k => Measure(_parts[k], StartOf(k), StartOf(k + 1)));
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast()
    {
        var (loss, wrong) = (0.0, 0);
        foreach (var part in _parts)
        {
            (loss, wrong) = (loss + part.Kernel.Loss, wrong + part.Kernel.Wrong);
        }

        double m = _inOrder.Length;
        return new(loss / m, (m - wrong) / m);
    }

    /// <inheritdoc/>
    public void Pass(double[] parameters, int[] order, int batchSize, double learningRate)
    {
        _weights.Load(parameters);
        var kernel = new SoftmaxKernel<V>(_samples, _classes, batchSize);
        Action<int> goOn = part => kernel.GoOn(part, _weights, _weights);
        var shared = (long)batchSize * _weights.W.Span.Length >= SmallestSharedSize;
        kernel.Announce(order.AsSpan(0, batchSize), _weights);
        GoOn(); // The logits only: no samples are under way yet.
        for (var start = 0; start < order.Length; start += batchSize)
        {
            var end = Math.Min(start + batchSize, order.Length);
            var batch = order.AsSpan(start..end);
            kernel.Announce(order.AsSpan(end, Math.Min(batchSize, order.Length - end)), _weights);
            kernel.FindProbabilities(batch, _weights);
            kernel.FindSteps(batch, -learningRate / batch.Length, _weights);
            GoOn();
        }

        parameters.AsSpan().Clear();
        _weights.AddTo(parameters);

        void GoOn()
        {
            if (shared)
            {
                ForkJoin.Run(SoftmaxKernel<V>.Parts, goOn);
            }
            else
            {
                goOn(0);
                goOn(1);
            }
        }
    }

    private int StartOf(int part) => (int)((long)_inOrder.Length * part / _parts.Length);

    private void FindGradients(Part part, int start, int end)
    {
        part.Gradients.Clear();
        Measure(part, start, end, batch =>
        {
            part.Kernel.FindSteps(batch, 1.0 / _inOrder.Length, part.Gradients);
            part.Kernel.AddGradients(0, part.Gradients);
            part.Kernel.AddGradients(1, part.Gradients);
        });
    }

    private void Measure(Part part, int start, int end, Learning? learn = null)
    {
        var kernel = part.Kernel;
        kernel.StartMeasuring();
        for (; start < end; start += SamplesAtOnce)
        {
            var batch = _inOrder.AsSpan(start..Math.Min(start + SamplesAtOnce, end));
            kernel.Announce(batch, _weights);
            kernel.FindLogits(0, _weights);
            kernel.FindLogits(1, _weights);
            kernel.Announce([], _weights);
            kernel.FindProbabilities(batch, _weights);
            learn?.Invoke(batch);
        }
    }

    private delegate void Learning(ReadOnlySpan<int> batch);

    /// <summary>Samples whose gradients and losses one thread sums up.</summary>
    private sealed record Part(SoftmaxKernel<V> Kernel, SoftmaxWeights Gradients);
}
