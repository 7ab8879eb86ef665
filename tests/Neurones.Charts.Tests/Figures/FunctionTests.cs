namespace Neurones.Charts.Tests.Figures;

public class FunctionTests
{
    [Fact]
    public void Draws_the_values_from_end_to_end()
    {
        var trace = FigureJson.Traces(Chart.Function(z => z * z, (-2, 3))).Single()!;
        var (x, y) = (FigureJson.Numbers(trace["x"]), FigureJson.Numbers(trace["y"]));

        Assert.Equal((-2, 3), (x[0], x[^1]));
        Assert.All(x.Zip(y), place => Assert.Equal(place.First!.Value * place.First.Value, place.Second!.Value, 1e-5));
    }

    [Theory]
    [InlineData("How high?", "How high? Graph of y by x from 0 to 2: y goes from 0 to 4; range 0 to 4.")]
    [InlineData("A square", "A square. Graph of y by x from 0 to 2: y goes from 0 to 4; range 0 to 4.")]
    public void Words_follow_the_title(string title, string words) =>
        Assert.Equal(words, Chart.Function(x => x * x, (0, 2), title: title).ToString());

    [Fact]
    public void Refuses_an_empty_range()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Function(Math.Tanh, (3, -3)));

        Assert.Contains("range goes from 3 to -3", error.Message, StringComparison.Ordinal);
    }
}
