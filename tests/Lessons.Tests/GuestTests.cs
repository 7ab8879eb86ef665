namespace Lessons.Tests;

/// <summary>Notebooks whose packages not every machine can have.</summary>
public class GuestTests
{
    public static TheoryData<string> Guests => LessonFile.Guests;

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task It_runs_or_is_skipped_for_its_packages_alone(string name)
    {
        var (_, report) = await ExecutedLesson.OfAsync(name);
        Assert.Null(report.Failure?.Describe(name));
        Assert.Contains("could not be restored", report.Skipped ?? "nothing could not be restored", StringComparison.Ordinal);
    }

    [NeedsPlotlyNetTheory]
    [MemberData(nameof(Guests))]
    public async Task Every_figure_that_is_made_is_shown(string name)
    {
        var (lesson, report) = await ExecutedLesson.OfAsync(name);
        Assert.Null(report.Skipped);
        Assert.All(lesson.DrawingCells, cell => Assert.True(cell.Figures.Count > 0, $"cell {cell} shows no figure"));
    }
}
