using Neurones.Player.Notebooks;

namespace Neurones.Player.Exports;

/// <summary>Something that a lesson is turned into: a page, pictures, a program.</summary>
public interface ILessonForm
{
    /// <summary>Whether it is made of what the lesson's cells show, and not of their text alone.</summary>
    bool NeedsRun { get; }

    /// <summary>The files, made one after the other and not written yet.</summary>
    /// <exception cref="ExportException">The lesson can't be turned into this.</exception>
    IAsyncEnumerable<OutputFile> MakeAsync(PlannedRun lesson, Notebook notebook, CancellationToken cancellation);
}
