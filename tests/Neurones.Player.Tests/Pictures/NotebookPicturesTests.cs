using Neurones.Player.Notebooks;
using Neurones.Player.Pictures;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Pictures;

public sealed class NotebookPicturesTests : IDisposable
{
    private const string Figure = """{"output_type":"display_data","data":{"application/vnd.plotly.v1+json":{"data":[]}}}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_picture_is_called_after_its_cell_and_a_second_one_has_a_number() =>
        Assert.Equal(["one", "two", "two-2", "cell-03"], Names(("one", 1), ("two", 2), ("../three", 1), ("four", 0)));

    [Fact]
    public void Two_pictures_of_one_name_are_an_error() =>
        Assert.Contains("called two-2", Assert.Throws<DrawingException>(() => Names(("two", 2), ("two-2", 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_pictures_of_the_text_are_found_and_others_are_not()
    {
        var file = TestNotebook.Write(
            _folder["en/a.ipynb"],
            TestNotebook.Markdown("<details>\n\n![A surface, with its [axes]](../images/a/one.png)\n\n![](b%20c.svg) [text](no.png)</details>"),
            TestNotebook.Markdown("![elsewhere](https://example.org/x.png) ![inside](attachment:y.png)"),
            TestNotebook.Code("// ![code](z.png)"));
        Assert.Equal([_folder["images/a/one.png"], _folder["en/b c.svg"]], NotebookPictures.Shown(Notebook.Load(file), file));
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Names(params (string Id, int Figures)[] cells)
    {
        var file = _folder["a.ipynb"];
        var json = cells.Select(cell => $$"""{"cell_type":"code","id":"{{cell.Id}}","metadata":{},"source":"1","outputs":[{{string.Join(',', Enumerable.Repeat(Figure, cell.Figures))}}]}""");
        File.WriteAllText(file, $$"""{"cells":[{{string.Join(',', json)}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        return NotebookPictures.Figures(Notebook.Load(file)).Select(figure => figure.Name);
    }
}
