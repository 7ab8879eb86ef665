using FsCheck;
using FsCheck.Fluent;
using Neurones.Charts.Data;
using Interval = Neurones.Charts.Data.Interval;

namespace Neurones.Charts.Tests.Figures;

public class DecisionBoundaryTests
{
    [Fact]
    public void Crosses_one_half_where_the_equation_of_the_neuron_says()
    {
        var map = FigureJson.Trace(Chart.DecisionBoundary(Samples.Predict, Samples.X, Samples.y), "contour");
        var (x, y, z) = (FigureJson.Numbers(map["x"]), FigureJson.Numbers(map["y"]), FigureJson.Grid(map["z"]));

        var crossings = 0;
        for (var row = 0; row < y.Length; row++)
        {
            for (var column = 0; column + 1 < x.Length; column++)
            {
                var (left, right) = (z[row][column]!.Value - 0.5, z[row][column + 1]!.Value - 0.5);
                if (left < 0 == right < 0) continue;

                var x1 = x[column]!.Value + ((x[column + 1]!.Value - x[column]!.Value) * left / (left - right));
                Assert.Equal(0, (1.5 * x1) - (0.75 * y[row]!.Value) - 1.25, 0.002);
                crossings++;
            }
        }

        Assert.Equal(y.Length, crossings);
        Assert.Equal(0.5, (double)map["contours"]!["start"]!);
        Assert.Equal(0.5, (double)map["contours"]!["end"]!);
    }

    [Fact]
    public void Draws_a_network_with_samples_in_columns_alike()
    {
        var inRows = Chart.DecisionBoundary(Samples.Predict, Samples.X, Samples.y);
        var inColumns = Chart.DecisionBoundary(X => Samples.Predict(X.Transpose()).Transpose(), Samples.X.Transpose(), Samples.y.Transpose());
        Assert.Equal(inRows.ToJson(), inColumns.ToJson());
        Assert.Equal(Chart.Scatter(Samples.X, Samples.y).ToJson(), Chart.Scatter(Samples.X.Transpose(), Samples.y.Transpose()).ToJson());
    }

    [Fact]
    public void Has_room_around_the_points()
    {
        var layout = FigureJson.Of(Chart.DecisionBoundary(Samples.Predict, Samples.X, Samples.y))["layout"]!;

        Assert.All(new[] { "xaxis", "yaxis" }, axis =>
        {
            var range = FigureJson.Numbers(layout[axis]!["range"]);
            Assert.True(range[0] < -0.1 && range[1] > 4.1);
        });
    }

    [Fact]
    public void Draws_a_classifier_that_answers_only_0_and_1()
    {
        var figure = Chart.DecisionBoundary(X => Samples.Predict(X).Map(p => p >= 0.5 ? 1.0 : 0.0), Samples.X, Samples.y);

        Assert.Equal([0, 1], FigureJson.Grid(FigureJson.Trace(figure, "contour")["z"]).SelectMany(row => row).Distinct().Order());
    }

    [Fact]
    public void Refuses_a_model_whose_answer_has_the_wrong_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.DecisionBoundary(X => X.Transpose(), Samples.X, Samples.y));

        Assert.Contains("predict returned 2x6400 for points of 6400x2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_any_neuron_ends_on_the_edges_with_z_0()
    {
        var (x1, x2) = (new Interval(-3, 2), new Interval(-1, 4));
        Prop.ForAll<int, int, int>((w1, w2, b) =>
        {
            var neuron = new PlaneNeuron(w1 / 7.0, w2 / 7.0, b / 7.0);
            var (ends1, ends2) = neuron.Boundary(x1, x2);
            if (double.IsNaN(ends1[0]))
            {
                var corners = new[] { neuron.Z(-3, -1), neuron.Z(-3, 4), neuron.Z(2, -1), neuron.Z(2, 4) };
                return corners.All(z => z < 0) || corners.All(z => z >= 0);
            }

            return Enumerable.Range(0, 2).All(end => Math.Abs(neuron.Z(ends1[end], ends2[end])) < 1e-9
                && (IsEnd(x1, ends1[end]) || IsEnd(x2, ends2[end])) && Within(x1, ends1[end]) && Within(x2, ends2[end]));
        }).QuickCheckThrowOnFailure();

        static bool IsEnd(Interval range, double value) => Math.Abs(value - range.Min) < 1e-9 || Math.Abs(value - range.Max) < 1e-9;
        static bool Within(Interval range, double value) => value > range.Min - 1e-9 && value < range.Max + 1e-9;
    }
}
