using MathNet.Numerics.LinearAlgebra;
using static Neurones.SoftmaxFunctions;

namespace Neurones.Tests;

public class SoftmaxFunctionsTests
{
    private static readonly Matrix<double> X = new RandomState(0).Randn(4, 3);
    private static readonly Matrix<double> Y = OneHot.Encode(ParityValues.Column([1, 0, 1, 1]));
    private static readonly Matrix<double> W = new RandomState(1).Randn(3, 2);
    private static readonly Matrix<double> b = new RandomState(2).Randn(1, 2);

    [Fact]
    public void The_published_example_comes_out()
    {
        var A = Softmax(Matrix<double>.Build.DenseOfRowArrays([2.0, 1.0, 0.1]));
        Assert.Equal([0.65900114, 0.24243297, 0.09856589], A.Enumerate().Select(a => Math.Round(a, 8)));
    }

    [Fact]
    public void Softmax_is_that_of_SciPy_at_every_temperature_and_of_huge_numbers()
    {
        var Z = ParityValues.Matrix(SoftmaxPeers.All.Temperatures.Z);
        Assert.All(SoftmaxPeers.All.Temperatures.Softmax, hot => Near.Equal(ParityValues.Matrix(hot.A), Softmax(Z, hot.Temperature), 1e-14));
    }

    [Fact]
    public void Step_by_step_it_learns_what_NumPy_learns() => Assert.All(SoftmaxPeers.All.Descents.Where(peer => peer.Batch is null), peer =>
    {
        var (X, y) = peer.Data();
        var Y = OneHot.Encode(y, peer.Classes);
        var (W, b) = Initialise(X, peer.Classes);
        for (var epoch = 0; epoch < peer.Epochs; epoch++)
        {
            var A = Model(X, W, b);
            Near.Equal(peer.Losses[epoch], CrossEntropy(A, Y), 1e-12);
            var (dW, db) = Gradients(A, X, Y);
            (W, b) = Update(dW, db, W, b, peer.Rate);
        }

        Near.Equal(ParityValues.Matrix(peer.W), W, 1e-12);
        Near.Equal(ParityValues.Matrix(peer.b), b, 1e-12);
    });

    [Fact]
    public void Before_it_has_learned_anything_every_class_is_as_likely()
    {
        var (W, b) = Initialise(X, 2);
        Near.Equal(Math.Log(2), CrossEntropy(Model(X, W, b), Y), 1e-12);
    }

    [Fact]
    public void Two_classes_are_the_logistic_neuron()
    {
        var difference = W.SubMatrix(0, 3, 1, 1) - W.SubMatrix(0, 3, 0, 1);
        var neuron = LogisticNeuronFunctions.Model(X, difference, b[0, 1] - b[0, 0]);
        var A = Model(X, W, b);
        Near.Equal(neuron, A.SubMatrix(0, 4, 1, 1), 1e-14);
        Near.Equal(LogisticNeuronFunctions.LogLoss(neuron, Y.SubMatrix(0, 4, 1, 1)), CrossEntropy(A, Y), 1e-14);
    }

    [Fact]
    public void The_gradients_are_the_measured_slopes()
    {
        var (dW, db) = Gradients(Model(X, W, b), X, Y);
        var check = GradientCheck.Of(
            new NamedMatrices(("W", W), ("b", b)), p => CrossEntropy(Model(X, p["W"], p["b"]), Y), new NamedMatrices(("dW", dW), ("db", db)));
        Assert.True(check.Passed, check.ToString());
    }

    [Fact]
    public void Says_what_does_not_fit_together()
    {
        using var french = new FrenchCulture();
        var A = Model(X, W, b);
        Fails("X is 4x3 but W expects 2 variables (W is 2x2): X needs one row per sample and one column per variable.", () => Model(X, W.SubMatrix(0, 2, 0, 2), b));
        Fails("b is 1x1 but W is 3x2: b must be 1x2, a bias for each class, as W has a column for each.", () => Model(X, W, b.SubMatrix(0, 1, 0, 1)));
        Fails("b is 2x1 but must be one row, a value for each sample: transpose it, or take one of its rows.", () => Model(X, W, b.Transpose()));
        Fails("temperature is 0: it must be a finite number more than 0; 1 changes nothing.", () => Softmax(X, 0));
        Fails("Z has NaN at row 0, column 0 (counted from 0): replace or remove that sample first.", () => Softmax(X * double.NaN));
        Fails("classes is 1: tell from 2 to 1000 classes apart.", () => Initialise(X, 1));
        Fails("Y must be one-hot, but row 0 (counted from 0) isn't one 1 among 0s: encode the classes with OneHot.Encode, and give A and Y in this order.", () => CrossEntropy(Y, A));
        Fails("Y is 4x1 but must have a column for each class: encode the classes with OneHot.Encode(Y, k).", () => CrossEntropy(A, Y.SubMatrix(0, 4, 0, 1)));
        Fails("A is 4x2 but Y is 3x2: both must have the same shape.", () => CrossEntropy(A, Y.SubMatrix(0, 3, 0, 2)));
        Fails("A must hold probabilities, from 0 to 1, but has 2 at row 1, column 0 (counted from 0): pass what Model or PredictProbability returns.", () => CrossEntropy(2 * Y, Y));
        Fails("X is 3x3 but Y is 4x2: both need one row per sample.", () => Gradients(A, X.SubMatrix(0, 3, 0, 3), Y));
        Fails("dW is 2x3 but W is 3x2: both must have the same shape.", () => Update(W.Transpose(), b, W, b, 0.1));
        Fails("db is 1x1 but b is 1x2: both must have the same shape.", () => Update(W, b.SubMatrix(0, 1, 0, 1), W, b, 0.1));

        static void Fails(string message, Func<object> step) => Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
    }
}
