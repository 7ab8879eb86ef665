using System.Diagnostics;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Exports;

/// <summary>One notebook and what it is turned into. It is run once, however many forms it is to have.</summary>
public sealed class LessonExport(PlannedRun lesson, Notebook notebook, IReadOnlyList<ILessonForm> forms)
{
    public string Name => lesson.Name;

    /// <summary>Runs the notebook where that is needed, makes its files, and writes them when all are made; tells <paramref name="made"/> each one's name and size.</summary>
    /// <exception cref="UsageException">The folder can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted; nothing was written.</exception>
    public async Task<NotebookReport> MakeAsync(NotebookRunner runner, OutputFolder folder, Action<string, int> made, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var report = forms.Any(form => form.NeedsRun)
            ? await runner.RunAsync(notebook, lesson.Folder, cancellation)
            : new NotebookReport(notebook.CodeCells.Count, 0, 0, TimeSpan.Zero, null);
        if (report.Failure is not null || report.Skipped is not null)
        {
            return report;
        }

        try
        {
            var files = new Dictionary<string, OutputFile>(); // By their paths: two forms may need the same plotly.js.
            foreach (var form in forms)
            {
                await foreach (var file in form.MakeAsync(lesson, notebook, cancellation))
                {
                    if (files.TryAdd(file.Path, file))
                    {
                        made(Path.GetFileName(file.Path), file.Bytes.Length);
                    }
                }
            }

            cancellation.ThrowIfCancellationRequested();
            folder.Save(files.Values);
            return report with { Time = clock.Elapsed };
        }
        catch (ExportException e)
        {
            return e.IsSkipped ? report with { Skipped = e.Message } : report with { Failure = new NotebookFailure(e.Message) };
        }
    }
}
