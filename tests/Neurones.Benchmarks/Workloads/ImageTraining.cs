using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>Epochs of a network on photos. Each side drops other numbers out, so that the answer is of the same training without dropout.</summary>
internal sealed class ImageTraining(string name, string kind, string description, ImageNetwork network, FitOptions options, double dropout)
    : Workload(name, kind, description)
{
    // Forward, and back twice: along the weights, and along the samples where something before them learns.
    public override Work Work => new(2.0 * network.Count * options.Epochs * (3 * network.Multiplications.Sum() - network.Multiplications[0]), Single: true);

    public override NamedMatrices Numbers() => new([
        .. network.Numbers(), ("rate", Number(options.Optimiser.LearningRate)), ("epochs", Number(options.Epochs)), ("dropout", Number(dropout)),
        ("order", Matrix<double>.Build.Dense(network.Count, 1, [.. new RandomState(options.Seed).Permutation(network.Count).Select(sample => (double)sample)]))]);

    public override Computation Ours(NamedMatrices numbers)
    {
        var (X, Y) = ImageNetwork.Data(numbers);
        var parameters = network.Parameters(numbers);
        var model = network.Model(numbers, dropout);
        var answer = new Lazy<double[]>(() => Answer(Trained(network.Model(numbers))));
        return Computation.Of(() => Trained(model), result => dropout > 0 ? answer.Value : Answer(result));

        Sequential Trained(Sequential model)
        {
            model.SetParameters(parameters);
            model.Fit(X, Y, options);
            return model;
        }
    }

    public override Computation? Natural(NamedMatrices numbers) => null;

    private static double[] Answer(Sequential model) =>
        [model.History[^1].TrainLoss, Sum(model.Parameters.First().Value), Sum(model.Parameters.Last().Value)];

    private static double Sum(Tensor tensor) => tensor.Values.ToArray().Sum(value => Math.Abs((double)value));
}
