namespace Neurones.Charts.Tests.Figures;

/// <summary>What lesson 12 shows of its ten classes.</summary>
public class ClassesTests
{
    [Fact]
    public void A_confusion_matrix_writes_each_count_but_0_in_its_cell()
    {
        var layout = FigureJson.Of(Chart.ConfusionMatrix(Samples.Confusion))["layout"]!;
        var written = layout["annotations"]!.AsArray().Select(note => ((double)note!["x"]!, Math.Floor((double)note["y"]!), (string?)note["text"]));
        Assert.Equal([(0, 0, "1"), (2, 0, "2"), (0, 1, "1"), (1, 1, "3"), (2, 2, "2")], written);
        Assert.Equal("6 of 9 answers are right", (string?)layout["title"]!["text"]);
        Assert.Equal(("truth", "answer"), ((string?)layout["yaxis"]!["title"]!["text"], (string?)layout["xaxis"]!["title"]!["text"]));
        Assert.Equal(["cat", "dog", "cow"], layout["yaxis"]!["ticktext"]!.AsArray().Select(name => (string?)name));
        var range = FigureJson.Numbers(layout["yaxis"]!["range"]);
        Assert.True(range[0] > range[1], "Class 0 must be at the top.");
    }

    [Fact]
    public void Only_mistakes_get_stronger_colours()
    {
        var traces = FigureJson.Traces(Chart.ConfusionMatrix(Samples.Confusion));
        double?[][] right = [[1, null, null], [null, 3, null], [null, null, 2]];
        double?[][] confused = [[null, 0, 2], [1, null, 0], [0, 0, null]];
        Assert.Equal(right, FigureJson.Grid(traces[0]!["z"]));
        Assert.Equal(confused, FigureJson.Grid(traces[1]!["z"]));
        Assert.Equal((0, 2), ((double)traces[1]!["zmin"]!, (double)traces[1]!["zmax"]!));
    }

    [Fact]
    public void A_confusion_matrix_says_what_is_confused_most() =>
        Assert.Equal(
            "Table of 3 true classes by 3 answers: 6 of 9 answers are right. Most often confused: cat taken for cow (2), dog taken for cat (1).",
            Chart.ConfusionMatrix(Samples.Confusion).AltText);

    [Fact]
    public void Probabilities_are_bars_with_their_numbers()
    {
        var figure = Chart.Probabilities([0.7, 0.2, 0.1], ["cat", "dog", "cow"]);
        var bars = FigureJson.Trace(figure, "bar");
        Assert.Equal(["cat", "dog", "cow"], bars["x"]!.AsArray().Select(name => (string?)name));
        Assert.Equal([0.7, 0.2, 0.1], FigureJson.Numbers(bars["y"]));
        Assert.Equal(["0.70", "0.20", "0.10"], bars["text"]!.AsArray().Select(text => (string?)text));
        Assert.Equal("Bar chart of the probability of each class. the answer: cat 0.70, dog 0.20, cow 0.10.", figure.AltText);
    }

    [Fact]
    public void Several_answers_stand_side_by_side()
    {
        var figure = Chart.Probabilities([("cold", [0.9, 0.1]), ("hot", [0.6, 0.4])]);
        Assert.Equal(["cold", "hot"], FigureJson.Traces(figure).Select(trace => (string?)trace!["name"]));
        Assert.True((bool)FigureJson.Of(figure)["layout"]!["showlegend"]!);
        Assert.Equal(["0", "1"], FigureJson.Traces(figure)[0]!["x"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Fails("the answer has -0.1, but probabilities are from 0 to 1: pass a row of what PredictProbability returns.", () => Chart.Probabilities([-0.1, 1]));
        Fails("hot has 1 probability, but there are 2 classes: give one for each class.", () => Chart.Probabilities([("cold", [0.9, 0.1]), ("hot", [1])]));
        Assert.Throws<ArgumentException>(() => Chart.Probabilities(Array.Empty<double>()));

        static void Fails(string message, Func<Figure> draw) => Assert.Equal(message, Assert.Throws<ArgumentException>(draw).Message);
    }
}
