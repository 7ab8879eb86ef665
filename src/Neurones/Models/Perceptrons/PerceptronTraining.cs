namespace Neurones;

/// <summary>Passes over the samples, with a record now and then, until one makes no error.</summary>
/// <param name="train">What is learned.</param>
/// <param name="test">What is only measured, or null.</param>
/// <param name="options">Rate, most iterations and records.</param>
/// <param name="progress">Told of every record.</param>
internal sealed class PerceptronTraining(
    PerceptronSamples train, PerceptronSamples? test, TrainingOptions options, IProgress<TrainingProgress>? progress)
{
    private readonly PerceptronRule _rule = new(train, options);
    private readonly List<TrainingRecord> _records = [];

    /// <summary>What was learned so far.</summary>
    public NamedMatrices Parameters => _rule.Parameters;

    /// <summary>Learns; returns the records.</summary>
    /// <exception cref="TrainingDivergedException">A weight became infinite or NaN.</exception>
    public History Run(CancellationToken cancellation)
    {
        var iteration = 0;
        for (var errors = 1; iteration < options.Iterations && errors > 0 && !cancellation.IsCancellationRequested; iteration++)
        {
            if (iteration % options.RecordEvery == 0)
            {
                Record(iteration);
            }

            errors = Pass();
            if (!_rule.IsFinite)
            {
                throw new TrainingDivergedException(iteration + 1, options.LearningRate);
            }
        }

        Record(iteration);
        return new History(_records, "share of wrong answers");
    }

    private int Pass()
    {
        var errors = 0;
        for (var i = 0; i < train.Count; i++)
        {
            errors += Math.Abs(_rule.Learn(i));
        }

        return errors;
    }

    private void Record(int iteration)
    {
        var (loss, accuracy) = _rule.Evaluate(train);
        var tested = test is null ? default(Evaluation?) : _rule.Evaluate(test);
        _records.Add(new TrainingRecord(
            iteration, loss, accuracy, tested?.Loss, tested?.Accuracy, options.KeepParameters ? Parameters : null));
        progress?.Report(new TrainingProgress(iteration, options.Iterations, loss, accuracy));
    }
}
