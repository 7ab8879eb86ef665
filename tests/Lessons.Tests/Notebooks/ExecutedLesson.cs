using System.Collections.Concurrent;
using Neurones.Player.Kernels;
using Neurones.Player.Notebooks;
using Tests.Shared;

namespace Lessons.Tests;

/// <summary>A lesson that has been run from its first to its last cell. Each is run once, whoever asks; the copies stay in artifacts/executed.</summary>
internal sealed record ExecutedLesson(LessonFile Lesson, NotebookReport Report)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ExecutedLesson>>> Runs = [];
    private static readonly SemaphoreSlim OneAtATime = new(1);

    static ExecutedLesson()
    {
        // No test downloads anything: without the real photos lesson 6 has to draw its own.
        if (!RealPhotosFolder.Exists)
        {
            Environment.SetEnvironmentVariable("HTTPS_PROXY", "http://127.0.0.1:9");
        }
    }

    public static Task<ExecutedLesson> OfAsync(string name) => Runs.GetOrAdd(name, _ => new(() => RunAsync(name))).Value;

    private static async Task<ExecutedLesson> RunAsync(string name)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var source = LessonFile.Named(name).File;
            var notebook = Notebook.Load(source);
            var report = await new NotebookRunner(new KernelOptions(), TimeSpan.FromMinutes(10), new Silent())
                .RunAsync(notebook, Path.GetDirectoryName(source)!);
            var copy = Path.Combine(LessonFile.Repository, "artifacts", "executed", name + ".ipynb");
            notebook.Save(copy);
            return new(LessonFile.At(copy), report);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private sealed class Silent : IRunProgress
    {
        public void CellStarted(NotebookCell cell, int count)
        {
        }

        public void CellEnded(NotebookCell cell, int count, CellOutcome outcome, TimeSpan time)
        {
        }
    }
}
