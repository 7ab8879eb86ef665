#pragma warning disable IDE0055, IDE0011
namespace Neurones;

/// <summary>The shapes of a max pooling.</summary>
/// <param name="Height">Rows of a sample.</param>
/// <param name="Width">Columns of a sample.</param>
/// <param name="Channels">Numbers of each of its pixels.</param>
/// <param name="Size">Rows and columns of a window.</param>
/// <param name="Stride">Pixels from one window to the next, down and across.</param>
internal readonly record struct PoolingShape(int Height, int Width, int Channels, int Size, int Stride)
{
    public int OutputHeight => ((Height - Size) / Stride) + 1;

    public int OutputWidth => ((Width - Size) / Stride) + 1;

    public int InputLength => Height * Width * Channels;

    public int OutputLength => OutputHeight * OutputWidth * Channels;
}

/// <summary>Max pooling at work: it remembers where each maximum stood, the first of equal ones.</summary>
internal sealed class MaxPoolingPass(PoolingShape shape, int samples) : LayerPass
{
    private readonly float[] _A = new float[samples * shape.OutputLength];
    private readonly byte[] _places = new byte[samples * shape.OutputLength];
    private readonly float[] _dX = new float[samples * shape.InputLength];

    public override float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random)
    {
        var to = 0;
        for (var n = 0; n < samples; n++)
        for (var i = 0; i < shape.OutputHeight; i++)
        for (var j = 0; j < shape.OutputWidth; j++)
        for (var k = 0; k < shape.Channels; k++, to++)
        {
            var best = float.NegativeInfinity;
            for (var place = 0; place < shape.Size * shape.Size; place++)
            {
                var x = X[Index(n, i, j, k, place)];
                if (x > best) (best, _places[to]) = (x, (byte)place);
            }
            _A[to] = best;
        }
        return _A;
    }

    private int Index(int n, int i, int j, int k, int place) =>
        ((n * shape.Height + i * shape.Stride + place / shape.Size) * shape.Width + j * shape.Stride + place % shape.Size) * shape.Channels + k;

    public override float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first)
    {
        if (first) return _dX;
        Array.Clear(_dX);
        var to = 0;
        for (var n = 0; n < samples; n++)
        for (var i = 0; i < shape.OutputHeight; i++)
        for (var j = 0; j < shape.OutputWidth; j++)
        for (var k = 0; k < shape.Channels; k++, to++)
            _dX[Index(n, i, j, k, _places[to])] += dA[to];
        return _dX;
    }
}
