namespace Neurones.Tests;

/// <summary>Keeps what a training reports, and may answer to it at once.</summary>
internal sealed class Listener(Action<TrainingProgress>? listen = null) : List<TrainingProgress>, IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        Add(value);
        listen?.Invoke(value);
    }
}
