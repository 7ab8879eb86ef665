using System.Collections;

namespace Neurones;

/// <summary>The records of one training, in order of iteration.</summary>
/// <param name="records">The records, first iteration first; they are copied.</param>
/// <param name="lossName">What the losses measure, such as "log loss"; figures write it.</param>
public sealed class History(IEnumerable<TrainingRecord> records, string lossName = "log loss") : IReadOnlyList<TrainingRecord>
{
    private readonly TrainingRecord[] _records = [.. records];

    /// <summary>The history of what wasn't trained.</summary>
    internal static History Empty { get; } = new([]);

    /// <summary>What the losses measure, such as "log loss".</summary>
    public string LossName { get; } = lossName;

    /// <summary>What the records count: iteration, or epoch when the model learns mini-batches.</summary>
    public string Unit => Count > 0 ? _records[0].Unit : "iteration";

    /// <summary>What the set that isn't learned is called: test, or validation for a <see cref="Sequential"/> model.</summary>
    public string TestName => Count > 0 ? _records[0].TestName : "test";

    /// <inheritdoc/>
    public int Count => _records.Length;

    /// <inheritdoc/>
    public TrainingRecord this[int index] => _records[index];

    /// <inheritdoc/>
    public IEnumerator<TrainingRecord> GetEnumerator() => _records.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as "101 records of the log loss, the last at iteration 100: train loss 0.20859, accuracy 0.9".</summary>
    public override string ToString() => Count == 0
        ? "no records"
        : FormattableString.Invariant($"{Count} {(Count == 1 ? "record" : "records")} of the {LossName}, the last at {this[^1]}");
}
