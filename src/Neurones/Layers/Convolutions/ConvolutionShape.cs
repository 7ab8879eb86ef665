namespace Neurones;

/// <summary>The shapes of a convolution: images are (height, width, channels), weights (kernel rows, kernel columns, channels, filters).</summary>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Channels">Numbers of each of its pixels.</param>
/// <param name="Filters">Channels of the result.</param>
/// <param name="KernelRows">Rows of a filter.</param>
/// <param name="KernelColumns">Columns of a filter.</param>
/// <param name="Stride">Pixels from one place of the filter to the next, down and across.</param>
/// <param name="Top">Rows of zeros above the image.</param>
/// <param name="Left">Columns of zeros on its left.</param>
/// <param name="OutputHeight">Rows of the result; zeros follow below the image as far as they need.</param>
/// <param name="OutputWidth">Columns of the result; zeros follow on the right as far as they need.</param>
internal readonly record struct ConvolutionShape(
    int Height, int Width, int Channels, int Filters, int KernelRows, int KernelColumns,
    int Stride, int Top, int Left, int OutputHeight, int OutputWidth)
{
    /// <summary>Numbers of an image.</summary>
    public int InputLength => Height * Width * Channels;

    /// <summary>Numbers of a result.</summary>
    public int OutputLength => OutputHeight * OutputWidth * Filters;

    /// <summary>Numbers of W.</summary>
    public int WeightsLength => KernelRows * KernelColumns * Channels * Filters;
}
