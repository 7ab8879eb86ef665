namespace Neurones.Tests;

/// <summary>Networks of one dense layer whose batches two threads share.</summary>
[Collection(OwnThreads.Name)]
public class DenseDescentTests
{
    private const int BatchSize = 32;
    private const int Samples = 75; // 32, 32 and 11.

    public static TheoryData<TensorShape, Layer[]> Networks => new()
    {
        { [784], [new Dense(10), new Softmax()] },
        { [28, 31, 1], [new Flatten(), new Dense(10), new Softmax()] },
        { [1003], [new Dense(7)] },
        { [417], [new Dense(16), new Softmax()] },
        { [80, 80], [new Reshape([6400]), new Dense(1), new Sigmoid()] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_goes_down_the_slopes_of_each_batch_with_any_number_of_threads(TensorShape input, Layer[] layers)
    {
        var (stepped, X, Y) = RandomModel.Of(input, layers, Samples);
        var losses = SteppedTraining.Descend(stepped, X, Y, BatchSize, 0.001, seed: 3, batches: 6);
        float[]? first = null;
        foreach (var threads in new[] { 1, 2, 3 })
        {
            using var allowed = new Threads(threads);
            var (model, _, _) = RandomModel.Of(input, layers, Samples);

            var history = model.Fit(X, Y, Options(0.001) with { Epochs = 2, Seed = 3 });

            Near.Equal(losses, history.Select(record => record.TrainLoss), 1e-5);
            SequentialFitTests.SameParameters(stepped, model, 1e-5);
            Assert.Equal(first ??= SequentialFitTests.Flat(model), SequentialFitTests.Flat(model));
        }
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public void Cancelled_it_keeps_what_it_learned(int batches, int epochs)
    {
        var (model, X, Y) = Digits();
        var (stepped, _, _) = Digits();
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => model.Fit(
            X, Y, Options(0.01) with { Epochs = 3 }, new Listener(report => { if (report.Iteration == batches) source.Cancel(); }), source.Token));

        SteppedTraining.Descend(stepped, X, Y, BatchSize, 0.01, seed: 0, batches);
        SequentialFitTests.SameParameters(stepped, model, 1e-5);
        Assert.Equal(epochs, model.History.Count);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_number_that_is_none_is_refused_whenever_its_sample_comes(float bad, string name)
    {
        using var french = new FrenchCulture();
        const int Inputs = 1003; // The first thread has 480; the last 11 fill no vector.
        foreach (var (sample, input) in new[] { (0, 0), (Samples / 2, 479), (Samples - 1, 480), (Samples - 2, Inputs - 1) })
        {
            var (model, X, Y) = RandomModel.Of([Inputs], [new Dense(10), new Softmax()], Samples);
            var values = X.Values.ToArray();
            values[(sample * Inputs) + input] = bad;
            var before = SequentialFitTests.Flat(model);

            var error = Assert.Throws<ArgumentException>(() => model.Fit(new(X.Shape, values), Y, Options(0.01)));

            Assert.StartsWith(FormattableString.Invariant($"X has {name} in sample {sample} (counted from 0): replace or remove that sample first."), error.Message, StringComparison.Ordinal);
            Assert.Equal(before, SequentialFitTests.Flat(model));
            Assert.Empty(model.History);
        }
    }

    [Fact]
    public void A_penalty_is_not_forgotten()
    {
        var (plain, X, Y) = Digits();
        var (penalised, _, _) = RandomModel.Of([784], [new Dense(10) { L2 = 0.1 }, new Softmax()], Samples);
        var before = plain.Parameters["1.Dense.W"].Values.ToArray();
        plain.Fit(X.Samples(..BatchSize), Y.Samples(..BatchSize), Options(0.01));
        penalised.Fit(X.Samples(..BatchSize), Y.Samples(..BatchSize), Options(0.01));
        var steps = penalised.Parameters["1.Dense.W"].Values.ToArray().Zip(plain.Parameters["1.Dense.W"].Values.ToArray(), (with, without) => (double)with - without);
        Near.Equal([.. before.Select(w => -0.01 * 2 * 0.1 * w)], steps, 1e-6);
    }

    [Fact]
    public void A_training_that_diverges_stops_and_changes_nothing()
    {
        var (model, X, Y) = Digits();
        var before = SequentialFitTests.Flat(model);
        Assert.StartsWith(
            "Training diverged at iteration 1: ",
            Assert.Throws<TrainingDivergedException>(() => model.Fit(X, Y, Options(3e38))).Message, StringComparison.Ordinal);
        Assert.Equal(before, SequentialFitTests.Flat(model));
    }

    [Fact]
    public void Other_networks_and_small_or_large_batches_are_left_to_their_gradients()
    {
        Assert.True(IsTaken([784], 10, BatchSize));
        Assert.False(IsTaken([784], 17, BatchSize));
        Assert.False(IsTaken([784], 10, 8));
        Assert.False(IsTaken([784], 10, 200));
        Assert.False(IsTaken([784], 10, BatchSize, new Tanh()));
        Assert.False(IsTaken([784], 10, BatchSize, new Dropout(0.5)));

        static bool IsTaken(TensorShape input, int outputs, int batchSize, params Layer[] before)
        {
            var (model, X, Y) = RandomModel.Of(input, [.. before, new Dense(outputs), new Softmax()], 200);
            List<PlacedLayer> placed = [.. before.Select((layer, l) => new PlacedLayer(layer, l + 1, input, input, 0))];
            placed.Add(new PlacedLayer(new Dense(outputs), before.Length + 1, input, [outputs], 0));
            return DenseDescent.Of(new NetworkComputation(input, placed), new CategoricalCrossEntropy(), X, Y, batchSize, 0.1f) is not null;
        }
    }

    private static (Sequential Model, Tensor X, Tensor Y) Digits() => RandomModel.Of([784], [new Dense(10), new Softmax()], Samples);

    private static FitOptions Options(double learningRate) => new() { Optimiser = new StochasticGradientDescent(learningRate), Epochs = 1, BatchSize = BatchSize };
}
