using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Neurones.Player.Exports;
using Neurones.Player.Notebooks;
using Neurones.Player.Pictures;

namespace Neurones.Player.Pages;

/// <summary>A lesson, as it ran, as one page that needs no network and no server. Beside the pages lies plotly.js, once.</summary>
public sealed class PageForm(IReadOnlyList<PlannedRun> plan, OutputFolder folder, PlotlyFile plotly, string webRoot) : ILessonForm
{
    private readonly PageTemplate _template = new(webRoot);
    private readonly List<LessonPage> _pages = [.. plan.Select(run => new LessonPage(run))];

    public bool NeedsRun => true;

    private string ContentsFile => Path.Combine(folder.Path, "index.html");

    public async IAsyncEnumerable<OutputFile> MakeAsync(PlannedRun lesson, Notebook notebook, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (notebook.CodeCells.Any(cell => FigureCheck.Figures(cell.Outputs).Any()) && await plotly.MakeAsync(cancellation) is { } drawing)
        {
            yield return drawing;
        }

        var page = _pages.Single(page => page.Source == lesson.Source);
        yield return new OutputFile(page.File, _template.Fill(page.Language, page.Title, PlainLesson.Html(notebook), Content(page, notebook)));
    }

    /// <summary>The list of the pages that there are, where there are several; null where not.</summary>
    public OutputFile? Contents()
    {
        var there = _pages.FindAll(page => File.Exists(page.File));
        if (there.Count < 2)
        {
            return null;
        }

        var items = there.Select(page => $"<li><a href=\"{page.LinkFrom(ContentsFile)}\">{WebUtility.HtmlEncode(page.Title)}</a></li>");
        const string Title = "Deep learning from scratch";
        var content = new JsonObject { ["title"] = Title, ["pages"] = Links(there, ContentsFile) };
        return new OutputFile(ContentsFile, _template.Fill(there[0].Language, Title, $"<h1>{Title}</h1><ol>{string.Concat(items)}</ol>", content));
    }

    private JsonObject Content(LessonPage page, Notebook notebook)
    {
        var row = _pages.FindAll(other => !other.IsSolution && Path.GetDirectoryName(other.File) == Path.GetDirectoryName(page.File));
        var place = row.IndexOf(page);
        var content = new JsonObject
        {
            ["notebook"] = new JsonObject { ["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]) },
            ["pictures"] = Pictures(notebook, page),
            ["plotly"] = OutputFolder.Link(page.File, plotly.Path),
            ["pages"] = Links(_pages, page.File),
        };
        if (_pages.Count > 1)
        {
            content["contents"] = OutputFolder.Link(page.File, ContentsFile);
        }

        if (place > 0)
        {
            content["previous"] = Link(row[place - 1], page.File);
        }

        if (place >= 0 && place + 1 < row.Count)
        {
            content["next"] = Link(row[place + 1], page.File);
        }

        return content;
    }

    private static JsonArray Links(IEnumerable<LessonPage> pages, string from) => [.. pages.Select(page => Link(page, from))];

    private static JsonObject Link(LessonPage page, string from) => new() { ["href"] = page.LinkFrom(from), ["title"] = page.Title };

    private static JsonObject Cell(JsonObject cell)
    {
        var copy = (JsonObject)cell.DeepClone();
        foreach (var data in (copy["outputs"] as JsonArray ?? []).Select(output => output!["data"]).OfType<JsonObject>().Where(data => data.ContainsKey(FigureCheck.MimeType)))
        {
            data.Remove("text/html"); // The same figure once more, with plotly.js in it.
        }

        return copy;
    }

    /// <summary>The pictures in files that the text shows, by their places as it names them.</summary>
    private static JsonObject Pictures(Notebook notebook, LessonPage page)
    {
        var pictures = new JsonObject();
        foreach (var (place, file) in NotebookPictures.Places(notebook, page.Source).Where(picture => File.Exists(picture.File)))
        {
            var type = Path.GetExtension(file) switch { ".png" => "image/png", ".svg" => "image/svg+xml", _ => null };
            if (type is not null)
            {
                pictures[Uri.UnescapeDataString(place)] = new JsonObject { [type] = Convert.ToBase64String(File.ReadAllBytes(file)) };
            }
        }

        return pictures;
    }
}
