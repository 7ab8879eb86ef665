using System.Text.Json.Nodes;

namespace Neurones.Charts.Tests.Figures;

public class TrainingAnimationTests
{
    private readonly JsonNode _figure = FigureJson.Of(Chart.TrainingAnimation(Samples.X, Samples.y, Samples.History(200)));

    [Fact]
    public void Has_at_most_40_frames_from_the_first_to_the_last_record_in_order()
    {
        var iterations = _figure["frames"]!.AsArray().Select(frame => int.Parse((string)frame!["name"]!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.InRange(iterations.Length, 20, 40);
        Assert.Equal((0, 1990), (iterations[0], iterations[^1]));
        Assert.Equal(iterations.Distinct().Order(), iterations);
    }

    [Fact]
    public void The_slider_has_a_place_for_each_frame_and_a_button_plays_them()
    {
        var frames = _figure["frames"]!.AsArray().Select(frame => (string?)frame!["name"]);
        var steps = _figure["layout"]!["sliders"]![0]!["steps"]!.AsArray();
        var buttons = _figure["layout"]!["updatemenus"]![0]!["buttons"]!.AsArray();

        Assert.Equal(frames, steps.Select(step => (string?)step!["args"]![0]![0]));
        Assert.Equal(["play", "pause"], buttons.Select(button => (string?)button!["label"]));
        Assert.Null(buttons[0]!["args"]![0]);
        Assert.Equal("[null]", buttons[1]!["args"]![0]!.ToJsonString());
        Assert.All(steps.Concat(buttons), step => Assert.Equal("animate", (string?)step!["method"]));
    }

    [Fact]
    public void Boundary_sigmoid_and_cost_of_a_frame_belong_to_the_same_record()
    {
        var history = Samples.History(200);
        foreach (var frame in _figure["frames"]!.AsArray())
        {
            var record = history.Single(record => record.Iteration == int.Parse((string)frame!["name"]!, System.Globalization.CultureInfo.InvariantCulture));
            var (w1, w2, b) = (record.Parameters!["W"][0, 0], record.Parameters["W"][1, 0], record.Parameters["b"][0, 0]);
            var data = frame!["data"]!.AsArray();

            var line = data.Single(trace => (string?)trace!["name"] == "a = 0.5")!;
            Assert.All(FigureJson.Numbers(line["x"]).Zip(FigureJson.Numbers(line["y"])), end =>
                Assert.Equal(0, (w1 * end.First!.Value) + (w2 * end.Second!.Value) + b, 1e-5));

            var points = data.Single(trace => (string?)trace!["name"] == "class 1")!;
            Assert.Equal((3 * w1) + (1 * w2) + b, (double)points["x"]![0]!, 6e-4);
            Assert.Equal(1 / (1 + Math.Exp(-(double)points["x"]![0]!)), (double)points["y"]![0]!, 6e-4);

            var now = data.Single(trace => (string?)trace!["name"] == "now")!;
            Assert.Equal(record.Iteration, (int)now["x"]![0]!);
            Assert.Equal(record.TrainLoss, (double)now["y"]![0]!, 1e-6);
        }
    }

    [Fact]
    public void Every_frame_replaces_traces_of_its_own_kind()
    {
        var traces = _figure["data"]!.AsArray();
        foreach (var frame in _figure["frames"]!.AsArray())
        {
            var replaced = frame!["traces"]!.AsArray().Select(index => traces[(int)index!]!);
            Assert.Equal(
                frame["data"]!.AsArray().Select(trace => $"{trace!["type"]} {trace["name"]} {trace["xaxis"]}"),
                replaced.Select(trace => $"{trace["type"]} {trace["name"]} {trace["xaxis"]}"));
        }
    }

    [Fact]
    public void Stays_below_two_megabytes_with_ten_thousand_points()
    {
        var (X, y) = Datasets.MakeBlobs(10_000);

        Assert.InRange(Chart.TrainingAnimation(X, y, Samples.History(200)).ToJson().Length, 100_000, 2_000_000);
    }

    [Fact]
    public void Refuses_a_training_that_kept_no_parameters_and_says_the_cure()
    {
        var history = new History([new TrainingRecord(0, 1, 0.5, null, null, null)]);

        var error = Assert.Throws<ArgumentException>(() => Chart.TrainingAnimation(Samples.X, Samples.y, history));

        Assert.Contains("KeepParameters = true", error.Message, StringComparison.Ordinal);
        Assert.Equal("history", error.ParamName);
    }

    [Fact]
    public void Refuses_points_in_columns_with_a_neuron_and_says_the_cure()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.TrainingAnimation(Samples.X.Transpose(), Samples.y.Transpose(), Samples.History(3)));
        Assert.StartsWith("The history is of a neuron (", error.Message, StringComparison.Ordinal);
        Assert.Contains("X must be mx2 and y mx1; transpose both.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_third_class()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.TrainingAnimation(Samples.X, Samples.y * 2, Samples.History(3)));

        Assert.StartsWith("y contains 2, but a neuron tells two classes apart: 0 and 1.", error.Message, StringComparison.Ordinal);
    }
}
