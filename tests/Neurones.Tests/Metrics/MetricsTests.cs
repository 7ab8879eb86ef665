namespace Neurones.Tests;

public class MetricsTests
{
    public sealed record Peer(double[] Y, double[] Probability, double LogLoss, double Accuracy);

    public sealed record Regression(double[] Y, double[] Predicted, double Value);

    public sealed record RegressionPeer(Regression MeanSquaredError);

    private static readonly Peer Values = ParityValues.Load<Peer>("metrics.json");
    private static readonly MathNet.Numerics.LinearAlgebra.Matrix<double> Y = ParityValues.Column(Values.Y);
    private static readonly MathNet.Numerics.LinearAlgebra.Matrix<double> Probability = ParityValues.Column(Values.Probability);

    [Fact]
    public void Log_loss_is_scikit_learns_also_for_certain_and_wrong() =>
        Near.Equal(Values.LogLoss, Metrics.LogLoss(Y, Probability), 1e-12);

    [Fact]
    public void Accuracy_is_the_share_of_equal_answers() =>
        Near.Equal(Values.Accuracy, Metrics.Accuracy(Y, Probability.Map(p => p >= 0.5 ? 1.0 : 0)), 1e-15);

    [Fact]
    public void Mean_squared_error_is_scikit_learns()
    {
        var peer = ParityValues.Load<RegressionPeer>("data-metrics.json").MeanSquaredError;
        var (y, predicted) = (ParityValues.Column(peer.Y), ParityValues.Column(peer.Predicted));
        Near.Equal(peer.Value, Metrics.MeanSquaredError(y, predicted), 1e-12);
        Near.Equal(peer.Value, Metrics.MeanSquaredError(y.Transpose(), predicted.Transpose()), 1e-12);
        Assert.Equal("predicted is 12x1 but y is 1x12: both must have the same shape.", Fails(() => Metrics.MeanSquaredError(y.Transpose(), predicted)));
        Assert.StartsWith("predicted has Infinity at row 0, column 0", Fails(() => Metrics.MeanSquaredError(y, predicted.Map(_ => double.PositiveInfinity))));
        Assert.StartsWith("y has NaN at row 0, column 0", Fails(() => Metrics.MeanSquaredError(y * double.NaN, predicted)));
    }

    [Fact]
    public void Samples_may_be_in_columns_but_one_row_or_column_it_must_be()
    {
        Near.Equal(Values.LogLoss, Metrics.LogLoss(Y.Transpose(), Probability.Transpose()), 1e-12);
        Near.Equal(Values.Accuracy, Metrics.Accuracy(Y.Transpose(), Probability.Map(p => p >= 0.5 ? 1.0 : 0).Transpose()), 1e-15);
        Assert.Equal("probability is 40x1 but y is 1x40: both must have the same shape.", Fails(() => Metrics.LogLoss(Y.Transpose(), Probability)));
        Assert.StartsWith("y is 40x2 but must be one column", Fails(() => Metrics.Accuracy(Y.Append(Y), Y.Append(Y))));
        Assert.StartsWith("y is empty (1x0)", Fails(() => Metrics.Accuracy(Y.Transpose().SubMatrix(0, 1, 0, 0), Y)));
    }

    [Fact]
    public void Swapped_arguments_are_noticed()
    {
        using var french = new FrenchCulture();
        Assert.StartsWith("y must hold labels, 0 or 1, but has 0.5446490180318447 at row 4", Fails(() => Metrics.LogLoss(Probability, Y)));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        using var french = new FrenchCulture();
        Assert.StartsWith("probability must hold probabilities, from 0 to 1, but has -2 at row 0, column 0", Fails(() => Metrics.LogLoss(Y, Y - 2)));
    }

    [Fact]
    public void Shapes_must_agree()
    {
        Assert.Equal("predicted is 39x1 but y is 40x1: both must have the same shape.",
            Fails(() => Metrics.Accuracy(Y, Y.SubMatrix(0, 39, 0, 1))));
        Assert.Equal("probability is 39x1 but y is 40x1: both must have the same shape.",
            Fails(() => Metrics.LogLoss(Y, Y.SubMatrix(0, 39, 0, 1))));
    }

    private static string Fails(Func<object> measure) => Assert.Throws<ArgumentException>(measure).Message;
}
