using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class MatrixProductTests
{
    private static readonly Matrix<double> A = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 }, { -1, 0.5 } });
    private static readonly Matrix<double> B = Matrix<double>.Build.DenseOfArray(new double[,] { { 5, 6 }, { 7, -8 } });

    private readonly Figure _figure = Chart.MatrixProduct(A, B);

    [Fact]
    public void Each_step_writes_the_sum_of_one_entry()
    {
        Assert.Equal(
            ["C11 = 1·5 + 2·7 = 19", "C12 = 1·6 + 2·(-8) = -10", "C21 = 3·5 + 4·7 = 43", "C22 = 3·6 + 4·(-8) = -14", "C31 = -1·5 + 0.50·7 = -1.50", "C32 = -1·6 + 0.50·(-8) = -10"],
            Enumerable.Range(1, 6).Select(step => Steps.Plain(Steps.Texts(_figure, step)[^1])));
        Assert.Equal(7, Steps.Count(_figure));
    }

    [Fact]
    public void Entries_of_C_appear_one_by_one()
    {
        string[] entries = ["19", "-10", "43", "-14", "-1.50", "-10"];
        for (var step = 0; step <= 6; step++)
        {
            // After A's six and B's four numbers come those of C; the sum is the last.
            Assert.Equal(entries[..step], Steps.Texts(_figure, step)[10..^1].Select(Steps.Plain));
        }
    }

    [Fact]
    public void A_step_lights_the_row_of_A_and_the_column_of_B_that_meet_at_the_entry()
    {
        var grounds = FigureJson.Of(_figure)["frames"]![3]!["data"]!.AsArray().Where(trace => trace!["fill"] is not null).Select(Box).ToArray();
        var (row, column, entry) = (grounds[0], grounds[1], grounds[2]);
        Assert.Equal((row.Top, row.Bottom, column.Left, column.Right), (entry.Top, entry.Bottom, entry.Left, entry.Right));

        var lit = Steps.Texts(_figure, 3)[..10].Where(text => text.StartsWith("<b>", StringComparison.Ordinal)).Select(Steps.Plain);
        Assert.Equal(["3", "4", "5", "7"], lit);

        static (double Left, double Right, double Top, double Bottom) Box(JsonNode? trace)
        {
            var (x, y) = (FigureJson.Numbers(trace!["x"]), FigureJson.Numbers(trace["y"]));
            return (x.Min()!.Value, x.Max()!.Value, y.Min()!.Value, y.Max()!.Value);
        }
    }

    [Fact]
    public void The_sizes_that_must_agree_are_marked()
    {
        var names = FigureJson.Traces(_figure)[^1]!["text"]!.AsArray().Select(text => (string)text!).ToArray();
        Assert.Equal(["A: 3×2", "B: 2×2", "C: 3×2", "(3×2) (2×2) = 3×2: the inner sizes agree"], names.Select(Steps.Plain));
        Assert.Contains("3×<b><span", names[0], StringComparison.Ordinal);
        Assert.EndsWith("</span></b>×2", names[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rounded_sum_says_so_and_a_long_one_has_two_lines()
    {
        var thirds = Matrix<double>.Build.Dense(6, 6, 1 / 3.0);
        var sum = Steps.Texts(Chart.MatrixProduct(thirds, thirds, "X", "W", "Z"), 36)[^1];
        Assert.Equal("Z66 = 0.3·0.3 + 0.3·0.3 + 0.3·0.3 + 0.3·0.3 + 0.3·0.3 + 0.3·0.3 ≈ 0.7", Steps.Plain(sum));
        Assert.Contains("<br>", sum, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_is_exact_where_only_its_last_bits_are_not()
    {
        var figure = Chart.MatrixProduct(Matrix<double>.Build.Dense(1, 2, [0, 6]), Matrix<double>.Build.Dense(2, 1, [0.2, 0.1]), "W1", "x", "W1 x");
        Assert.Equal("(W1 x)11 = 0·0.20 + 6·0.10 = 0.60", Steps.Plain(Steps.Texts(figure, 1)[^1]));
        Assert.StartsWith("Animation of 1 steps. W1 is 1×2, x is 2×1, so W1 x is 1×1.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_go_a_step_on_a_step_back_and_to_the_start() =>
        Assert.Equal(["play", "pause", "back 2", "step 4", "reset 0"], Steps.Buttons(_figure, 3));

    [Fact]
    public void Words_give_the_shapes_and_the_rows_of_the_product() => Assert.Equal(
        "Animation of 6 steps. A is 3×2, B is 2×2, so C = A B is 3×2. Its rows: 19, -10; 43, -14; -1.50, -10.", _figure.AltText);

    [Fact]
    public void Matrices_that_cannot_be_multiplied_are_refused()
    {
        Assert.Equal(
            "A is 3x2 but A is 3x2: A needs as many columns as A has rows, and has 2, not 3; change the order, or transpose one.",
            Assert.Throws<ArgumentException>(() => Chart.MatrixProduct(A, A, "A", "A")).Message);
        Assert.StartsWith("X is 7x1, but more than 6x6 can't be read", Assert.Throws<ArgumentException>(() =>
            Chart.MatrixProduct(Matrix<double>.Build.Dense(7, 1), Matrix<double>.Build.Dense(1, 1), left: "X")).Message, StringComparison.Ordinal);
    }
}
