using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class LogisticNeuronStopsTests
{
    private static readonly (Matrix<double> X, Matrix<double> y) Blobs = Datasets.MakeBlobs(100, 2, 2, seed: 0);

    [Fact]
    public void Progress_is_told_of_every_record()
    {
        var reports = new Listener();
        var history = new LogisticNeuron().Fit(Blobs.X, Blobs.y, new() { Iterations = 25, RecordEvery = 10 }, progress: reports);
        Assert.Equal(history.Select(r => new TrainingProgress(r.Iteration, 25, r.TrainLoss, r.TrainAccuracy)), reports);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(1000)]
    public void A_cancelled_training_keeps_what_it_learned_and_records_it(int recordEvery)
    {
        // Told of the last record before 41, it stops after that record's update.
        var iterations = (40 / recordEvery * recordEvery) + 1;
        using var source = new CancellationTokenSource();
        var neuron = new LogisticNeuron();
        Assert.Throws<OperationCanceledException>(() => neuron.Fit(
            Blobs.X, Blobs.y, new() { RecordEvery = recordEvery }, progress: new Listener(CancelOnce), cancellation: source.Token));

        var reached = new LogisticNeuron();
        reached.Fit(Blobs.X, Blobs.y, new() { Iterations = iterations, RecordEvery = recordEvery });
        Assert.Equal(iterations, neuron.History[^1].Iteration);
        Assert.Equal((reached.W, reached.b), (neuron.W, neuron.b));
        Assert.Equal(reached.History, neuron.History);

        void CancelOnce(TrainingProgress report)
        {
            if (report.Iteration == iterations - 1)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void A_training_cancelled_when_it_is_over_is_over()
    {
        using var source = new CancellationTokenSource();
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y, new() { Iterations = 5 }, progress: new Listener(report => { if (report.Iteration == 5) source.Cancel(); }), cancellation: source.Token);
        Assert.Equal(5, neuron.History[^1].Iteration);
    }

    [Fact]
    public void A_training_cancelled_beforehand_changes_nothing()
    {
        var neuron = new LogisticNeuron();
        Assert.Throws<OperationCanceledException>(() => neuron.Fit(Blobs.X, Blobs.y, cancellation: new CancellationToken(true)));
        Assert.Empty(neuron.History);
    }

    [Fact]
    public void A_training_that_diverges_stops_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y);
        var (W, b, history) = (neuron.W, neuron.b, neuron.History);

        var error = Assert.Throws<TrainingDivergedException>(() => neuron.Fit(Blobs.X * 1e300, Blobs.y, new() { LearningRate = 1.5e9 }));
        Assert.Equal(
            "Training diverged at iteration 1: a parameter or the loss is infinite or NaN. Use a smaller LearningRate (it is 1500000000), or scale X first (StandardScaler, MinMaxScaler).",
            error.Message);
        Assert.Equal((W, b, history), (neuron.W, neuron.b, neuron.History));
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var (X, y) = Blobs;
        var neuron = new LogisticNeuron();
        void Fails(string message, Matrix<double> X, Matrix<double> y, TrainingOptions? options = null, (Matrix<double>, Matrix<double>)? validation = null) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => neuron.Fit(X, y, options, validation)).Message);

        Fails("LearningRate is -0.5: it must be a finite number more than 0, such as 0.1.", X, y, new() { LearningRate = -0.5 });
        Fails("LearningRate is Infinity: it must be a finite number more than 0, such as 0.1.", X, y, new() { LearningRate = double.PositiveInfinity });
        Fails("Iterations is 0: train for 1 iteration or more.", X, y, new() { Iterations = 0 });
        Fails("RecordEvery is 0: record every 1 iteration or more.", X, y, new() { RecordEvery = 0 });
        Fails("X is empty (0x2): give one row per sample and one column per variable.", Matrix<double>.Build.Dense(0, 2), y);
        Fails("X has NaN at row 3, column 1 (counted from 0): replace or remove that sample first.", With(X, 3, 1, double.NaN), y);
        Fails("X has -Infinity at row 0, column 0 (counted from 0): replace or remove that sample first.", With(X, 0, 0, double.NegativeInfinity), y);
        Fails("y must hold labels, 0 or 1, but has 2.5 at row 7 (counted from 0): are the arguments in the right order?", X, With(y, 7, 0, 2.5));
        Fails("y has only label 1: telling two classes apart is learned from samples of both; add some of class 0.", X, y.Map(_ => 1.0, Zeros.Include));
        Fails("y is 100x2 but must be one column: transpose it, or take one of its columns.", X, X);
        Fails("X is 2x100 but y is 100x1: both need one row per sample.", X.Transpose(), y);
        Fails("validation.X has NaN at row 3, column 1 (counted from 0): replace or remove that sample first.",
            X, y, validation: (With(X, 3, 1, double.NaN), y));
        Fails("validation.X is 100x1 but X is 100x2: both need the same variables, one per column.", X, y, validation: (X.SubMatrix(0, 100, 0, 1), y));
        var one = Matrix<double>.Build.Dense(1, 1);
        Fails("c of InitialParameters isn't a parameter of this model, which has W 2x1, b 1x1: leave it out.", X, y, new() { InitialParameters = new(("c", one)) });
        Fails("W of InitialParameters is missing: this model has W 2x1, b 1x1.", X, y, new() { InitialParameters = new(("b", one)) });
        Fails("W of InitialParameters is 1x1 but must be 2x1: this model has W 2x1, b 1x1.", X, y, new() { InitialParameters = new(("W", one), ("b", one)) });
        Assert.Empty(neuron.History);
    }

    [Fact]
    public void An_untrained_neuron_says_so()
    {
        var neuron = new LogisticNeuron();
        foreach (Func<object> use in new Func<object>[] {
            () => neuron.W, () => neuron.b, () => neuron.Predict(Blobs.X), () => neuron.PredictProbability(Blobs.X), () => neuron.Evaluate(Blobs.X, Blobs.y) })
        {
            Assert.Equal("This model has no parameters yet: train it with Fit(X, y) first.", Assert.Throws<InvalidOperationException>(use).Message);
        }
    }

    [Fact]
    public void Other_variables_than_it_was_trained_on_are_refused()
    {
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y);
        var error = Assert.Throws<ArgumentException>(() => neuron.Predict(Blobs.X.Transpose()));
        Assert.Equal("X is 2x100 but W expects 2 variables (W is 2x1): X needs one row per sample and one column per variable.", error.Message);
    }

    private static Matrix<double> With(Matrix<double> matrix, int row, int column, double value)
    {
        var changed = matrix.Clone();
        changed[row, column] = value;
        return changed;
    }

    private sealed class Listener(Action<TrainingProgress>? listen = null) : List<TrainingProgress>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            Add(value);
            listen?.Invoke(value);
        }
    }
}
