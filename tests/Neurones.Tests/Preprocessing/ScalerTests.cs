using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class ScalerTests
{
    private static readonly Peer Values = ParityValues.Load<Peer>("data-preprocessing.json");

    public sealed record Scaled(double[][] Train, double[][] Test, double[][] ScaledTrain, double[][] ScaledTest);

    public sealed record Peer(Scaled MinMax, Scaled Standard);

    [Fact]
    public void Columns_scale_as_in_scikit_learn_constant_and_nearly_constant_ones_too()
    {
        Check(Values.MinMax, X => MinMaxScaler.Fit(X).Transform);
        Check(Values.Standard, X => StandardScaler.Fit(X).Transform);

        static void Check(Scaled peer, Func<Matrix<double>, Func<Matrix<double>, Matrix<double>>> fit)
        {
            var transform = fit(ParityValues.Matrix(peer.Train));
            Near.Equal(ParityValues.Matrix(peer.ScaledTrain), transform(ParityValues.Matrix(peer.Train)), 1e-12);
            Near.Equal(ParityValues.Matrix(peer.ScaledTest), transform(ParityValues.Matrix(peer.Test)), 1e-12);
        }
    }

    [Fact]
    public void A_scaled_training_set_fills_the_range_or_has_mean_0_and_deviation_1() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt More, uint Seed, NormalFloat Centre)>(), input =>
        {
            var centre = Math.Clamp(input.Centre.Get, -1e3, 1e3);
            var X = new RandomState(input.Seed).Normal(centre, 1 + Math.Abs(centre), input.More.Get + 1, 3);
            var standard = StandardScaler.Fit(X).Transform(X);
            return MinMaxScaler.Fit(X).Transform(X).EnumerateColumns().All(c => c.Minimum() == 0 && c.Maximum() == 1)
                && standard.EnumerateColumns().All(c => Math.Abs(c.Average()) < 1e-12 && Math.Abs((c * c / c.Count) - 1) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bad_input_is_named()
    {
        var scaler = StandardScaler.Fit(ParityValues.Matrix(Values.Standard.Train));
        Assert.Equal("X is 1x2 but the scaler was fitted on 6 columns: give the same variables in the same order.",
            Fails(() => scaler.Transform(Matrix<double>.Build.Dense(1, 2))));
        Assert.StartsWith("X has NaN at row 0, column 5", Fails(() => scaler.Transform(ParityValues.Matrix([[0, 0, 0, 0, 0, double.NaN]]))));
        Assert.StartsWith("X is empty (0x6)", Fails(() => scaler.Transform(Matrix<double>.Build.Dense(0, 6))));
        Assert.StartsWith("X is empty (0x3)", Fails(() => StandardScaler.Fit(Matrix<double>.Build.Dense(0, 3))));
        Assert.StartsWith("X has Infinity at row 0, column 0", Fails(() => StandardScaler.Fit(Matrix<double>.Build.Dense(1, 1, double.PositiveInfinity))));
    }

    [Fact]
    public void Values_too_far_apart_are_refused_not_turned_into_NaN()
    {
        var X = ParityValues.Matrix([[1, -1e308], [2, 1e308]]);
        const string Message = "The values in column 1 of X (counted from 0) are too far apart to scale: is one of them a mistake?";
        Assert.Equal(Message, Fails(() => MinMaxScaler.Fit(X)));
        Assert.Equal(Message, Fails(() => StandardScaler.Fit(X)));
    }

    private static string Fails(Func<object> use) => Assert.Throws<ArgumentException>(use).Message;
}
