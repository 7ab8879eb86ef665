using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>A network trained by gradient descent, with the loss measured at the end.</summary>
internal sealed class NetworkTraining(
    string name, string description, Func<(Matrix<double> X, Matrix<double> y)> data, int samples, int[] sizes, TrainingOptions options)
    : Workload(name, "network", description)
{
    private readonly TrainingOptions _options = options with { RecordEvery = options.Iterations };

    public override Work Work
    {
        get
        {
            // Per sample. Each layer's products: forward, back, and the gradients; the first layer has nothing to go back to.
            var layers = sizes.Zip(sizes.Skip(1), (inputs, outputs) => 2.0 * inputs * outputs).ToArray();
            var flops = (3 * layers.Sum()) - layers[0] + (Work.Exp * sizes.Skip(1).Sum());
            return new(_options.Iterations * samples * flops);
        }
    }

    public override NamedMatrices Numbers()
    {
        var (X, y) = data();
        var parameters = NaturalNetwork.Initialise(sizes, new RandomState(_options.Seed));
        return new([
            ("X", X), ("y", y), ("rate", Number(_options.LearningRate)), ("iterations", Number(_options.Iterations)),
            .. parameters.Select(p => (p.Key, p.Value))]);
    }

    public override Computation Ours(NamedMatrices numbers)
    {
        var network = new DeepNetwork(sizes[1..^1]);
        return Computation.Of(
            () => network.Fit(numbers["X"], numbers["y"], _options),
            history => [history[^1].TrainLoss, Sum("W1"), Sum("b1")]);

        double Sum(string name) => network.Parameters[name].Enumerate().Sum();
    }

    public override Computation Natural(NamedMatrices numbers) => Computation.Of(
        () => NaturalNetwork.Train(numbers["X"], numbers["y"], Parameters(numbers), _options.LearningRate, _options.Iterations),
        trained => [trained.Loss, trained.Parameters["W1"].Enumerate().Sum(), trained.Parameters["b1"].Enumerate().Sum()]);

    /// <summary>The network as this training leaves it.</summary>
    public DeepNetwork Trained()
    {
        var network = new DeepNetwork(sizes[1..^1]);
        var (X, y) = data();
        network.Fit(X, y, _options);
        return network;
    }

    /// <summary>W1, b1, W2, b2, ...</summary>
    public static Dictionary<string, Matrix<double>> Parameters(NamedMatrices numbers) =>
        numbers.Where(n => char.IsAsciiDigit(n.Key[^1])).ToDictionary(n => n.Key, n => n.Value);
}
