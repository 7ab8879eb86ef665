using MathNet.Numerics.LinearAlgebra;
using static Neurones.LogisticNeuronFunctions;

namespace Neurones.Tests;

public class CostGridTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfRows([[1.0, 2], [3, -4], [0.5, 0]]);

    private static readonly Matrix<double> y = ParityValues.Column([0.0, 1, 1]);

    [Fact]
    public void The_losses_are_those_of_NumPy() => Assert.All(ParityValues.Load<Peer[]>("grid.json"), peer =>
        Near.Equal(
            ParityValues.Matrix(peer.Losses),
            CostGrid.LogLoss(ParityValues.Matrix(peer.X), ParityValues.Column(peer.y), peer.b, peer.w1, peer.w2),
            1e-13));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(2001)] // More than one product of losses.
    public void Each_loss_is_that_of_the_lesson_in_registers_of_any_width(int samples)
    {
        var random = new RandomState(2);
        var X = random.Randn(samples, 2);
        var y = Matrix<double>.Build.Dense(samples, 1, (_, _) => random.RandInt(0, 2));
        double[] w1 = [-2, 0.5, 3], w2 = [.. Enumerable.Range(0, 13).Select(i => (i - 6) / 3.0)];
        var expected = Matrix<double>.Build.Dense(13, 3, (row, column) =>
            LogLoss(Model(X, ParityValues.Column([w1[column], w2[row]]), -0.5), y));

        Near.Equal(expected, CostGrid.LogLoss(X, y, -0.5, w1, w2), 1e-12);
        Near.Equal(expected, new LogLossGrid<Lanes512>(X, y, -0.5, w1, w2).Losses(), 1e-12);
        Near.Equal(expected, new LogLossGrid<Lanes256>(X, y, -0.5, w1, w2).Losses(), 1e-12);
        Near.Equal(expected, new LogLossGrid<Lanes128>(X, y, -0.5, w1, w2).Losses(), 1e-12);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused_with_the_cure()
    {
        using var french = new FrenchCulture();
        Fails("X is 2x3 but must have 2 variables, one for each weight: choose two columns, for example X.SubMatrix(0, X.RowCount, 0, 2).",
            () => CostGrid.LogLoss(X.SubMatrix(0, 3, 0, 2).Transpose(), y, 0, [1], [1]));
        Fails("X is 2x2 but y is 3x1: both need one row per sample.", () => CostGrid.LogLoss(X.SubMatrix(0, 2, 0, 2), y, 0, [1], [1]));
        Fails("y must hold labels, 0 or 1, but has 0.5 at row 0 (counted from 0): a neuron tells two classes apart; are the arguments in the right order?",
            () => CostGrid.LogLoss(X, y + 0.5, 0, [1], [1]));
        Fails("b is NaN: it must be an ordinary number.", () => CostGrid.LogLoss(X, y, double.NaN, [1], [1]));
        Fails("w1 is empty: give it a weight or more.", () => CostGrid.LogLoss(X, y, 0, [], [1]));
        Fails("w2 has -Infinity: each weight must be an ordinary number.", () => CostGrid.LogLoss(X, y, 0, [1], [0.5, double.NegativeInfinity]));
        Assert.Equal("w2", Assert.Throws<ArgumentNullException>(() => CostGrid.LogLoss(X, y, 0, [1], null!)).ParamName);

        static void Fails(string message, Func<object> step) => Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
    }

    internal sealed record Peer(double[][] X, double[] y, double b, double[] w1, double[] w2, double[][] Losses);
}
