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
    private readonly int _samples = X.RowCount;
    private readonly int _variables = X.ColumnCount;
    private readonly double[] _columns = X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
    private readonly double[] _y = y.ToColumnMajorArray();
    private readonly double[] _errors = new double[X.RowCount];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gradients(double[] parameters, double[] gradients)
    {
        FindErrors(parameters);
        for (var j = 0; j < _variables; j++)
        {
            gradients[j] = ShortVector.Dot(Column(j), _errors) / _samples;
        }

        gradients[_variables] = TensorPrimitives.Sum<double>(_errors) / _samples;
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(double[] parameters)
    {
        FindErrors(parameters);
        return EvaluateLast();
    }

    /// <inheritdoc/>
    public Evaluation EvaluateLast() => new(ShortVector.Dot(_errors, _errors) / _samples / 2, Accuracy: null);

    // errors = X W + b - y
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindErrors(double[] parameters)
    {
        TensorPrimitives.Subtract(parameters[_variables], _y, _errors);
        for (var j = 0; j < _variables; j++)
        {
            ShortVector.AddScaled(Column(j), parameters[j], _errors);
        }
    }

    private ReadOnlySpan<double> Column(int j) => _columns.AsSpan(j * _samples, _samples);
}
