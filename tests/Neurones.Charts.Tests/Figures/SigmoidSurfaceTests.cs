using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class SigmoidSurfaceTests
{
    private readonly Figure _figure = Chart.SigmoidSurface(Samples.W, Samples.b, Samples.X, Samples.y);

    [Fact]
    public void Has_the_height_of_the_neuron()
    {
        var surface = FigureJson.Trace(_figure, "surface");
        var (x, y, z) = (FigureJson.Numbers(surface["x"]), FigureJson.Numbers(surface["y"]), FigureJson.Grid(surface["z"]));

        Assert.Equal(y.Length, z.Length);
        for (var row = 0; row < y.Length; row++)
        {
            Assert.Equal(x.Length, z[row].Length);
            for (var column = 0; column < x.Length; column++)
            {
                var expected = 1 / (1 + Math.Exp(-((1.5 * x[column]!.Value) - (0.75 * y[row]!.Value) - 1.25)));
                Assert.Equal(expected, z[row][column]!.Value, 1e-4);
            }
        }
    }

    [Fact]
    public void Puts_each_point_at_the_height_of_its_class()
    {
        var points = FigureJson.Traces(_figure).Where(trace => (string?)trace!["mode"] == "markers").ToArray();

        Assert.Equal([[0.0, 0, 0], [1.0, 1]], points.Select(trace => FigureJson.Numbers(trace!["z"]).Select(z => z!.Value).ToArray()));
        Assert.Equal([0, 1, 0.5], FigureJson.Numbers(points[0]!["x"]));
    }

    [Fact]
    public void Marks_where_the_neuron_is_undecided()
    {
        var line = FigureJson.Traces(_figure).Single(trace => (string?)trace!["name"] == "a = 0.5")!;

        Assert.All(FigureJson.Numbers(line["x"]).Zip(FigureJson.Numbers(line["y"])), place =>
            Assert.Equal(0, (1.5 * place.First!.Value) - (0.75 * place.Second!.Value) - 1.25, 1e-5));
        Assert.Equal([0.5, 0.5], FigureJson.Numbers(line["z"]));
    }

    [Fact]
    public void Joins_each_point_to_the_surface()
    {
        var stems = FigureJson.Traces(_figure).Single(trace => (string?)trace!["name"] == "error a - y")!;
        var (x, y, z) = (FigureJson.Numbers(stems["x"]), FigureJson.Numbers(stems["y"]), FigureJson.Numbers(stems["z"]));

        Assert.Equal(3 * Samples.X.RowCount, z.Length);
        for (var i = 0; i < z.Length; i += 3)
        {
            Assert.Contains(z[i]!.Value, new[] { 0.0, 1.0 });
            Assert.Equal((x[i], y[i], null), (x[i + 1], y[i + 1], z[i + 2]));
            Assert.Equal(1 / (1 + Math.Exp(-((1.5 * x[i]!.Value) - (0.75 * y[i]!.Value) - 1.25))), z[i + 1]!.Value, 1e-4);
        }
    }

    [Fact]
    public void Refuses_a_third_class_and_no_points()
    {
        Fails("y contains 2, but a neuron tells two classes apart: 0 and 1.", Samples.X, Samples.y * 2);
        Fails("X is 0x2: give at least one point.", Matrix<double>.Build.Dense(0, 2), Matrix<double>.Build.Dense(0, 1));

        static void Fails(string message, Matrix<double> X, Matrix<double> y) =>
            Assert.StartsWith(
                message,
                Assert.Throws<ArgumentException>(() => Chart.SigmoidSurface(Samples.W, Samples.b, X, y, classNames: ["harmless", "toxic"])).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_neuron_of_more_variables()
    {
        var W = Matrix<double>.Build.Dense(3, 1);

        Assert.Contains("W is 3x1", Assert.Throws<ArgumentException>(() => Chart.SigmoidSurface(W, 0, Samples.X, Samples.y)).Message, StringComparison.Ordinal);
    }
}
