using System.Text.RegularExpressions;

namespace Lessons.Tests;

/// <summary>The pictures under "What you should see", as `neurones export` draws them into images/.</summary>
public partial class PictureTests
{
    private const string Seen = "-seen";
    private const int MostBytes = 4_000_000;

    public static TheoryData<string> All => LessonFile.All;

    private static string Images => Path.Combine(LessonFile.Repository, "images");

    [Theory]
    [MemberData(nameof(All))]
    public void Every_picture_that_it_shows_exists_and_is_told_in_words(string name) => Assert.All(Shown(name), picture =>
    {
        Assert.True(picture.Words.Length >= 20, $"{picture.File} has no text alternative that says what it shows: \"{picture.Words}\"");
        Assert.True(File.Exists(picture.File), $"{picture.File} does not exist: the README says how the lessons' pictures are drawn");
        Assert.True(PngColours.Count(picture.File) > 4, $"{picture.File} shows nothing");
    });

    [Theory]
    [MemberData(nameof(All))]
    public void What_you_should_see_follows_the_cell_that_draws_it(string name)
    {
        var cells = LessonFile.Named(name).Cells;
        var folder = string.Concat(Enumerable.Repeat("../", name.Count(c => c == '/') + 1)) + "images/" + Path.GetFileName(name);
        Assert.All(cells.Index().Where(entry => entry.Item.Id.EndsWith(Seen, StringComparison.Ordinal)), entry =>
        {
            var (index, cell) = entry;
            var drawing = cells[index - 1];
            Assert.Equal((true, cell.Id[..^Seen.Length]), (drawing.IsCode, drawing.Id));
            Assert.StartsWith("<details><summary>What you should see</summary>\n\n", cell.Source, StringComparison.Ordinal);
            Assert.Equal([$"{folder}/{drawing.Id}.png"], Image().Matches(cell.Source).Select(match => match.Groups["path"].Value));
        });
    }

    [Fact]
    public void No_picture_is_kept_that_nothing_shows()
    {
        var readme = File.ReadAllText(Path.Combine(LessonFile.Repository, "README.md"));
        var shown = LessonFile.Names.SelectMany(Shown).Select(picture => picture.File).ToHashSet();
        Assert.All(Directory.EnumerateFiles(Images, "*", SearchOption.AllDirectories), file =>
            Assert.True(shown.Contains(file) || readme.Contains($"(images/{Path.GetRelativePath(Images, file).Replace('\\', '/')})", StringComparison.Ordinal), $"no lesson shows {file}"));
    }

    [Fact]
    public void All_pictures_together_are_small() =>
        Assert.InRange(Directory.EnumerateFiles(Images, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 0, MostBytes);

    private static List<(string File, string Words)> Shown(string name)
    {
        var notebook = LessonFile.Named(name);
        return
        [
            .. notebook.Cells.Where(cell => !cell.IsCode).SelectMany(cell => Image().Matches(cell.Source)).Select(match =>
                (Path.GetFullPath(Path.Combine(Path.GetDirectoryName(notebook.File)!, match.Groups["path"].Value)), match.Groups["words"].Value)),
        ];
    }

    [GeneratedRegex(@"!\[(?<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?<path>[^)\s]+)\)")]
    private static partial Regex Image();
}
