using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// An artificial neuron that tells two classes apart (logistic regression), trained by gradient descent on the log loss.
/// It computes what <see cref="LogisticNeuronFunctions"/> show, from logits, so that neither exp nor log ever overflows.
/// </summary>
/// <remarks>X is (m, n): m samples in rows, n variables in columns; y is (m, 1): their labels, 0 or 1.</remarks>
public sealed class LogisticNeuron() : TrainableModel(SampleAxis.Rows)
{
    /// <summary>The weights, (n, 1).</summary>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    public Matrix<double> W => Parameters["W"];

    /// <summary>The bias.</summary>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    public double b => Values[^1];

    /// <summary>The probability that each sample is of class 1, (m, 1).</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the neuron was trained on, or values that aren't numbers.</exception>
    public Matrix<double> PredictProbability(Matrix<double> X) => LogitsOf(X).Map(Logits.Sigmoid, Zeros.Include);

    /// <summary>The class of each sample, (m, 1): 1 where z is 0 or more, else 0.</summary>
    /// <inheritdoc cref="PredictProbability"/>
    public Matrix<double> Predict(Matrix<double> X) => LogitsOf(X).Map(z => z >= 0 ? 1.0 : 0.0, Zeros.Include);

    /// <summary>Loads a trained neuron; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="TrainableModel.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static LogisticNeuron Load(string path) => Load(path, _ => new LogisticNeuron());

    private protected override string Name => "Logistic neuron";

    private protected override NamedMatrices Initialise(Matrix<double> X, RandomState random)
    {
        var (W, b) = LogisticNeuronFunctions.Initialise(X, random);
        return new(("W", W), ("b", Matrix<double>.Build.Dense(1, 1, [b])));
    }

    private protected override ITrainingBatch Batch(Matrix<double> X, Matrix<double> y, ParameterLayout layout) => LogisticBatch.Of(X, y);

    private protected override void CheckTargets(Matrix<double> y, string name, bool toLearn)
    {
        Check.Labels(y, name);
        if (toLearn)
        {
            Check.BothClasses(y, name);
        }
    }

    private Matrix<double> LogitsOf(Matrix<double> X)
    {
        CheckVariables(X);
        return (X * W) + b;
    }
}
