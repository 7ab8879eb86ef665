using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// The linear neuron, one function for each step of its training: m samples in rows, n variables in columns.
/// They are written to be read; <see cref="LinearNeuron"/> trains the same neuron faster.
/// </summary>
/// <remarks>Each throws an <see cref="ArgumentException"/> that names both shapes when its matrices don't fit together, or what else is wrong.</remarks>
public static class LinearNeuronFunctions
{
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

    /// <summary>The neuron's prediction for each sample: A = X W + b.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="W">The weights, (n, 1).</param>
    /// <param name="b">The bias.</param>
    /// <returns>A, (m, 1).</returns>
    public static Matrix<double> Model(Matrix<double> X, Matrix<double> W, double b)
    {
        Check.Weights(X, W);
        return (X * W) + b;
    }

    /// <summary>Half the mean squared error, 1/(2m) Σ (A - y)². The half makes its slope plain: A - y instead of 2 (A - y).</summary>
    /// <param name="A">The predictions, (m, 1).</param>
    /// <param name="y">The numbers to predict, (m, 1).</param>
    public static double HalfMeanSquaredError(Matrix<double> A, Matrix<double> y)
    {
        Check.Targets(y);
        Check.SameShape(A, y);
        return (A - y).PointwisePower(2).Enumerate().Average() / 2;
    }

    /// <summary>The slopes of half the mean squared error: dW = 1/m Xᵀ (A - y) and db = 1/m Σ (A - y).</summary>
    /// <param name="A">The predictions, (m, 1).</param>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">The numbers to predict, (m, 1).</param>
    /// <returns>dW, (n, 1), and db.</returns>
    public static (Matrix<double> dW, double db) Gradients(Matrix<double> A, Matrix<double> X, Matrix<double> y)
    {
        Check.Targets(y);
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
}
