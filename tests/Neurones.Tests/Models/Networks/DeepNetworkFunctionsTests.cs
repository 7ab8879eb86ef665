using MathNet.Numerics.LinearAlgebra;
using static Neurones.DeepNetworkFunctions;

namespace Neurones.Tests;

public class DeepNetworkFunctionsTests
{
    [Theory]
    [InlineData(HiddenActivation.Sigmoid)]
    [InlineData(HiddenActivation.Tanh)]
    [InlineData(HiddenActivation.ReLU)]
    public void Gradients_are_the_slopes_of_the_loss_at_any_depth(HiddenActivation activation) => Assert.All(Enumerable.Range(0, 5), hiddenLayers =>
    {
        const double Step = 1e-6;
        var (X, y, parameters) = RandomNetwork.Of([2, .. Enumerable.Range(0, hiddenLayers).Select(l => 3 + (l % 2)), 1], samples: 9);
        var gradients = BackPropagation(X, y, parameters, ForwardPropagation(X, parameters, activation), activation);

        double Loss() => LogLoss(ForwardPropagation(X, parameters, activation).Values.Last(), y);
        Assert.Equal(2 * (hiddenLayers + 1), gradients.Count);
        foreach (var (name, parameter) in parameters)
        {
            foreach (var (row, column, value) in parameter.Clone().EnumerateIndexed(Zeros.Include))
            {
                parameter[row, column] = value + Step;
                var above = Loss();
                parameter[row, column] = value - Step;
                var below = Loss();
                parameter[row, column] = value;
                Near.Equal((above - below) / (2 * Step), gradients["d" + name][row, column], 1e-7);
            }
        }
    });

    [Theory]
    [InlineData(WeightInitialisation.StandardNormal, 1, 1)]
    [InlineData(WeightInitialisation.Xavier, 0.2, 0.14002800840280097)]
    [InlineData(WeightInitialisation.He, 0.25819888974716115, 0.31622776601683794)]
    public void Weights_begin_as_large_as_asked_for_in_the_order_of_the_layers(WeightInitialisation initialisation, double ofW1, double ofW2)
    {
        var parameters = Initialise([30, 20, 82], new RandomState(5), initialisation); // 2 / (30 + 20) is 0.2², 2 / (20 + 82) about 0.14².
        var random = new RandomState(5);
        Assert.Equal(["W1", "b1", "W2", "b2"], parameters.Keys);
        Near.Equal(random.Randn(20, 30) * ofW1, parameters["W1"], 1e-12);
        Near.Equal(random.Randn(82, 20) * ofW2, parameters["W2"], 1e-12);
        Assert.Equal(Matrix<double>.Build.Dense(82, 1), parameters["b2"]);
    }

    [Fact]
    public void Activations_are_their_definitions()
    {
        var parameters = new NamedMatrices(("W1", One(1)), ("b1", One(0)), ("W2", One(1)), ("b2", One(0)));
        var X = Matrix<double>.Build.DenseOfRows([[-800, -0.5, 0, 2, 800]]);
        Near.Equal([0, 0.3775406687981454, 0.5, 0.8807970779778823, 1], A1(HiddenActivation.Sigmoid), 1e-15);
        Near.Equal([-1, -0.46211715726000973, 0, 0.9640275800758169, 1], A1(HiddenActivation.Tanh), 1e-15);
        Near.Equal([0, 0, 0, 2, 800], A1(HiddenActivation.ReLU), 0);
        Assert.Equal("There is no hidden activation 7: use Sigmoid, Tanh or ReLU.", Assert.Throws<ArgumentException>(() => A1((HiddenActivation)7)).Message);

        IEnumerable<double> A1(HiddenActivation activation) => ForwardPropagation(X, parameters, activation)["A1"].Enumerate();
        static Matrix<double> One(double value) => Matrix<double>.Build.Dense(1, 1, value);
    }

    [Fact]
    public void Steps_leave_what_they_are_given_as_it_was()
    {
        var (X, y, parameters) = RandomNetwork.Of([2, 3, 1], samples: 5);
        var (oldX, old) = (X.Clone(), parameters.Select(p => p.Value.Clone()).ToList());
        var activations = ForwardPropagation(X, parameters);
        Update(BackPropagation(X, y, parameters, activations), parameters, 0.5);
        Assert.Equal(oldX, X);
        Assert.Equal(old, parameters.Values);
        Assert.Equal(activations, ForwardPropagation(X, parameters));
    }

    [Fact]
    public void Half_is_class_1() =>
        Assert.Equal(1, Predict(Matrix<double>.Build.Dense(2, 1), new NamedMatrices(("W1", Matrix<double>.Build.Dense(1, 2)), ("b1", Matrix<double>.Build.Dense(1, 1))))[0, 0]);
}
