using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class NetworkShapesTests
{
    private static readonly (Matrix<double> X, Matrix<double> y, NamedMatrices Parameters) Network = RandomNetwork.Of([2, 32, 1], samples: 100);

    [Fact]
    public void Shapes_that_do_not_fit_are_named_with_the_cure()
    {
        using var french = new FrenchCulture();
        var (X, y, parameters) = Network;
        var A = DeepNetworkFunctions.ForwardPropagation(X, parameters);
        var gradients = DeepNetworkFunctions.BackPropagation(X, y, parameters, A);

        Fails("W2 is 1x16 but A1 is 32x100: W2 needs 32 columns, one for each row of A1.", X, With(parameters, "W2", 1, 16));
        Fails("b1 is 1x32 but W1 is 32x2: b1 must be 32x1, one bias for each row of W1.", X, With(parameters, "b1", 1, 32));
        Fails("X is 100x2 but W1 expects 2 variables (W1 is 32x2): X needs one row per variable and one column per sample.", X.Transpose(), parameters);
        Fails("b2 is missing: 2 layers have W1, b1 to W2, b2.", X, Without(With(parameters, "b3", 1, 1), "b2"));
        Fails("X has NaN at row 1, column 7 (counted from 0): replace or remove that sample first.", X.MapIndexed((i, j, x) => (i, j) == (1, 7) ? double.NaN : x), parameters);
        FailsBack("A1 is 3x100 but W1 is 32x2 and X is 2x100: A1 must be 32x100, from ForwardPropagation(X, parameters).", y, With(A, "A1", 3, 100));
        FailsBack("A2 is missing: pass what ForwardPropagation(X, parameters) returns.", y, Without(A, "A2"));
        FailsBack("A2 is 1x100 but y is 1x99: both must have the same shape.", y.SubMatrix(0, 1, 0, 99), A);
        FailsBack("y is 100x1 but must be one row, a value for each sample: transpose it, or take one of its rows.", y.Transpose(), A);
        FailsBack("y must hold labels, 0 or 1, but has 2 at column 0 (counted from 0): a neuron tells two classes apart; are the arguments in the right order?", y * 2, A);
        FailsUpdate("dW1 is 5x5 but W1 is 32x2: both must have the same shape.", With(gradients, "dW1", 5, 5));
        FailsUpdate("db2 is missing: pass what BackPropagation returns.", Without(gradients, "db2"));
    }

    [Fact]
    public void Three_layers_are_too_many_for_two_and_none_too_few()
    {
        var (X, _, parameters) = RandomNetwork.Of([2, 3, 4, 1], samples: 5);
        Assert.Equal("There are 6 parameters: 2 layers have a W and a b each, 4 in all.",
            Message(() => TwoLayerNetworkFunctions.ForwardPropagation(X, parameters)));
        Assert.Equal("W1 is missing: 1 layers have W1, b1 to W1, b1.", Message(() => DeepNetworkFunctions.ForwardPropagation(X, new NamedMatrices())));
    }

    [Fact]
    public void Sizes_that_cannot_be_are_refused()
    {
        var random = new RandomState(0);
        Assert.Equal("n1 is 0: a layer has 1 neuron or more.", Message(() => TwoLayerNetworkFunctions.Initialise(2, 0, 1, random)));
        Assert.Equal("n0 is -2: a sample has 1 variable or more.", Message(() => DeepNetworkFunctions.Initialise([-2, 1], random)));
        Assert.Equal("sizes has 1 numbers: give n0, the variables, then the neurons of 1 layer or more.", Message(() => DeepNetworkFunctions.Initialise([2], random)));
        Assert.Equal("There is no weight initialisation 9: use StandardNormal, Xavier or He.",
            Message(() => DeepNetworkFunctions.Initialise([2, 1], random, (WeightInitialisation)9)));
    }

    [Fact]
    public void Swapped_arguments_of_the_log_loss_are_refused()
    {
        var A = TwoLayerNetworkFunctions.ForwardPropagation(Network.X, Network.Parameters)["A2"];
        Assert.EndsWith("are the arguments in the right order?", Message(() => TwoLayerNetworkFunctions.LogLoss(Network.y, A)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        var (X, y, parameters) = Network;
        var A = TwoLayerNetworkFunctions.ForwardPropagation(X, parameters);
        IsMissing("random", () => TwoLayerNetworkFunctions.Initialise(2, 3, 1, null!));
        IsMissing("sizes", () => DeepNetworkFunctions.Initialise(null!, new RandomState(0)));
        IsMissing("random", () => DeepNetworkFunctions.Initialise([2, 1], null!));
        IsMissing("X", () => TwoLayerNetworkFunctions.ForwardPropagation(null!, parameters));
        IsMissing("parameters", () => DeepNetworkFunctions.ForwardPropagation(X, null!));
        IsMissing("A", () => DeepNetworkFunctions.LogLoss(null!, y));
        IsMissing("y", () => DeepNetworkFunctions.BackPropagation(X, null!, parameters, A));
        IsMissing("activations", () => TwoLayerNetworkFunctions.BackPropagation(X, y, parameters, null!));
        IsMissing("gradients", () => TwoLayerNetworkFunctions.Update(null!, parameters, 0.1));

        static void IsMissing(string name, Func<object> step) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(step).ParamName);
    }

    private static void Fails(string message, Matrix<double> X, NamedMatrices parameters)
    {
        Assert.Equal(message, Message(() => TwoLayerNetworkFunctions.ForwardPropagation(X, parameters)));
        Assert.Equal(message, Message(() => DeepNetworkFunctions.ForwardPropagation(X, parameters)));
        Assert.Equal(message, Message(() => DeepNetworkFunctions.Predict(X, parameters)));
    }

    private static void FailsBack(string message, Matrix<double> y, NamedMatrices activations)
    {
        Assert.Equal(message, Message(() => TwoLayerNetworkFunctions.BackPropagation(Network.X, y, Network.Parameters, activations)));
        Assert.Equal(message, Message(() => DeepNetworkFunctions.BackPropagation(Network.X, y, Network.Parameters, activations)));
    }

    private static void FailsUpdate(string message, NamedMatrices gradients)
    {
        Assert.Equal(message, Message(() => TwoLayerNetworkFunctions.Update(gradients, Network.Parameters, 0.1)));
        Assert.Equal(message, Message(() => DeepNetworkFunctions.Update(gradients, Network.Parameters, 0.1)));
    }

    private static NamedMatrices With(NamedMatrices matrices, string name, int rows, int columns) =>
        new([.. Without(matrices, name).Select(m => (m.Key, m.Value)), (name, Matrix<double>.Build.Dense(rows, columns))]);

    private static NamedMatrices Without(NamedMatrices matrices, string name) => new(matrices.Where(m => m.Key != name).Select(m => (m.Key, m.Value)));

    private static string Message(Func<object> step) => Assert.Throws<ArgumentException>(step).Message;
}
