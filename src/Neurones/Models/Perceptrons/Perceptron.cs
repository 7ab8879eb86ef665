using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Frank Rosenblatt's perceptron (1957), the first neuron that learns: it answers 1 where x W + b is 0 or more, else 0,
/// and after each wrong answer moves its weights towards the right one, W + rate (y - answer) x and b + rate (y - answer).
/// </summary>
/// <remarks>
/// <para>X is (m, n): m samples in rows, n variables in columns; y is (m, 1): their labels, 0 or 1.</para>
/// <para>
/// Samples that a straight line (a plane, with more variables) can tell apart are all learned in the end, as Rosenblatt
/// and Novikoff proved; others never are, and the training then ends with errors at its last iteration. Its rule is that
/// of scikit-learn's <c>Perceptron(shuffle=False, tol=None, eta0=rate)</c>, except where x W + b is exactly 0:
/// scikit-learn answers 0 there and moves the weights whatever the label is.
/// </para>
/// <para>It isn't trained by gradient descent: the share of wrong answers goes up and down in steps and has no slope to follow.</para>
/// </remarks>
public sealed class Perceptron
{
    private TrainedState? _state;

    /// <summary>Copies of the parameters by name: W, (n, 1), and b, (1, 1).</summary>
    /// <exception cref="InvalidOperationException">The perceptron hasn't been trained.</exception>
    public NamedMatrices Parameters => State.Parameters;

    /// <summary>The weights, (n, 1).</summary>
    /// <exception cref="InvalidOperationException">The perceptron hasn't been trained.</exception>
    public Matrix<double> W => Parameters["W"];

    /// <summary>The bias.</summary>
    /// <exception cref="InvalidOperationException">The perceptron hasn't been trained.</exception>
    public double b => State.Values[^1];

    /// <summary>The records of the last training; empty until the perceptron is trained.</summary>
    public History History => _state?.History ?? History.Empty;

    private TrainedState State => _state ?? throw TrainableModel.NotTrained();

    /// <summary>
    /// Trains the perceptron from weights of 0 (unless <see cref="TrainingOptions.InitialParameters"/> are given), sample by
    /// sample in their order; what an earlier training learned is replaced. An iteration is a pass over all samples; the training is over when one makes no error.
    /// </summary>
    /// <param name="X">The samples to learn, (m, n).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <param name="options">Rate, most iterations, and records. Seed and batch size change nothing and the rate, from weights of 0, only their scale.</param>
    /// <param name="validation">Samples and labels that are only measured, never learned.</param>
    /// <param name="progress">Told of every record.</param>
    /// <param name="cancellation">Stops the training between two iterations.</param>
    /// <returns>
    /// The records: one every <see cref="TrainingOptions.RecordEvery"/> iterations, before its updates; the last record is
    /// the perceptron as it was left. Their loss is the share of wrong answers: when the last one's isn't 0, the samples
    /// weren't all learned.
    /// </returns>
    /// <exception cref="ArgumentException">The data or the options can't be trained on; the perceptron is left as it was.</exception>
    /// <exception cref="TrainingDivergedException">A weight became infinite or NaN, which takes huge values; the perceptron is left as it was.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the perceptron keeps the weights it had reached, and <see cref="History"/> the records up to them.</exception>
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
        CheckToLearn(X, y);
        if (validation is { } v)
        {
            CheckSet(v.X, v.y, "validation.X", "validation.y");
            Check.SameVariables(v.X, X, SampleAxis.Rows, "validation.X");
        }

        cancellation.ThrowIfCancellationRequested();

        var test = validation is { } held ? new PerceptronSamples(held.X, held.y) : null;
        var training = new PerceptronTraining(new(X, y), test, options, progress);
        var history = training.Run(cancellation);

