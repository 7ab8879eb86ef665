using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>What NumPy and scikit-learn learn with the early neurons.</summary>
internal sealed record EarlyPeers(
    EarlyPeers.Table Published, EarlyPeers.Regression[] Linear, EarlyPeers.Blobs[] Perceptron, EarlyPeers.Gate[] Gates)
{
    public static EarlyPeers All { get; } = ParityValues.Load<EarlyPeers>("early.json");

    /// <summary>The published descent on f(x) = 2x + 1.</summary>
    public sealed record Table(double[] Losses, double w, double b);

    /// <summary>A descent by NumPy, and the best parameters by scikit-learn's LinearRegression.</summary>
    public sealed record Regression(
        uint Seed, int Samples, int Features, double Rate, int Iterations, double[] Losses, double[] W, double b,
        double[] BestW, double BestB, double BestLoss)
    {
        public (Matrix<double> X, Matrix<double> y) Data()
        {
            var random = new RandomState(Seed);
            var X = random.Randn(Samples, Features);
            var truth = random.Randn(Features, 1);
            return (X, (X * truth) + 3 + (0.1 * random.Randn(Samples, 1)));
        }

        public TrainingOptions Options => new() { LearningRate = Rate, Iterations = Iterations, Seed = Seed, RecordEvery = 10 };
    }

    /// <summary>Rosenblatt's rule in NumPy, and scikit-learn's Perceptron, on blobs whose first is of class 0.</summary>
    public sealed record Blobs(
        uint Seed, int Samples, int Features, double Rate, int Passes, double[] W, double b, int[] Wrong, double[] SklearnW, double SklearnB)
    {
        public (Matrix<double> X, Matrix<double> y) Data()
        {
            var (X, y) = Datasets.MakeBlobs(Samples, Features, seed: Seed);
            return (X, y[0, 0] == 0 ? y : 1 - y);
        }

        public TrainingOptions Options => new() { LearningRate = Rate, Iterations = Passes };
    }

    /// <summary>Rosenblatt's rule in NumPy on a truth table.</summary>
    public sealed record Gate(int[] y, double[] W, double b, int[] Wrong);
}
