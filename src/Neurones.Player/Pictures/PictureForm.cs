using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Neurones.Player.Exports;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Pictures;

/// <summary>A lesson's figures as pictures, in a folder of the lesson's name.</summary>
/// <param name="drawer">Draws them.</param>
/// <param name="styles">How they look: one for each format.</param>
/// <param name="referenced">Draw only what the notebook's own text shows.</param>
public sealed class PictureForm(FigureDrawer drawer, IReadOnlyList<PictureStyle> styles, bool referenced) : ILessonForm
{
    public bool NeedsRun => true;

    /// <summary>The full paths of the pictures that a notebook's text shows and that it would itself make.</summary>
    public static IReadOnlySet<string> Wanted(PlannedRun lesson, Notebook notebook, IReadOnlyList<PictureStyle> styles) =>
        NotebookPictures.Shown(notebook, lesson.Source)
            .Where(path => styles.Any(style => path == FileOf(lesson, Path.GetFileNameWithoutExtension(path), style)))
            .ToHashSet();

    public async IAsyncEnumerable<OutputFile> MakeAsync(PlannedRun lesson, Notebook notebook, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var figures = NotebookPictures.Figures(notebook);
        var all = figures.SelectMany(figure => styles.Select(style => (Figure: figure, Style: style, File: FileOf(lesson, figure.Name, style)))).ToList();
        var wanted = referenced ? Wanted(lesson, notebook, styles) : all.Select(picture => picture.File).ToHashSet();
        if (wanted.Except(all.Select(picture => picture.File)).FirstOrDefault() is { } missing)
        {
            throw new DrawingException($"Its text shows {Path.GetFileName(missing)}, but no cell draws it: a picture is called after its cell's id, with -2 for a second figure.");
        }

        foreach (var (figure, style, file) in all.Where(picture => wanted.Contains(picture.File)))
        {
            yield return new OutputFile(file, await DrawAsync(figure.Name, figure.Figure, style, cancellation));
        }
    }

    private async Task<byte[]> DrawAsync(string name, JsonNode figure, PictureStyle style, CancellationToken cancellation)
    {
        try
        {
            return await drawer.DrawAsync(figure, style, cancellation);
        }
        catch (DrawingException e)
        {
            throw new DrawingException($"{name}: {e.Message}");
        }
    }

    private static string FileOf(PlannedRun lesson, string name, PictureStyle style) => Path.Combine(lesson.Output!, $"{name}.{style.Format}");
}
