using Neurones.Player.Lessons;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Lessons;

public sealed class LessonIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_lessons_in_their_order_each_before_its_solutions()
    {
        foreach (var name in (string[])["plotly-net", "10-deep-networks", "06-cats-and-dogs", "05b-the-neuron-as-a-class", "05-programming-a-neuron"])
        {
            TestNotebook.Write(_folder[$"notebooks/en/{name}.ipynb"], TestNotebook.Markdown("# Lesson"));
            TestNotebook.Write(_folder[$"notebooks/en/solutions/{name}.ipynb"], TestNotebook.Markdown("# Solutions"));
        }

        var all = new LessonIndex(_folder["notebooks"]).All;

        Assert.Equal(
            ["5", "5", "5b", "5b", "6", "6", "10", "10", "", ""],
            all.Select(lesson => lesson.Number));
        Assert.Equal(
            ["en/05-programming-a-neuron", "en/solutions/05-programming-a-neuron", "en/05b-the-neuron-as-a-class", "en/solutions/05b-the-neuron-as-a-class"],
            all.Take(4).Select(lesson => lesson.Id));
    }

    [Fact]
    public void A_lesson_that_was_changed_is_read_again()
    {
        var file = TestNotebook.Write(_folder["notebooks/en/01-a.ipynb"], TestNotebook.Markdown("# Before"));
        var index = new LessonIndex(_folder["notebooks"]);
        var before = Assert.Single(index.All);
        Assert.Same(before, Assert.Single(index.All));

        TestNotebook.Write(file, TestNotebook.Markdown("# After"));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(("Before", "After"), (before.Title, Assert.Single(index.All).Title));
        File.Delete(file);
        Assert.Empty(index.All);
    }
}
