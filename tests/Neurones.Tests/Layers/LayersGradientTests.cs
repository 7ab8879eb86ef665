namespace Neurones.Tests;

/// <summary>The gradients are the slopes of the loss, measured by small moves of each parameter.</summary>
public class LayersGradientTests
{
    private const int Samples = 5;
    private const float Move = 0.004f; // A loss in float32 is right to 1e-7: less would drown in that, more would meet the bends of ReLU and pooling.

    private static readonly Layer[] EveryKind =
    [
        new Convolution2D(3, 3) { Padding = Padding.Same }, new Tanh(), new Dropout(0.4), new MaxPooling2D(2), new Convolution2D(4, 2) { Stride = 1 },
        new ReLU(), new Flatten(), new Dense(6), new Sigmoid(), new Dropout(0.5), new Tanh(), new Dense(5), new Softmax(), new Reshape([5, 1]), new Flatten(),
    ];

    public static TheoryData<string> Ends => ["numbers", "two classes", "several classes"];

    [Theory]
    [MemberData(nameof(Ends))]
    public void They_are_the_slopes_of_the_loss(string end)
    {
        Layer[] last = end switch
        {
            "numbers" => [new Dense(2)],
            "two classes" => [new Dense(1), new Sigmoid()],
            _ => [new Dense(3), new Softmax()],
        };
        var (model, X, Y) = RandomModel.Of([6, 6, 2], [.. EveryKind, .. last], Samples);
        var parameters = model.Parameters;

        foreach (var (name, gradient) in model.Gradients(X, Y))
        {
            var values = parameters[name[1..]].Values.ToArray();
            var slopes = values.Index().Select(value => (LossWith(value.Index, Move) - LossWith(value.Index, -Move)) / (2 * Move)).ToArray();
            var largest = slopes.Max(Math.Abs);
            Assert.True(largest > 1e-4, $"The slopes along {name} are too small to be measured.");
            Assert.All(slopes.Zip(gradient.Values.ToArray()), pair => Assert.InRange((pair.Second - pair.First) / largest, -0.02, 0.02));

            double LossWith(int index, float move)
            {
                var moved = values.ToArray();
                moved[index] += move;
                model.SetParameters(new Dictionary<string, Tensor>(parameters) { [name[1..]] = new(gradient.Shape, moved) });
                return model.Evaluate(X, Y).Loss;
            }
        }
    }

    [Fact]
    public void Those_of_many_samples_are_the_means_of_those_of_each()
    {
        // Enough for several slices and for every part that threads share.
        var (model, X, Y) = RandomModel.Of([8, 8, 2], [new Convolution2D(8, 3), new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(10), new Softmax()], 700);
        var each = Enumerable.Range(0, X.Count).Select(i => (X: X.Samples(i..(i + 1)), Y: Y.Samples(i..(i + 1)))).ToList();
        var slopes = each.Select(sample => model.Gradients(sample.X, sample.Y)).ToList();

        foreach (var (name, gradient) in model.Gradients(X, Y))
        {
            var means = Enumerable.Range(0, gradient.Shape.Size).Select(i => slopes.Average(one => one[name].Values[i])).ToArray();
            var largest = means.Max(Math.Abs);
            Near.Equal([.. means.Select(mean => (double)mean / largest)], gradient.Values.ToArray().Select(slope => (double)slope / largest), 1e-5);
        }

        var all = model.Evaluate(X, Y);
        Near.Equal(each.Average(sample => model.Evaluate(sample.X, sample.Y).Loss), all.Loss, 1e-6);
        Near.Equal(each.Average(sample => model.Evaluate(sample.X, sample.Y).Accuracy!.Value), all.Accuracy!.Value, 1e-12);
        Near.Equal(model.Predict(each[600].X).ToMatrix(), model.Predict(X).Samples(600..601).ToMatrix(), 1e-6);
    }

    /// <summary>Another order of the layers must find every answer that the way back needs.</summary>
    [Fact]
    public void Dropout_at_rest_is_as_if_it_were_not_there()
    {
        var (model, X, Y) = RandomModel.Of([4], [new Dropout(0.5), new Dense(3), new Sigmoid(), new Dropout(0.5), new Tanh(), new Dropout(0.5), new Dense(2), new Dropout(0.5)], 3);
        var without = new Sequential([4]) { new Dense(3), new Sigmoid(), new Tanh(), new Dense(2) };
        without.SetParameters(without.Parameters.Keys.Zip(model.Parameters.Values).ToDictionary());

        Assert.Equal(without.Predict(X).Values, model.Predict(X).Values);
        Assert.Equal(without.Evaluate(X, Y), model.Evaluate(X, Y));
        Assert.All(without.Gradients(X, Y).Values.Zip(model.Gradients(X, Y).Values), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    }
}
