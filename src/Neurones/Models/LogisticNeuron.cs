using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// An artificial neuron that tells two classes apart (logistic regression), trained by gradient descent on the log loss.
/// It computes what <see cref="LogisticNeuronFunctions"/> show, from logits, so that neither exp nor log ever overflows.
/// </summary>
/// <remarks>X is (m, n): m samples in rows, n variables in columns; y is (m, 1): their labels, 0 or 1.</remarks>
public sealed class LogisticNeuron
{
    private Matrix<double>? _W;

    /// <summary>The weights, (n, 1).</summary>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    public Matrix<double> W => _W ?? throw new InvalidOperationException("This neuron has no weights yet: train it with Fit(X, y) first.");

    /// <summary>The bias; 0 until the neuron is trained.</summary>
    public double b { get; private set; }

    /// <summary>The records of the last training; empty until the neuron is trained.</summary>
    public History History { get; private set; } = new([]);

    /// <summary>Trains the neuron from new parameters drawn from the seed; what an earlier training learned is replaced.</summary>
    /// <param name="X">The samples to learn, (m, n).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <param name="options">Rate, iterations, records and seed.</param>
    /// <param name="validation">Samples and labels that are only measured, never learned.</param>
    /// <param name="progress">Told of every record.</param>
    /// <param name="cancellation">Stops the training between two iterations.</param>
    /// <returns>
    /// The records: one every <see cref="TrainingOptions.RecordEvery"/> iterations, before its update; the last record is
    /// the neuron as it was left.
    /// </returns>
    /// <exception cref="ArgumentException">The data or the options can't be trained on; the neuron is left as it was.</exception>
    /// <exception cref="TrainingDivergedException">Loss or parameters became infinite or NaN; the neuron is left as it was.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the neuron keeps the parameters it had reached, and <see cref="History"/> the records up to them.</exception>
    public History Fit(
        Matrix<double> X,
        Matrix<double> y,
        TrainingOptions? options = null,
        (Matrix<double> X, Matrix<double> y)? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= new TrainingOptions();
        CheckData(X, y, options, validation);
        cancellation.ThrowIfCancellationRequested();

        var train = new LogisticBatch(X, y);
        var test = validation is { } v ? new LogisticBatch(v.X, v.y) : null;
        var (initialW, bias) = LogisticNeuronFunctions.Initialise(X, new RandomState(options.Seed));
        var weights = initialW.ToColumnMajorArray();
        var dW = new double[weights.Length];
        var records = new List<TrainingRecord>();

        var iteration = 0;
        for (; iteration < options.Iterations && !cancellation.IsCancellationRequested; iteration++)
        {
            var db = train.Gradients(weights, bias, dW);
            if (iteration % options.RecordEvery == 0)
            {
                Record(train.EvaluateLast());
            }

            TensorPrimitives.MultiplyAdd(dW, -options.LearningRate, weights, weights);
            bias -= options.LearningRate * db;
            if (!double.IsFinite(bias + TensorPrimitives.Sum<double>(weights)))
            {
                throw new TrainingDivergedException(iteration + 1, options.LearningRate);
            }
        }

        Record(train.Evaluate(weights, bias));
        _W = AsColumn(weights);
        b = bias;
        History = new History(records);
        cancellation.ThrowIfCancellationRequested();
        return History;

        void Record(Evaluation measured)
        {
            if (!double.IsFinite(measured.Loss))
            {
                throw new TrainingDivergedException(iteration, options.LearningRate);
            }

            var tested = test?.Evaluate(weights, bias);
            records.Add(new TrainingRecord(
                iteration, measured.Loss, measured.Accuracy, tested?.Loss, tested?.Accuracy,
                options.KeepParameters ? AsColumn(weights) : null, options.KeepParameters ? bias : null));
            progress?.Report(new TrainingProgress(iteration, options.Iterations, measured.Loss, measured.Accuracy));
        }
    }

    /// <summary>The probability that each sample is of class 1, (m, 1).</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the neuron was trained on.</exception>
    public Matrix<double> PredictProbability(Matrix<double> X) => LogitsOf(X).Map(Logits.Sigmoid);

    /// <summary>The class of each sample, (m, 1): 1 where z is 0 or more, else 0.</summary>
    /// <inheritdoc cref="PredictProbability"/>
    public Matrix<double> Predict(Matrix<double> X) => LogitsOf(X).Map(z => z >= 0 ? 1.0 : 0.0);

    /// <summary>Log loss and accuracy on a data set.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <exception cref="InvalidOperationException">The neuron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X and y don't fit together or to the neuron, or y isn't of 0s and 1s.</exception>
    public Evaluation Evaluate(Matrix<double> X, Matrix<double> y)
    {
        Check.Labels(y);
        Check.SameSamples(X, y);
        return Logits.Evaluate(LogitsOf(X).ToColumnMajorArray(), y.ToColumnMajorArray());
    }

    /// <summary>What the neuron learned from, and how well; such as "Logistic neuron of 2 weights, iteration 100: ...".</summary>
    public override string ToString() => _W is null || History.Count == 0
        ? "Logistic neuron, not trained yet"
        : FormattableString.Invariant($"Logistic neuron of {_W.RowCount} weights, {History[^1]}");

    private Matrix<double> LogitsOf(Matrix<double> X)
    {
        Check.Weights(X, W);
        return (X * W) + b;
    }

    private static Matrix<double> AsColumn(double[] weights) => Matrix<double>.Build.Dense(weights.Length, 1, [.. weights]);

    private static void CheckData(
        Matrix<double> X, Matrix<double> y, TrainingOptions options, (Matrix<double> X, Matrix<double> y)? validation)
    {
        Check.That(options.LearningRate > 0 && double.IsFinite(options.LearningRate),
            $"LearningRate is {options.LearningRate}: it must be a finite number more than 0, such as 0.1.");
        Check.That(options.Iterations > 0, $"Iterations is {options.Iterations}: train for 1 iteration or more.");
        Check.That(options.RecordEvery > 0, $"RecordEvery is {options.RecordEvery}: record every 1 iteration or more.");
        CheckSet(X, y, "X", "y");
        if (validation is { } v)
        {
            CheckSet(v.X, v.y, "validation.X", "validation.y");
            Check.That(v.X.ColumnCount == X.ColumnCount,
                $"validation.X is {Check.Shape(v.X)} but X is {Check.Shape(X)}: both need the same variables, one per column.");
        }
    }

    private static void CheckSet(Matrix<double> X, Matrix<double> y, string nameOfX, string nameOfY)
    {
        Check.Features(X, nameOfX);
        Check.Labels(y, nameOfY);
        Check.SameSamples(X, y, nameOfX, nameOfY);
    }
}
