namespace Neurones.Tests;

public class SequentialStopsTests
{
    private static readonly Layer[] Classifier = [new Dense(5), new Tanh(), new Dense(3), new Softmax()];

    [Fact]
    public void Early_stopping_ends_in_time_and_takes_back_the_best_weights()
    {
        var (model, X, Y) = Noise();
        var options = new FitOptions { Optimiser = new Adam(0.05), Epochs = 60, BatchSize = 8, Validation = (X.Samples(20..), Y.Samples(20..)) };

        var history = model.Fit(X.Samples(..20), Y.Samples(..20), options with { EarlyStopping = new() { Patience = 4 } });

        var best = history.MinBy(record => record.TestLoss)!;
        Assert.InRange(best.Iteration, 2, 50);
        Assert.Equal(best.Iteration + 4, history.Count);
        Assert.Equal(best.TestLoss, model.Evaluate(X.Samples(20..), Y.Samples(20..)).Loss);
        Assert.Equal(best.TestAccuracy, model.Evaluate(X.Samples(20..), Y.Samples(20..)).Accuracy);

        var (twin, _, _) = Noise();
        twin.Fit(X.Samples(..20), Y.Samples(..20), options with { Epochs = best.Iteration });
        Assert.Equal(SequentialFitTests.Flat(twin), SequentialFitTests.Flat(model));
    }

    [Fact]
    public void A_training_that_ends_before_its_patience_takes_back_the_best_weights_too()
    {
        var (model, X, Y) = Noise();
        var options = new FitOptions
        {
            Optimiser = new Adam(0.05),
            Epochs = 30,
            BatchSize = 8,
            Validation = (X.Samples(20..), Y.Samples(20..)),
            EarlyStopping = new() { Patience = 1000 },
        };
        var history = model.Fit(X.Samples(..20), Y.Samples(..20), options);
        Assert.Equal(30, history.Count);
        Assert.True(history.Min(record => record.TestLoss) < history[^1].TestLoss);
        Assert.Equal(history.Min(record => record.TestLoss), model.Evaluate(X.Samples(20..), Y.Samples(20..)).Loss);
    }

    [Fact]
    public void Without_early_stopping_validation_only_measures()
    {
        var (model, X, Y) = Noise();
        var (alone, _, _) = Noise();
        var options = new FitOptions { Optimiser = new Adam(0.05), Epochs = 30 };
        model.Fit(X.Samples(..20), Y.Samples(..20), options with { Validation = (X.Samples(20..), Y.Samples(20..)) });
        alone.Fit(X.Samples(..20), Y.Samples(..20), options);
        Assert.Equal(SequentialFitTests.Flat(alone), SequentialFitTests.Flat(model));
    }

    [Theory]
    [InlineData(5, 1)] // Of 3 batches an epoch: in the second, at its end, and after the first batch.
    [InlineData(6, 2)]
    [InlineData(1, 0)]
    public void A_cancelled_training_keeps_what_it_learned_and_records_it(int batches, int epochs)
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 10);
        var (stepped, _, _) = RandomModel.Of([3], Classifier, 10);
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => model.Fit(
            X, Y, new() { Optimiser = new StochasticGradientDescent(0.5), Epochs = 4, BatchSize = 4 },
            new Listener(report => { if (report.Iteration == batches) source.Cancel(); }), source.Token));

        var losses = SteppedTraining.Descend(stepped, X, Y, 4, 0.5, seed: 0, batches);
        SequentialFitTests.SameParameters(stepped, model, 1e-6);
        Assert.Equal(epochs, model.History.Count);
        Near.Equal(losses, model.History.Select(record => record.TrainLoss), 1e-6);
    }

    [Fact]
    public void A_training_cancelled_when_it_is_over_is_over()
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 10);
        using var source = new CancellationTokenSource();
        var history = model.Fit(X, Y, new() { Epochs = 2 }, new Listener(report => { if (report.Iteration == 2) source.Cancel(); }), source.Token);
        Assert.Equal(2, history.Count);
    }

    [Fact]
    public void A_training_cancelled_beforehand_changes_nothing()
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 10);
        var before = SequentialFitTests.Flat(model);
        Assert.Throws<OperationCanceledException>(() => model.Fit(X, Y, cancellation: new CancellationToken(true)));
        Assert.Equal(before, SequentialFitTests.Flat(model));
        Assert.Empty(model.History);
    }

    [Theory]
    [InlineData(1e30)] // The next loss overflows,
    [InlineData(3e38)] // or a parameter at once.
    public void A_training_that_diverges_stops_and_changes_nothing(double learningRate)
    {
        using var french = new FrenchCulture();
        var (model, X, Y) = RandomModel.Of([3], [new Dense(4), new ReLU(), new Dense(1)], 10);
        var history = model.Fit(X, Y, new() { Epochs = 1 });
        var before = SequentialFitTests.Flat(model);

        var error = Assert.Throws<TrainingDivergedException>(() => model.Fit(X, Y, new() { Optimiser = new StochasticGradientDescent(learningRate) }));

        Assert.Equal(
            FormattableString.Invariant($"Training diverged at iteration 1: a parameter or the loss is infinite or NaN. Use a smaller LearningRate (it is {learningRate}), or scale X first (StandardScaler, MinMaxScaler)."),
            error.Message);
        Assert.Equal(before, SequentialFitTests.Flat(model));
        Assert.Same(history, model.History);
    }

    /// <summary>Each batch is an iteration; only the sample that comes last, in the third, moves the model.</summary>
    [Fact]
    public void A_training_that_diverges_in_the_last_batch_of_an_epoch_names_it()
    {
        var model = new Sequential([1]) { new Dense(1) };
        var Y = new float[12];
        Y[new RandomState(0).Permutation(12)[^1]] = 100;
        var error = Assert.Throws<TrainingDivergedException>(() => model.Fit(
            new([12, 1], new float[12]), new([12, 1], Y), new() { Optimiser = new StochasticGradientDescent(3e38), Epochs = 1, BatchSize = 4 }));
        Assert.StartsWith("Training diverged at iteration 3: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 5)]
    [InlineData(45, 2)]
    [InlineData(3, 1)]
    public void Progress_is_told_some_twenty_times_an_epoch_and_at_its_end(int batches, int every)
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 2 * batches);
        var reports = new Listener();
        var history = model.Fit(X, Y, new() { Epochs = 2, BatchSize = 2 }, reports);

        int[] expected = [.. Enumerable.Range(1, batches).Where(batch => batch % every == 0 || batch == batches)];
        Assert.Equal([.. expected, .. expected.Select(batch => batch + batches)], reports.Select(report => report.Iteration));
        Assert.All(reports, report => Assert.Equal(2 * batches, report.Iterations));
        Assert.Equal((history[^1].TrainLoss, history[^1].TrainAccuracy), (reports[^1].Loss, reports[^1].Accuracy));
    }

    /// <summary>Answers that samples say nothing of, so that what is learned can't be right for others.</summary>
    private static (Sequential Model, Tensor X, Tensor Y) Noise() => RandomModel.Of([6], [new Dense(12), new ReLU(), new Dense(3), new Softmax()], 40);
}
