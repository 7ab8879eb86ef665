using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class SigmoidResidualsTests
{
    private readonly Figure _figure = Chart.SigmoidResiduals(Samples.W, Samples.b, Samples.X, Samples.y, ["harmless", "toxic"]);

    private readonly double _loss = LogisticNeuronFunctions.LogLoss(Samples.Predict(Samples.X), Samples.y);

    [Fact]
    public void Points_stand_at_their_score_and_their_class()
    {
        var points = Dots("x").ToArray();
        Assert.Equal(["harmless", "toxic"], points.Select(trace => (string?)trace["name"]));
        Assert.Equal([[0.0, 0, 0], [1.0, 1]], points.Select(trace => Values(trace["y"])));
        Assert.All(Values(points[1]["x"]).Zip([2.5, 1.75]), z => Assert.Equal(z.Second, z.First, 1e-5));
    }

    [Fact]
    public void The_mean_of_the_prices_is_the_log_loss()
    {
        Assert.Equal(_loss, Dots("x2").SelectMany(trace => Values(trace["y"])).Average(), 1e-4);
        Assert.Contains(FormattableString.Invariant($"on average {_loss:0.0000}"), _figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_reach_from_the_class_to_the_sigmoid()
    {
        foreach (var (label, stems) in FigureJson.Traces(_figure).Where(trace => (string?)trace!["name"] == "error a - y").Index())
        {
            var (z, heights) = (FigureJson.Numbers(stems!["x"]), FigureJson.Numbers(stems["y"]));
            for (var i = 0; i < z.Length; i += 3)
            {
                Assert.Equal(label, heights[i]!.Value);
                Assert.Equal((z[i], null), (z[i + 1], heights[i + 2]));
                Assert.Equal(1 / (1 + Math.Exp(-z[i]!.Value)), heights[i + 1]!.Value, 1e-4);
            }
        }
    }

    [Fact]
    public void Even_a_score_that_is_certain_and_wrong_has_a_price()
    {
        var figure = Chart.SigmoidResiduals(1000 * Samples.W, 0, Samples.X, 1 - Samples.y);
        Assert.All(FigureJson.Traces(figure), trace => Assert.DoesNotContain("Infinity", trace!.ToJsonString(), StringComparison.Ordinal));
        Assert.Contains("the highest, 3750, is paid by one of class 0", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neuron_of_other_than_two_variables_is_refused() => Assert.StartsWith(
        "W is 3x1, but a neuron of the plane has 2 weights",
        Assert.Throws<ArgumentException>(() => Chart.SigmoidResiduals(Matrix<double>.Build.Dense(3, 1), 0, Samples.X, Samples.y)).Message,
        StringComparison.Ordinal);

    private IEnumerable<JsonNode> Dots(string axis) =>
        FigureJson.Traces(_figure).Where(trace => (string?)trace!["mode"] == "markers" && ((string?)trace["xaxis"] ?? "x") == axis).Select(trace => trace!);

    private static double[] Values(JsonNode? array) => [.. FigureJson.Numbers(array).Select(value => value!.Value)];
}
