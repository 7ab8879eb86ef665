using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>The neuron as a learner writes it in lesson 5: samples in rows, MathNet's matrices, nothing else.</summary>
internal static class NaturalNeuron
{
    private const double Epsilon = 1e-15;

    public static Matrix<double> Model(Matrix<double> X, Matrix<double> W, double b)
    {
        var Z = X * W + b;
        return 1 / (1 + (-Z).PointwiseExp());
    }

    public static double LogLoss(Matrix<double> A, Matrix<double> y)
    {
        var terms = y.PointwiseMultiply((A + Epsilon).PointwiseLog())
            + (1 - y).PointwiseMultiply((1 - A + Epsilon).PointwiseLog());
        return -terms.Enumerate().Sum() / y.RowCount;
    }

    public static (Matrix<double> dW, double db) Gradients(Matrix<double> A, Matrix<double> X, Matrix<double> y)
    {
        var m = y.RowCount;
        var dW = X.Transpose() * (A - y) / m;
        var db = (A - y).Enumerate().Sum() / m;
        return (dW, db);
    }

    public static (Matrix<double> W, double b) Update(Matrix<double> dW, double db, Matrix<double> W, double b, double learningRate) =>
        (W - learningRate * dW, b - learningRate * db);

    public static double Accuracy(Matrix<double> A, Matrix<double> y) =>
        A.Enumerate().Zip(y.Enumerate(), (a, label) => (a >= 0.5) == (label == 1) ? 1.0 : 0.0).Average();

    public static (Matrix<double> W, double b, List<double> Losses, List<double> Accuracies) Train(
        Matrix<double> X, Matrix<double> y, Matrix<double> W, double b, double learningRate, int iterations, int every, bool withAccuracy)
    {
        var losses = new List<double>();
        var accuracies = new List<double>();
        for (var i = 0; i < iterations; i++)
        {
            var A = Model(X, W, b);
            if (i % every == 0)
            {
                Record(A);
            }

            var (dW, db) = Gradients(A, X, y);
            (W, b) = Update(dW, db, W, b, learningRate);
        }

        Record(Model(X, W, b));
        return (W, b, losses, accuracies);

        void Record(Matrix<double> A)
        {
            losses.Add(LogLoss(A, y));
            if (withAccuracy)
            {
                accuracies.Add(Accuracy(A, y));
            }
        }
    }
}
