using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The network of one hidden layer, one function for each step of lesson 9: n0 variables in rows, m samples in columns,
/// n1 hidden neurons, n2 output neurons. They are written to be read; <see cref="TwoLayerNetwork"/> trains the same network faster.
/// </summary>
/// <remarks>Each throws an <see cref="ArgumentException"/> that names both shapes when its matrices don't fit together, or what else is wrong.</remarks>
public static class TwoLayerNetworkFunctions
{
    private const double Epsilon = 1e-15;

    /// <summary>Draws the first weights, W1 then W2, from the standard normal distribution; the biases begin at 0.</summary>
    /// <param name="n0">How many variables a sample has.</param>
    /// <param name="n1">How many neurons the hidden layer has.</param>
    /// <param name="n2">How many neurons the output layer has: 1 to tell two classes apart.</param>
    /// <param name="random">Where the numbers come from; the same seed gives the same parameters.</param>
    /// <returns>W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1).</returns>
    public static NamedMatrices Initialise(int n0, int n1, int n2, RandomState random)
    {
        LayerChecks.Sizes([n0, n1, n2]);
        ArgumentNullException.ThrowIfNull(random);
        var W1 = random.Randn(n1, n0);
        var b1 = Matrix<double>.Build.Dense(n1, 1);
        var W2 = random.Randn(n2, n1);
        var b2 = Matrix<double>.Build.Dense(n2, 1);
        return new(("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2));
    }

    /// <summary>The answers of both layers: A1 = σ(W1 X + b1), then A2 = σ(W2 A1 + b2) with σ(Z) = 1 / (1 + exp(-Z)).</summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="parameters">W1, b1, W2, b2.</param>
    /// <returns>A1 (n1, m) and A2 (n2, m): the probability that each sample is of class 1.</returns>
    public static NamedMatrices ForwardPropagation(Matrix<double> X, IReadOnlyDictionary<string, Matrix<double>> parameters)
    {
        LayerChecks.Parameters(parameters, layers: 2);
        LayerChecks.Input(X, parameters);
        var (W1, b1, W2, b2) = (parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"]);
        var ones = Matrix<double>.Build.Dense(1, X.ColumnCount, 1); // b ones: the biases, once for each sample.
        var A1 = Sigmoid((W1 * X) + (b1 * ones));
        LayerChecks.Fits(W2, 2, A1);
        var A2 = Sigmoid((W2 * A1) + (b2 * ones));
        return new(("A1", A1), ("A2", A2));
    }

    /// <summary>The log loss: -1/m Σ (y log(A) + (1 - y) log(1 - A)), with 1e-15 added so that log(0) is never taken.</summary>
    /// <param name="A">The probabilities that the last layer answers, from 0 to 1, (1, m).</param>
    /// <param name="y">The labels, 0 or 1, (1, m).</param>
    public static double LogLoss(Matrix<double> A, Matrix<double> y)
    {
        Check.Labels(y, axis: SampleAxis.Columns);
        Check.SameShape(A, y);
        Check.Probabilities(A);
        var surprise = y.PointwiseMultiply((A + Epsilon).PointwiseLog()) + (1 - y).PointwiseMultiply((1 - A + Epsilon).PointwiseLog());
        return -surprise.Enumerate().Average();
    }

    /// <summary>
    /// The slopes of the log loss, from the last layer back to the first: dZ2 = A2 - y, dZ1 = W2ᵀ dZ2 ∘ A1 (1 - A1), and for
    /// both layers dW = 1/m dZ Aᵀ with the answers A of the layer before (X for the first), db = 1/m Σ dZ.
    /// </summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="y">The labels, 0 or 1, (1, m).</param>
    /// <param name="parameters">W1, b1, W2, b2.</param>
    /// <param name="activations">A1 and A2 of these samples, from <see cref="ForwardPropagation"/>.</param>
    /// <returns>dW1, db1, dW2, db2: each of the shape of its parameter.</returns>
    public static NamedMatrices BackPropagation(
        Matrix<double> X, Matrix<double> y, IReadOnlyDictionary<string, Matrix<double>> parameters, IReadOnlyDictionary<string, Matrix<double>> activations)
    {
        LayerChecks.Parameters(parameters, layers: 2);
        LayerChecks.Input(X, parameters);
        LayerChecks.Activations(activations, parameters, X, layers: 2);
        var (A1, A2, W2) = (activations["A1"], activations["A2"], parameters["W2"]);
        Check.Labels(y, axis: SampleAxis.Columns);
        Check.SameShape(A2, y);
        var m = y.ColumnCount;

        var dZ2 = A2 - y;
        var dW2 = dZ2 * A1.Transpose() / m;
        var db2 = dZ2.RowSums().ToColumnMatrix() / m;

        var dZ1 = (W2.Transpose() * dZ2).PointwiseMultiply(A1.PointwiseMultiply(1 - A1));
        var dW1 = dZ1 * X.Transpose() / m;
        var db1 = dZ1.RowSums().ToColumnMatrix() / m;
        return new(("dW1", dW1), ("db1", db1), ("dW2", dW2), ("db2", db2));
    }

    /// <summary>One step down the slope: W - α dW and b - α db for each layer.</summary>
    /// <param name="gradients">dW1, db1, dW2, db2, from <see cref="BackPropagation"/>.</param>
    /// <param name="parameters">W1, b1, W2, b2.</param>
    /// <param name="learningRate">α, the length of the step.</param>
    /// <returns>The new W1, b1, W2, b2; the old ones are left as they were.</returns>
    public static NamedMatrices Update(
        IReadOnlyDictionary<string, Matrix<double>> gradients, IReadOnlyDictionary<string, Matrix<double>> parameters, double learningRate)
    {
        LayerChecks.Parameters(parameters, layers: 2);
        LayerChecks.Gradients(gradients, parameters);
        return new(parameters.Select(p => (p.Key, p.Value - (learningRate * gradients["d" + p.Key]))));
    }

    /// <summary>The class of each sample: 1 where the probability is at least 0.5, else 0.</summary>
    /// <param name="X">The samples, (n0, m).</param>
    /// <param name="parameters">W1, b1, W2, b2.</param>
    /// <returns>The classes, (n2, m).</returns>
    public static Matrix<double> Predict(Matrix<double> X, IReadOnlyDictionary<string, Matrix<double>> parameters) =>
        ForwardPropagation(X, parameters)["A2"].Map(a => a >= 0.5 ? 1.0 : 0.0);

    private static Matrix<double> Sigmoid(Matrix<double> Z) => 1 / (1 + Matrix<double>.Exp(-Z));
}
