using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class NetworkStopsTests
{
    private static readonly (Matrix<double> X, Matrix<double> y) Circles = NetworkPeer.Circles(100);

    [Fact]
    public void Networks_that_cannot_be_are_refused()
    {
        using var french = new FrenchCulture();
        Fails("hiddenNeurons is 0: the hidden layer has 1 neuron or more.", () => new TwoLayerNetwork(0));
        Fails("hiddenNeurons is -3: the hidden layer has 1 neuron or more.", () => new TwoLayerNetwork(-3));
        Fails("hiddenLayers is empty: give 1 layer or more, such as new DeepNetwork(32, 32); without any, use LogisticNeuron.", () => new DeepNetwork());
        Fails("Hidden layer 2 has 0 neurons: a layer has 1 neuron or more.", () => new DeepNetwork(4, 0));
        Fails("There is no activation 5: use Sigmoid, Tanh or ReLU.", () => new DeepNetwork(4) { Activation = (HiddenActivation)5 });
        Fails("There is no initialisation 5: use StandardNormal, Xavier or He.", () => new DeepNetwork(4) { Initialisation = (WeightInitialisation)5 });
        Assert.Equal("hiddenLayers", Assert.Throws<ArgumentNullException>(() => new DeepNetwork(null!)).ParamName);
    }

    [Fact]
    public void Changing_the_array_of_sizes_afterwards_changes_nothing()
    {
        int[] sizes = [4, 3];
        var network = new DeepNetwork(sizes);
        sizes[0] = 0;
        network.Fit(Circles.X, Circles.y);
        Assert.Equal(4, network.Parameters["W1"].RowCount);
    }

    [Fact]
    public void A_cancelled_training_keeps_what_it_learned_and_records_it()
    {
        using var source = new CancellationTokenSource();
        var (network, reached) = (new DeepNetwork(5, 5), new DeepNetwork(5, 5));
        Assert.Throws<OperationCanceledException>(() => network.Fit(
            Circles.X, Circles.y, new() { RecordEvery = 10 }, progress: new CancelAt(40, source), cancellation: source.Token));
        reached.Fit(Circles.X, Circles.y, new() { Iterations = 41, RecordEvery = 10 });
        Assert.Equal(reached.Parameters, network.Parameters);
        Assert.Equal(reached.History, network.History);
    }

    [Fact]
    public void A_training_that_diverges_stops_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var network = new DeepNetwork(5) { Activation = HiddenActivation.ReLU };
        network.Fit(Circles.X, Circles.y);
        var (parameters, history) = (network.Parameters, network.History);

        var error = Assert.Throws<TrainingDivergedException>(() => network.Fit(Circles.X * 1e200, Circles.y, new() { LearningRate = 1.5e9 }));
        Assert.EndsWith("Use a smaller LearningRate (it is 1500000000), or scale X first (MinMaxScaler).", error.Message, StringComparison.Ordinal);
        Assert.Equal((parameters, history), (network.Parameters, network.History));
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused_and_changes_nothing()
    {
        var (X, y) = Circles;
        var network = new TwoLayerNetwork(4);
        Fails("X is 100x2 but y is 1x100: both need one column per sample.", () => network.Fit(X.Transpose(), y));
        Fails("y is 100x1 but must be one row, a value for each sample: transpose it, or take one of its rows.", () => network.Fit(X, y.Transpose()));
        Fails("y has only label 0: telling two classes apart is learned from samples of both; add some of class 1.", () => network.Fit(X, y * 0));
        Fails("validation.X is 1x100 but X is 2x100: both need the same variables, one per row.", () => network.Fit(X, y, validation: (X.SubMatrix(0, 1, 0, 100), y)));
        Assert.Empty(network.History);
    }

    [Fact]
    public void An_untrained_network_says_so()
    {
        var network = new TwoLayerNetwork(4);
        Assert.All<Func<object>>(
            [() => network.W1, () => network.b2, () => network.Predict(Circles.X), () => network.PredictProbability(Circles.X), () => network.Activations(Circles.X)],
            use => Assert.Equal("This model has no parameters yet: train it with Fit(X, y) first.", Assert.Throws<InvalidOperationException>(use).Message));
    }

    [Fact]
    public void Other_variables_than_it_was_trained_on_are_refused()
    {
        var network = new TwoLayerNetwork(4);
        network.Fit(Circles.X, Circles.y);
        const string Message = "X is 100x2 but W1 expects 2 variables (W1 is 4x2): X needs one row per variable and one column per sample.";
        Assert.All<Func<object>>(
            [() => network.Predict(Circles.X.Transpose()), () => network.PredictProbability(Circles.X.Transpose()), () => network.Activations(Circles.X.Transpose())],
            use => Fails(Message, use));
    }

    private static void Fails(string message, Func<object> use) => Assert.Equal(message, Assert.Throws<ArgumentException>(use).Message);

    private sealed class CancelAt(int iteration, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Iteration == iteration)
            {
                source.Cancel();
            }
        }
    }
}
