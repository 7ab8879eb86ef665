using Neurones.Tests.Photos;

namespace Neurones.Tests;

/// <summary>Real digits are learned as well as everywhere in the field.</summary>
public class LayersDigitsTests
{
    private static readonly Lazy<PhotoDataset> Digits = new(() => Neurones.Digits.Load());

    [NeedsDigitsFact]
    public void Softmax_regression_reads_nine_of_ten()
    {
        var model = new Sequential([28, 28, 1]) { new Flatten(), new Dense(10), new Softmax() };
        Assert.InRange(AccuracyOf(model, epochs: 5), 0.90, 0.95);
    }

    [NeedsDigitsFact]
    public void A_hidden_layer_reads_more()
    {
        var model = new Sequential([28, 28, 1])
        {
            new Flatten(), new Dense(128) { Initialisation = WeightInitialisation.He }, new ReLU(), new Dense(10), new Softmax(),
        };
        Assert.InRange(AccuracyOf(model, epochs: 6), 0.95, 0.98);
    }

    [NeedsDigitsFact]
    public void Convolutions_read_most_and_the_same_seed_the_same()
    {
        Assert.InRange(AccuracyOf(Network(), epochs: 3), 0.97, 1);
        Assert.Equal(AccuracyOf(Network(), epochs: 1, samples: 1000), AccuracyOf(Network(), epochs: 1, samples: 1000));

        static Sequential Network() => new([28, 28, 1], seed: 1)
        {
            new Convolution2D(8, 3) { Initialisation = WeightInitialisation.He }, new ReLU(), new MaxPooling2D(2),
            new Convolution2D(16, 3) { Initialisation = WeightInitialisation.He }, new ReLU(), new MaxPooling2D(2),
            new Dropout(0.2), new Flatten(), new Dense(10), new Softmax(),
        };
    }

    private static double AccuracyOf(Sequential model, int epochs, int? samples = null)
    {
        var (train, test) = (Digits.Value.Train, Digits.Value.Test);
        train = train.Slice(0, samples ?? train.Count);
        model.Fit(train.ToTensor(), OneHot.Encode(train.Labels, 10), new() { Optimiser = new Adam(0.002), Epochs = epochs });
        return model.Evaluate(test.ToTensor(), OneHot.Encode(test.Labels, 10)).Accuracy!.Value;
    }
}
