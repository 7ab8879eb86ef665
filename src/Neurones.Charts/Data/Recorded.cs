namespace Neurones.Charts.Data;

/// <summary>What a history must have to be drawn.</summary>
internal static class Recorded
{
    /// <exception cref="ArgumentException">The history has no records.</exception>
    public static void Check(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count == 0) throw new ArgumentException("The history has no records: train first.", nameof(history));
    }

    /// <exception cref="ArgumentException">The history has no records, or one without parameters.</exception>
    public static void CheckParameters(History history)
    {
        Check(history);
        if (history.FirstOrDefault(record => record.Parameters is null) is { } bare)
        {
            throw new ArgumentException(
                Invariant.Text($"The history keeps no parameters (record of iteration {bare.Iteration}): train with new TrainingOptions {{ KeepParameters = true }}."),
                nameof(history));
        }
    }
}
