namespace Neurones.Tests;

public sealed class PooledConvolutionPassTests
{
    [Theory]
    [InlineData(8, 8, 1, 2, 2)]
    [InlineData(9, 7, 3, 2, 2)] // A row and a column that no window reaches.
    [InlineData(8, 8, 20, 3, 2)] // Windows overlap.
    [InlineData(8, 8, 8, 2, 2)] // A vector of filters.
    [InlineData(7, 9, 8, 2, 2)]
    [InlineData(6, 7, 8, 2, 2)]
    [InlineData(2, 3, 8, 2, 2)] // A single window.
    public void As_one_they_give_what_the_three_layers_give(int height, int width, int filters, int size, int stride)
    {
        const int Samples = 3;
        var convolution = new ConvolutionShape(height, width, 2, filters, 3, 3, 1, 1, 1, height, width);
        var pooling = new PoolingShape(height, width, filters, size, stride);
        var naive = new NaiveConvolution(convolution, Samples, seed: 1);
        float[] parameters = [.. naive.W, .. naive.b];
        float[] dA = [.. Enumerable.Range(0, Samples * pooling.OutputLength).Select(k => (float)(k * 7 % 11 - 5))];
        LayerPass[] layers =
        [
            new ConvolutionPass(convolution, Samples), new ActivationPass<ReLUKernel>(convolution.OutputLength, answers: null), new MaxPoolingPass(pooling, Samples),
        ];
        var pass = new PooledConvolutionPass(convolution, pooling, Samples);

        var expected = layers.Aggregate(naive.X, (X, layer) => layer.Forward(parameters, X, Samples, random: null));
        Assert.Equal(expected, pass.Forward(parameters, naive.X, Samples, random: null));

        var (expectedGradients, gradients) = (new float[parameters.Length], new float[parameters.Length]);
        var dX = layers.Reverse().Aggregate((float[])dA.Clone(), (slopes, layer) => layer.Back(parameters, slopes, expectedGradients, Samples, first: false));
        Assert.Equal(dX, pass.Back(parameters, dA, gradients, Samples, first: false));
        Assert.Equal(expectedGradients, gradients);
    }
}
