using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>The training loop of every model: gradients, a record now and then, a step down the slope, or a step for each mini-batch.</summary>
/// <param name="train">What is learned.</param>
/// <param name="epoch">Updates the parameters once for each mini-batch; null where all samples are learned at once.</param>
/// <param name="test">What is only measured, or null.</param>
/// <param name="layout">The names of the parameters.</param>
/// <param name="options">Rate, iterations and records.</param>
/// <param name="progress">Told of every record.</param>
/// <param name="lossName">What the losses measure.</param>
internal sealed class GradientDescent(
    ITrainingBatch train, Action<double[]>? epoch, ITrainingBatch? test, ParameterLayout layout, TrainingOptions options,
    IProgress<TrainingProgress>? progress, string lossName)
{
    private readonly List<TrainingRecord> _records = [];

    /// <summary>Updates the parameters in place until the iterations are done or cancelled; returns the records.</summary>
    /// <exception cref="TrainingDivergedException">Loss or parameters became infinite or NaN.</exception>
    // A training may be over before the runtime has counted enough calls to optimise this.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public History Run(double[] parameters, CancellationToken cancellation)
    {
        var gradients = new double[parameters.Length];
        var iteration = 0;
        for (; iteration < options.Iterations && !cancellation.IsCancellationRequested; iteration++)
        {
            if (epoch is null)
            {
                train.Gradients(parameters, gradients);
            }

            if (iteration % options.RecordEvery == 0)
            {
                Record(iteration, epoch is null ? train.EvaluateLast() : train.Evaluate(parameters), parameters);
            }

            if (epoch is null)
            {
                VectorSums.AddScaled(gradients, -options.LearningRate, parameters);
            }
            else
            {
                epoch(parameters);
            }

            if (!double.IsFinite(VectorSums.Sum(parameters)))
            {
                throw new TrainingDivergedException(iteration + 1, options.LearningRate);
            }
        }

        Record(iteration, train.Evaluate(parameters), parameters);
        return new History(_records, lossName);
    }

    private void Record(int iteration, Evaluation measured, double[] parameters)
    {
        if (!double.IsFinite(measured.Loss))
        {
            throw new TrainingDivergedException(iteration, options.LearningRate);
        }

        var tested = test?.Evaluate(parameters);
        _records.Add(new TrainingRecord(
            iteration, measured.Loss, measured.Accuracy, tested?.Loss, tested?.Accuracy,
            options.KeepParameters ? layout.Name(parameters) : null)
        {
            Unit = epoch is null ? "iteration" : "epoch",
        });
        progress?.Report(new TrainingProgress(iteration, options.Iterations, measured.Loss, measured.Accuracy));
    }
}
