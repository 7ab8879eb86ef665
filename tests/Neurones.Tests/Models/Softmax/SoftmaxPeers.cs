using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>What NumPy, SciPy and scikit-learn compute for softmax regression.</summary>
internal sealed record SoftmaxPeers(SoftmaxPeers.Temperature Temperatures, SoftmaxPeers.Descent[] Descents, SoftmaxPeers.Bowl Best)
{
    public static SoftmaxPeers All { get; } = ParityValues.Load<SoftmaxPeers>("softmax.json");

    public sealed record Temperature(double[][] Z, Hot[] Softmax);

    public sealed record Hot(double Temperature, double[][] A);

    /// <summary>A training in mini-batches, or on all samples at once; A is that of the first samples.</summary>
    public sealed record Descent(
        uint Seed, int Classes, double Rate, int Epochs, int? Batch, double[][] X, double[] y,
        double[] Losses, double[] Accuracies, double[][] W, double[][] b, double[][] A, double LogLoss)
    {
        public (Matrix<double> X, Matrix<double> y) Data() => (ParityValues.Matrix(X), ParityValues.Column(y));

        public TrainingOptions Options => new() { LearningRate = Rate, Iterations = Epochs, BatchSize = Batch, Seed = Seed };
    }

    /// <summary>The least loss that there is.</summary>
    public sealed record Bowl(double[][] X, double[] y, double Loss, double[][] A);
}
