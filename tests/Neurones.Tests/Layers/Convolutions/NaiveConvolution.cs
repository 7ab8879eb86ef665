namespace Neurones.Tests;

/// <summary>A convolution of small whole numbers by loops: every sum is exact, in any order.</summary>
internal sealed class NaiveConvolution
{
    public NaiveConvolution(ConvolutionShape shape, int samples, int seed)
    {
        (Shape, Samples) = (shape, samples);
        var random = new Random(seed);
        X = Numbers(samples * shape.InputLength);
        W = Numbers(shape.WeightsLength);
        b = Numbers(shape.Filters);
        dZ = Numbers(samples * shape.OutputLength);
        Z = [.. Enumerable.Range(0, samples * shape.OutputLength).Select(k => b[k % shape.Filters])];
        dW = new float[W.Length];
        db = new float[b.Length];
        dX = new float[X.Length];
        for (var k = 0; k < dZ.Length; k++)
        {
            db[k % shape.Filters] += dZ[k];
        }

        foreach (var (x, w, z) in Products())
        {
            Z[z] += X[x] * W[w];
            dW[w] += X[x] * dZ[z];
            dX[x] += W[w] * dZ[z];
        }

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-4, 5))];
    }

    public ConvolutionShape Shape { get; }

    public int Samples { get; }

    public float[] X { get; }

    public float[] W { get; }

    public float[] b { get; }

    public float[] dZ { get; }

    public float[] Z { get; }

    public float[] dW { get; }

    public float[] db { get; }

    public float[] dX { get; }

    // Which number of X is multiplied by which of W, and added to which of Z.
    private IEnumerable<(int X, int W, int Z)> Products() =>
        from sample in Enumerable.Range(0, Samples)
        from row in Enumerable.Range(0, Shape.OutputHeight)
        from column in Enumerable.Range(0, Shape.OutputWidth)
        from i in Enumerable.Range(0, Shape.KernelRows)
        from j in Enumerable.Range(0, Shape.KernelColumns)
        let y = row * Shape.Stride + i - Shape.Top
        let x = column * Shape.Stride + j - Shape.Left
        where y >= 0 && y < Shape.Height && x >= 0 && x < Shape.Width
        from channel in Enumerable.Range(0, Shape.Channels)
        from filter in Enumerable.Range(0, Shape.Filters)
        select (
            ((sample * Shape.Height + y) * Shape.Width + x) * Shape.Channels + channel,
            ((i * Shape.KernelColumns + j) * Shape.Channels + channel) * Shape.Filters + filter,
            ((sample * Shape.OutputHeight + row) * Shape.OutputWidth + column) * Shape.Filters + filter);
}
