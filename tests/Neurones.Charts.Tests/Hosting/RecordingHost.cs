using Neurones.Charts.Hosting;

namespace Neurones.Charts.Tests.Hosting;

/// <summary>A notebook that keeps everything it was told to show.</summary>
internal sealed class RecordingHost : INotebookHost, ILiveOutput
{
    public List<string> Displays { get; } = [];

    public List<string> Updates { get; } = [];

    public ILiveOutput Display(string mimeType, string value)
    {
        Displays.Add($"{mimeType} {value}");
        return this;
    }

    public void Update(string value) => Updates.Add(value);
}
