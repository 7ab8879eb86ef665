namespace Neurones.Tests;

public sealed class MaxPoolingKernelsTests
{
    public static TheoryData<int, int, int, int, int, int> Shapes => new()
    {
        { 28, 28, 8, 2, 2, 1 },
        { 5, 7, 1, 2, 2, 3 }, // A row and a column are left over.
        { 6, 6, 35, 3, 3, 2 },
        { 7, 7, 17, 3, 2, 2 }, // Windows overlap.
        { 9, 8, 3, 2, 3, 2 }, // Windows leave gaps.
        { 3, 3, 19, 3, 3, 1 }, // One window.
        { 4, 4, 9, 1, 1, 2 },
        { 20, 20, 4, 18, 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_gives_the_first_largest_of_each_window(int height, int width, int channels, int size, int stride, int samples)
    {
        var shape = new PoolingShape(height, width, channels, size, stride);
        var random = new Random(height);
        float[] X = [.. Enumerable.Range(0, samples * shape.InputLength).Select(_ => (float)random.Next(-2, 3))]; // Many are equal.
        float[] dA = [.. Enumerable.Range(0, samples * shape.OutputLength).Select(_ => (float)random.Next(-9, 10))];
        var (expectedA, expectedX) = (new float[dA.Length], new float[X.Length]);
        for (var k = 0; k < dA.Length; k++)
        {
            var places = Window(shape, k).ToList();
            var first = places.MaxBy(place => X[place]);
            expectedA[k] = X[first];
            expectedX[first] += dA[k];
        }

        var kernels = new MaxPoolingKernels(shape);
        var (A, found, dX) = (new float[dA.Length], new int[dA.Length], X.Select(_ => float.NaN).ToArray());
        kernels.Forward(samples, X, A, found);
        kernels.Back(samples, dA, found, dX);
        Assert.Equal(expectedA, A);
        Assert.Equal(expectedX, dX);
    }

    [Fact]
    public void The_output_and_the_gradients_are_PyTorchs()
    {
        foreach (var peer in ConvolutionPeers.All.Poolings)
        {
            var kernels = new MaxPoolingKernels(new(peer.X.Shape[0], peer.X.Shape[1], peer.X.Shape[2], peer.Size, peer.Stride));
            var (X, dA) = (peer.X.Values.Select(x => (float)x).ToArray(), peer.dA.Values.Select(da => (float)da).ToArray());
            var (A, places, dX) = (new float[dA.Length], new int[dA.Length], new float[X.Length]);
            kernels.Forward(1, X, A, places);
            kernels.Back(1, dA, places, dX);
            Near.Equal(peer.A.Values, A.Select(a => (double)a), 0);
            Near.Equal(peer.dX.Values, dX.Select(slope => (double)slope), 1e-5);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    public void A_number_that_is_none_is_the_largest_of_its_window(int channels)
    {
        for (var place = 0; place < 4; place++)
        {
            var X = new float[4 * channels];
            Array.Fill(X, float.NaN, place * channels, channels);
            var A = new float[channels];
            new MaxPoolingKernels(new(2, 2, channels, 2, 2)).Forward(1, X, A, new int[channels]);
            Assert.All(A, a => Assert.True(float.IsNaN(a)));
        }
    }

    // The places of the window that gives the number k of A.
    private static IEnumerable<int> Window(PoolingShape shape, int k)
    {
        var (pixel, channel) = (k / shape.Channels, k % shape.Channels);
        var (sample, row, column) = (pixel / shape.OutputWidth / shape.OutputHeight, pixel / shape.OutputWidth % shape.OutputHeight, pixel % shape.OutputWidth);
        return
            from i in Enumerable.Range(row * shape.Stride, shape.Size)
            from j in Enumerable.Range(column * shape.Stride, shape.Size)
            select ((sample * shape.Height + i) * shape.Width + j) * shape.Channels + channel;
    }
}
