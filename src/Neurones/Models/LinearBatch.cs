using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A data set laid out to train a linear neuron fast: column by column, since a regression mostly has many samples of few
/// variables. What it must compute is written readably in <see cref="LinearNeuronFunctions"/>.
/// </summary>
internal sealed class LinearBatch(Matrix<double> X, Matrix<double> y) : ITrainingBatch
{
    // A block of rows is read twice, for the errors and for the slopes: the second time it is still in the cache.
    private const int BlockSize = 1 << 14;
    private const int FewestRows = 1 << 10;

    private readonly int _samples = X.RowCount;
    private readonly int _variables = X.ColumnCount;
    private readonly double[] _columns = X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
    private readonly double[] _y = y.ToColumnMajorArray();
    private readonly double[] _errors = new double[X.RowCount];
    private readonly int _blockRows = Math.Max(FewestRows, BlockSize / X.ColumnCount);

    /// <inheritdoc/>
    public void Gradients(double[] parameters, double[] gradients)
    {
        Array.Clear(gradients);
        for (var start = 0; start < _samples; start += _blockRows)
        {
            var end = Math.Min(start + _blockRows, _samples);
            FindErrors(parameters, start, end);
            AddSlopes(gradients, start, end);
        }

        TensorPrimitives.Divide(gradients, _samples, gradients);
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        FindErrors(parameters, 0, _samples);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast() => new(ShortVector.Dot(_errors, _errors) / _samples / 2, Accuracy: null);

    // errors = X W + b - y
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindErrors(double[] parameters, int start, int end)
    {
        var errors = _errors.AsSpan(start..end);
        TensorPrimitives.Subtract(parameters[_variables], _y.AsSpan(start..end), errors);
        for (var j = 0; j < _variables; j++)
        {
            ShortVector.AddScaled(Column(j, start, end), parameters[j], errors);
        }
    }

    // Xᵀ errors, and the sum of the errors
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSlopes(double[] gradients, int start, int end)
    {
        var errors = _errors.AsSpan(start..end);
        for (var j = 0; j < _variables; j++)
        {
            gradients[j] += ShortVector.Dot(Column(j, start, end), errors);
        }

        gradients[_variables] += TensorPrimitives.Sum<double>(errors);
    }

    private ReadOnlySpan<double> Column(int j, int start, int end) => _columns.AsSpan((j * _samples) + start, end - start);
}
