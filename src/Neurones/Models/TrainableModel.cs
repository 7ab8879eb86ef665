using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>A model trained by gradient descent: what every neuron and network of the course has in common.</summary>
public abstract class TrainableModel
{
    private TrainedState? _state;

    private protected TrainableModel(SampleAxis axis) => Axis = axis;

    /// <summary>Copies of the parameters by name, such as W and b, or W1, b1, W2, ...</summary>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    public NamedMatrices Parameters => State.Parameters;

    /// <summary>The records of the last training; empty until the model is trained.</summary>
    public History History => _state?.History ?? History.Empty;

    /// <summary>Where the model expects its samples.</summary>
    private protected SampleAxis Axis { get; }

    /// <summary>What a training or a file left, to be read once in each call: another thread may be training.</summary>
    private protected TrainedState State => _state ?? throw NotTrained();

    /// <summary>Trains the model from new parameters drawn from the seed; what an earlier training learned is replaced.</summary>
    /// <param name="X">The samples to learn: (m, n) for a neuron, (n, m) for a network; m samples of n variables.</param>
    /// <param name="y">Their labels: (m, 1) for a neuron, (1, m) for a network.</param>
    /// <param name="options">Rate, iterations, batches, records and seed.</param>
    /// <param name="validation">Samples and labels that are only measured, never learned.</param>
    /// <param name="progress">Told of every record.</param>
    /// <param name="cancellation">Stops the training between two iterations.</param>
    /// <returns>
    /// The records: one every <see cref="TrainingOptions.RecordEvery"/> iterations, before its update; the last record is
    /// the model as it was left.
    /// </returns>
    /// <exception cref="ArgumentException">The data or the options can't be trained on; the model is left as it was.</exception>
    /// <exception cref="TrainingDivergedException">The loss or a parameter became infinite or NaN; the model is left as it was.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the model keeps the parameters it had reached, and <see cref="History"/> the records up to them.</exception>
    public History Fit(
        Matrix<double> X,
        Matrix<double> y,
        TrainingOptions? options = null,
        (Matrix<double> X, Matrix<double> y)? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= new TrainingOptions();
        Check.Options(options);
        Check.Set(X, y, Axis);
        CheckTargets(y, "y", toLearn: true);
        if (validation is { } v)
        {
            CheckValidation(X, v.X, v.y);
        }

        cancellation.ThrowIfCancellationRequested();

        var random = new RandomState(options.Seed);
        var initial = Initialise(X, random);
        var layout = ParameterLayout.Of(initial);
        var values = options.InitialParameters is { } given ? layout.Flatten(given, " of InitialParameters") : layout.Flatten(initial);
        var test = validation is { } held ? Batch(held.X, held.y, layout) : null;
        var train = Batch(X, y, layout);
        var epoch = options.BatchSize is null ? null : Epoch(
            train as IMiniBatches ?? new PickedMiniBatches(X, y, Axis, (someX, someY) => Batch(someX, someY, layout)), Axis.SamplesOf(X), options, random);
        var history = new GradientDescent(train, epoch, test, layout, options, progress, LossName).Run(values, cancellation);

        _state = new TrainedState(values, layout, history);
        if (history[^1].Iteration < options.Iterations)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return history;
    }

    /// <summary>Loss and accuracy on a data set.</summary>
    /// <param name="X">The samples, shaped as for <see cref="Fit"/>.</param>
    /// <param name="y">Their labels, shaped as for <see cref="Fit"/>.</param>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X and y don't fit together or to the model, or hold values that they may not.</exception>
    public Evaluation Evaluate(Matrix<double> X, Matrix<double> y)
    {
        var state = StateFor(X);
        return CheckedBatch(X, y, state).Evaluate(state.Values);
    }

    /// <summary>The slopes of the loss along each parameter, by name: dW and db, or dW1, db1, dW2, ...</summary>
    /// <inheritdoc cref="Evaluate"/>
    public NamedMatrices Gradients(Matrix<double> X, Matrix<double> y)
    {
        var state = StateFor(X);
        var gradients = new double[state.Values.Length];
        CheckedBatch(X, y, state).Gradients(state.Values, gradients);
        return state.Layout.Name(gradients, prefix: "d");
    }

    /// <summary>
    /// Saves the trained model in a <c>.safetensors</c> file, which the model's own Load and Python's <c>safetensors</c> read.
    /// The parameters are saved as they are, bit for bit; <see cref="History"/> isn't saved.
    /// </summary>
    /// <param name="path">The file, such as "neuron.safetensors"; its folder must exist. An old file is replaced at once when the new one is complete.</param>
    /// <exception cref="InvalidOperationException">The model hasn't been trained.</exception>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public void Save(string path)
    {
        var state = State;
        ModelFile.Save(path, GetType().Name, VariablesOf(state), Settings, state.Parameters);
    }

