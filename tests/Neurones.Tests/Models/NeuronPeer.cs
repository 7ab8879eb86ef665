using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>One training of the course's neuron by NumPy.</summary>
internal sealed record NeuronPeer(
    uint Seed, int Samples, int Features, double Rate, int Iterations, double Scale, NeuronPeer.FirstStep First,
    double[] Losses, double[] StableLosses, double[] Accuracies, double[] W, double b, double[] A)
{
    public static IReadOnlyList<NeuronPeer> All { get; } = ParityValues.Load<NeuronPeer[]>("neuron.json");

    public (Matrix<double> X, Matrix<double> y) Data()
    {
        var (X, y) = Datasets.MakeBlobs(Samples, Features, seed: Seed);
        return (X * Scale, y);
    }

    public TrainingOptions Options => new() { LearningRate = Rate, Iterations = Iterations, Seed = Seed };

    public sealed record FirstStep(double[] W, double b, double[] A, double[] dW, double db);
}
