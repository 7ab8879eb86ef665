using Neurones.Exercises;

namespace Neurones.Tests;

public class VerdictTests
{
    [Fact]
    public void Code_that_isnt_written_yet_is_not_started() =>
        Assert.Equal(VerdictKind.NotStarted, Verdict.Of(() => throw new NotImplementedException()).Kind);

    [Fact]
    public void Code_that_fails_is_wrong_and_says_how() =>
        Assert.Equal(
            Verdict.Wrong("Your code stopped with ArgumentException: A is 3x1 but y is 2x1."),
            Verdict.Of(() => throw new ArgumentException("A is 3x1 but y is 2x1.")));

    [Fact]
    public void Stopping_the_cell_is_no_mistake_of_the_learner()
    {
        Assert.Throws<OperationCanceledException>(() => Verdict.Of(() => throw new OperationCanceledException()));
        Assert.Throws<ThreadInterruptedException>(() => Verdict.Of(() => throw new ThreadInterruptedException()));
    }

    [Theory]
    [InlineData(VerdictKind.NotStarted, "Not started: a < b")]
    [InlineData(VerdictKind.Wrong, "Not right yet: a < b")]
    [InlineData(VerdictKind.Right, "Right: a < b")]
    public void It_reads_as_one_line(VerdictKind kind, string text) => Assert.Equal(text, new Verdict(kind, "a < b").ToString());

    // As a notebook host does, which knows the attribute and its members by name alone.
    [Fact]
    public void Hosts_show_it_as_a_note_or_as_text()
    {
        dynamic source = typeof(Verdict).GetCustomAttributes(inherit: false).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var formatters = ((IEnumerable<object>)((dynamic)Activator.CreateInstance((Type)source.FormatterSourceType)!).CreateTypeFormatters()).Cast<dynamic>().ToList();
        var shown = formatters.ToDictionary(formatter => (string)formatter.MimeType, formatter =>
        {
            using var writer = new StringWriter();
            Assert.True((bool)formatter.Format(Verdict.Wrong("a < b"), writer));
            return writer.ToString();
        });

        Assert.Equal((string[])source.PreferredMimeTypes, shown.Keys);
        Assert.Contains("Not right yet</strong><br>a &lt; b</div>", shown["text/html"], StringComparison.Ordinal);
        Assert.Equal("Not right yet: a < b", shown["text/plain"]);
    }
}
