namespace Lessons.Tests;

/// <summary>notebooks/README.md, where a visitor chooses.</summary>
public class IndexTests
{
    public static TheoryData<string> All => LessonFile.All;

    [Theory]
    [MemberData(nameof(All))]
    public void It_links_every_notebook(string name) =>
        Assert.Contains($"]({name}.ipynb)", File.ReadAllText(Path.Combine(LessonFile.Repository, "notebooks", "README.md")), StringComparison.Ordinal);

    // "# 5 · Programming an artificial neuron" of 05-programming-a-neuron
    [Theory]
    [MemberData(nameof(All))]
    public void Every_notebook_begins_with_its_number_and_title(string name)
    {
        var number = Path.GetFileName(name).Split('-')[0].TrimStart('0');
        Assert.StartsWith($"# {number} · ", LessonFile.Named(name).Cells[0].Source, StringComparison.Ordinal);
    }
}
