using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class NetworkTests
{
    private const double Tolerance = 1e-9;

    private static readonly (Matrix<double> X, Matrix<double> y) Circles = NetworkPeer.Circles(100);

    [Fact]
    public void Learns_what_NumPy_learns() => Assert.All(NetworkPeer.Values.Trainings, peer =>
    {
        var (X, y) = peer.Data;
        var network = new DeepNetwork(peer.Hidden);
        var history = network.Fit(X, y, peer.Options);

        NetworkPeer.Near(peer.Final, network.Parameters, Tolerance);
        Near.Equal(peer.Losses, history.Select(r => r.TrainLoss), Tolerance);
        Near.Equal(peer.Accuracies, history.Select(r => r.TrainAccuracy!.Value), Tolerance);
        Near.Equal(ParityValues.Matrix(peer.Answers), network.PredictProbability(X), Tolerance);
        Near.Equal(ParityValues.Matrix(peer.Answers), network.Activations(X).Values.Last(), Tolerance);
        Assert.Equal(peer.Accuracies[^1], Metrics.Accuracy(y.Transpose(), network.Predict(X).Transpose()));
        Assert.Same(history, network.History);
    });

    [Fact]
    public void Lesson_9_comes_out()
    {
        var network = new TwoLayerNetwork(32);
        network.Fit(Circles.X, Circles.y, new() { LearningRate = 0.1, Iterations = 1000, RecordEvery = 10 });
        var published = Matrix<double>.Build.DenseOfRows([[1.80212588, 0.37821374], [1.01147118, 2.72196966], [2.58920092, -1.12112355]]);
        Near.Equal(published, network.W1.SubMatrix(0, 3, 0, 2), 1e-8);
        Assert.Equal(["32x1", "1x32", "1x1"], new[] { network.b1, network.W2, network.b2 }.Select(Check.Shape));
    }

    [Fact]
    public void One_hidden_layer_is_the_two_layer_network_to_the_bit()
    {
        var (two, deep) = (new TwoLayerNetwork(11), new DeepNetwork(11));
        Assert.Equal(two.Fit(Circles.X, Circles.y), deep.Fit(Circles.X, Circles.y));
        Assert.Equal(two.Parameters, deep.Parameters);
        Assert.Equal(two.PredictProbability(Circles.X), deep.PredictProbability(Circles.X));
    }

    [Fact]
    public void Gradients_and_evaluation_are_those_of_scikit_learn_for_every_activation() => Assert.All(NetworkPeer.Values.Gradients, peer =>
    {
        var ((X, y), layout) = (peer.Data, ParameterLayout.Of(NetworkPeer.Named(peer.Parameters)));
        var batch = new NetworkBatch(X, y, layout, peer.HiddenActivation);
        var (parameters, gradients) = (layout.Flatten(NetworkPeer.Named(peer.Parameters)), new double[layout.Length]);
        batch.Gradients(parameters, gradients);
        NetworkPeer.Near(peer.Gradients, layout.Name(gradients, prefix: "d"), Tolerance);
        Near.Equal(peer.Loss, batch.EvaluateLast().Loss, Tolerance);
    });

    [Theory]
    [InlineData(HiddenActivation.Sigmoid, WeightInitialisation.Xavier)]
    [InlineData(HiddenActivation.Tanh, WeightInitialisation.Xavier)]
    [InlineData(HiddenActivation.ReLU, WeightInitialisation.He)]
    public void Trains_as_the_lessons_loop_does(HiddenActivation activation, WeightInitialisation initialisation)
    {
        var parameters = DeepNetworkFunctions.Initialise([2, 9, 5, 1], new RandomState(6), initialisation);
        for (var i = 0; i < 50; i++)
        {
            var A = DeepNetworkFunctions.ForwardPropagation(Circles.X, parameters, activation);
            parameters = DeepNetworkFunctions.Update(DeepNetworkFunctions.BackPropagation(Circles.X, Circles.y, parameters, A, activation), parameters, 0.3);
        }

        var network = new DeepNetwork(9, 5) { Activation = activation, Initialisation = initialisation };
        network.Fit(Circles.X, Circles.y, new() { LearningRate = 0.3, Iterations = 50, Seed = 6 });
        Assert.Equal(parameters.Keys, network.Parameters.Keys);
        Assert.All(parameters, p => Near.Equal(p.Value, network.Parameters[p.Key], Tolerance));
        var answers = DeepNetworkFunctions.ForwardPropagation(Circles.X, parameters, activation);
        Assert.All(answers, a => Near.Equal(a.Value, network.Activations(Circles.X)[a.Key], Tolerance));
        Assert.Equal(DeepNetworkFunctions.Predict(Circles.X, parameters, activation), network.Predict(Circles.X));
        Near.Equal(answers["A3"], network.PredictProbability(Circles.X), Tolerance);
    }

    [Fact]
    public void Gradients_of_the_trained_network_have_the_names_of_the_lesson()
    {
        var network = new TwoLayerNetwork(4);
        network.Fit(Circles.X, Circles.y);
        var A = TwoLayerNetworkFunctions.ForwardPropagation(Circles.X, network.Parameters);
        var expected = TwoLayerNetworkFunctions.BackPropagation(Circles.X, Circles.y, network.Parameters, A);
        Assert.Equal(["dW1", "db1", "dW2", "db2"], network.Gradients(Circles.X, Circles.y).Keys);
        Assert.All(network.Gradients(Circles.X, Circles.y), g => Near.Equal(expected[g.Key], g.Value, 1e-12));
        Near.Equal(network.History[^1].TrainLoss, network.Evaluate(Circles.X, Circles.y).Loss, 1e-12);
    }

    [Fact]
    public void Records_the_validation_set_and_the_parameters_of_the_same_moment()
    {
        var validation = (X: Circles.X.SubMatrix(0, 2, 0, 31), y: Circles.y.SubMatrix(0, 1, 0, 31));
        var network = new DeepNetwork(3, 3) { Activation = HiddenActivation.Tanh };
        var history = network.Fit(Circles.X, Circles.y, new() { Iterations = 7, RecordEvery = 3, KeepParameters = true }, validation);
        Assert.Equal([0, 3, 6, 7], history.Select(r => r.Iteration));
        Assert.All(history, record =>
        {
            var A = DeepNetworkFunctions.ForwardPropagation(validation.X, record.Parameters!, HiddenActivation.Tanh)["A3"];
            Near.Equal(DeepNetworkFunctions.LogLoss(A, validation.y), record.TestLoss!.Value, 1e-9);
        });
        Assert.Equal(network.Parameters, history[^1].Parameters);
        Assert.NotEqual(history[0].Parameters, history[1].Parameters);
    }

    [Fact]
    public void Fitting_again_starts_afresh_with_other_variables_too()
    {
        var (twice, once) = (new DeepNetwork(6, 4), new DeepNetwork(6, 4));
        twice.Fit(Circles.X.Stack(Circles.X), Circles.y);
        twice.Fit(Circles.X, Circles.y);
        once.Fit(Circles.X, Circles.y);
        Assert.Equal(once.Parameters, twice.Parameters);
        Assert.Equal(once.History, twice.History);
    }

    [Fact]
    public void Data_is_left_as_it_was()
    {
        var (X, y) = (Circles.X.Clone(), Circles.y.Clone());
        var network = new DeepNetwork(4);
        network.Fit(X, y, validation: (X, y));
        network.PredictProbability(X);
        Assert.Equal(Circles, (X, y));
    }

    [Fact]
    public void Networks_print_themselves_in_any_culture()
    {
        using var french = new FrenchCulture();
        var network = new TwoLayerNetwork(32);
        Assert.Equal("Two-layer network, not trained yet", network.ToString());
        network.Fit(Circles.X, Circles.y);
        Assert.Equal("Two-layer network (W1 32x2, b1 32x1, W2 1x32, b2 1x1), iteration 100: train loss 0.66907, accuracy 0.59", network.ToString());
        Assert.StartsWith("Deep network, ", new DeepNetwork(2).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_values_overflow_nothing() => Assert.All(Enum.GetValues<HiddenActivation>(), activation =>
    {
        var network = new DeepNetwork(8, 8) { Activation = activation };
        var history = network.Fit(Circles.X * 1e6, Circles.y, new() { Iterations = 20, LearningRate = 1e-9 });
        Assert.All(history, r => Assert.True(double.IsFinite(r.TrainLoss)));
        Assert.All(network.PredictProbability(Circles.X * 1e6).Enumerate(), p => Assert.InRange(p, 0, 1));
    });
}
