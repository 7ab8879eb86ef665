using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class CostTests
{
    [Fact]
    public void The_map_shows_the_cost_and_its_logarithm()
    {
        var map = FigureJson.Trace(Chart.CostContour(Samples.Cost, (-2, 3), (-2, 1.5)), "contour");
        var (x, y) = (FigureJson.Numbers(map["x"]), FigureJson.Numbers(map["y"]));
        var (z, costs) = (FigureJson.Grid(map["z"]), FigureJson.Grid(map["customdata"]));

        Assert.Equal((-2, 3), (x[0], x[^1]));
        Assert.Equal((-2, 1.5), (y[0], y[^1]));
        for (var row = 0; row < y.Length; row++)
        {
            for (var column = 0; column < x.Length; column++)
            {
                var (w1, w2) = (x[column]!.Value, y[row]!.Value);
                var cost = 0.25 + ((w1 - 1) * (w1 - 1)) + (3 * (w2 + 0.5) * (w2 + 0.5));
                Assert.Equal(cost, costs[row][column]!.Value, 5e-5);
                Assert.Equal(Math.Log10(cost), z[row][column]!.Value, 5e-5);
            }
        }
    }

    [Fact]
    public void The_colour_bar_names_costs_not_logarithms()
    {
        var bar = FigureJson.Trace(Chart.CostContour((w1, w2) => Math.Pow(10, w1), (-1, 3), (0, 1)), "contour")["colorbar"]!;

        Assert.Equal(["0.1", "1", "10", "1E+02", "1E+03"], bar["ticktext"]!.AsArray().Select(text => (string?)text));
        Assert.Equal([-1, 0, 1, 2, 3], FigureJson.Numbers(bar["tickvals"]));
    }

    [Fact]
    public void A_cost_that_is_not_positive_is_shown_as_it_is()
    {
        var map = FigureJson.Trace(Chart.CostContour((w1, w2) => w1 - w2, (-1, 1), (-1, 1)), "contour");

        Assert.Equal(-2, (double)map["zmin"]!);
        Assert.Equal(2, (double)map["zmax"]!);
    }

    [Fact]
    public void The_path_runs_from_start_to_end()
    {
        var traces = FigureJson.Traces(Chart.CostContour(Samples.Cost, (-2, 3), (-2, 1.5), Samples.Path));

        var path = traces.Last(trace => (string?)trace!["name"] == "descent")!;
        Assert.Equal([-1.5, -0.25, 0.5, 0.875], FigureJson.Numbers(path["x"]));
        Assert.Equal([-1.75, -1, -0.75, -0.5], FigureJson.Numbers(path["y"]));
        Assert.Equal(-1.5, (double)traces.Single(trace => (string?)trace!["name"] == "start")!["x"]![0]!);
        Assert.Equal(0.875, (double)traces.Single(trace => (string?)trace!["name"] == "end")!["x"]![0]!);
    }

    [Fact]
    public void The_landscape_has_the_height_of_the_cost_and_the_path_lies_on_it()
    {
        var figure = Chart.CostSurface(Samples.Cost, (-2, 3), (-2, 1.5), Samples.Path);
        var surface = FigureJson.Trace(figure, "surface");
        var (x, y, z) = (FigureJson.Numbers(surface["x"]), FigureJson.Numbers(surface["y"]), FigureJson.Grid(surface["z"]));
        Assert.Equal(Samples.Cost(x[7]!.Value, y[31]!.Value), z[31][7]!.Value, 1e-4);

        var lift = 0.02 * (z.Max(row => row.Max())! - z.Min(row => row.Min())!).Value;
        var path = FigureJson.Traces(figure).Single(trace => (string?)trace!["name"] == "descent")!;
        var (w1, w2, height) = (FigureJson.Numbers(path["x"]), FigureJson.Numbers(path["y"]), FigureJson.Numbers(path["z"]));
        Assert.All(Enumerable.Range(0, w1.Length), i => Assert.Equal(Samples.Cost(w1[i]!.Value, w2[i]!.Value) + lift, height[i]!.Value, 1e-4));
        Assert.Equal((-1.5, 0.875), (w1[0], w1[^1]));
    }

    [Fact]
    public void A_path_that_leaves_the_landscape_has_a_gap()
    {
        var figure = Chart.CostSurface(Samples.Cost, (-2, 3), (-2, 1.5), [(0, 0), (5, 0), (1, 0)]);

        var path = FigureJson.Traces(figure).Single(trace => (string?)trace!["name"] == "descent")!;
        Assert.All(FigureJson.Numbers(path["x"]).OfType<double>(), w1 => Assert.InRange(w1, -2, 3));
        Assert.Contains(null, FigureJson.Numbers(path["x"]));
    }

    [Fact]
    public void A_neuron_s_log_loss_is_drawn_from_its_samples()
    {
        var (X, y, b) = (Samples.X, Samples.y, Samples.b);
        double Loss(double w1, double w2) => LogisticNeuronFunctions.LogLoss(
            LogisticNeuronFunctions.Model(X, Matrix<double>.Build.Dense(2, 1, [w1, w2]), b), y);

        AssertSame("customdata", Chart.CostContour(Loss, (-2, 3), (-2, 1.5), Samples.Path), Chart.CostContour(X, y, b, (-2, 3), (-2, 1.5), Samples.Path));
        AssertSame("z", Chart.CostSurface(Loss, (-2, 3), (-2, 1.5), Samples.Path), Chart.CostSurface(X, y, b, (-2, 3), (-2, 1.5), Samples.Path));

        static void AssertSame(string costs, Figure expected, Figure actual)
        {
            Assert.Equal(expected.AltText, actual.AltText);
            var (expectedTraces, actualTraces) = (FigureJson.Traces(expected), FigureJson.Traces(actual));
            Assert.Equal(expectedTraces.Select(trace => (string?)trace!["name"]), actualTraces.Select(trace => (string?)trace!["name"]));
            Assert.All(
                FigureJson.Grid(expectedTraces[0]![costs]).Zip(FigureJson.Grid(actualTraces[0]![costs])),
                rows => Assert.All(rows.First.Zip(rows.Second), pair => Assert.Equal(pair.First!.Value, pair.Second!.Value, 1e-4)));
        }
    }

    [Fact]
    public void Refuses_an_empty_range()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.CostContour(Samples.Cost, (1, 1), (0, 1)));

        Assert.Contains("w1 goes from 1 to 1", error.Message, StringComparison.Ordinal);
    }
}
