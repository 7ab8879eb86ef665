namespace Lessons.Tests;

/// <summary>notebooks/README.md, where a visitor chooses.</summary>
public class IndexTests
{
    public static TheoryData<string> All => LessonFile.All;

    public static TheoryData<string> Course => LessonFile.Course;

    public static TheoryData<string> Guests => LessonFile.Guests;

    [Theory]
    [MemberData(nameof(All))]
    public void It_links_every_notebook(string name) =>
        Assert.Contains($"]({name}.ipynb)", File.ReadAllText(Path.Combine(LessonFile.Repository, "notebooks", "README.md")), StringComparison.Ordinal);

    // "# 5 · Programming an artificial neuron" of 05-programming-a-neuron
    [Theory]
    [MemberData(nameof(Course))]
    public void Every_notebook_begins_with_its_number_and_title(string name)
    {
        var number = Path.GetFileName(name).Split('-')[0].TrimStart('0');
        Assert.StartsWith($"# {number} · ", LessonFile.Named(name).Cells[0].Source, StringComparison.Ordinal);
    }

    // "# Plotly.NET · Draw your own figures" of plotly-net
    [Theory]
    [MemberData(nameof(Guests))]
    public void A_guest_begins_with_its_name(string name) =>
        Assert.StartsWith(Path.GetFileName(name), LessonFile.Named(name).Cells[0].Source[2..].Replace('.', '-'), StringComparison.OrdinalIgnoreCase);
}
