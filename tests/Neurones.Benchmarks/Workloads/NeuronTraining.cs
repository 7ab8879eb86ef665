using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>A neuron trained by gradient descent, with the loss, and for the peers the accuracy on request, recorded every so many iterations.</summary>
internal sealed class NeuronTraining(
    string name,
    string description,
    Func<(Matrix<double> X, Matrix<double> y)> data,
    (int Samples, int Variables) shape,
    TrainingOptions options,
    bool withAccuracy)
    : Workload(name, "neuron", description)
{
    public override Work Work
    {
        get
        {
            var (m, n) = ((double)shape.Samples, (double)shape.Variables);
            var iterations = (double)options.Iterations;
            var bytes = 8 * m * n;
            return new(
                iterations * m * ((4 * n) + Work.Exp + (Work.Log / options.RecordEvery)),
                bytes > Machine.CacheBytes ? iterations * bytes : 0);
        }
    }

    public override NamedMatrices Numbers()
    {
        var (X, y) = data();
        var (W, b) = LogisticNeuronFunctions.Initialise(X, new RandomState(options.Seed));
        return new(
            ("X", X), ("y", y), ("W", W), ("b", Number(b)),
            ("rate", Number(options.LearningRate)), ("iterations", Number(options.Iterations)), ("every", Number(options.RecordEvery)),
            ("accuracy", Number(withAccuracy ? 1 : 0)));
    }

    public override Computation Ours(NamedMatrices numbers)
    {
        var neuron = new LogisticNeuron();
        return Computation.Of(
            () => neuron.Fit(numbers["X"], numbers["y"], options),
            history => [history[^1].TrainLoss, history[^1].TrainAccuracy!.Value, neuron.b, neuron.W.Column(0).Sum()]);
    }

    public override Computation Natural(NamedMatrices numbers) => Computation.Of(
        () => NaturalNeuron.Train(
            numbers["X"], numbers["y"], numbers["W"], numbers.Number("b"), options.LearningRate, options.Iterations, options.RecordEvery, withAccuracy),
        trained => [trained.Losses[^1], NaturalNeuron.Accuracy(NaturalNeuron.Model(numbers["X"], trained.W, trained.b), numbers["y"]), trained.b, trained.W.Column(0).Sum()]);
}
