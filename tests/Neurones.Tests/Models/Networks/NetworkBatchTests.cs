namespace Neurones.Tests;

public class NetworkBatchTests
{
    private static readonly (int Samples, int[] Sizes)[] Networks =
    [
        (1, [1, 1, 1]),
        (5, [2, 3, 1]),
        (7, [3, 1, 2, 1]),
        (100, [2, 32, 32, 32, 1]),
        (13, [2, 17, 9, 5, 31, 1]),
        (129, [5, 33, 7, 1]), // Two blocks of unequal size.
        (11, [512, 4, 1]), // A padded stride.
        (301, [999, 33, 8, 1]), // Shared by threads.
        (7, [27_500, 11, 1]), // Fewer samples than shares.
    ];

    [Theory]
    [InlineData(HiddenActivation.Sigmoid)]
    [InlineData(HiddenActivation.Tanh)]
    [InlineData(HiddenActivation.ReLU)]
    public void Fused_is_what_the_lesson_computes(HiddenActivation activation) => Assert.All(Networks, network =>
    {
        var (X, y, parameters) = RandomNetwork.Of(network.Sizes, network.Samples, scale: 1 / Math.Sqrt(network.Sizes.Max()));
        var A = DeepNetworkFunctions.ForwardPropagation(X, parameters, activation);
        var gradients = DeepNetworkFunctions.BackPropagation(X, y, parameters, A, activation);

        var layout = ParameterLayout.Of(parameters);
        var batch = new NetworkBatch(X, y, layout, activation);
        var (flat, fused) = (layout.Flatten(parameters), new double[layout.Length]);
        for (var pass = 0; pass < 2; pass++) // Nothing may be left over from the pass before.
        {
            batch.Gradients(flat, fused);
            Assert.All(layout.Name(fused, prefix: "d"), g => Near.Equal(gradients[g.Key], g.Value, 1e-12));
            Near.Equal(DeepNetworkFunctions.LogLoss(A.Values.Last(), y), batch.EvaluateLast().Loss, 1e-12);
        }

        Assert.Equal(batch.EvaluateLast(), batch.Evaluate(flat));
        Assert.Equal(Metrics.Accuracy(y.Transpose(), DeepNetworkFunctions.Predict(X, parameters, activation).Transpose()), batch.EvaluateLast().Accuracy!.Value);

        var logits = new LayerStack(layout, activation).LogitsOf(flat, Samples.Of(X));
        Near.Equal(A.Values.Last().Enumerate().ToList(), logits.Select(Logits.Sigmoid), 1e-12);
    });

    [Fact]
    public void Not_a_number_is_not_hidden() => Assert.All(Enum.GetValues<HiddenActivation>(), activation =>
    {
        var (X, y, parameters) = RandomNetwork.Of([2, 9, 1], samples: 4);
        var layout = ParameterLayout.Of(parameters);
        var flat = layout.Flatten(parameters);
        flat[1] = double.NaN;
        Assert.Equal(double.NaN, new NetworkBatch(X, y, layout, activation).Evaluate(flat).Loss);
    });
}
