using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

using Matrices = Dictionary<string, Matrix<double>>;

/// <summary>The deep network as a learner writes it in lesson 10: samples in columns, MathNet's matrices, nothing else.</summary>
internal static class NaturalNetwork
{
    private const double Epsilon = 1e-15;

    public static Matrices Initialise(int[] sizes, RandomState random)
    {
        var parameters = new Matrices();
        for (var l = 1; l < sizes.Length; l++)
        {
            parameters[$"W{l}"] = random.Randn(sizes[l], sizes[l - 1]);
            parameters[$"b{l}"] = Matrix<double>.Build.Dense(sizes[l], 1);
        }

        return parameters;
    }

    public static Matrices ForwardPropagation(Matrix<double> X, Matrices parameters)
    {
        var activations = new Matrices { ["A0"] = X };
        var ones = Matrix<double>.Build.Dense(1, X.ColumnCount, 1);
        for (var l = 1; l <= parameters.Count / 2; l++)
        {
            var Z = parameters[$"W{l}"] * activations[$"A{l - 1}"] + parameters[$"b{l}"] * ones;
            activations[$"A{l}"] = 1 / (1 + (-Z).PointwiseExp());
        }

        return activations;
    }

    public static double LogLoss(Matrix<double> A, Matrix<double> y)
    {
        var terms = y.PointwiseMultiply((A + Epsilon).PointwiseLog())
            + (1 - y).PointwiseMultiply((1 - A + Epsilon).PointwiseLog());
        return -terms.Enumerate().Sum() / y.ColumnCount;
    }

    public static Matrices BackPropagation(Matrix<double> y, Matrices parameters, Matrices activations)
    {
        var C = parameters.Count / 2;
        var m = y.ColumnCount;
        var gradients = new Matrices();
        var dZ = activations[$"A{C}"] - y;
        for (var l = C; l >= 1; l--)
        {
            var A = activations[$"A{l - 1}"];
            gradients[$"dW{l}"] = dZ * A.Transpose() / m;
            gradients[$"db{l}"] = dZ.RowSums().ToColumnMatrix() / m;
            if (l > 1)
            {
                dZ = (parameters[$"W{l}"].Transpose() * dZ).PointwiseMultiply(A).PointwiseMultiply(1 - A);
            }
        }

        return gradients;
    }

    public static Matrices Update(Matrices gradients, Matrices parameters, double learningRate) =>
        parameters.ToDictionary(p => p.Key, p => p.Value - learningRate * gradients["d" + p.Key]);

    public static (Matrices Parameters, double Loss) Train(
        Matrix<double> X, Matrix<double> y, Matrices parameters, double learningRate, int iterations)
    {
        for (var i = 0; i < iterations; i++)
        {
            var activations = ForwardPropagation(X, parameters);
            var gradients = BackPropagation(y, parameters, activations);
            parameters = Update(gradients, parameters, learningRate);
        }

        var answers = ForwardPropagation(X, parameters)[$"A{parameters.Count / 2}"];
        return (parameters, LogLoss(answers, y));
    }
}
