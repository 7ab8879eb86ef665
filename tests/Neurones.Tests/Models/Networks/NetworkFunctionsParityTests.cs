using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class NetworkFunctionsParityTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Each_step_gives_what_NumPy_gives() => Assert.All(NetworkPeer.Values.Trainings.Where(peer => peer.First is not null), peer =>
    {
        var ((X, y), first) = (peer.Data, peer.First!);
        var parameters = DeepNetworkFunctions.Initialise([2, .. peer.Hidden, 1], new RandomState(peer.Seed));
        var activations = DeepNetworkFunctions.ForwardPropagation(X, parameters);
        NetworkPeer.Near(first.Initial, parameters, Tolerance);
        NetworkPeer.Near(first.Activations, activations, Tolerance);
        NetworkPeer.Near(first.Gradients, DeepNetworkFunctions.BackPropagation(X, y, parameters, activations), Tolerance);
        Near.Equal(peer.Losses[0], DeepNetworkFunctions.LogLoss(activations.Values.Last(), y), Tolerance);
    });

    [Fact]
    public void Two_layers_are_the_deep_network_of_one_hidden_layer_to_the_bit()
    {
        var (X, y) = NetworkPeer.Circles(100);
        var two = TwoLayerNetworkFunctions.Initialise(2, 5, 1, new RandomState(4));
        var deep = DeepNetworkFunctions.Initialise([2, 5, 1], new RandomState(4));
        for (var i = 0; i < 10; i++)
        {
            var (twoA, deepA) = (TwoLayerNetworkFunctions.ForwardPropagation(X, two), DeepNetworkFunctions.ForwardPropagation(X, deep));
            Assert.Equal(deepA, twoA);
            Assert.Equal(DeepNetworkFunctions.LogLoss(deepA["A2"], y), TwoLayerNetworkFunctions.LogLoss(twoA["A2"], y));
            two = TwoLayerNetworkFunctions.Update(TwoLayerNetworkFunctions.BackPropagation(X, y, two, twoA), two, 0.5);
            deep = DeepNetworkFunctions.Update(DeepNetworkFunctions.BackPropagation(X, y, deep, deepA), deep, 0.5);
            Assert.Equal(deep, two);
            Assert.Equal(DeepNetworkFunctions.Predict(X, deep), TwoLayerNetworkFunctions.Predict(X, two));
        }
    }

    [Fact]
    public void Lesson_9_comes_out()
    {
        var (X, y) = NetworkPeer.Circles(100);
        var parameters = TwoLayerNetworkFunctions.Initialise(2, 32, 1, new RandomState(0));
        for (var i = 0; i < 1000; i++)
        {
            var activations = TwoLayerNetworkFunctions.ForwardPropagation(X, parameters);
            parameters = TwoLayerNetworkFunctions.Update(TwoLayerNetworkFunctions.BackPropagation(X, y, parameters, activations), parameters, 0.1);
        }

        var published = Matrix<double>.Build.DenseOfRows([[1.80212588, 0.37821374], [1.01147118, 2.72196966], [2.58920092, -1.12112355]]);
        Near.Equal(published, parameters["W1"].SubMatrix(0, 3, 0, 2), 1e-8);
    }

    [Fact]
    public void Every_activation_slopes_as_in_scikit_learn() => Assert.All(NetworkPeer.Values.Gradients, peer =>
    {
        var ((X, y), parameters) = (peer.Data, NetworkPeer.Named(peer.Parameters));
        var activations = DeepNetworkFunctions.ForwardPropagation(X, parameters, peer.HiddenActivation);
        Near.Equal(ParityValues.Matrix(peer.Answers), activations.Values.Last(), Tolerance);
        Near.Equal(peer.Loss, DeepNetworkFunctions.LogLoss(activations.Values.Last(), y), Tolerance);
        NetworkPeer.Near(peer.Gradients, DeepNetworkFunctions.BackPropagation(X, y, parameters, activations, peer.HiddenActivation), Tolerance);
    });
}
