using System.Text.Json.Nodes;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Pictures;

/// <summary>One notebook whose figures become pictures in a folder of its own.</summary>
public sealed class PictureExport
{
    private readonly PlannedRun _run;
    private readonly Notebook _notebook;
    private readonly PictureStyle _style;
    private readonly HashSet<string>? _wanted;

    /// <param name="run">The notebook; the folder is its output without the extension.</param>
    /// <param name="style">How the pictures look.</param>
    /// <param name="referenced">Draw only what the notebook's own text shows.</param>
    /// <exception cref="UsageException">The notebook can't be read.</exception>
    public PictureExport(PlannedRun run, PictureStyle style, bool referenced)
    {
        (_run, _style) = (run, style);
        _notebook = run.Load();
        _wanted = referenced ? [.. NotebookPictures.Shown(_notebook, run.Source).Where(path => path == FileOf(Path.GetFileNameWithoutExtension(path)))] : null;
    }

    /// <summary>Whether no picture is wanted of it.</summary>
    public bool IsEmpty => _wanted is { Count: 0 };

    public string Name => _run.Name;

    /// <summary>Runs the notebook, draws, and writes the pictures when all are drawn; tells <paramref name="drawn"/> each one's file and size.</summary>
    /// <exception cref="UsageException">The folder can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; nothing was written.</exception>
    public async Task<NotebookReport> MakeAsync(NotebookRunner runner, FigureDrawer drawer, Action<string, int> drawn, CancellationToken cancellation)
    {
        var report = await runner.RunAsync(_notebook, _run.Folder, cancellation);
        if (report.Failure is not null || report.Skipped is not null)
        {
            return report;
        }

        try
        {
            var pictures = new List<(string File, byte[] Bytes)>();
            foreach (var (name, figure) in Figures())
            {
                var picture = await DrawAsync(drawer, name, figure, cancellation);
                pictures.Add((FileOf(name), picture));
                drawn($"{name}.{_style.Format}", picture.Length);
            }

            pictures.ForEach(picture => Write(picture.File, picture.Bytes));
            return report;
        }
        catch (DrawingException e)
        {
            return report with { Failure = new NotebookFailure(e.Message) };
        }
    }

    private async Task<byte[]> DrawAsync(FigureDrawer drawer, string name, JsonNode figure, CancellationToken cancellation)
    {
        try
        {
            return await drawer.DrawAsync(figure, _style, cancellation);
        }
        catch (DrawingException e)
        {
            throw new DrawingException($"{name}: {e.Message}");
        }
    }

    private IEnumerable<NamedFigure> Figures()
    {
        var all = NotebookPictures.Figures(_notebook);
        return _wanted?.Except(all.Select(figure => FileOf(figure.Name))).FirstOrDefault() is { } missing
            ? throw new DrawingException($"Its text shows {Path.GetFileName(missing)}, but no cell draws it: a picture is called after its cell's id, with -2 for a second figure.")
            : all.Where(figure => _wanted?.Contains(FileOf(figure.Name)) ?? true);
    }

    private string FileOf(string name) => Path.Combine(Path.ChangeExtension(_run.Output!, null), $"{name}.{_style.Format}");

    private static void Write(string file, byte[] bytes)
    {
        var temporary = file + ".tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            try
            {
                File.WriteAllBytes(temporary, bytes);
                File.Move(temporary, file, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The pictures can't be saved: {e.Message} Choose another --output.");
        }
    }
}
