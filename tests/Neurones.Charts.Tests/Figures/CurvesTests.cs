namespace Neurones.Charts.Tests.Figures;

public class CurvesTests
{
    [Fact]
    public void Draws_values_from_iteration_0_on()
    {
        var figure = Chart.Curve([2.5, 1.25, 0.5], yAxis: "cost");
        var trace = FigureJson.Traces(figure).Single()!;

        Assert.Equal("lines", (string?)trace["mode"]);
        Assert.Equal([0, 1, 2], FigureJson.Numbers(trace["x"]));
        Assert.Equal([2.5, 1.25, 0.5], FigureJson.Numbers(trace["y"]));
        Assert.Contains("3 values, from 2.5 at first to 0.5 at last", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_each_of_several_curves_and_tells_them_apart()
    {
        var figure = Chart.Curves(("slow", [2.5, 2.25]), ("fast", [2.5, 0.125]), ("wild", [2.5, 9]));
        var traces = FigureJson.Traces(figure);

        Assert.Equal(["slow", "fast", "wild"], traces.Select(trace => (string?)trace!["name"]));
        Assert.Equal(3, traces.Select(trace => (string?)trace!["line"]!["color"]).Distinct().Count());
        Assert.Equal(3, traces.Select(trace => (string?)trace!["line"]!["dash"]).Distinct().Count());
        Assert.True((bool)FigureJson.Of(figure)["layout"]!["showlegend"]!);
    }

    [Fact]
    public void Shows_loss_and_accuracy_side_by_side_for_train_and_test()
    {
        var traces = FigureJson.Traces(Chart.LearningCurves(Samples.History(8, tested: true)));

        Assert.Equal(["train x", "test x", "train x2", "test x2"], traces.Select(trace => $"{trace!["name"]} {trace["xaxis"]}"));
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70], FigureJson.Numbers(traces[0]!["x"]));
        Assert.Equal([2, 1, 2 / 3.0, 0.5, 0.4, 2 / 6.0, 2 / 7.0, 0.25], FigureJson.Numbers(traces[0]!["y"]).Select(value => value!.Value), Close);
        Assert.Equal([3, 1.5, 1, 0.75, 0.6, 0.5, 3 / 7.0, 0.375], FigureJson.Numbers(traces[1]!["y"]).Select(value => value!.Value), Close);
        Assert.All(FigureJson.Numbers(traces[3]!["y"]), value => Assert.Equal(0.5, value));
    }

    [Fact]
    public void Leaves_the_test_out_where_it_was_not_measured()
    {
        var figure = Chart.LearningCurves(Samples.History(8));

        Assert.Equal(["train", "train"], FigureJson.Traces(figure).Select(trace => (string?)trace!["name"]));
        Assert.DoesNotContain("Test", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Epochs_and_validation_are_called_so()
    {
        var history = new Sequential([2]) { new Dense(1), new Sigmoid() }.Fit(
            Samples.X, Samples.y, new FitOptions { Epochs = 3, Validation = (Samples.X, Samples.y) });
        var figure = Chart.LearningCurves(history);

        Assert.Equal(["train", "validation", "train", "validation"], FigureJson.Traces(figure).Select(trace => (string?)trace!["name"]));
        Assert.All(["xaxis", "xaxis2"], axis => Assert.Equal("epoch", (string?)FigureJson.Of(figure)["layout"]![axis]!["title"]!["text"]));
        Assert.StartsWith("Two line charts over epochs 1 to 3, 3 records. Train: ", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(" Validation: ", figure.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("iteration", figure.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_has_a_loss_alone()
    {
        var history = new History(Samples.History(8).Select(record => record with { TrainAccuracy = null }));
        var figure = Chart.LearningCurves(history);

        var trace = Assert.Single(FigureJson.Traces(figure))!;
        Assert.Equal(8, FigureJson.Numbers(trace["y"]).Length);
        Assert.Null(FigureJson.Of(figure)["layout"]!["xaxis2"]);
        Assert.Contains("loss from 2 to 0.25.", figure.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("accuracy", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Thins_a_million_values_and_keeps_spikes_and_ends()
    {
        var values = Enumerable.Range(0, 1_000_000).Select(i => i == 654_321 ? 50 : 1.0 / (1 + i)).ToArray();

        var json = Chart.Curve(values).ToJson();
        var trace = FigureJson.Traces(Chart.Curve(values)).Single()!;
        var (x, y) = (FigureJson.Numbers(trace["x"]), FigureJson.Numbers(trace["y"]));

        Assert.True(json.Length < 100_000);
        Assert.Equal(50, y[Array.IndexOf(x, 654_321)]);
        Assert.Equal((0, 999_999), (x[0], x[^1]));
        Assert.Equal(x.Order(), x);
    }

    [Fact]
    public void Thinning_keeps_the_lowest_value_beside_a_gap_and_the_gap()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => i switch { 50_010 => double.NaN, 50_020 => -50, 50_030 => double.PositiveInfinity, _ => 1.0 }).ToArray();

        var trace = FigureJson.Traces(Chart.Curve(values)).Single()!;
        var (x, y) = (FigureJson.Numbers(trace["x"]), FigureJson.Numbers(trace["y"]));

        Assert.Equal(-50, y[Array.IndexOf(x, 50_020)]);
        Assert.Null(y[Array.IndexOf(x, 50_010)]);
    }

    [Fact]
    public void Names_the_argument_that_has_no_values()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Chart.Curve([])).ParamName);
        Assert.Equal("curves", Assert.Throws<ArgumentException>(() => Chart.Curves(("slow", [1]), ("fast", []))).ParamName);
    }

    [Fact]
    public void Refuses_to_draw_nothing()
    {
        Assert.Contains("no values", Assert.Throws<ArgumentException>(() => Chart.Curve([])).Message, StringComparison.Ordinal);
        Assert.Contains("no curve", Assert.Throws<ArgumentException>(() => Chart.Curves()).Message, StringComparison.Ordinal);
        Assert.Contains("train first", Assert.Throws<ArgumentException>(() => Chart.LearningCurves(new History([]))).Message, StringComparison.Ordinal);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-6;
}
