using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class BackPropagationTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1, 2 }, { 1.5, 0.25, -0.75 } });
    private static readonly Matrix<double> y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 1 } });
    private static readonly string[] Results = ["X", "Z1", "A1", "Z2", "A2", "L", "dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"];

    private readonly Figure _figure = Chart.BackPropagation(X, y, Samples.Network);

    [Theory]
    [InlineData("W1", 11)]
    [InlineData("b1", 12)]
    [InlineData("W2", 7)]
    [InlineData("b2", 8)]
    public void Gradients_are_those_that_finite_differences_find(string parameter, int step)
    {
        var shown = Made(step);
        var values = Samples.Network[parameter];
        Assert.Equal((values.RowCount, values.ColumnCount), (shown.RowCount, shown.ColumnCount));
        foreach (var (i, j, _) in values.EnumerateIndexed())
        {
            Assert.Equal((Loss(parameter, i, j, 1e-6) - Loss(parameter, i, j, -1e-6)) / 2e-6, shown[i, j], 6e-4);
        }
    }

    [Fact]
    public void The_way_forward_is_that_of_loops_over_neurons_and_samples()
    {
        var (A1, A2) = Forward(Samples.Network);
        Near(A1.Map(a => Math.Log(a / (1 - a))), Made(1));
        Near(A1, Made(2));
        Near(A2.Map(a => Math.Log(a / (1 - a))), Made(3));
        Near(A2, Made(4));
        Assert.Equal(Loss("b2", 0, 0, 0), Made(5)[0, 0], 6e-4);
        Near(A2 - y, Made(6));
        Near(Samples.Network["W2"].Transpose() * (A2 - y), Made(9));
        Near((Samples.Network["W2"].Transpose() * (A2 - y)).PointwiseMultiply(A1.Map(a => a * (1 - a))), Made(10));

        static void Near(Matrix<double> expected, Matrix<double> shown) => Assert.InRange((expected - shown).Enumerate().Max(Math.Abs), 0, 6e-4);
    }

    [Fact]
    public void Each_step_has_its_formula_and_its_shapes()
    {
        Assert.Equal(13, Steps.Count(_figure));
        var texts = Steps.Texts(_figure, 7);
        Assert.Contains("dW2 = 1/m dZ2 A1ᵀ", texts);
        Assert.Contains("shapes: 1/3 (1×3) (3×3) → 1×3", texts);
        Assert.Contains("shapes: (3×2) (2×3) + (3×1) → 3×3", Steps.Texts(_figure, 1));
        Assert.All(Enumerable.Range(1, 12), step => Assert.Contains(Steps.Texts(_figure, step), text => text.StartsWith($"<b>{Results[step]}</b><br>", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_step_writes_out_its_first_number()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(step => Math.Round(Made(step)[0, 0], 3)), Enumerable.Range(1, 12).Select(step => Written(step).Result), (a, b) => Math.Abs(a - b) < 1e-9);
        var (A1, A2) = Forward(Samples.Network);
        var dZ2 = A2 - y;
        Assert.Equal($"{Two(Samples.Network["W2"][0, 0] * dZ2[0, 0])}·{Two(A1[0, 0] * (1 - A1[0, 0]))}", Written(10).Sum);
        Assert.Equal($"1/3 ({Two(dZ2[0, 0])}·{Two(A1[0, 0])} + {Two(dZ2[0, 1])}·{Two(A1[0, 1])}<br>+ ({Two(dZ2[0, 2])})·{Two(A1[0, 2])})", Written(7).Sum);

        static string Two(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

        (string Sum, double Result) Written(int step)
        {
            var text = Assert.Single(Steps.Texts(_figure, step), text => text.StartsWith("The first number: ", StringComparison.Ordinal));
            var parts = text["The first number: ".Length..].Split([" ≈ ", " = "], StringSplitOptions.None);
            return (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Buttons_go_a_step_on_a_step_back_and_to_the_start()
    {
        Assert.Equal(["play", "pause", "back 0", "step 1", "reset 0"], Steps.Buttons(FigureJson.Of(_figure)["layout"]!));
        Assert.Equal(["play", "pause", "back 6", "step 8", "reset 0"], Steps.Buttons(_figure, 7));
        Assert.Equal(["play", "pause", "back 11", "step 12", "reset 0"], Steps.Buttons(_figure, 12));
    }

    [Fact]
    public void The_neurons_and_weights_concerned_are_lit()
    {
        // At Z2 the hidden neurons (at 50) and all three weights to the output (at 90); at A2 the output alone.
        Assert.Equal([50, 50, 50], Lit(3, "markers"));
        Assert.Equal([50, 90, 50, 90, 50, 90], Lit(3, "lines"));
        Assert.Equal([90], Lit(4, "markers"));
        Assert.Empty(Lit(4, "lines"));

        double[] Lit(int step, string mode) =>
            [.. FigureJson.Numbers(FigureJson.Of(_figure)["frames"]![step]!["data"]!.AsArray().First(trace => (string?)trace!["mode"] == mode)!["x"]).Select(x => x!.Value)];
    }

    [Fact]
    public void Words_tell_every_matrix() => Assert.Contains("; dZ2 = A2 - y is 1×3: ", _figure.AltText, StringComparison.Ordinal);

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith("X is 3x2, y 1x3 and W1 3x2: X must be 2xm and y 1xm", Refusal(X.Transpose(), y), StringComparison.Ordinal);
        Assert.StartsWith("X is 2x3, y 3x1", Refusal(X, y.Transpose()), StringComparison.Ordinal);
        Assert.StartsWith("y contains 2, but", Refusal(X, y * 2), StringComparison.Ordinal);
        Assert.StartsWith("X is 2x5 and the network 2-3-1, but more than 4 can't be read", Refusal(Samples.X.Transpose(), Samples.y.Transpose()), StringComparison.Ordinal);
        Assert.StartsWith(
            "The network is 2-1, but the walk is through two layers",
            Assert.Throws<ArgumentException>(() => Chart.BackPropagation(X, y, new NamedMatrices(("W", Samples.W), ("b", Matrix<double>.Build.Dense(1, 1))))).Message,
            StringComparison.Ordinal);

        static string Refusal(Matrix<double> X, Matrix<double> y) => Assert.Throws<ArgumentException>(() => Chart.BackPropagation(X, y, Samples.Network)).Message;
    }

    /// <summary>The matrix that a step makes, read from its table: the last text trace's numbers before its name.</summary>
    private Matrix<double> Made(int step)
    {
        var texts = FigureJson.Of(_figure)["frames"]![step]!["data"]!.AsArray().Last(trace => (string?)trace!["mode"] == "text")!["text"]!.AsArray().Select(text => (string)text!).ToArray();
        var shape = texts[^1].Split("<br>")[1].Split('×').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
        return Matrix<double>.Build.DenseOfColumnMajor(shape[0], shape[1], texts[..^1].Select(text => double.Parse(text, CultureInfo.InvariantCulture)));
    }

    private static double Loss(string parameter, int i, int j, double change)
    {
        var changed = new NamedMatrices(Samples.Network.Select(p => (p.Key, p.Value.Clone())));
        changed[parameter][i, j] += change;
        var A2 = Forward(changed).A2;
        return Enumerable.Range(0, 3).Average(k => -(y[0, k] == 1 ? Math.Log(A2[0, k]) : Math.Log(1 - A2[0, k])));
    }

    private static (Matrix<double> A1, Matrix<double> A2) Forward(NamedMatrices p)
    {
        var (A1, A2) = (Matrix<double>.Build.Dense(3, 3), Matrix<double>.Build.Dense(1, 3));
        for (var sample = 0; sample < 3; sample++)
        {
            var z2 = p["b2"][0, 0];
            for (var neuron = 0; neuron < 3; neuron++)
            {
                var z1 = p["b1"][neuron, 0] + (p["W1"][neuron, 0] * X[0, sample]) + (p["W1"][neuron, 1] * X[1, sample]);
                A1[neuron, sample] = 1 / (1 + Math.Exp(-z1));
                z2 += p["W2"][0, neuron] * A1[neuron, sample];
            }

            A2[0, sample] = 1 / (1 + Math.Exp(-z2));
        }

        return (A1, A2);
    }
}
