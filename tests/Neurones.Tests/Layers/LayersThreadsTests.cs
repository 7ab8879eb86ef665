namespace Neurones.Tests;

[Collection(OwnThreads.Name)]
public class LayersThreadsTests
{
    public static TheoryData<string> Kinds => ["convolutions", "dense layers", "a wide layer"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_learns_the_same_numbers_with_any_number_of_threads(string kind)
    {
        // The work of a batch is shared among threads; that of the smaller last one only in the widest network.
        (TensorShape Input, Layer[] Layers) network = kind switch
        {
            "convolutions" => ([12, 12, 1], [new Convolution2D(8, 3) { Padding = Padding.Same }, new ReLU(), new MaxPooling2D(2), new Dropout(0.25), new Flatten(), new Dense(3), new Softmax()]),
            "dense layers" => ([100], [new Dense(90), new Tanh(), new Dropout(0.5), new Dense(3), new Softmax()]),
            _ => ([3000], [new Dense(120), new Sigmoid(), new Dense(3), new Softmax()]),
        };

        var one = Trained(1);
        Assert.Equal(one.Parameters, Trained(2).Parameters);
        var three = Trained(3);
        Assert.Equal(one.Parameters, three.Parameters);
        Assert.Equal(one.History, three.History);
        Assert.Equal(one.Answers, three.Answers);
        Assert.Equal(one.Gradients, three.Gradients);

        (float[] Parameters, History History, float[] Answers, float[] Gradients) Trained(int threads)
        {
            using var allowed = new Threads(threads);
            var (model, X, Y) = RandomModel.Of(network.Input, network.Layers, 610);
            var history = model.Fit(X, Y, new() { Epochs = 1, BatchSize = 300, Validation = (X, Y) });
            return (SequentialFitTests.Flat(model), history, model.Predict(X).Values.ToArray(), [.. model.Gradients(X, Y).Values.SelectMany(tensor => tensor.Values.ToArray())]);
        }
    }
}
