namespace Neurones.Tests;

[Collection(OwnThreads.Name)]
public class NetworkThreadsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void The_result_does_not_depend_on_the_number_of_threads(int count)
    {
        var (X, y, parameters) = RandomNetwork.Of([300, 33, 17, 1], samples: 1100, scale: 0.1); // Enough to be shared.
        var layout = ParameterLayout.Of(parameters);
        var flat = layout.Flatten(parameters);

        var (gradients, logits) = With(1);
        var (again, logitsAgain) = With(count);
        Assert.Equal(gradients, again);
        Assert.Equal(logits, logitsAgain);

        (double[] Gradients, double[] Logits) With(int threads)
        {
            using var allowed = new Threads(threads);
            var gradients = new double[layout.Length];
            new NetworkBatch(X, y, layout, HiddenActivation.Tanh).Gradients(flat, gradients);
            return (gradients, new LayerStack(layout, HiddenActivation.Tanh).LogitsOf(flat, Samples.Of(X)));
        }
    }
}
