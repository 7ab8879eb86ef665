using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class LinearNeuronTests
{
    private const double Tolerance = 1e-9;

    private static readonly EarlyPeers.Regression Peer = EarlyPeers.All.Linear[1];

    [Fact]
    public void Learns_what_NumPy_learns() => Assert.All(EarlyPeers.All.Linear, peer =>
    {
        var (X, y) = peer.Data();
        var neuron = new LinearNeuron();
        var history = neuron.Fit(X, y, peer.Options);

        Near.Equal(ParityValues.Column(peer.W), neuron.W, Tolerance);
        Near.Equal(peer.b, neuron.b, Tolerance);
        Near.Equal(peer.Losses, history.Select(r => r.TrainLoss), Tolerance);
        Assert.Same(history, neuron.History);
        Assert.All(history, record => Assert.Null(record.TrainAccuracy));
    });

    [Fact]
    public void The_published_table_comes_out()
    {
        var random = new RandomState(42);
        var X = random.Rand(2, 1);
        var y = (2 * X) + 1;
        var (W, b) = LinearNeuronFunctions.Initialise(X, random);

        var neuron = new LinearNeuron();
        var history = neuron.Fit(X, y, new()
        {
            Iterations = 1001,
            RecordEvery = 100,
            InitialParameters = new(("W", W), ("b", Matrix<double>.Build.Dense(1, 1, b))),
        });

        Near.Equal(EarlyPeers.All.Published.Losses, history.Select(r => r.TrainLoss), 1e-12);
        Near.Equal(
            [0.1455, 0.0180, 0.0058, 0.0019, 0.0006, 0.0002, 0.0001, 0, 0, 0, 0],
            history.Take(11).Select(r => Math.Round(r.TrainLoss, 4)), 1e-12);
        Assert.Equal((1.9961, 1.0027), (Math.Round(neuron.W[0, 0], 4), Math.Round(neuron.b, 4)));
    }

    [Fact]
    public void Reaches_the_best_parameters_in_the_limit() => Assert.All([0, 1, 4], index =>
    {
        var peer = EarlyPeers.All.Linear[index];
        var (X, y) = peer.Data();
        var neuron = new LinearNeuron();
        var last = neuron.Fit(X, y, peer.Options with { LearningRate = 0.5, Iterations = 1000 })[^1];
        Near.Equal(ParityValues.Column(peer.BestW), neuron.W, Tolerance);
        Near.Equal(peer.BestB, neuron.b, Tolerance);
        Near.Equal(peer.BestLoss, last.TrainLoss, 1e-12);
    });

    [Fact]
    public void Predict_evaluate_and_gradients_are_those_of_the_readable_functions()
    {
        var (X, y) = Peer.Data();
        var neuron = new LinearNeuron();
        var last = neuron.Fit(X, y, Peer.Options)[^1];
        var A = LinearNeuronFunctions.Model(X, neuron.W, neuron.b);
        var (dW, db) = LinearNeuronFunctions.Gradients(A, X, y);
        Near.Equal(A, neuron.Predict(X), 1e-15);
        Near.Equal(LinearNeuronFunctions.HalfMeanSquaredError(A, y), neuron.Evaluate(X, y).Loss, 1e-12);
        Near.Equal(last.TrainLoss, neuron.Evaluate(X, y).Loss, 1e-12);
        Near.Equal(dW, neuron.Gradients(X, y)["dW"], 1e-12);
        Near.Equal(db, neuron.Gradients(X, y)["db"][0, 0], 1e-12);
        Assert.True(GradientCheck.Of(neuron, X, y).Passed);
    }

    [Fact]
    public void Goes_on_where_another_training_stopped()
    {
        var (X, y) = Peer.Data();
        var (inOne, inTwo) = (new LinearNeuron(), new LinearNeuron());
        inOne.Fit(X, y, new() { Iterations = 70 });
        inTwo.Fit(X, y, new() { Iterations = 30 });
        inTwo.Fit(X, y, new() { Iterations = 40, InitialParameters = inTwo.Parameters });
        Assert.Equal((inOne.W, inOne.b), (inTwo.W, inTwo.b));
    }

    [Fact]
    public void Measures_the_validation_set()
    {
        var (X, y) = Peer.Data();
        var neuron = new LinearNeuron();
        var (testX, testY) = (X.SubMatrix(0, 20, 0, 5), y.SubMatrix(0, 20, 0, 1));
        var last = neuron.Fit(X.SubMatrix(20, 40, 0, 5), y.SubMatrix(20, 40, 0, 1), Peer.Options, (testX, testY))[^1];
        Near.Equal(neuron.Evaluate(testX, testY).Loss, last.TestLoss!.Value, 1e-12);
        Assert.Null(last.TestAccuracy);
    }

    [Fact]
    public void Prints_itself_in_any_culture()
    {
        using var french = new FrenchCulture();
        var neuron = new LinearNeuron();
        Assert.Equal("Linear neuron, not trained yet", neuron.ToString());
        var (X, y) = Peer.Data();
        neuron.Fit(X, y, Peer.Options);
        Assert.Equal("Linear neuron (W 5x1, b 1x1), iteration 200: train loss 0.0053659", neuron.ToString());
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var (X, y) = Peer.Data();
        var neuron = new LinearNeuron();
        void Fails(string message, Matrix<double> y, TrainingOptions? options = null) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => neuron.Fit(X, y, options)).Message);

        Fails("y is 60x5 but must be one column: transpose it, or take one of its columns.", X);
        Fails("y has NaN at row 7, column 0 (counted from 0): replace or remove that sample first.", y.MapIndexed((i, _, value) => i == 7 ? double.NaN : value));
        Fails("X is 60x5 but y is 59x1: both need one row per sample.", y.SubMatrix(0, 59, 0, 1));
        Fails("W of InitialParameters has Infinity at row 0, column 0 (counted from 0): a training starts from ordinary numbers.",
            y, new() { InitialParameters = new(("W", Matrix<double>.Build.Dense(5, 1, double.PositiveInfinity)), ("b", Matrix<double>.Build.Dense(1, 1))) });
        Fails("W of InitialParameters is 4x1 but must be 5x1: this model has W 5x1, b 1x1.",
            y, new() { InitialParameters = new(("W", Matrix<double>.Build.Dense(4, 1)), ("b", Matrix<double>.Build.Dense(1, 1))) });
        Fails("b of InitialParameters is missing: this model has W 5x1, b 1x1.", y, new() { InitialParameters = new(("W", Matrix<double>.Build.Dense(5, 1))) });
        Assert.Throws<TrainingDivergedException>(() => neuron.Fit(X, y, new() { LearningRate = 10, Iterations = 1000 }));
        Assert.Throws<InvalidOperationException>(() => neuron.Predict(X));
        Assert.Empty(neuron.History);

        neuron.Fit(X, y);
        Assert.Equal(
            "X is 5x60 but W expects 5 variables (W is 5x1): X needs one row per sample and one column per variable.",
            Assert.Throws<ArgumentException>(() => neuron.Predict(X.Transpose())).Message);
    }
}
