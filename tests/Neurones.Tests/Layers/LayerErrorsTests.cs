namespace Neurones.Tests;

/// <summary>Layers that can't be, or can't follow one another: the sentence names the layer and the cure, and the model stays as it was.</summary>
public class LayerErrorsTests
{
    [Fact]
    public void Layers_that_cannot_be_are_refused()
    {
        using var french = new FrenchCulture();
        Fails("A dense layer of 0 neurons was asked for: it has 1 neuron or more.", () => new Dense(0));
        Fails("A convolution of -1 filters was asked for: it has 1 filter or more.", () => new Convolution2D(-1, 3));
        Fails("kernelSize is 0: a kernel has 1 row and column or more, such as 3.", () => new Convolution2D(8, 0));
        Fails("Stride is 0: a kernel moves by 1 pixel or more.", () => new Convolution2D(8, 3) { Stride = 0 });
        Fails("There is no padding 2: use Valid or Same.", () => new Convolution2D(8, 3) { Padding = (Padding)2 });
        Fails("There is no initialisation 5: use StandardNormal, Xavier or He.", () => new Dense(8) { Initialisation = (WeightInitialisation)5 });
        Fails("L1 is -0.5: a penalty is a finite number, 0 or more, such as 0.001.", () => new Dense(8) { L1 = -0.5 });
        Fails("L2 is Infinity: a penalty is a finite number, 0 or more, such as 0.001.", () => new Convolution2D(8, 3) { L2 = double.PositiveInfinity });
        Fails("L2 is NaN: a penalty is a finite number, 0 or more, such as 0.001.", () => new Dense(8) { L2 = double.NaN });
        Fails("size is 0: a window has 1 row and column or more, such as 2.", () => new MaxPooling2D(0));
        Fails("stride is 0: a window moves by 1 pixel or more.", () => new MaxPooling2D(2, stride: 0));
        Fails("rate is 1: the probability to drop a number is 0 or more and less than 1, such as 0.5.", () => new Dropout(1));
        Fails("rate is -0.1: the probability to drop a number is 0 or more and less than 1, such as 0.5.", () => new Dropout(-0.1));
        Fails("rate is NaN: the probability to drop a number is 0 or more and less than 1, such as 0.5.", () => new Dropout(double.NaN));
        Fails("Reshape needs a shape of an axis or more, such as [28, 28, 1].", () => new Reshape([]));
        Fails("input has no axis: give the shape of one sample, such as [784].", () => new Sequential([]));
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_with_their_place()
    {
        using var french = new FrenchCulture();
        Refused([28, 28, 1], [], new Dense(10), "Layer 1, Dense(10), takes samples of one axis but gets 28x28x1: put new Flatten() before it.");
        Refused([6, 6, 1], [new Convolution2D(8, 3), new ReLU()], new Dense(10), "Layer 3, Dense(10), takes samples of one axis but gets 4x4x8: put new Flatten() before it.");
        Refused([28, 28], [], new Convolution2D(8, 3), "Layer 1, Convolution2D(8, 3x3), takes samples (height, width, channels) but gets 28x28: put new Reshape([28, 28, 1]) before it.");
        Refused([784], [new ReLU()], new Convolution2D(8, 3), "Layer 2, Convolution2D(8, 3x3), takes samples (height, width, channels) but gets 784: put it before Flatten and Dense, or a Reshape to three axes before it.");
        Refused([784], [], new MaxPooling2D(2), "Layer 1, MaxPooling2D(2x2), takes samples (height, width, channels) but gets 784: put it before Flatten and Dense, or a Reshape to three axes before it.");
        Refused([4, 6, 1], [], new Convolution2D(8, 5), "Layer 1, Convolution2D(8, 5x5), has a kernel of 5x5 but gets 4x6x1: choose a smaller kernel, fewer poolings before it, or Padding = Padding.Same.");
        Refused([6, 4, 1], [], new Convolution2D(8, 5) { Stride = 2 }, "Layer 1, Convolution2D(8, 5x5, stride 2), has a kernel of 5x5 but gets 6x4x1: choose a smaller kernel, fewer poolings before it, or Padding = Padding.Same.");
        Refused([5, 2, 3], [new MaxPooling2D(2)], new MaxPooling2D(2), "Layer 2, MaxPooling2D(2x2), has a window of 2x2 but gets 2x1x3: choose a smaller window, or fewer poolings before it.");
        Refused([10], [], new Reshape([3, 3]), "Layer 1, Reshape(3x3), makes samples of 9 numbers but gets 10, of 10: choose a shape of 10 numbers.");
        Refused([5, 4], [], new Reshape([3, 3]), "Layer 1, Reshape(3x3), makes samples of 9 numbers but gets 5x4, of 20: choose a shape of 20 numbers.");
        Refused([2, 2], [], new Softmax(), "Layer 1, Softmax, takes one number for each class but gets 2x2: put new Flatten() or new Dense(classes) before it.");
        Refused([3], [new Dense(1)], new Softmax(), "Layer 2, Softmax, takes one number for each class but gets 1: for two classes use new Sigmoid() instead, for more a Dense layer of as many neurons before it.");
        Refused([20_000], [new Dropout(0.5)], new Dense(500_000), "Layer 2, Dense(500000), would have 10000000000 weights and answer with 500000 numbers, but an array has at most 2147483591: choose a smaller layer, or pool before it.");
        Refused([50, 100, 1], [], new Convolution2D(600_000, 1), "Layer 1, Convolution2D(600000, 1x1), would have 600000 weights and answer with 3000000000 numbers, but an array has at most 2147483591: choose a smaller layer, or pool before it.");
        Refused([1, 1, 1], [], new Convolution2D(int.MaxValue, int.MaxValue) { Padding = Padding.Same }, "Layer 1, Convolution2D(2147483647, 2147483647x2147483647, same), would have 9903520300447984150353281023 weights and answer with 2147483647 numbers, but an array has at most 2147483591: choose a smaller layer, or pool before it.");
    }

    [Fact]
    public void Losses_and_optimisers_that_cannot_be_are_refused()
    {
        using var french = new FrenchCulture();
        Fails("learningRate is 0: it must be a finite number more than 0, such as 0.01.", () => new Adam(0));
        Fails("learningRate is NaN: it must be a finite number more than 0, such as 0.01.", () => new StochasticGradientDescent(double.NaN));
        Fails("learningRate is -0.5: it must be a finite number more than 0, such as 0.01.", () => new StochasticGradientDescent(-0.5));
        Fails("momentum is 1: it is 0 or more and less than 1, such as 0.9.", () => new StochasticGradientDescent(0.1, momentum: 1));
        Fails("momentum is -0.9: it is 0 or more and less than 1, such as 0.9.", () => new StochasticGradientDescent(0.1, momentum: -0.9));
    }

    private static void Refused(TensorShape input, Layer[] before, Layer layer, string message)
    {
        var (model, X, _) = RandomModel.Of(input, before, 2);
        var (layers, answers) = (model.ToArray(), model.Predict(X).Values.ToArray());

        Fails(message, () => model.Add(layer));

        Assert.Equal(layers, model);
        Assert.Equal(answers, model.Predict(X).Values);
    }

    private static void Fails(string message, Action use) => Assert.Equal(message, Assert.Throws<ArgumentException>(use).Message);

    private static void Fails(string message, Func<object> use) => Fails(message, new Action(() => use()));
}
