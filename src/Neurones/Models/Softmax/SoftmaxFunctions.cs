using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Softmax regression, which tells k classes apart, one function for each step of lesson 12: m samples in rows, n variables
/// in columns. They are written to be read; <see cref="SoftmaxRegression"/> trains the same model faster.
/// </summary>
/// <remarks>Each throws an <see cref="ArgumentException"/> that names both shapes when its matrices don't fit together, or what else is wrong.</remarks>
public static class SoftmaxFunctions
{
    private const double Epsilon = 1e-15;

    /// <summary>The first parameters, all 0: every class is as likely. The loss is a bowl, and every start leads to its bottom.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="classes">k, how many classes there are, at least 2.</param>
    /// <returns>W, (n, k), a column of weights for each class, and b, (1, k).</returns>
    public static (Matrix<double> W, Matrix<double> b) Initialise(Matrix<double> X, int classes)
    {
        ArgumentNullException.ThrowIfNull(X);
        SoftmaxChecks.Classes(classes);
        var W = Matrix<double>.Build.Dense(X.ColumnCount, classes);
        var b = Matrix<double>.Build.Dense(1, classes);
        return (W, b);
    }

    /// <summary>The probability of each class for each sample: A = softmax(Z) with Z = X W + b.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="W">The weights, (n, k).</param>
    /// <param name="b">The biases, (1, k).</param>
    /// <returns>A, (m, k): a row of probabilities for each sample.</returns>
    public static Matrix<double> Model(Matrix<double> X, Matrix<double> W, Matrix<double> b)
    {
        SoftmaxChecks.Weights(X, W, b);
        var ones = Matrix<double>.Build.Dense(X.RowCount, 1, 1); // ones b: the biases, once for each sample.
        var Z = (X * W) + (ones * b);
        return Softmax(Z);
    }

    /// <summary>
    /// Makes each row of numbers a row of probabilities, exp(z / T) / Σ exp(z / T). The row's maximum is subtracted first,
    /// which changes no quotient and keeps exp from overflowing.
    /// </summary>
    /// <param name="Z">Any numbers, (m, k).</param>
    /// <param name="temperature">T, more than 0: near 0 the greatest takes all, and the hotter, the more alike they are.</param>
    /// <returns>(m, k): from 0 to 1, each row with a sum of 1.</returns>
    public static Matrix<double> Softmax(Matrix<double> Z, double temperature = 1)
    {
        Check.Features(Z);
        Check.That(temperature > 0 && double.IsFinite(temperature), $"temperature is {temperature}: it must be a finite number more than 0; 1 changes nothing.");
        var A = Z.Clone();
        for (var i = 0; i < Z.RowCount; i++)
        {
            var z = Z.Row(i);
            var e = ((z - z.Maximum()) / temperature).PointwiseExp();
            A.SetRow(i, e / e.Sum());
        }

        return A;
    }

    /// <summary>The cross-entropy: -1/m Σ Y log(A), with 1e-15 added so that log(0) is never taken. Of each row only the true class counts.</summary>
    /// <param name="A">The probabilities, (m, k).</param>
    /// <param name="Y">The classes as <see cref="OneHot"/> encodes them, (m, k): 1 for the true class, 0 for the others.</param>
    public static double CrossEntropy(Matrix<double> A, Matrix<double> Y)
    {
        SoftmaxChecks.OneHot(Y);
        Check.SameShape(A, Y);
        Check.Probabilities(A);
        var surprise = Y.PointwiseMultiply((A + Epsilon).PointwiseLog());
        return -surprise.RowSums().Average();
    }

    /// <summary>The slopes of the cross-entropy: dW = 1/m Xᵀ (A - Y) and db = 1/m Σ (A - Y) over the samples.</summary>
    /// <param name="A">The probabilities, (m, k).</param>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="Y">The classes, one-hot, (m, k).</param>
    /// <returns>dW, (n, k), and db, (1, k).</returns>
    public static (Matrix<double> dW, Matrix<double> db) Gradients(Matrix<double> A, Matrix<double> X, Matrix<double> Y)
    {
        SoftmaxChecks.OneHot(Y);
        Check.SameShape(A, Y);
        Check.SameSamples(X, Y);
        var m = Y.RowCount;
        var dZ = A - Y;
        var dW = X.TransposeThisAndMultiply(dZ) / m;
        var db = dZ.ColumnSums().ToRowMatrix() / m;
        return (dW, db);
    }

    /// <summary>One step down the slope: W - α dW and b - α db.</summary>
    /// <param name="dW">The slopes of the loss along W, (n, k).</param>
    /// <param name="db">The slopes of the loss along b, (1, k).</param>
    /// <param name="W">The weights, (n, k).</param>
    /// <param name="b">The biases, (1, k).</param>
    /// <param name="learningRate">α, the length of the step.</param>
    /// <returns>The new W, (n, k), and b, (1, k); the old ones are left as they were.</returns>
    public static (Matrix<double> W, Matrix<double> b) Update(
        Matrix<double> dW, Matrix<double> db, Matrix<double> W, Matrix<double> b, double learningRate)
    {
        Check.SameShape(dW, W);
        Check.SameShape(db, b);
        return (W - (learningRate * dW), b - (learningRate * db));
    }
}
