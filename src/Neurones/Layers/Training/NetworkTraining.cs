namespace Neurones;

/// <summary>The training loop of a network: for each epoch a new order of the samples, for each batch of them a step down the slope.</summary>
internal sealed class NetworkTraining(
    NetworkComputation network, IBatchSteps steps, Loss loss, int samples, int batchSize, FitOptions options, IProgress<TrainingProgress>? progress)
{
    private const int ReportsPerEpoch = 20;

    private readonly List<TrainingRecord> _records = [];
    private readonly RandomState _random = new(options.Seed);
    private double _bestLoss = double.PositiveInfinity;
    private int _bestEpoch;
    private float[]? _best;

    /// <summary>Whether it was cancelled before it was over.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>Moves the parameters in place until the epochs are done, the patience is at its end, or it is cancelled; returns the records.</summary>
    /// <exception cref="TrainingDivergedException">Loss or parameters became infinite or NaN.</exception>
    public History Run(float[] parameters, CancellationToken cancellation)
    {
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            if (Learn(parameters, epoch, cancellation) is not { } sum)
            {
                break;
            }

            Record(epoch, sum.Over(samples), parameters);
            if (options.EarlyStopping is { } stopping && epoch - _bestEpoch >= stopping.Patience)
            {
                break;
            }
        }

        _best?.CopyTo(parameters, 0);
        return new History(_records, loss.Name);
    }

    private int BatchesPerEpoch => ((samples - 1) / batchSize) + 1;

    /// <summary>One epoch; null when it was cancelled.</summary>
    private LossSum? Learn(float[] parameters, int epoch, CancellationToken cancellation)
    {
        var order = _random.Permutation(samples);
        var reportEvery = Math.Max(1, BatchesPerEpoch / ReportsPerEpoch);
        var sum = new LossSum();
        using var batches = steps.Epoch(parameters, order).GetEnumerator();
        for (var batch = 0; batch < BatchesPerEpoch; batch++)
        {
            if (cancellation.IsCancellationRequested)
            {
                WasCancelled = true;
                return null;
            }

            var iteration = ((epoch - 1) * BatchesPerEpoch) + batch;
            batches.MoveNext();
            var measured = batches.Current;
            if (!double.IsFinite(measured.Loss))
            {
                throw new TrainingDivergedException(iteration, options.Optimiser.LearningRate);
            }

            sum += measured;
            if (progress is not null && ((batch + 1) % reportEvery == 0 || batch + 1 == BatchesPerEpoch))
            {
                var mean = sum.Over((int)Math.Min((batch + 1L) * batchSize, samples));
                progress.Report(new TrainingProgress(iteration + 1, (int)Math.Min((long)options.Epochs * BatchesPerEpoch, int.MaxValue), mean.Loss, mean.Accuracy));
            }
        }

        return sum;
    }

    private void Record(int epoch, Evaluation trained, float[] parameters)
    {
        if (!VectorSums.AreFinite(parameters))
        {
            throw new TrainingDivergedException(epoch * BatchesPerEpoch, options.Optimiser.LearningRate);
        }

        Evaluation? tested = options.Validation is { } held ? network.Evaluate(parameters, held.X, held.Y, loss) : null;
        _records.Add(new TrainingRecord(epoch, trained.Loss, trained.Accuracy, tested?.Loss, tested?.Accuracy, Parameters: null) { Unit = "epoch", TestName = "validation" });
        if (options.EarlyStopping is not null && tested is { } validation && validation.Loss < _bestLoss)
        {
            (_bestLoss, _bestEpoch) = (validation.Loss, epoch);
            parameters.CopyTo(_best ??= new float[parameters.Length], 0);
        }
    }
}
