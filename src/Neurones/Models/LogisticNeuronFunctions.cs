using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The artificial neuron, one function for each step of lesson 5: m samples in rows, n variables in columns.
/// They are written to be read; <see cref="LogisticNeuron"/> trains the same neuron faster.
/// </summary>
/// <remarks>Each throws an <see cref="ArgumentException"/> that names both shapes when its matrices don't fit together, or what else is wrong.</remarks>
public static class LogisticNeuronFunctions
{
    private const double Epsilon = 1e-15;

    /// <summary>Draws the first parameters: n weights, then the bias, from the standard normal distribution.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="random">Where the numbers come from; the same seed gives the same parameters.</param>
    /// <returns>W, (n, 1), and b.</returns>
    public static (Matrix<double> W, double b) Initialise(Matrix<double> X, RandomState random)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(random);
        var W = random.Randn(X.ColumnCount, 1);
        var b = random.Randn();
        return (W, b);
    }

    /// <summary>The neuron's answer for each sample: A = 1 / (1 + exp(-Z)) with Z = X W + b.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="W">The weights, (n, 1).</param>
    /// <param name="b">The bias.</param>
    /// <returns>A, (m, 1): the probability that each sample is of class 1.</returns>
    public static Matrix<double> Model(Matrix<double> X, Matrix<double> W, double b)
    {
        Check.Weights(X, W);
        var Z = (X * W) + b;
        return 1 / (1 + Matrix<double>.Exp(-Z));
    }

    /// <summary>The log loss: -1/m Σ (y log(A) + (1 - y) log(1 - A)), with 1e-15 added so that log(0) is never taken.</summary>
    /// <param name="A">The probabilities, from 0 to 1, (m, 1).</param>
    /// <param name="y">The labels, 0 or 1, (m, 1).</param>
    public static double LogLoss(Matrix<double> A, Matrix<double> y)
    {
        Check.Labels(y);
        Check.SameShape(A, y);
        Check.Probabilities(A);
        var surprise = y.PointwiseMultiply((A + Epsilon).PointwiseLog()) + (1 - y).PointwiseMultiply((1 - A + Epsilon).PointwiseLog());
        return -surprise.Enumerate().Average();
    }

    /// <summary>The slopes of the log loss: dW = 1/m Xᵀ (A - y) and db = 1/m Σ (A - y).</summary>
    /// <param name="A">The probabilities, (m, 1).</param>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">The labels, 0 or 1, (m, 1).</param>
    /// <returns>dW, (n, 1), and db.</returns>
    public static (Matrix<double> dW, double db) Gradients(Matrix<double> A, Matrix<double> X, Matrix<double> y)
    {
        Check.Labels(y);
        Check.SameShape(A, y);
        Check.SameSamples(X, y);
        var dW = X.TransposeThisAndMultiply(A - y) / y.RowCount;
        var db = (A - y).Enumerate().Average();
        return (dW, db);
    }

    /// <summary>One step down the slope: W - α dW and b - α db.</summary>
    /// <param name="dW">The slope of the loss along W, (n, 1).</param>
    /// <param name="db">The slope of the loss along b.</param>
    /// <param name="W">The weights, (n, 1).</param>
    /// <param name="b">The bias.</param>
    /// <param name="learningRate">α, the length of the step.</param>
    /// <returns>The new W, (n, 1), and b; the old ones are left as they were.</returns>
    public static (Matrix<double> W, double b) Update(Matrix<double> dW, double db, Matrix<double> W, double b, double learningRate)
    {
        Check.SameShape(dW, W);
        return (W - (learningRate * dW), b - (learningRate * db));
    }

    /// <summary>The class of each sample: 1 where the probability is at least 0.5, else 0.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="W">The weights, (n, 1).</param>
    /// <param name="b">The bias.</param>
    /// <returns>The classes, (m, 1).</returns>
    public static Matrix<double> Predict(Matrix<double> X, Matrix<double> W, double b) =>
        Model(X, W, b).Map(a => a >= 0.5 ? 1.0 : 0.0);
}
