using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A neuron that predicts a number (linear regression), X W + b, trained by gradient descent on half the mean squared
/// error. It computes what <see cref="LinearNeuronFunctions"/> show, faster.
/// </summary>
/// <remarks>
/// X is (m, n): m samples in rows, n variables in columns; y is (m, 1): any number for each sample. Trained long enough it
/// reaches the parameters that scikit-learn's <c>LinearRegression</c> computes at once. Variables on very different scales
/// make that slow, or diverge: scale them first.
/// </remarks>
public sealed class LinearNeuron() : TrainableModel(SampleAxis.Rows)
{
    /// <summary>The weights, (n, 1): how much the prediction rises when a variable rises by 1.</summary>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    public Matrix<double> W => Parameters["W"];

    /// <summary>The bias: the prediction where all variables are 0.</summary>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    public double b => Values[^1];

    /// <summary>The number that the neuron predicts for each sample, (m, 1).</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the neuron was trained on, or values that aren't numbers.</exception>
    public Matrix<double> Predict(Matrix<double> X)
    {
        CheckVariables(X);
        return (X * W) + b;
    }

    /// <summary>Loads a trained neuron; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="TrainableModel.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static LinearNeuron Load(string path) => Load(path, _ => new LinearNeuron());

    private protected override string Name => "Linear neuron";

    private protected override NamedMatrices Initialise(Matrix<double> X, RandomState random)
    {
        var (W, b) = LinearNeuronFunctions.Initialise(X, random);
        return new(("W", W), ("b", Matrix<double>.Build.Dense(1, 1, b)));
    }

    private protected override ITrainingBatch Batch(Matrix<double> X, Matrix<double> y, ParameterLayout layout) => new LinearBatch(X, y);

    private protected override void CheckTargets(Matrix<double> y, string name, bool toLearn) => Check.Targets(y, name);
}
