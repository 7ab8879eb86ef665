using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Charts.Tests;

public class FigureTests
{
    [Theory]
    [MemberData(nameof(Samples.FigureNames), MemberType = typeof(Samples))]
    public void Has_a_title_axis_labels_and_a_text_alternative(string name)
    {
        var figure = Samples.Figures[name]();
        var layout = FigureJson.Of(figure)["layout"]!;

        Assert.False(string.IsNullOrWhiteSpace((string?)layout["title"]!["text"]));
        Assert.True(figure.AltText.Length > 20, figure.AltText);
        Assert.Matches("[0-9]", figure.AltText);
        var axes = (layout["scene"] ?? layout).AsObject().Where(member => member.Key.Contains("axis", StringComparison.Ordinal)).ToArray();
        Assert.True(axes.Length >= (layout["scene"] is null ? 2 : 3));
        Assert.All(axes, axis => Assert.False(string.IsNullOrWhiteSpace((string?)axis.Value!["title"]!["text"])));
    }

    [Theory]
    [MemberData(nameof(Samples.FigureNames), MemberType = typeof(Samples))]
    public void Is_the_same_JSON_and_text_under_French_settings(string name)
    {
        var expected = Written(CultureInfo.InvariantCulture);
        Assert.Equal(expected, Written(CultureInfo.GetCultureInfo("fr-FR")));

        (string Json, string Text) Written(CultureInfo culture)
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
            try
            {
                return (Samples.Figures[name]().ToJson(), Samples.Figures[name]().ToString());
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples.FigureNames), MemberType = typeof(Samples))]
    public void Draws_finite_numbers_only(string name)
    {
        // Gaps are meant only between photos and images, between the lines of one trace, and where a derivative doesn't exist.
        if (name is "Photos" or "Images" or "ConfusionMatrix" or "ActivationFunctions") return;

        foreach (var trace in FigureJson.Traces(Samples.Figures[name]()).Where(trace => (string?)trace!["name"] is not ("error a - y" or "price" or "weight > 0" or "weight < 0" or "brackets" or "arrows" or "gap")))
        {
            foreach (var array in new[] { "x", "y", "z", "customdata", "surfacecolor" })
            {
                if (trace![array] is { } values) Assert.All(Leaves(values), leaf => Assert.NotNull(leaf));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples.FigureNames), MemberType = typeof(Samples))]
    public void Stays_far_below_two_megabytes(string name) => Assert.InRange(Samples.Figures[name]().ToJson().Length, 100, 600_000);

    [Theory]
    [MemberData(nameof(Samples.FigureNames), MemberType = typeof(Samples))]
    public void Sends_nothing_anywhere_and_leaves_the_background_to_the_page(string name)
    {
        var json = FigureJson.Of(Samples.Figures[name]());

        Assert.False((bool)json["config"]!["showSendToCloud"]!);
        Assert.Equal("", (string?)json["config"]!["plotlyServerURL"]);
        Assert.Equal("rgba(0,0,0,0)", (string?)json["layout"]!["template"]!["layout"]!["paper_bgcolor"]);
        Assert.Null(json["layout"]!["paper_bgcolor"]);
        Assert.Null(json["layout"]!["font"]);
    }

    [Fact]
    public void Does_not_change_with_the_data_it_was_made_of()
    {
        var (X, y) = (Samples.X.Clone(), Samples.y.Clone());
        double[] losses = [3, 2, 1];
        Figure[] figures = [Chart.Scatter(X, y), Chart.Curve(losses)];
        var before = figures.Select(figure => figure.ToJson()).ToArray();

        X[0, 0] = 99;
        y[0, 0] = 1;
        losses[1] = 99;

        Assert.Equal(before, figures.Select(figure => figure.ToJson()));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Writes_what_is_no_number_as_a_gap(double value)
    {
        var y = FigureJson.Numbers(FigureJson.Traces(Chart.Curve([1.5, value, 2.5]))[0]!["y"]);

        Assert.Equal([1.5, null, 2.5], y);
    }

    [Fact]
    public void Writes_any_number_to_seven_digits_and_few_characters()
    {
        Prop.ForAll<double>(value =>
        {
            var json = FigureJson.Traces(Chart.Curve([value, 0]))[0]!["y"]![0];
            if (!double.IsFinite(value)) return json is null;

            return Math.Abs((double)json! - value) <= 5e-7 * Math.Abs(value) && json!.ToJsonString().Length <= 14;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Breaks_a_long_title_for_a_telephone_and_keeps_it_whole()
    {
        const string title = "A title that is much too long for a telephone that is held upright, as most are";

        var figure = Chart.Curve([1, 2], title: title);

        Assert.Equal(title, figure.Title);
        Assert.All(((string)FigureJson.Of(figure)["layout"]!["title"]!["text"]!).Split("<br>"), line => Assert.InRange(line.Length, 1, 40));
    }

    [Fact]
    public void Can_be_varied_without_touching_the_first()
    {
        var figure = Chart.Scatter(Samples.X, Samples.y);
        var json = figure.ToJson();

        var higher = figure with { Layout = figure.Layout with { Height = 900 } };

        Assert.Equal(900, (double)FigureJson.Of(higher)["layout"]!["height"]!);
        Assert.Equal(json, figure.ToJson());
    }

    private static IEnumerable<JsonNode?> Leaves(JsonNode? node) => node is JsonArray array ? array.SelectMany(Leaves) : [node];
}
