namespace Neurones.Tests;

/// <summary>Small networks compute, and learn, what PyTorch does: layers.py builds the same.</summary>
public class LayersParityTests
{
    private const int Samples = 6;
    private const double Tolerance = 1e-5;

    private static readonly Dictionary<string, (Loss Loss, Sequential Model)> Networks = new()
    {
        ["one neuron"] = (new MeanSquaredError(), new([2]) { new Dense(1) }),
        ["tanh"] = (new MeanSquaredError(), new([3]) { new Dense(4), new Tanh(), new Dense(2) }),
        ["sigmoid"] = (new BinaryCrossEntropy(), new([4]) { new Dense(5), new Sigmoid(), new Dense(2), new Sigmoid() }),
        ["relu"] = (new CategoricalCrossEntropy(), new([5]) { new Dense(6), new ReLU(), new Dense(3), new Softmax() }),
        ["softmax in the middle"] = (new MeanSquaredError(), new([4]) { new Dense(5), new Softmax(), new Dense(3), new Tanh() }),
        ["softmax and squares"] = (new MeanSquaredError(), new([4]) { new Dense(3), new Softmax() }),
        ["sigmoid and squares"] = (new MeanSquaredError(), new([4]) { new Dense(3), new Sigmoid() }),
        ["activations first"] = (new MeanSquaredError(), new([4]) { new Tanh(), new ReLU(), new Dense(3), new Sigmoid(), new Tanh(), new Dense(2) }),
        ["valid convolution"] = (new CategoricalCrossEntropy(), new([5, 5, 1])
        {
            new Convolution2D(2, 3), new ReLU(), new Flatten(), new Dense(3), new Softmax(),
        }),
        ["same convolution"] = (new CategoricalCrossEntropy(), new([4, 5, 3])
        {
            new Convolution2D(2, 3) { Padding = Padding.Same }, new Tanh(), new MaxPooling2D(2), new Flatten(), new Dense(2), new Softmax(),
        }),
        ["stride 2"] = (new BinaryCrossEntropy(), new([7, 6, 3])
        {
            new Convolution2D(3, 3) { Stride = 2 }, new Sigmoid(), new Flatten(), new Dense(1), new Sigmoid(),
        }),
        ["stride 2, same"] = (new MeanSquaredError(), new([5, 6, 1])
        {
            new Convolution2D(2, 3) { Stride = 2, Padding = Padding.Same }, new Tanh(), new Convolution2D(3, 2) { Padding = Padding.Same },
        }),
        ["stride 2, same, kernel 4"] = (new MeanSquaredError(), new([6, 5, 3])
        {
            new Convolution2D(2, 4) { Stride = 2, Padding = Padding.Same }, new Flatten(), new Dense(2),
        }),
        ["kernel 1, stride 3"] = (new MeanSquaredError(), new([4, 5, 2]) { new Convolution2D(3, 1) { Stride = 3 }, new Flatten(), new Dense(2) }),
        ["pooling 3, stride 2"] = (new CategoricalCrossEntropy(), new([8, 7, 1])
        {
            new Convolution2D(2, 2), new MaxPooling2D(3, stride: 2), new ReLU(), new Flatten(), new Dense(2), new Softmax(),
        }),
        ["pooling first"] = (new MeanSquaredError(), new([6, 7, 3])
        {
            new MaxPooling2D(2), new Convolution2D(2, 2), new MaxPooling2D(2, stride: 1), new Flatten(), new Dense(2),
        }),
        ["two convolutions"] = (new CategoricalCrossEntropy(), new([8, 8, 1])
        {
            new Convolution2D(3, 3) { Padding = Padding.Same }, new ReLU(), new MaxPooling2D(2), new Convolution2D(4, 3), new ReLU(),
            new Flatten(), new Dense(3), new Softmax(),
        }),
        ["reshape"] = (new BinaryCrossEntropy(), new([6])
        {
            new Dense(12), new Reshape([3, 4, 1]), new Convolution2D(2, 2), new Tanh(), new Reshape([2, 6]), new Flatten(), new Dense(2), new Sigmoid(),
        }),
        ["penalties"] = (new MeanSquaredError(), new([4, 4, 1])
        {
            new Convolution2D(2, 2) { L1 = 0.02, L2 = 0.01 }, new ReLU(), new Flatten(), new Dense(3) { L1 = 0.03 }, new Tanh(), new Dense(2) { L2 = 0.05 },
        }),
    };

    private static readonly Dictionary<string, Optimiser> Optimisers = new()
    {
        ["Adam"] = new Adam(0.01),
        ["Descent"] = new StochasticGradientDescent(0.1),
        ["Momentum"] = new StochasticGradientDescent(0.1, momentum: 0.9),
    };

    public static TheoryData<string> Names => [.. LayerPeer.All.Keys];

    [Fact]
    public void Every_network_has_its_peer() => Assert.Equal(Networks.Keys.Order(), LayerPeer.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_loss_and_gradients_are_those_of_PyTorch(string name)
    {
        var (peer, model, loss, X, Y) = Drawn(name);

        NearLargest(peer.Answers, model.Predict(X));

        var evaluation = model.Evaluate(X, Y, loss);
        Near.Equal(peer.Loss, evaluation.Loss, Tolerance);
        Assert.Equal(peer.Accuracy, evaluation.Accuracy);

        var gradients = model.Gradients(X, Y, loss);
        Assert.Equal(peer.Gradients.Keys, gradients.Keys);
        Assert.All(gradients, pair => NearLargest(peer.Gradients[pair.Key], pair.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Three_steps_lead_where_PyTorch_goes(string name)
    {
        foreach (var (optimiser, training) in LayerPeer.All[name].Trainings)
        {
            var (_, model, loss, X, Y) = Drawn(name);

            var history = model.Fit(X, Y, new() { Loss = loss, Optimiser = Optimisers[optimiser], Epochs = training.Losses.Length, BatchSize = Samples });

            Near.Equal(training.Losses, history.Select(record => record.TrainLoss), Tolerance);
            Assert.Equal(training.Parameters.Keys, model.Parameters.Keys);
            Assert.All(model.Parameters, pair => NearLargest(training.Parameters[pair.Key], pair.Value));
        }
    }

    /// <summary>A fresh copy of the network, with what the script drew for it.</summary>
    private static (LayerPeer Peer, Sequential Model, Loss Loss, Tensor X, Tensor Y) Drawn(string name)
    {
        var peer = LayerPeer.All[name];
        var (loss, network) = Networks[name];
        var (model, X, Y) = RandomModel.Of(network.Input, network, Samples, peer.Seed, loss);
        return (peer, model, loss, X, Y);
    }

    /// <summary>No number is further from its peer than the tolerance times the largest of them.</summary>
    private static void NearLargest(double[] expected, Tensor actual)
    {
        var largest = expected.Max(Math.Abs);
        Assert.True(largest > 0, "Every number is 0: this compares nothing.");
        Near.Equal([.. expected.Select(value => value / largest)], actual.Values.ToArray().Select(value => value / largest), Tolerance);
    }
}
