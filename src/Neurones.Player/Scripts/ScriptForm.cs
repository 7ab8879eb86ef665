using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Neurones.Player.Exports;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;

namespace Neurones.Player.Scripts;

/// <summary>A lesson as one C# program. The kernel writes it: it knows the compiler, and what the types of a lesson's variables are.</summary>
public sealed class ScriptForm(PlotlyFile plotly) : ILessonForm
{
    private const int SkippedCode = 3;

    public bool NeedsRun => false;

    public async IAsyncEnumerable<OutputFile> MakeAsync(PlannedRun lesson, Notebook notebook, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var script = lesson.Output + ".cs";
        var request = JsonSerializer.Serialize(new
        {
            notebook = lesson.Source,
            script,
            plotly = plotly.Path,
            cells = Cells(notebook),
        });
        var text = await WriteAsync(lesson.Folder, request, cancellation);
        yield return new OutputFile(script, Encoding.UTF8.GetBytes(text));
        if (text.Contains(Path.GetFileName(plotly.Path), StringComparison.Ordinal) && await plotly.MakeAsync(cancellation) is { } drawing)
        {
            yield return drawing;
        }
    }

    private static IEnumerable<object> Cells(Notebook notebook)
    {
        var code = new Queue<NotebookCell>(notebook.CodeCells);
        foreach (var json in notebook.Cells)
        {
            var cell = NotebookCell.IsCode(json) ? code.Dequeue() : null;
            yield return new
            {
                isCode = cell is not null,
                id = cell?.Id ?? "",
                number = cell?.Number ?? 0,
                source = NotebookCell.Text(json["source"]).ReplaceLineEndings("\n"),
                tags = cell?.Tags ?? [],
            };
        }
    }

    private static async Task<string> WriteAsync(string folder, string request, CancellationToken cancellation)
    {
        var start = KernelStartInfo.CreateScriptWriter(new KernelOptions(), folder);
        using var process = Start(start);
        using var interrupted = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var printed = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var complaint = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(request.AsMemory(), CancellationToken.None);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended: why, its exit code and its complaint tell.
        }

        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? await printed : throw new ExportException((await complaint).Trim(), isSkipped: process.ExitCode == SkippedCode);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ExportException($"{start.FileName}, which writes the program, could not be started in {start.WorkingDirectory}: {e.Message}.");
        }
    }
}
