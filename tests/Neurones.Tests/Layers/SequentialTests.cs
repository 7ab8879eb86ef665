namespace Neurones.Tests;

public class SequentialTests
{
    private static readonly Layer[] Photos =
    [
        new Convolution2D(8, kernelSize: 3) { Stride = 2, Padding = Padding.Same, L2 = 1e-4 }, new ReLU(), new MaxPooling2D(2), new Dropout(0.25),
        new Flatten(), new Dense(10), new Softmax(),
    ];

    [Fact]
    public void Its_summary_is_a_table()
    {
        using var french = new FrenchCulture();
        var (model, _, _) = RandomModel.Of([28, 28, 1], Photos, 1);
        Assert.Equal(
            """
            Sequential model of 7 layers for samples of 28x28x1, 4,010 parameters

               layer                                   output  parameters
            1  Convolution2D(8, 3x3, stride 2, same)  14x14x8          80
            2  ReLU                                   14x14x8           0
            3  MaxPooling2D(2x2)                        7x7x8           0
            4  Dropout(0.25)                            7x7x8           0
            5  Flatten                                    392           0
            6  Dense(10)                                   10       3,930
            7  Softmax                                     10           0
            """,
            model.Summary());
        Assert.Equal("Sequential model of 1 layer for samples of 5, 6 parameters", new Sequential([5]) { new Dense(1) }.ToString());
    }

    [Fact]
    public void Layers_say_what_they_are()
    {
        using var french = new FrenchCulture();
        Layer[] layers =
        [
            new Dense(128), new Convolution2D(8, 3), new Convolution2D(8, 5) { Padding = Padding.Same }, new MaxPooling2D(2), new MaxPooling2D(3, stride: 2),
            new Dropout(0.5), new Flatten(), new Reshape([28, 28, 1]), new Sigmoid(), new Tanh(), new ReLU(), new Softmax(),
        ];
        Assert.Equal(
            [
                "Dense(128)", "Convolution2D(8, 3x3)", "Convolution2D(8, 5x5, same)", "MaxPooling2D(2x2)", "MaxPooling2D(3x3, stride 2)",
                "Dropout(0.5)", "Flatten", "Reshape(28x28x1)", "Sigmoid", "Tanh", "ReLU", "Softmax",
            ],
            layers.Select(layer => layer.ToString()));
    }

    [Fact]
    public void It_is_a_list_of_its_layers()
    {
        var (model, _, _) = RandomModel.Of([28, 28, 1], Photos, 1);
        Assert.Equal(Photos, model);
        Assert.Equal((7, Photos[2]), (model.Count, model[2]));
        Assert.Same(Photos[^1], model[^1]);
        Assert.Equal([10], model.Output);
        Assert.Equal(4010, model.ParameterCount);
    }

    /// <summary>In the order of the layers, from one generator; the biases are 0.</summary>
    [Fact]
    public void The_first_weights_are_those_of_NumPy_as_large_as_the_initialisation_says()
    {
        var model = new Sequential([7, 7, 2], seed: 5)
        {
            new Convolution2D(4, 3) { Initialisation = WeightInitialisation.He }, new Flatten(), new Dense(6),
            new Dense(5) { Initialisation = WeightInitialisation.StandardNormal }, new Dense(3) { Initialisation = WeightInitialisation.He },
        };
        var random = new RandomState(5);
        (string Name, TensorShape Shape, double Deviation)[] expected =
        [
            ("1.Convolution2D.W", [3, 3, 2, 4], Math.Sqrt(2.0 / (3 * 3 * 2))), ("1.Convolution2D.b", [4], 0),
            ("3.Dense.W", [100, 6], Math.Sqrt(2.0 / (100 + 6))), ("3.Dense.b", [6], 0),
            ("4.Dense.W", [6, 5], 1), ("4.Dense.b", [5], 0),
            ("5.Dense.W", [5, 3], Math.Sqrt(2.0 / 5)), ("5.Dense.b", [3], 0),
        ];
        Assert.Equal(expected.Select(parameter => parameter.Name), model.Parameters.Keys);
        Assert.All(expected, parameter =>
        {
            var actual = model.Parameters[parameter.Name];
            Assert.Equal(parameter.Shape, actual.Shape);
            Assert.Equal(parameter.Deviation == 0 ? new float[parameter.Shape.Size] : RandomTensor.Normal(random, parameter.Shape, parameter.Deviation).Values, actual.Values);
        });
    }

