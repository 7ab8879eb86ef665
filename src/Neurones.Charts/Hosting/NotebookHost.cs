namespace Neurones.Charts.Hosting;

/// <summary>What the notebook that runs this code offers.</summary>
public static class NotebookHost
{
    private static INotebookHost? _current;

    /// <summary>The notebook, or null when there is none, as in a test or a console program.</summary>
    /// <remarks>A kernel sets it; the kernel of .NET Interactive is found by itself.</remarks>
    public static INotebookHost? Current
    {
        get => _current ?? DotNetInteractiveHost.Find();
        set => _current = value;
    }

    /// <summary>Cancelled when the learner stops the cell that is running; pass it on to long work.</summary>
    /// <remarks>A kernel renews it for each cell; elsewhere it is never cancelled.</remarks>
    public static CancellationToken Cancellation { get; set; }
}
