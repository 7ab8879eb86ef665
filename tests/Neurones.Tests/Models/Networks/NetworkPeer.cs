using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>What NumPy and scikit-learn compute of networks.</summary>
internal sealed record NetworkPeer(NetworkPeer.Training[] Trainings, NetworkPeer.Slopes[] Gradients)
{
    public static NetworkPeer Values { get; } = ParityValues.Load<NetworkPeer>("networks.json");

    /// <summary>The course's data, samples in columns.</summary>
    public static (Matrix<double> X, Matrix<double> y) Circles(int samples)
    {
        var (X, y) = Datasets.MakeCircles(samples, noise: 0.1, factor: 0.3, seed: 0);
        return (X.Transpose(), y.Transpose());
    }

    public static NamedMatrices Named(Dictionary<string, double[][]> values) => new(values.Select(v => (v.Key, ParityValues.Matrix(v.Value))));

    public static void Near(Dictionary<string, double[][]> expected, IReadOnlyDictionary<string, Matrix<double>> actual, double tolerance)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, e => Tests.Near.Equal(ParityValues.Matrix(e.Value), actual[e.Key], tolerance));
    }

    /// <summary>One training of the course's network by NumPy; the small ones with every step of the first iteration.</summary>
    public sealed record Training(
        int[] Hidden, int Samples, uint Seed, double Rate, int Iterations, int RecordEvery,
        double[] Losses, double[] Accuracies, Dictionary<string, double[][]> Final, FirstStep? First, double[][] Answers)
    {
        public (Matrix<double> X, Matrix<double> y) Data => Circles(Samples);

        public TrainingOptions Options => new() { LearningRate = Rate, Iterations = Iterations, RecordEvery = RecordEvery, Seed = Seed };

        public override string ToString() => $"2-{string.Join('-', Hidden)}-1";
    }

    public sealed record FirstStep(
        Dictionary<string, double[][]> Initial, Dictionary<string, double[][]> Activations, Dictionary<string, double[][]> Gradients);

    /// <summary>Loss and gradients of scikit-learn's network at random parameters.</summary>
    public sealed record Slopes(
        string Activation, int Samples, Dictionary<string, double[][]> Parameters,
        double Loss, Dictionary<string, double[][]> Gradients, double[][] Answers)
    {
        public (Matrix<double> X, Matrix<double> y) Data => Circles(Samples);

        public HiddenActivation HiddenActivation => Enum.Parse<HiddenActivation>(Activation, ignoreCase: true);
    }
}
