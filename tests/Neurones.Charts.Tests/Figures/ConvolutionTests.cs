using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class ConvolutionTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 0 }, { 3, -1, 1 }, { 0, 2, 4 } });
    private static readonly Matrix<double> K = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { -1, 0.5 } });

    private readonly Figure _figure = Chart.Convolution(X, K);

    [Fact]
    public void Each_step_writes_the_sum_of_one_number()
    {
        Assert.Equal(
            [
                "Z11 = 1·1 + 2·0 + 3·(-1) + (-1)·0.50 = -2.50",
                "Z12 = 2·1 + 0·0 + (-1)·(-1) + 1·0.50 = 3.50",
                "Z21 = 3·1 + (-1)·0 + 0·(-1) + 2·0.50 = 4",
                "Z22 = -1·1 + 1·0 + 2·(-1) + 4·0.50 = -1",
            ],
            Enumerable.Range(1, 4).Select(step => Steps.Plain(Steps.Texts(_figure, step)[^1])));
        Assert.Equal(5, Steps.Count(_figure));
    }

    [Fact]
    public void Numbers_of_Z_appear_one_by_one()
    {
        string[] numbers = ["-2.50", "3.50", "4", "-1"];
        for (var step = 0; step <= 4; step++)
        {
            // After X's nine and K's four numbers come those of Z; the sum is the last.
            Assert.Equal(numbers[..step], Steps.Texts(_figure, step)[13..^1].Select(Steps.Plain));
        }
    }

    [Fact]
    public void A_step_lights_the_window_below_the_kernel()
    {
        var lit = Steps.Texts(_figure, 2)[..9].Where(text => text.StartsWith("<b>", StringComparison.Ordinal)).Select(Steps.Plain);
        Assert.Equal(["2", "-1", "0", "1"], lit);
        Assert.DoesNotContain(Steps.Texts(_figure, 0), text => text.StartsWith("<b>", StringComparison.Ordinal));

        var (window, cell) = (Ground(_figure, step: 2, 0), Ground(_figure, step: 2, 2));
        Assert.Equal((2 * cell.Width, 2 * cell.Height), (window.Width, window.Height));
    }

    [Fact]
    public void The_window_moves_by_the_stride()
    {
        var figure = Chart.Convolution(Matrix<double>.Build.Dense(5, 5, 1), K, stride: 3);
        Assert.Equal(5, Steps.Count(figure));
        var (first, second, third) = (Ground(figure, 1, 0), Ground(figure, 2, 0), Ground(figure, 3, 0));
        Assert.Equal(1.5 * first.Width, second.Left - first.Left, 1e-9);
        Assert.Equal(1.5 * first.Height, third.Top - first.Top, 1e-9);
    }

    [Fact]
    public void Zeros_stand_outside_the_edge_of_the_input()
    {
        var figure = Chart.Convolution(X, K, padding: Padding.Same);
        // Column by column.
        Assert.Equal("1 3 0 0 2 -1 2 0 0 1 4 0 0 0 0 0", string.Join(' ', Steps.Texts(figure, 0)[..16]));
        var edge = Box(FigureJson.Traces(figure)[^2]!);
        var cell = Ground(figure, step: 1, 2);
        Assert.Equal((3 * cell.Width, 3 * cell.Height), (edge.Width, edge.Height));
        Assert.StartsWith("Animation of 9 steps. The input X is 3×3, with zeros around it 4×4, the kernel K 2×2, the stride 1, so the output Z is 3×3. ", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rounded_sum_says_so() =>
        Assert.EndsWith("≈ 0.44", Steps.Plain(Steps.Texts(Chart.Convolution(Matrix<double>.Build.Dense(2, 2, 1 / 3.0), Matrix<double>.Build.Dense(2, 2, 1 / 3.0)), 1)[^1]), StringComparison.Ordinal);

    [Fact]
    public void Buttons_go_a_step_on_a_step_back_and_to_the_start() =>
        Assert.Equal(["play", "pause", "back 2", "step 4", "reset 0"], Steps.Buttons(_figure, 3));

    [Fact]
    public void Words_give_the_shapes_and_the_numbers() => Assert.Equal(
        "Animation of 4 steps. The input X is 3×3, the kernel K 2×2, the stride 1, so the output Z is 2×2. Rows of X: 1, 2, 0; 3, -1, 1; 0, 2, 4. Rows of K: 1, 0; -1, 0.50. Rows of Z: -2.50, 3.50; 4, -1.", _figure.AltText);

    [Fact]
    public void What_does_not_fit_or_cannot_be_read_is_refused()
    {
        Assert.StartsWith("A window of 2x2 doesn't fit into X, which is 1x3", Assert.Throws<ArgumentException>(() => Chart.Convolution(X.SubMatrix(0, 1, 0, 3), K)).Message, StringComparison.Ordinal);
        Assert.Equal("X is 9x2, but more than 8x8 can't be read: take a part of it, with SubMatrix.",
            Assert.Throws<ArgumentException>(() => Chart.Convolution(Matrix<double>.Build.Dense(9, 2), K)).Message);
        Assert.StartsWith("X with its zeros is 10x10,", Assert.Throws<ArgumentException>(() =>
            Chart.Convolution(Matrix<double>.Build.Dense(8, 8), Matrix<double>.Build.Dense(3, 3), padding: Padding.Same)).Message, StringComparison.Ordinal);
        Assert.StartsWith("K is 6x2, but more than 5x5", Assert.Throws<ArgumentException>(() => Chart.Convolution(Matrix<double>.Build.Dense(8, 8), Matrix<double>.Build.Dense(6, 2))).Message, StringComparison.Ordinal);
    }

    private static (double Left, double Top, double Width, double Height) Ground(Figure figure, int step, int index) =>
        Box(FigureJson.Of(figure)["frames"]![step]!["data"]!.AsArray().Where(trace => trace!["fill"] is not null).ElementAt(index)!);

    private static (double Left, double Top, double Width, double Height) Box(JsonNode trace)
    {
        var (x, y) = (FigureJson.Numbers(trace["x"]), FigureJson.Numbers(trace["y"]));
        return (x.Min()!.Value, y.Min()!.Value, Math.Round(x.Max()!.Value - x.Min()!.Value, 9), Math.Round(y.Max()!.Value - y.Min()!.Value, 9));
    }
}
