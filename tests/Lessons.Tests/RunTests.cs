namespace Lessons.Tests;

public class RunTests
{
    private const int MostCharacters = 2_000_000;

    public static TheoryData<string> Course => LessonFile.Course;

    public static TheoryData<string> Lessons => LessonFile.Lessons;

    [Theory]
    [MemberData(nameof(Course))]
    public async Task It_runs_from_the_first_to_the_last_cell(string name)
    {
        var (_, report) = await ExecutedLesson.OfAsync(name);
        Assert.Null(report.Failure?.Describe(name));
    }

    // The runner fails a cell whose figure is empty; here, one that makes a figure and doesn't show it.
    [Theory]
    [MemberData(nameof(Course))]
    public async Task Every_figure_that_is_made_is_shown(string name)
    {
        var lesson = (await ExecutedLesson.OfAsync(name)).Lesson;
        Assert.All(lesson.DrawingCells, cell => Assert.True(cell.Figures.Count > 0, $"cell {cell} shows no figure"));
    }

    [Theory]
    [MemberData(nameof(Course))]
    public async Task No_figure_is_heavy(string name)
    {
        var lesson = (await ExecutedLesson.OfAsync(name)).Lesson;
        Assert.All(lesson.CodeCells.SelectMany(cell => cell.Figures), figure => Assert.InRange(figure.ToJsonString().Length, 1, MostCharacters));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_lesson_is_told_in_figures(string name) => Assert.InRange(LessonFile.Named(name).DrawingCells.Count(), 5, 30);
}
