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
