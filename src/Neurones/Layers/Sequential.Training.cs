namespace Neurones;

public sealed partial class Sequential
{
    /// <summary>Trains the model from the parameters that it has.</summary>
    /// <param name="X">The samples to learn, (m, ...).</param>
    /// <param name="Y">The answers wanted, (m, ...): one-hot rows for classes, labels 0 or 1 after a Sigmoid, numbers for a regression.</param>
    /// <param name="options">Loss, optimiser, epochs, batches and seed.</param>
    /// <param name="progress">Told some twenty times per epoch and at its end; a batch counts as an iteration.</param>
    /// <param name="cancellation">Stops the training between two batches.</param>
    /// <returns>
    /// A record for each epoch. Its train loss and accuracy are means over the epoch, each batch measured before its step and
    /// with dropout at work, without the penalties; those of the validation samples are measured at the epoch's end.
    /// </returns>
    /// <exception cref="ArgumentException">The data or the options don't fit the model, which is left as it was; a number that is none may be found only when its sample's turn comes.</exception>
    /// <exception cref="TrainingDivergedException">The loss or a parameter became infinite or NaN; the model is left as it was.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the model keeps the parameters it had reached, or with early stopping those of the best epoch, and <see cref="History"/> the records of the epochs that were done.</exception>
    public History Fit(Tensor X, Tensor Y, FitOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new FitOptions();
        options.Check();
        var loss = CheckedLoss(options.Loss);
        CheckShapes(X, Y, nameof(X), nameof(Y));
        CheckTargets(Y, loss, nameof(Y));
        var network = NetworkFor(loss);
        var batchSize = Math.Min(options.BatchSize, X.Count);
        var steps = StepsFor(network, loss, X, Y, batchSize, options);
        if (options.Validation is { } validation)
        {
            CheckSet(validation.X, validation.Y, loss, "Validation.X", "Validation.Y");
        }

        cancellation.ThrowIfCancellationRequested();

        var parameters = (float[])_parameters.Clone();
        var training = new NetworkTraining(network, steps, loss, X.Count, batchSize, options, progress);
        History = training.Run(parameters, cancellation);
        _parameters = parameters;
        if (training.WasCancelled)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return History;
    }

    /// <summary>Loss and accuracy on a data set.</summary>
    /// <param name="X">The samples, (m, ...).</param>
    /// <param name="Y">The answers wanted, as for <see cref="Fit"/>.</param>
    /// <param name="loss">What is measured; null: what fits the last layer.</param>
    /// <exception cref="ArgumentException">X, Y and the loss don't fit together or to the model.</exception>
    public Evaluation Evaluate(Tensor X, Tensor Y, Loss? loss = null)
    {
        var measured = CheckedLoss(loss);
        CheckSet(X, Y, measured, nameof(X), nameof(Y));
        return NetworkFor(measured).Evaluate(_parameters, X, Y, measured);
    }

    /// <summary>The slopes of the loss along each parameter, by name: d1.Dense.W and so on; without penalties, and with dropout at rest.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public IReadOnlyDictionary<string, Tensor> Gradients(Tensor X, Tensor Y, Loss? loss = null)
    {
        var measured = CheckedLoss(loss);
        CheckSet(X, Y, measured, nameof(X), nameof(Y));
        var batch = new BatchGradients(NetworkFor(measured), measured, X, Y, ParameterCount, X.Count, seed: null);
        batch.Measure(_parameters, Enumerable.Range(0, X.Count).ToArray());
        return Named(batch.Gradients, "d");
    }

    private string CureOf(Tensor Y, string name) => (Y.Shape.Sample.Size, Output.Size) switch
    {
        (1, > 1) => FormattableString.Invariant($"; turn labels into rows by OneHot.Encode(y, {Output.Size})"),
        var (given, wanted) when given == wanted => $"; use {name}.Reshape([{string.Join(", ", Output.Batch(Y.Count))}])",
        _ => "",
    };

    // What the loss contains is left to it.
    private NetworkComputation NetworkFor(Loss loss) => new(Input, loss.Contains(_layers[^1].Layer) ? _layers[..^1] : _layers);

    private IBatchSteps StepsFor(NetworkComputation network, Loss loss, Tensor X, Tensor Y, int batchSize, FitOptions options)
    {
        var penalties = new Penalties(_layers);
        var plainRate = penalties.AreNone ? options.Optimiser.PlainRate : null;
        if (plainRate is { } rate && DenseDescent.Of(network, loss, X, Y, batchSize, rate) is { } descent)
        {
            return descent; // It looks at each sample's numbers itself.
        }

        X.CheckFinite(nameof(X));
        var gradients = new BatchGradients(network, loss, X, Y, ParameterCount, batchSize, options.Seed);
        return new GradientSteps(gradients, plainRate, penalties, options.Optimiser.Begin(ParameterCount), batchSize);
    }

    private Loss CheckedLoss(Loss? wanted)
    {
        Check.That(Count > 0, $"The model has no layers: add some first.");
        var loss = wanted ?? Loss.For(_layers[^1].Layer);
        loss.CheckLast(_layers[^1].Layer);
        return loss;
    }

    private void CheckSet(Tensor X, Tensor Y, Loss loss, string nameOfX, string nameOfY)
    {
        CheckShapes(X, Y, nameOfX, nameOfY);
        X.CheckFinite(nameOfX);
        CheckTargets(Y, loss, nameOfY);
    }

    private void CheckShapes(Tensor X, Tensor Y, string nameOfX, string nameOfY)
    {
        CheckShape(X, nameOfX);
        ArgumentNullException.ThrowIfNull(Y, nameOfY);
        Check.That(X.Count == Y.Count, $"{nameOfX} is {X.Shape} but {nameOfY} is {Y.Shape}: both need the same number of samples.");
        Check.That(Y.Shape.Sample.Equals(Output),
            $"{nameOfY} is {Y.Shape} but the model's answers are {Output.Batch(Y.Count)}: {nameOfY} must be as they are{CureOf(Y, nameOfY)}.");
    }

    private static void CheckTargets(Tensor Y, Loss loss, string name)
    {
        Y.CheckFinite(name);
        loss.CheckTargets(Y, name);
    }
}
