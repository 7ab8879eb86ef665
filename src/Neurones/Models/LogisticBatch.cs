using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A data set laid out to train a logistic neuron fast: one pass over X gives the logits and the gradients.
/// What it must compute is written readably in <see cref="LogisticNeuronFunctions"/>.
/// </summary>
/// <remarks>
/// Big data is split into blocks of rows that threads share. The blocks depend on the data alone and their gradients
/// are added in order, so that the result doesn't depend on the number of threads.
/// </remarks>
internal sealed class LogisticBatch : ITrainingBatch
{
    private const int SharedBlocks = 16;
    private const long SmallestSharedSize = 1 << 18; // Below, handing out the blocks costs more than it saves.

    private readonly int _samples;
    private readonly int _variables;
    private readonly int _stride;
    private readonly double[] _rows;
    private readonly double[] _labels;
    private readonly double[] _logits;
    private readonly Block[] _blocks;
    private readonly Action<int> _addLogits;
    private readonly Action<int> _addGradients;
    private double[] _parameters = [];

    public LogisticBatch(Matrix<double> X, Matrix<double> y)
    {
        (_samples, _variables) = (X.RowCount, X.ColumnCount);
        _stride = Stride(_variables);
        _rows = RowMajor(X, _stride);
        _labels = y.ToColumnMajorArray();
        _logits = new double[_samples];
        var blocks = (long)_samples * _variables < SmallestSharedSize ? 1 : Math.Min(SharedBlocks, _samples);
        _blocks = [.. Enumerable.Range(0, blocks).Select(k => new Block(RowOf(k), RowOf(k + 1), _variables))];
        _addLogits = k => Run(_blocks[k], withGradients: false);
        _addGradients = k => Run(_blocks[k], withGradients: true);

        int RowOf(int k) => (int)((long)_samples * k / blocks);
    }

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        RunAll(_addGradients, parameters);
        Array.Clear(gradients);
        foreach (var block in _blocks)
        {
            TensorPrimitives.Add(gradients, block.Gradients, gradients);
        }

        TensorPrimitives.Divide(gradients, _samples, gradients);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        RunAll(_addLogits, parameters);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast() => Logits.Evaluate(_logits, _labels);

    private void RunAll(Action<int> runBlock, double[] parameters)
    {
        _parameters = parameters;
        ForkJoin.Run(_blocks.Length, runBlock);
    }

    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(Block block, bool withGradients)
    {
        var W = _parameters.AsSpan(0, _variables);
        var b = _parameters[_variables];
        var dW = block.Gradients.AsSpan(0, _variables);
        var db = 0.0;
        dW.Clear();
        for (var i = block.Start; i < block.End; i++)
        {
            var x = _rows.AsSpan(i * _stride, _variables);
            var z = ShortVector.Dot(x, W) + b;
            _logits[i] = z;
            if (withGradients)
            {
                var dz = Logits.Sigmoid(z) - _labels[i];
                ShortVector.AddScaled(x, dz, dW);
                db += dz;
            }
        }

        block.Gradients[_variables] = db;
    }

    // Rows that start a multiple of 4096 bytes apart compete for the same few places in the processor's cache.
    private static int Stride(int variables) => variables % 512 == 0 ? variables + 24 : variables;

    private static double[] RowMajor(Matrix<double> X, int stride)
    {
        var rows = new double[(long)X.RowCount * stride];
        for (var j = 0; j < X.ColumnCount; j++)
        {
            for (var i = 0; i < X.RowCount; i++)
            {
                rows[((long)i * stride) + j] = X.At(i, j);
            }
        }

        return rows;
    }

    private sealed class Block(int start, int end, int variables)
    {
        public int Start { get; } = start;

        public int End { get; } = end;

        public double[] Gradients { get; } = new double[variables + 1];
    }
}
