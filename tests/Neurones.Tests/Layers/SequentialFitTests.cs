namespace Neurones.Tests;

public class SequentialFitTests
{
    private static readonly Layer[] Classifier = [new Dense(5), new Tanh(), new Dense(3), new Softmax()];

    [Theory]
    [InlineData(4)] // 4, 4 and 2 samples.
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void A_batch_weighs_by_its_own_samples_however_few_the_last_has(int batchSize)
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 10);
        var (stepped, _, _) = RandomModel.Of([3], Classifier, 10);
        var batches = 10 / batchSize + (10 % batchSize == 0 ? 0 : 1);

        var history = model.Fit(X, Y, new() { Optimiser = new StochasticGradientDescent(0.5), Epochs = 2, BatchSize = batchSize, Seed = 3 });

        Near.Equal(SteppedTraining.Descend(stepped, X, Y, batchSize, 0.5, seed: 3, 2 * batches), history.Select(record => record.TrainLoss), 1e-6);
        SameParameters(stepped, model, 1e-6);
    }

    public static TheoryData<Layer[]> Networks => new()
    {
        { [new Convolution2D(8, 3), new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(3), new Softmax()] },
        { [new Convolution2D(3, 3) { Padding = Padding.Same }, new Tanh(), new Convolution2D(8, 3), new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(1)] },
        { [new Flatten(), new Dense(20), new Sigmoid(), new Dense(18), new ReLU(), new Dense(1), new Sigmoid()] },
        { [new Flatten(), new Dense(4), new Dense(3), new Softmax()] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradient_descent_goes_down_the_slopes_of_each_batch(Layer[] layers)
    {
        var (model, X, Y) = RandomModel.Of([8, 8, 2], layers, 7);
        var (stepped, _, _) = RandomModel.Of([8, 8, 2], layers, 7);
        foreach (var batchSize in new[] { 1, 3 })
        {
            model.Fit(X, Y, new() { Optimiser = new StochasticGradientDescent(0.001), Epochs = 1, BatchSize = batchSize, Seed = 3 });
            SteppedTraining.Descend(stepped, X, Y, batchSize, 0.001, seed: 3, batches: (7 + batchSize - 1) / batchSize);
            SameParameters(stepped, model, 1e-5);
        }
    }

    [Fact]
    public void A_record_of_each_epoch_has_loss_and_accuracy()
    {
        using var french = new FrenchCulture();
        var (model, X, Y) = RandomModel.Of([3], Classifier, 30);
        var (validationX, validationY) = (X.Samples(20..), Y.Samples(20..));

        var history = model.Fit(X.Samples(..20), Y.Samples(..20), new() { Epochs = 3, BatchSize = 8, Validation = (validationX, validationY) });

        Assert.Equal([1, 2, 3], history.Select(record => record.Iteration));
        Assert.Equal(("cross-entropy", "epoch", "validation"), (history.LossName, history.Unit, history.TestName));
        Assert.Same(history, model.History);
        Assert.Equal(model.Evaluate(validationX, validationY), new Evaluation(history[^1].TestLoss!.Value, history[^1].TestAccuracy));
        Assert.All(history, record => Assert.Equal(0, record.TrainAccuracy!.Value * 20 % 1, 6));
        Assert.Matches(@"^epoch 3: train loss 1\.\d+, accuracy \S+; validation loss \d", history[^1].ToString());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_loss_that_fits_the_last_layer_is_taken(string name, Layer[] end, bool classifies)
    {
        var (model, X, Y) = RandomModel.Of([3], [new Dense(2), .. end], 6);
        var history = model.Fit(X, Y, new() { Epochs = 1 });
        Assert.Equal(name, history.LossName);
        Assert.Equal(classifies, history[0].TrainAccuracy is not null);
    }

    public static TheoryData<string, Layer[], bool> Ends => new()
    {
        { "mean squared error", [], false },
        { "mean squared error", [new Tanh()], false },
        { "log loss", [new Sigmoid()], true },
        { "cross-entropy", [new Softmax()], true },
    };

    [Fact]
    public void Training_goes_on_from_the_parameters_that_there_are()
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 8);
        var (stepped, _, _) = RandomModel.Of([3], Classifier, 8);
        var options = new FitOptions { Optimiser = new StochasticGradientDescent(0.5), Epochs = 1, BatchSize = 8 };
        model.Fit(X, Y, options);
        model.Fit(X, Y, options);
        SteppedTraining.Descend(stepped, X, Y, 8, 0.5, seed: 0, batches: 2);
        SameParameters(stepped, model, 1e-6);
        Assert.Single(model.History);
    }

    [Fact]
    public void What_an_optimiser_remembers_is_forgotten_by_the_next_training()
    {
        var (model, X, Y) = RandomModel.Of([3], Classifier, 8);
        var first = model.Parameters;
        var options = new FitOptions { Optimiser = new StochasticGradientDescent(0.1, momentum: 0.9), Epochs = 3 };
        var history = model.Fit(X, Y, options);
        model.SetParameters(first);
        Assert.Equal(history, model.Fit(X, Y, options));
    }

    [Fact]
    public void The_same_seed_trains_the_same_model_and_another_seed_another()
    {
        Assert.Equal(Trained(1), Trained(1));
        Assert.NotEqual(Trained(1), Trained(2));

        static float[] Trained(uint seed)
        {
            var (model, X, Y) = RandomModel.Of([3], Classifier, 20);
            model.Fit(X, Y, new() { Epochs = 2, BatchSize = 6, Seed = seed });
            return Flat(model);
        }
    }

    [Fact]
    public void Penalties_keep_weights_small_and_drive_them_to_0()
    {
        var plain = Trained(0, 0);
        var (small, sparse) = (Trained(0, 0.1), Trained(0.1, 0));
        Assert.True(small.Sum(w => w * w) < plain.Sum(w => w * w) / 2);
        Assert.InRange(plain.Count(w => Math.Abs(w) < 0.005), 0, 3);
        Assert.InRange(sparse.Count(w => Math.Abs(w) < 0.005), 20, 39);

        // Two of twenty variables matter.
        static float[] Trained(double L1, double L2)
        {
            var X = RandomTensor.Normal(new(0), [50, 20]);
            var Y = new Tensor([50, 1], [.. Enumerable.Range(0, 50).Select(i => X[i, 3] - (2 * X[i, 8]))]);
            var model = new Sequential([20]) { new Dense(2) { L1 = L1, L2 = L2 }, new Dense(1) { L1 = L1, L2 = L2 } };
            model.Fit(X, Y, new() { Optimiser = new StochasticGradientDescent(0.02), Epochs = 200, BatchSize = 10 });
            return model.Parameters["1.Dense.W"].Values.ToArray();
        }
    }

    [Fact]
    public void Matrices_are_taken_as_they_are()
    {
        var (X, y) = Datasets.MakeCircles(100, noise: 0.1, factor: 0.3, seed: 0);
        var model = new Sequential([2]) { new Dense(16), new Tanh(), new Dense(1), new Sigmoid() };
        var history = model.Fit(X, y, new() { Optimiser = new Adam(0.05), Epochs = 40, Validation = (X, y) });
        Assert.InRange(history[^1].TestAccuracy!.Value, 0.99, 1);
        Assert.Equal(history[^1].TestAccuracy, model.Evaluate(X, y).Accuracy);
    }

    internal static float[] Flat(Sequential model) => [.. model.Parameters.Values.SelectMany(tensor => tensor.Values.ToArray())];

    internal static void SameParameters(Sequential expected, Sequential actual, double tolerance) =>
        Near.Equal([.. Flat(expected).Select(w => (double)w)], Flat(actual).Select(w => (double)w), tolerance);
}
