using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A data set laid out to train a network of any depth fast: blocks of samples go forward and back through all layers while
/// they are in the processor's cache; then the gradients are summed over all samples, some columns of dW at a time.
/// What it must compute is written readably in <see cref="DeepNetworkFunctions"/>.
/// </summary>
/// <remarks>Threads share the blocks, then the columns. Both depend on the data alone, so that the result doesn't depend on the number of threads.</remarks>
internal sealed class NetworkBatch : ITrainingBatch
{
    private readonly LayerStack _layers;
    private readonly Samples[] _A;
    private readonly Samples _transposedX; // For the gradients of W1, which then read it in order.
    private readonly Samples[] _dZ;
    private readonly double[] _labels;
    private readonly NetworkShares _shares;
    private readonly Block[] _blocks;
    private readonly Action<int> _forward;
    private readonly Action<int> _forwardAndBack;
    private readonly Action<int> _sum;
    private double[] _parameters = [];
    private double[] _gradients = [];

    public NetworkBatch(Matrix<double> X, Matrix<double> y, ParameterLayout layout, HiddenActivation activation)
    {
        _layers = new LayerStack(layout, activation);
        _labels = y.ToColumnMajorArray();
        _A = _layers.Room(_labels.Length);
        _A[0] = Samples.Of(X);
        _transposedX = Samples.Of(X.Transpose());
        _dZ = _layers.Room(_labels.Length);
        _shares = new NetworkShares(_layers, _labels.Length);
        _blocks = [.. _shares.Blocks.Select(block => new Block(Slices(_A, block), Slices(_dZ, block), _labels.AsMemory(block)))];
        _forward = k => _layers.Forward(_parameters, _blocks[k].A);
        _forwardAndBack = k => ForwardAndBack(_blocks[k]);
        _sum = k => Sum(_shares.Columns[k]);

        static Samples[] Slices(Samples[] all, Range block) => [.. all.Select(samples => samples.Slice(block))];
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        (_parameters, _gradients) = (parameters, gradients);
        _shares.Run(_blocks.Length, _forwardAndBack);
        _shares.Run(_shares.Columns.Count, _sum);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        _parameters = parameters;
        _shares.Run(_blocks.Length, _forward);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast() => Logits.Evaluate(_A[^1].Span, _labels);

    private void ForwardAndBack(Block block)
    {
        _layers.Forward(_parameters, block.A);
        var logits = block.A[^1].Span;
        var dZ = block.dZ[^1].Span;
        var y = block.Labels.Span;
        VectorMath.Sigmoid(logits, dZ);
        VectorSums.AddScaled(y, -1, dZ);

        _layers.Back(_parameters, block.A, block.dZ);
    }

    private void Sum(WeightColumns columns)
    {
        var (layer, dZ) = (_layers[columns.Layer], _dZ[columns.Layer]);
        if (columns.Layer == 1)
        {
            layer.GradientsOfWFromTransposed(dZ, _transposedX, columns.Range, _gradients);
        }
        else
        {
            layer.GradientsOfW(dZ, _A[columns.Layer - 1], columns.Range, _gradients);
        }

        if (columns.Range.Start.Value == 0)
        {
            layer.GradientsOfb(dZ, _gradients);
        }
    }

    private sealed record Block(Samples[] A, Samples[] dZ, ReadOnlyMemory<double> Labels);
}
