using MathNet.Numerics.LinearAlgebra;
using static Neurones.LogisticNeuronFunctions;

namespace Neurones.Tests;

public class LogisticNeuronFunctionsTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Each_step_gives_what_NumPy_gives() => Assert.All(NeuronPeer.All, peer =>
    {
        var (X, y) = peer.Data();
        var (W, b) = Initialise(X, new RandomState(peer.Seed));
        var A = Model(X, W, b);
        var (dW, db) = Gradients(A, X, y);

        Near.Equal(ParityValues.Column(peer.First.W), W, Tolerance);
        Near.Equal(peer.First.b, b, Tolerance);
        Near.Equal(ParityValues.Column(peer.First.A), A, Tolerance);
        Near.Equal(peer.Losses[0], LogLoss(A, y), Tolerance);
        Near.Equal(ParityValues.Column(peer.First.dW), dW, Tolerance);
        Near.Equal(peer.First.db, db, Tolerance);
    });

    [Fact]
    public void Lesson_5_comes_out()
    {
        var (X, y) = Datasets.MakeBlobs(100, 2, 2, seed: 0);
        var (W, b) = Initialise(X, new RandomState(0));
        var losses = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var A = Model(X, W, b);
            losses.Add(LogLoss(A, y));
            var (dW, db) = Gradients(A, X, y);
            (W, b) = Update(dW, db, W, b, 0.1);
        }

        Near.Equal([1.36922046, -1.28217318], W.Enumerate(), 1e-8);
        Near.Equal(0.97098196, b, 1e-8);
        Assert.Equal(0.90, Metrics.Accuracy(y, Predict(X, W, b)));
        Near.Equal(0.91888177, Model(Matrix<double>.Build.DenseOfRows([[2.0, 1]]), W, b)[0, 0], 1e-8);
        Near.Equal(NeuronPeer.All[0].Losses[..100], losses, Tolerance);
    }

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss() => Assert.All(NeuronPeer.All, peer =>
    {
        const double Step = 1e-6;
        var (X, y) = peer.Data();
        var (W, b) = Initialise(X, new RandomState(peer.Seed));
        W *= 0.1; // Far from the corner where epsilon bends the loss.
        var (dW, db) = Gradients(Model(X, W, b), X, y);

        double Loss(Matrix<double> W, double b) => LogLoss(Model(X, W, b), y);
        var slopes = Matrix<double>.Build.Dense(W.RowCount, 1, (j, _) =>
        {
            var h = Matrix<double>.Build.Dense(W.RowCount, 1, (k, _) => k == j ? Step : 0);
            return (Loss(W + h, b) - Loss(W - h, b)) / (2 * Step);
        });
        Near.Equal(slopes, dW, 1e-7);
        Near.Equal((Loss(W, b + Step) - Loss(W, b - Step)) / (2 * Step), db, 1e-7);
    });

    [Fact]
    public void Certain_and_wrong_costs_much_but_not_infinity()
    {
        var y = ParityValues.Column([1.0]);
        Near.Equal(-Math.Log(1e-15), LogLoss(ParityValues.Column([0.0]), y), Tolerance);
        Near.Equal(0, LogLoss(y, y), 1e-14);
    }

    [Fact]
    public void Half_is_class_1() => Assert.Equal(1, Predict(ParityValues.Column([0.0]), ParityValues.Column([1.0]), 0)[0, 0]);

    [Fact]
    public void Shapes_that_do_not_fit_are_named_with_the_cure()
    {
        using var french = new FrenchCulture();
        var X = Matrix<double>.Build.Dense(100, 2);
        var y = Matrix<double>.Build.Dense(100, 1);
        var W = Matrix<double>.Build.Dense(3, 1);
        Fails("X is 100x2 but W expects 3 variables (W is 3x1): X needs one row per sample and one column per variable.", () => Model(X, W, 0));
        Fails("W is 1x3 but must be one column: transpose it, or take one of its columns.", () => Model(X, W.Transpose(), 0));
        Fails("A is 3x1 but y is 100x1: both must have the same shape.", () => LogLoss(W, y));
        Fails("A is 3x1 but y is 100x1: both must have the same shape.", () => Gradients(W, X, y));
        Fails("X is 2x100 but y is 100x1: both need one row per sample.", () => Gradients(y, X.Transpose(), y));
        Fails("dW is 3x1 but W is 2x1: both must have the same shape.", () => Update(W, 0, W.SubMatrix(0, 2, 0, 1), 0, 0.1));
        Fails("y must hold labels, 0 or 1, but has 0.5 at row 0 (counted from 0): are the arguments in the right order?",
            () => LogLoss(y, y + 0.5));
        Fails("A must hold probabilities, from 0 to 1, but has -2.5 at row 0, column 0 (counted from 0): pass what Model or PredictProbability returns.",
            () => LogLoss(y - 2.5, y));
        Fails("A must hold probabilities, from 0 to 1, but has NaN at row 0, column 0 (counted from 0): pass what Model or PredictProbability returns.",
            () => LogLoss(y + double.NaN, y));
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        var X = Matrix<double>.Build.Dense(4, 2);
        var (W, y) = (Matrix<double>.Build.Dense(2, 1), Matrix<double>.Build.Dense(4, 1));
        IsMissing("X", () => Initialise(null!, new RandomState(0)));
        IsMissing("random", () => Initialise(X, null!));
        IsMissing("X", () => Model(null!, W, 0));
        IsMissing("W", () => Model(X, null!, 0));
        IsMissing("A", () => LogLoss(null!, y));
        IsMissing("y", () => LogLoss(y, null!));
        IsMissing("X", () => Gradients(y, null!, y));
        IsMissing("dW", () => Update(null!, 0, W, 0, 0.1));
        IsMissing("W", () => Update(W, 0, null!, 0, 0.1));
        IsMissing("X", () => new LogisticNeuron().Fit(null!, y));
        IsMissing("validation.y", () => new LogisticNeuron().Fit(X, Matrix<double>.Build.Dense(4, 1, (i, _) => i % 2), validation: (X, null!)));

        static void IsMissing(string name, Func<object> step) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(step).ParamName);
    }

    private static void Fails(string message, Func<object> step) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
}
