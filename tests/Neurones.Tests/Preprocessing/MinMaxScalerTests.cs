using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class MinMaxScalerTests
{
    public sealed record Peer(double[][] Train, double[][] Test, double[][] ScaledTrain, double[][] ScaledTest);

    private static readonly Peer Values = ParityValues.Load<Peer>("scaling.json");

    [Fact]
    public void Columns_scale_as_in_scikit_learn_a_constant_one_too()
    {
        var scaler = MinMaxScaler.Fit(ParityValues.Matrix(Values.Train));
        Near.Equal(ParityValues.Matrix(Values.ScaledTrain), scaler.Transform(ParityValues.Matrix(Values.Train)), 1e-12);
        Near.Equal(ParityValues.Matrix(Values.ScaledTest), scaler.Transform(ParityValues.Matrix(Values.Test)), 1e-12);
    }

    [Fact]
    public void Whole_scales_by_one_range_of_the_training_set()
    {
        var scaler = MinMaxScaler.FitWhole(Matrix<double>.Build.DenseOfRows([[10.0, 20], [60, 50]]));
        Assert.Equal(Matrix<double>.Build.DenseOfRows([[0, 0.5], [2, 1]]), scaler.Transform(Matrix<double>.Build.DenseOfRows([[10.0, 35], [110, 60]])));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Equal("X is 1x2 but the scaler was fitted on 3 columns: give the same variables in the same order.",
            Fails(() => MinMaxScaler.Fit(ParityValues.Matrix(Values.Train)).Transform(Matrix<double>.Build.Dense(1, 2))));
        Assert.Equal("X is 1x2 but the scaler was fitted on 3 columns: give the same variables in the same order.",
            Fails(() => MinMaxScaler.FitWhole(ParityValues.Matrix(Values.Train)).Transform(Matrix<double>.Build.Dense(1, 2))));
        Assert.StartsWith("X is empty (0x3)", Fails(() => MinMaxScaler.Fit(Matrix<double>.Build.Dense(0, 3))));
        Assert.StartsWith("X has NaN at row 0, column 0", Fails(() => MinMaxScaler.FitWhole(Matrix<double>.Build.Dense(1, 1, double.NaN))));
    }

    private static string Fails(Func<object> use) => Assert.Throws<ArgumentException>(use).Message;
}
