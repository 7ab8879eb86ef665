using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class NetworkTrainingTests
{
    private static readonly Matrix<double> X = Samples.X.Transpose();
    private static readonly Matrix<double> y = Samples.y.Transpose();

    [Theory]
    [InlineData(HiddenActivation.Sigmoid)]
    [InlineData(HiddenActivation.Tanh)]
    public void Map_and_place_on_the_loss_of_a_frame_belong_to_the_same_record(HiddenActivation activation)
    {
        var history = Samples.NetworkHistory(100);
        var figure = FigureJson.Of(Chart.TrainingAnimation(X, y, history, hiddenActivation: activation));
        var frames = figure["frames"]!.AsArray();
        Assert.InRange(frames.Count, 20, 40);
        Assert.Equal(("0", "990"), ((string?)frames[0]!["name"], (string?)frames[^1]!["name"]));
        foreach (var frame in frames)
        {
            var record = history.Single(record => record.Iteration == int.Parse((string)frame!["name"]!, CultureInfo.InvariantCulture));
            var (map, now) = (frame!["data"]![0]!, frame["data"]![1]!);
            Assert.Equal(record.Iteration, (int)now["x"]![0]!);
            Assert.Equal(record.TrainLoss, (double)now["y"]![0]!, 1e-6);

            var (x1, x2, z) = (FigureJson.Numbers(map["x"]), FigureJson.Numbers(map["y"]), FigureJson.Grid(map["z"]));
            foreach (var (row, column) in new[] { (0, 0), (7, 31), (43, 12) })
            {
                Assert.Equal(Answer(record.Parameters!, x1[column]!.Value, x2[row]!.Value, activation), z[row][column]!.Value, 6e-4);
            }
        }
    }

    [Fact]
    public void Every_frame_replaces_traces_of_its_own_kind()
    {
        var figure = FigureJson.Of(Chart.TrainingAnimation(X, y, Samples.NetworkHistory(100)));
        var traces = figure["data"]!.AsArray();
        Assert.All(figure["frames"]!.AsArray(), frame => Assert.Equal(
            frame!["data"]!.AsArray().Select(trace => $"{trace!["type"]} {trace["name"]} {trace["xaxis"]}"),
            frame["traces"]!.AsArray().Select(index => traces[(int)index!]!).Select(trace => $"{trace["type"]} {trace["name"]} {trace["xaxis"]}")));
    }

    [Fact]
    public void Points_in_rows_are_refused_with_the_cure()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.TrainingAnimation(Samples.X, Samples.y, Samples.NetworkHistory(2)));

        Assert.StartsWith("The history is of a network (W1 3x2, b1 3x1, W2 1x3, b2 1x1), whose points stand in columns", error.Message, StringComparison.Ordinal);
    }

    // Neuron by neuron, in numbers.
    private static double Answer(NamedMatrices p, double x1, double x2, HiddenActivation activation)
    {
        var z = p["b2"][0, 0];
        for (var i = 0; i < 3; i++)
        {
            var hidden = (p["W1"][i, 0] * x1) + (p["W1"][i, 1] * x2) + p["b1"][i, 0];
            z += p["W2"][0, i] * (activation == HiddenActivation.Tanh ? Math.Tanh(hidden) : Sigmoid(hidden));
        }

        return Sigmoid(z);
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
