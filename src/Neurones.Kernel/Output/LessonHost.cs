using Neurones.Charts.Hosting;

namespace Neurones.Kernel.Output;

/// <summary>This kernel as the notebook that Neurones.Charts draws into.</summary>
internal sealed class LessonHost : INotebookHost
{
    public ILiveOutput Display(string mimeType, string value) => new LiveOutput(Notebook.display(value, mimeType));

    private sealed class LiveOutput(DisplayedValue displayed) : ILiveOutput
    {
        public void Update(string value) => displayed.Update(value);
    }
}
