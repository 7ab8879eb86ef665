using System.Collections;

namespace Neurones;

/// <summary>The records of one training, in order of iteration.</summary>
/// <param name="records">The records, first iteration first; they are copied.</param>
public sealed class History(IEnumerable<TrainingRecord> records) : IReadOnlyList<TrainingRecord>
{
    private readonly TrainingRecord[] _records = [.. records];

    /// <inheritdoc/>
    public int Count => _records.Length;

    /// <inheritdoc/>
    public TrainingRecord this[int index] => _records[index];

    /// <inheritdoc/>
    public IEnumerator<TrainingRecord> GetEnumerator() => _records.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
