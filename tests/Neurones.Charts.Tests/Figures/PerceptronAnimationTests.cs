using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests.Figures;

public class PerceptronAnimationTests
{
    // AND, learned from weights of 0: the first frames have no line.
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfRowArrays([0, 0], [0, 1], [1, 0], [1, 1]);
    private static readonly Matrix<double> y = Matrix<double>.Build.Dense(4, 1, [0, 0, 0, 1]);
    private static readonly PerceptronStep[] Steps = [.. Perceptron.Steps(X, y, new() { LearningRate = 1 })];

    private readonly Figure _figure = Chart.PerceptronAnimation(X, y, Steps);

    [Fact]
    public void Each_step_has_its_frame()
    {
        var frames = Frames(_figure);
        Assert.Equal(Steps.Length, frames.Count);
        Assert.Equal(Enumerable.Range(0, Steps.Length).Select(i => FormattableString.Invariant($"{i}")), frames.Select(frame => (string?)frame!["name"]));
    }

    [Fact]
    public void A_frame_shows_the_line_that_answered_and_after_a_mistake_the_corrected_one()
    {
        foreach (var (step, frame) in Steps.Zip(Frames(_figure)))
        {
            OnTheLine(step.W, step.b, Trace(frame!, "its line"));
            if (step.Error == 0)
            {
                Assert.False(IsThere(Trace(frame!, "corrected line")));
            }
            else
            {
                OnTheLine(step.NextW, step.Nextb, Trace(frame!, "corrected line"));
            }
        }

        var drawn = Frames(_figure).Count(frame => IsThere(Trace(frame!, "its line")));
        Assert.InRange(drawn, 15, Steps.Length - 1);
    }

    [Fact]
    public void The_sample_is_marked_by_colour_and_symbol_as_right_or_wrong()
    {
        foreach (var (step, frame) in Steps.Zip(Frames(_figure)))
        {
            var mark = Trace(frame!, "sample shown");
            Assert.Equal([X[step.Sample, 0], X[step.Sample, 1]], [(double)mark["x"]![0]!, (double)mark["y"]![0]!]);
            Assert.Equal(step.Error == 0 ? "circle-open" : "square-open", (string?)mark["marker"]!["symbol"]);
        }

        Assert.Equal(2, Frames(_figure).Select(frame => (string?)Trace(frame!, "sample shown")["marker"]!["color"]).Distinct().Count());
    }

    [Fact]
    public void Numbers_say_the_same()
    {
        Assert.Equal("pass 0, sample 3: answer 0, wrong ✗<br>W = (0, 0), b = -1<br>→ W = (1, 1), b = 0", Words(3));
        Assert.Equal("pass 5, sample 3: answer 1, right ✓<br>W = (2, 1), b = -3<br>nothing changes", Words(23));
        Assert.Contains("11 times in all. At last W = (2, 1), b = -3.", _figure.AltText, StringComparison.Ordinal);

        string? Words(int frame) => (string?)Trace(Frames(_figure)[frame]!, "words")["text"]![0];
    }

    [Fact]
    public void Colours_are_those_of_the_answers()
    {
        foreach (var (step, frame) in Steps.Zip(Frames(_figure)))
        {
            var map = frame!["data"]!.AsArray().Single(trace => (string?)trace!["type"] == "contour")!;
            var (x1, x2, z) = (FigureJson.Numbers(map["x"]), FigureJson.Numbers(map["y"]), FigureJson.Grid(map["z"]));
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal((x1[i % 2] * step.W[0, 0]) + (x2[i / 2] * step.W[1, 0]) + step.b >= 0, z[i / 2][i % 2] > 0);
            }
        }
    }

    [Fact]
    public void A_frame_replaces_traces_of_its_own_kind()
    {
        var traces = FigureJson.Traces(_figure);
        Assert.All(Frames(_figure), frame => Assert.All(
            frame!["traces"]!.AsArray().Zip(frame["data"]!.AsArray()),
            pair => Assert.Equal((string?)traces[(int)pair.First!]!["name"], (string?)pair.Second!["name"])));
        Assert.Equal(["class 0", "class 1"], traces.Where((_, i) => !Frames(_figure)[0]!["traces"]!.AsArray().Any(index => (int)index! == i)).Select(trace => (string?)trace!["name"]));
    }

    [Fact]
    public void A_training_that_never_ends_is_cut_off()
    {
        var xor = Matrix<double>.Build.Dense(4, 1, [0, 1, 1, 0]);
        Assert.Equal(120, Frames(Chart.PerceptronAnimation(X, xor, Perceptron.Steps(X, xor, new() { Iterations = 1_000_000 }))).Count);
    }

    [Fact]
    public void What_cannot_be_shown_is_refused()
    {
        Assert.StartsWith("There are no steps", Assert.Throws<ArgumentException>(() => Chart.PerceptronAnimation(X, y, [])).Message, StringComparison.Ordinal);
        var few = X.SubMatrix(0, 3, 0, 2);
        Assert.StartsWith(
            "A step shows sample 3, but X has 3 samples",
            Assert.Throws<ArgumentException>(() => Chart.PerceptronAnimation(few, y.SubMatrix(0, 3, 0, 1), Steps)).Message,
            StringComparison.Ordinal);
    }

    private static JsonArray Frames(Figure figure) => FigureJson.Of(figure)["frames"]!.AsArray();

    private static JsonNode Trace(JsonNode frame, string name) => frame["data"]!.AsArray().Single(trace => (string?)trace!["name"] == name)!;

    private static IEnumerable<(double X1, double X2)> Ends(JsonNode line) =>
        FigureJson.Numbers(line["x"]).Zip(FigureJson.Numbers(line["y"]), (x1, x2) => (x1!.Value, x2!.Value));

    private static bool IsThere(JsonNode line) => Ends(line).Distinct().Count() == 2;

    private static void OnTheLine(Matrix<double> W, double b, JsonNode line)
    {
        if (IsThere(line)) Assert.All(Ends(line), end => Assert.Equal(0, (W[0, 0] * end.X1) + (W[1, 0] * end.X2) + b, 1e-6));
    }
}
