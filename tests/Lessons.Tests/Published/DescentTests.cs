namespace Lessons.Tests;

/// <summary>
/// The original lab's normalisation experiment calls its log loss with the arguments swapped, so that what it plots is
/// no log loss. What lesson 6 plots must be one.
/// </summary>
public class DescentTests
{
    [Fact]
    public async Task The_plotted_descents_show_the_log_loss()
    {
        var curves = await PlottedAsync();

        Assert.Equal(PublishedValues.Descents.Keys.Order(), curves.Keys.Order());
        Assert.All(PublishedValues.Descents, descent =>
        {
            Assert.Equal(descent.Value.Length, curves[descent.Key].Length);
            Assert.All(
                descent.Value.Zip(curves[descent.Key], (expected, plotted) => plotted - expected),
                difference => Assert.InRange(difference, -1e-5, 1e-5));
        });
    }

    /// <summary>
    /// What was wrong: log_loss(y, A) takes the logarithm of labels, so each term is 0 or log(epsilon), and the "loss" is the
    /// mean absolute error times 34.5. It isn't what the descent makes smaller; and nothing warns.
    /// </summary>
    [Fact]
    public async Task Swapped_arguments_would_have_plotted_the_mean_absolute_error()
    {
        var curves = await PlottedAsync();
        Assert.All(PublishedValues.SwappedDescents, descent =>
        {
            var (swapped, error) = descent.Value;
            Assert.All(swapped.Zip(error), pair => Assert.Equal(-Math.Log(1e-15) * pair.Second, pair.First, 1e-9));
            Assert.All(swapped.Zip(curves[descent.Key]), pair => Assert.True(pair.First > 1.2 * pair.Second));
        });
    }

    private static async Task<Dictionary<string, double[]>> PlottedAsync() =>
        (await ExecutedLesson.OfAsync("en/06-cats-and-dogs")).Lesson.Cell("scale-curves").Figures.Single()["data"]!.AsArray()
            .ToDictionary(trace => (string)trace!["name"]!, trace => PublishedValues.Numbers(trace!["y"]!));
}