    /// <summary>What the model is, and how well it has learned.</summary>
    public override string ToString() =>
        _state is not { } state ? $"{Name}, not trained yet" :
        state.History.Count == 0 ? $"{Name} ({state.Layout}), loaded" :
        $"{Name} ({state.Layout}), {state.History[^1]}";

    /// <summary>What the model is, such as "Logistic neuron".</summary>
    private protected abstract string Name { get; }

    /// <summary>What the loss measures.</summary>
    private protected virtual string LossName => "log loss";

    /// <summary>What it takes to build the model again, for Load to read from the file; a neuron needs nothing.</summary>
    private protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    /// <summary>The parameters of the model for samples of so many variables; here those of a neuron.</summary>
    private protected virtual IEnumerable<(string Name, int Rows, int Columns)> Shapes(int variables) => [("W", variables, 1), ("b", 1, 1)];

    /// <summary>The first parameters, fit for samples of X's shape.</summary>
    private protected abstract NamedMatrices Initialise(Matrix<double> X, RandomState random);

    /// <summary>The data laid out for training; it may be <see cref="IMiniBatches"/> too.</summary>
    private protected abstract ITrainingBatch Batch(Matrix<double> X, Matrix<double> y, ParameterLayout layout);

    /// <summary>y holds what this model can learn (<paramref name="toLearn"/>) or be measured on.</summary>
    private protected abstract void CheckTargets(Matrix<double> y, string name, bool toLearn);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">The model as it was before its training, from its <see cref="Settings"/>.</param>
    private protected static T Load<T>(string path, Func<ModelFile, T> create)
        where T : TrainableModel
    {
        var file = ModelFile.Read(path, typeof(T).Name);
        var model = create(file);
        var parameters = file.Parameters([.. model.Shapes(file.Variables)]);
        var layout = ParameterLayout.Of(parameters);
        model._state = new TrainedState(layout.Flatten(parameters), layout, History.Empty);
        return model;
    }

    /// <summary>The state of a trained model, if X has the variables that it was trained on.</summary>
    private protected TrainedState StateFor(Matrix<double> X)
    {
        var state = State;
        Check.Features(X, axis: Axis);
        var first = state.Layout.Places[0];
        Check.That(Axis.VariablesOf(X) == VariablesOf(state),
            $"X is {Check.Shape(X)} but {first.Name} expects {VariablesOf(state)} variables ({first.Name} is {first.Shape}): X needs {Axis.Cure}.");
        return state;
    }

    /// <summary>Parameters to check gradients at: the trained ones, or first ones.</summary>
    internal (NamedMatrices Parameters, ParameterLayout Layout, ITrainingBatch Batch) ToCheck(Matrix<double> X, Matrix<double> y)
    {
        if (_state is not null)
        {
            var state = StateFor(X);
            return (state.Parameters, state.Layout, CheckedBatch(X, y, state));
        }

        Check.Set(X, y, Axis);
        CheckTargets(y, "y", toLearn: false);
        var initial = Initialise(X, new RandomState(0));
        var layout = ParameterLayout.Of(initial);
        return (initial, layout, Batch(X, y, layout));
    }

    private static Action<double[]> Epoch(IMiniBatches miniBatches, int samples, TrainingOptions options, RandomState random)
    {
        var batchSize = Math.Min(options.BatchSize!.Value, samples);
        return parameters => miniBatches.Pass(parameters, random.Permutation(samples), batchSize, options.LearningRate);
    }

    private int VariablesOf(TrainedState state) => Axis == SampleAxis.Rows ? state.Layout.Places[0].Rows : state.Layout.Places[0].Columns;

    private ITrainingBatch CheckedBatch(Matrix<double> X, Matrix<double> y, TrainedState state)
    {
        Check.Set(X, y, Axis);
        CheckTargets(y, "y", toLearn: false);
        return Batch(X, y, state.Layout);
    }

    private void CheckValidation(Matrix<double> X, Matrix<double> validationX, Matrix<double> validationY)
    {
        Check.Set(validationX, validationY, Axis, "validation.X", "validation.y");
        CheckTargets(validationY, "validation.y", toLearn: false);
        Check.SameVariables(validationX, X, Axis, "validation.X");
    }

    internal static InvalidOperationException NotTrained() => new("This model has no parameters yet: train it with Fit(X, y) first.");
}