    /// <summary>Glorot and Bengio count the places of a kernel for the outputs too.</summary>
    [Fact]
    public void Xavier_counts_what_a_convolution_reaches()
    {
        var W = new Sequential([9, 9, 3], seed: 1) { new Convolution2D(16, 5) }.Parameters["1.Convolution2D.W"];
        Assert.Equal(RandomTensor.Normal(new(1), W.Shape, Math.Sqrt(2.0 / ((5 * 5 * 3) + (5 * 5 * 16)))).Values, W.Values);
    }

    [Fact]
    public void Parameters_that_are_set_are_copies_and_so_are_those_that_are_read()
    {
        var (model, X, _) = RandomModel.Of([3], [new Dense(2)], 4);
        var answers = model.Predict(X).Values.ToArray();
        float[] W = [1, 2, 3, 4, 5, 6];
        model.SetParameters(new Dictionary<string, Tensor> { ["1.Dense.b"] = new([2], [7, 8]), ["1.Dense.W"] = new([3, 2], W) });
        Assert.NotEqual(answers, model.Predict(X).Values.ToArray());
        W[0] = 100;
        Assert.Equal("3x2: 1, 2, 3, 4, 5, 6", model.Parameters["1.Dense.W"].ToString());
        Assert.Equal("1x2: 29, 36", model.Predict(new([1, 3], [1, 2, 3])).ToString());
    }

    [Fact]
    public void What_each_layer_answers_can_be_seen()
    {
        var model = new Sequential([2, 2, 1]) { new Convolution2D(2, 2) { Padding = Padding.Same }, new ReLU(), new MaxPooling2D(2), new Flatten(), new Dense(1) };
        model.SetParameters(new Dictionary<string, Tensor>
        {
            ["1.Convolution2D.W"] = new([2, 2, 1, 2], [1, -1, 2, 0, 3, 0, 4, 0]),
            ["1.Convolution2D.b"] = new([2], [0, 5]),
            ["5.Dense.W"] = new([2, 1], [1, 10]),
            ["5.Dense.b"] = new([1], [0.5f]),
        });
        var X = new Tensor([1, 2, 2, 1], [1, 2, 3, -4]);

        // Each place: the kernel 1 2 / 3 4 times the photo, with zeros on the right and below; the other filter is 5 minus the pixel.
        Assert.Equal("1x2x2x2: -2, 4, -10, 3, -5, 2, -4, 9", model.Answers(X, 0).ToString());
        Assert.Equal("1x2x2x2: 0, 4, 0, 3, 0, 2, 0, 9", model.Answers(X, 1).ToString());
        Assert.Equal("1x1x1x2: 0, 9", model.Answers(X, ^3).ToString());
        Assert.Equal("1x2: 0, 9", model.Answers(X, 3).ToString());
        Assert.Equal("1x1: 90.5", model.Answers(X, ^1).ToString());
        Assert.Equal("1x1: 90.5", model.Predict(X).ToString());
        Assert.Equal("1x2x2x1: 1, 2, 3, -4", X.ToString());
    }

    [Fact]
    public void The_losses_are_those_of_their_formulas_however_sure_a_wrong_answer_is()
    {
        var X = new Tensor([2, 2], [1000, -1000, 0, 0]);
        Measures((2000 + Math.Log(2)) / 2, 0.5, [new Softmax()], new([2, 2], [0, 1, 1, 0]));
        Measures((2000 + (2 * Math.Log(2))) / 4, 0.25, [new Sigmoid()], new([2, 2], [0, 1, 0, 1]));
        Measures((1 + 4 + 9 + 16) / 4.0, null, [new Reshape([1, 2])], new([2, 1, 2], [999, -1002, 3, -4]));

        void Measures(double loss, double? accuracy, Layer[] layers, Tensor Y)
        {
            var evaluation = RandomModel.Of([2], layers, 2).Model.Evaluate(X, Y);
            Near.Equal(loss, evaluation.Loss, 1e-6);
            Assert.Equal(accuracy, evaluation.Accuracy);
        }
    }
}
