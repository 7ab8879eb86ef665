using System.Globalization;

namespace Neurones.Charts.Tests.Figures;

public class ComputationGraphTests
{
    private static readonly double[] x = [1.5, -2];
    private static readonly double[] w = [0.8, 0.3];
    private const double b = -0.4;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Slopes_are_those_that_finite_differences_find(double y)
    {
        var figure = Chart.ComputationGraph(x, w, b, y);
        const double h = 1e-6;
        double[] expected =
        [
            (Loss([w[0] + h, w[1]], b, y) - Loss([w[0] - h, w[1]], b, y)) / (2 * h),
            (Loss([w[0], w[1] + h], b, y) - Loss([w[0], w[1] - h], b, y)) / (2 * h),
            (Loss(w, b + h, y) - Loss(w, b - h, y)) / (2 * h),
        ];

        for (var i = 0; i < 3; i++)
        {
            var numbers = Steps.Texts(figure, 7 + i)[^1];
            Assert.Equal(expected[i], double.Parse(numbers[(numbers.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture), 6e-4);
        }
    }

    [Fact]
    public void Each_step_writes_one_operation_with_its_numbers() => Assert.Equal(
        [
            "", "= 0.8·1.5 + (-0.4) = 0.8", "= σ(0.8) = 0.69", "= -log 0.69 = 0.3711", "= -1/0.69 = -1.449", "= 0.69·0.31 = 0.2139",
            "= -1.449·0.2139 = -0.31", "= -0.31·1.5 = -0.465", "= -0.31·1 = -0.31",
        ],
        Enumerable.Range(0, 9).Select(step => Steps.Texts(Chart.ComputationGraph([1.5], [0.8], b, 1), step)[^1]));

    [Fact]
    public void A_node_has_its_number_from_the_step_on_that_makes_it_and_a_slope_stays()
    {
        var figure = Chart.ComputationGraph([1.5], [0.8], b, 1);
        Assert.Contains("<b>z</b>", Steps.Texts(figure, 0));
        Assert.Contains("<b>z</b><br>0.8", Steps.Texts(figure, 1));
        Assert.Contains("<b>L</b><br>0.371", Steps.Texts(figure, 8));
        Assert.Contains("w 0.8", Plain(6));
        Assert.Contains("w 0.8 -0.465", Plain(7));
        Assert.Contains("w 0.8 -0.465", Plain(8));
        Assert.Contains("z 0.8 -0.31", Plain(8));
        Assert.Contains("∂z/∂w = x = 1.5", Plain(7));
        Assert.DoesNotContain("∂z/∂w = x = 1.5", Plain(8));

        IEnumerable<string> Plain(int step) => Steps.Texts(figure, step).Select(Steps.Plain);
    }

    [Fact]
    public void Buttons_go_a_step_on_a_step_back_and_to_the_start() =>
        Assert.Equal(["play", "pause", "back 7", "step 8", "reset 0"], Steps.Buttons(Chart.ComputationGraph([1.5], [0.8], b, 1), 8));

    [Fact]
    public void Words_tell_every_operation() => Assert.Contains(
        "∂L/∂z = ∂L/∂a · ∂a/∂z = a - y = 2.221·0.2475 = 0.5498; ∂L/∂w1 = ∂L/∂z · ∂z/∂w1 = ∂L/∂z · x1 = 0.5498·1.5 = 0.8248;",
        Chart.ComputationGraph(x, w, b, 0).AltText,
        StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.StartsWith("x has 2 numbers and w 1", Refusal(x, [1], 0, 1), StringComparison.Ordinal);
        Assert.StartsWith("x has 0 numbers and w 0", Refusal([], [], 0, 1), StringComparison.Ordinal);
        Assert.StartsWith("y is 0.5, but", Refusal(x, w, 0, 0.5), StringComparison.Ordinal);
        Assert.StartsWith("z is 40, where the sigmoid is flat", Refusal([1], [40], 0, 0), StringComparison.Ordinal);
        Assert.StartsWith("z is NaN", Refusal([1], [double.NaN], 0, 0), StringComparison.Ordinal);

        static string Refusal(double[] x, double[] w, double b, double y) => Assert.Throws<ArgumentException>(() => Chart.ComputationGraph(x, w, b, y)).Message;
    }

    private static double Loss(double[] w, double b, double y)
    {
        var a = 1 / (1 + Math.Exp(-((w[0] * x[0]) + (w[1] * x[1]) + b)));
        return y == 1 ? -Math.Log(a) : -Math.Log(1 - a);
    }
}
