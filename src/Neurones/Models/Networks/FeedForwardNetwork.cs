using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// A network of dense layers that tells two classes apart, trained by gradient descent on the log loss: hidden layers, then
/// one output neuron with a sigmoid. It computes what <see cref="DeepNetworkFunctions"/> show, the loss from logits, so that
/// neither exp nor log ever overflows.
/// </summary>
/// <remarks>X is (n, m): n variables in rows, m samples in columns; y is (1, m): their labels, 0 or 1.</remarks>
public abstract class FeedForwardNetwork : TrainableModel
{
    private protected FeedForwardNetwork() : base(SampleAxis.Columns)
    {
    }

    /// <summary>The probability that each sample is of class 1, (1, m).</summary>
    /// <param name="X">The samples, (n, m).</param>
    /// <exception cref="InvalidOperationException">The network hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the network was trained on, or values that aren't numbers.</exception>
    public Matrix<double> PredictProbability(Matrix<double> X)
    {
        var answers = LogitsOf(X);
        VectorMath.Sigmoid(answers, answers);
        return Matrix<double>.Build.Dense(1, X.ColumnCount, answers);
    }

    /// <summary>The class of each sample, (1, m): 1 where z of the last layer is 0 or more, else 0.</summary>
    /// <inheritdoc cref="PredictProbability"/>
    public Matrix<double> Predict(Matrix<double> X) =>
        Matrix<double>.Build.Dense(1, X.ColumnCount, Array.ConvertAll(LogitsOf(X), z => z >= 0 ? 1.0 : 0.0));

    /// <summary>What the neurons of every layer answer: A1 (n1, m), A2 (n2, m), ...; the last is the probability of class 1, (1, m).</summary>
    /// <inheritdoc cref="PredictProbability"/>
    public NamedMatrices Activations(Matrix<double> X)
    {
        CheckVariables(X);
        return DeepNetworkFunctions.ForwardPropagation(X, Parameters, HiddenActivation);
    }

    /// <summary>How many neurons each hidden layer has.</summary>
    private protected abstract IReadOnlyList<int> HiddenSizes { get; }

    private protected virtual HiddenActivation HiddenActivation => HiddenActivation.Sigmoid;

    private protected virtual WeightInitialisation WeightInitialisation => WeightInitialisation.StandardNormal;

    private protected override IEnumerable<(string Name, string Value)> Settings =>
        [("hidden", string.Join(',', HiddenSizes.Select(size => size.ToString(CultureInfo.InvariantCulture))))];

    private protected override IEnumerable<(string Name, int Rows, int Columns)> Shapes(int variables)
    {
        int[] sizes = [variables, .. HiddenSizes, 1];
        return Enumerable.Range(1, sizes.Length - 1).SelectMany(l => new[] { ($"W{l}", sizes[l], sizes[l - 1]), ($"b{l}", sizes[l], 1) });
    }

    private protected override NamedMatrices Initialise(Matrix<double> X, RandomState random) =>
        DeepNetworkFunctions.Initialise([X.RowCount, .. HiddenSizes, 1], random, WeightInitialisation);

    private protected override ITrainingBatch Batch(Matrix<double> X, Matrix<double> y, ParameterLayout layout) =>
        new NetworkBatch(X, y, layout, HiddenActivation);

    private protected override void CheckTargets(Matrix<double> y, string name, bool toLearn)
    {
        Check.Labels(y, name, Axis);
        if (toLearn)
        {
            Check.BothClasses(y, name);
        }
    }

    private double[] LogitsOf(Matrix<double> X)
    {
        CheckVariables(X);
        return new LayerStack(Layout, HiddenActivation).LogitsOf(Values, Samples.Of(X));
    }
}