        _state = StateOf(training.Parameters, history);
        if (history[^1] is { TrainLoss: > 0 } last && last.Iteration < options.Iterations)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return history;
    }

    /// <summary>
    /// The training of <see cref="Fit"/> one sample at a time: what the perceptron answers, how wrong that is, and how W
    /// and b change. It ends when a whole pass makes no error, or after <see cref="TrainingOptions.Iterations"/> passes.
    /// </summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <param name="options">Rate, most passes and first parameters; the other options change nothing.</param>
    /// <returns>The steps; each is only made when it is asked for, and asking again starts afresh.</returns>
    /// <exception cref="ArgumentException">The data or the options can't be trained on.</exception>
    public static IEnumerable<PerceptronStep> Steps(Matrix<double> X, Matrix<double> y, TrainingOptions? options = null)
    {
        options ??= new TrainingOptions();
        Check.Options(options);
        CheckToLearn(X, y);
        var samples = new PerceptronSamples(X, y);
        _ = new PerceptronRule(samples, options); // Refuses parameters that don't fit now, not at the first step.
        return StepByStep(samples, options);
    }

    /// <summary>The class of each sample, (m, 1): 1 where x W + b is 0 or more, else 0.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <exception cref="InvalidOperationException">The perceptron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X hasn't as many variables as the perceptron was trained on, or values that aren't numbers.</exception>
    public Matrix<double> Predict(Matrix<double> X)
    {
        var values = StateFor(X).Values;
        var rows = X.ToRowArrays();
        return Matrix<double>.Build.Dense(X.RowCount, 1, (i, _) => PerceptronSamples.Answer(rows[i], values.AsSpan(..^1), values[^1]));
    }

    /// <summary>The share of wrong answers (the loss) and of right ones (the accuracy) on a data set.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">Their labels, 0 or 1, (m, 1).</param>
    /// <exception cref="InvalidOperationException">The perceptron hasn't been trained.</exception>
    /// <exception cref="ArgumentException">X and y don't fit together or to the perceptron, or hold values that they may not.</exception>
    public Evaluation Evaluate(Matrix<double> X, Matrix<double> y)
    {
        var values = StateFor(X).Values;
        CheckSet(X, y);
        return new PerceptronSamples(X, y).Evaluate(values.AsSpan(..^1), values[^1]);
    }

    /// <inheritdoc cref="TrainableModel.Save"/>
    public void Save(string path)
    {
        var parameters = Parameters;
        ModelFile.Save(path, nameof(Perceptron), parameters["W"].RowCount, [], parameters);
    }

    /// <summary>Loads a trained perceptron; it predicts, bit for bit, what the saved one did. Its History is empty.</summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another model or parameters of other shapes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static Perceptron Load(string path)
    {
        var file = ModelFile.Read(path, nameof(Perceptron));
        return new Perceptron { _state = StateOf(file.Parameters([("W", file.Variables, 1), ("b", 1, 1)]), History.Empty) };
    }

    /// <summary>What the perceptron is, and how well it has learned.</summary>
    public override string ToString() =>
        _state is not { } state ? "Perceptron, not trained yet" :
        state.History.Count == 0 ? $"Perceptron ({state.Layout}), loaded" :
        $"Perceptron ({state.Layout}), {state.History[^1]}";

    private static IEnumerable<PerceptronStep> StepByStep(PerceptronSamples samples, TrainingOptions options)
    {
        var rule = new PerceptronRule(samples, options);
        var errors = 1;
        for (var pass = 0; pass < options.Iterations && errors > 0; pass++)
        {
            errors = 0;
            for (var i = 0; i < samples.Count; i++)
            {
                var (W, b, answer) = (rule.W, rule.b, rule.Answer(i));
                errors += Math.Abs(rule.Learn(i));
                yield return new(pass, i, samples.Label(i), answer, W, b, rule.W, rule.b);
            }
        }
    }

    private static void CheckToLearn(Matrix<double> X, Matrix<double> y)
    {
        CheckSet(X, y);
        Check.BothClasses(y);
    }

    private static void CheckSet(Matrix<double> X, Matrix<double> y, string nameOfX = "X", string nameOfY = "y")
    {
        Check.Set(X, y, SampleAxis.Rows, nameOfX, nameOfY);
        Check.Labels(y, nameOfY);
    }

    private static TrainedState StateOf(NamedMatrices parameters, History history)
    {
        var layout = ParameterLayout.Of(parameters);
        return new(layout.Flatten(parameters), layout, history);
    }

    /// <summary>The state of a trained perceptron, if X has the variables that it was trained on.</summary>
    private TrainedState StateFor(Matrix<double> X)
    {
        var state = State;
        Check.Features(X);
        Check.Weights(X, state.Parameters["W"]);
        return state;
    }
}
