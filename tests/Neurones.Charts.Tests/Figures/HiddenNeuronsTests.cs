using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class HiddenNeuronsTests
{
    private static readonly Matrix<double> X = Samples.X.Transpose();
    private static readonly Matrix<double> y = Samples.y.Transpose();

    [Fact]
    public void Each_neuron_has_a_map_of_its_own_activation()
    {
        // Neuron 1 answers by x1 alone, neuron 2 by x2 alone.
        var figure = Chart.HiddenNeurons(X => X.Map(value => 1 / (1 + Math.Exp(-value))), X, y);
        var maps = FigureJson.Traces(figure).Where(trace => (string?)trace!["type"] == "contour").ToArray();
        Assert.Equal(2, maps.Length);
        for (var neuron = 0; neuron < 2; neuron++)
        {
            var (x1, x2, a) = (FigureJson.Numbers(maps[neuron]!["x"]), FigureJson.Numbers(maps[neuron]!["y"]), FigureJson.Grid(maps[neuron]!["z"]));
            foreach (var (row, column) in new[] { (0, 0), (7, 31), (39, 12) })
            {
                var value = (neuron == 0 ? x1[column] : x2[row])!.Value;
                Assert.Equal(1 / (1 + Math.Exp(-value)), a[row][column]!.Value, 6e-4);
            }
        }
    }

    [Fact]
    public void Colours_are_those_of_the_decision_boundary_from_0_to_1()
    {
        var boundary = FigureJson.Trace(Chart.DecisionBoundary(Samples.Predict, Samples.X, Samples.y), "contour");
        var map = FigureJson.Trace(Chart.HiddenNeurons(X => X * 0 + 0.25, X, y), "contour");
        Assert.Equal(boundary["colorscale"]!.ToJsonString(), map["colorscale"]!.ToJsonString());
        Assert.Equal((0, 1, 0.5), ((double)map["zmin"]!, (double)map["zmax"]!, (double)map["contours"]!["start"]!));
    }

    [Fact]
    public void Activations_on_both_sides_of_0_have_the_same_colours_on_both()
    {
        var map = FigureJson.Trace(Chart.HiddenNeurons(X => X.PointwiseTanh(), X, y), "contour");
        Assert.Equal(-(double)map["zmin"]!, (double)map["zmax"]!);
        Assert.Equal(0, (double)map["contours"]!["start"]!);
    }

    [Fact]
    public void Of_many_neurons_the_first_sixteen_are_shown()
    {
        var figure = Chart.HiddenNeurons(X => Matrix<double>.Build.Dense(20, X.ColumnCount, 0.5), X, y);
        var titles = FigureJson.Of(figure)["layout"]!["annotations"]!.AsArray().Select(title => (string)title!["text"]!);
        Assert.Equal(Enumerable.Range(1, 16).Select(neuron => $"neuron {neuron}"), titles);
        Assert.StartsWith("Maps of the activations of 16 of 20 hidden neurons. Neuron 1: from 0.5 to 0.5, high on 100 % of the map.", figure.AltText, StringComparison.Ordinal);
        Assert.InRange(figure.ToJson().Length, 1000, 600_000);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(16, 4)]
    public void Maps_stand_in_full_rows(int neurons, int rows)
    {
        var figure = Chart.HiddenNeurons(X => Matrix<double>.Build.Dense(neurons, X.ColumnCount, 0.5), X, y);
        var tops = FigureJson.Of(figure)["layout"]!.AsObject().Where(entry => entry.Key.StartsWith("yaxis", StringComparison.Ordinal)).GroupBy(axis => (double)axis.Value!["domain"]![1]!);
        Assert.All(tops, row => Assert.Equal(neurons / rows, row.Count()));
        Assert.Equal(rows, tops.Count());
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Assert.StartsWith("X is 5x2, but a network's points stand in columns", Refusal(X => X, Samples.X, Samples.y), StringComparison.Ordinal);
        Assert.StartsWith("activations returned 2x3 for points of 2x1600, but must have 1600 columns", Refusal(X => X.SubMatrix(0, 2, 0, 3), X, y), StringComparison.Ordinal);
        Assert.StartsWith("activations returned null", Refusal(_ => null!, X, y), StringComparison.Ordinal);

        static string Refusal(Func<Matrix<double>, Matrix<double>> activations, Matrix<double> X, Matrix<double> y) =>
            Assert.Throws<ArgumentException>(() => Chart.HiddenNeurons(activations, X, y)).Message;
    }
}
