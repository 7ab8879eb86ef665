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
        var lesson = (await ExecutedLesson.OfAsync("en/06-cats-and-dogs")).Lesson;
        var curves = lesson.Cell("scale-curves").Figures.Single()["data"]!.AsArray()
            .ToDictionary(trace => (string)trace!["name"]!, trace => PublishedValues.Numbers(trace!["y"]!));

        Assert.Equal(PublishedValues.Descents.Keys.Order(), curves.Keys.Order());
        Assert.All(PublishedValues.Descents, descent =>
        {
            Assert.Equal(descent.Value.Length, curves[descent.Key].Length);
            Assert.All(
                descent.Value.Zip(curves[descent.Key], (expected, plotted) => plotted - expected),
                difference => Assert.InRange(difference, -1e-5, 1e-5));
        });
    }
}
