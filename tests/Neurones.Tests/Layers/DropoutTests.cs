namespace Neurones.Tests;

public class DropoutTests
{
    private const int Numbers = 20_000;

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Its_share_of_the_numbers_becomes_0_and_the_others_grow(double rate)
    {
        var factors = Factors(rate, samples: 1, epochs: 1);

        var scale = 1 / (1 - rate);
        Assert.All(factors, factor => Assert.True(factor == 0 || Math.Abs(factor - scale) < 1e-5 * scale, $"{factor} is neither 0 nor {scale}."));
        var zeros = factors.Count(factor => factor == 0) / (double)Numbers;
        var deviation = Math.Sqrt(rate * (1 - rate) / Numbers);
        Assert.InRange(zeros, rate - (4 * deviation), rate + (4 * deviation));
    }

    [Fact]
    public void Each_sample_of_a_batch_and_each_epoch_loses_other_numbers()
    {
        // Two chances of a half: both dropped, one, or none.
        foreach (var means in new[] { Factors(0.5, samples: 2, epochs: 1), Factors(0.5, samples: 1, epochs: 2) })
        {
            var shares = new[] { 0.0, 1, 2 }.Select(mean => means.Count(value => Math.Abs(value - mean) < 1e-4) / (double)Numbers).ToArray();
            Near.Equal([0.25, 0.5, 0.25], shares, 0.02);
        }
    }

    [Fact]
    public void The_same_seed_drops_the_same_numbers()
    {
        Assert.Equal(Factors(0.5, 1, 1, seed: 1), Factors(0.5, 1, 1, seed: 1));
        Assert.NotEqual(Factors(0.5, 1, 1, seed: 1), Factors(0.5, 1, 1, seed: 2));
    }

    [Fact]
    public void It_works_in_training_and_rests_afterwards()
    {
        var model = new Sequential([100]) { new Dropout(0.5), new Dense(1) };
        model.SetParameters(new Dictionary<string, Tensor> { ["2.Dense.W"] = Filled([100, 1], 0.01f), ["2.Dense.b"] = Filled([1], 0) });
        var (X, Y) = (Filled([50, 100], 1), Filled([50, 1], 1));

        Assert.Equal(0, model.Evaluate(X, Y).Loss, 1e-10);
        Assert.All(model.Predict(X).Values.ToArray(), answer => Assert.Equal(1, answer, 1e-5));
        Assert.Equal(X.Values, model.Answers(X, 0).Values);

        // A sum of 100 numbers, each 0 or 0.02: its variance is 100 * 0.01².
        var history = model.Fit(X, Y, new() { Optimiser = new StochasticGradientDescent(1e-6), Epochs = 20, BatchSize = 50 });
        Assert.Equal(0.01, history.Average(record => record.TrainLoss), 0.002);
    }

    /// <summary>
    /// What each number is multiplied with, the mean over samples and steps. With w = 0, x = 1 and y = 1/2 the slope along w is
    /// minus that factor, and a tiny step leaves w as good as 0.
    /// </summary>
    private static float[] Factors(double rate, int samples, int epochs, uint seed = 0)
    {
        const double Step = 1e-12;
        var model = new Sequential([Numbers]) { new Dropout(rate), new Dense(1) };
        model.SetParameters(new Dictionary<string, Tensor> { ["2.Dense.W"] = Filled([Numbers, 1], 0), ["2.Dense.b"] = Filled([1], 0) });
        model.Fit(Filled([samples, Numbers], 1), Filled([samples, 1], 0.5f), new() { Optimiser = new StochasticGradientDescent(Step), Epochs = epochs, Seed = seed });
        return [.. model.Parameters["2.Dense.W"].Values.ToArray().Select(w => (float)(w / (Step * epochs)))];
    }

    private static Tensor Filled(TensorShape shape, float value) => new(shape, [.. Enumerable.Repeat(value, shape.Size)]);
}
