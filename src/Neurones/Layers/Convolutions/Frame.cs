namespace Neurones;

/// <summary>
/// Zeros around an image, and between its pixels where they are spread, so that a filter reads the same places relative
/// to its own everywhere. Pixels that lie outside of the frame are left out.
/// </summary>
/// <param name="imageHeight">Rows of the image.</param>
/// <param name="imageWidth">Columns of the image.</param>
/// <param name="channels">Numbers of a pixel.</param>
/// <param name="height">Rows of the frame.</param>
/// <param name="width">Columns of the frame.</param>
/// <param name="top">Where the image's first row lies; negative where the frame leaves it out.</param>
/// <param name="left">Where the image's first column lies.</param>
/// <param name="step">From a pixel to the next, in the frame.</param>
internal sealed unsafe class Frame(int imageHeight, int imageWidth, int channels, int height, int width, int top, int left, int step)
{
    private readonly bool _isImage = top == 0 && left == 0 && step == 1 && height <= imageHeight && width <= imageWidth;
    private float[]? _frame;

    /// <summary>The frame around the images that a convolution slides over.</summary>
    public static Frame Of(ConvolutionShape shape) => new(
        shape.Height, shape.Width, shape.Channels,
        (shape.OutputHeight - 1) * shape.Stride + shape.KernelRows, (shape.OutputWidth - 1) * shape.Stride + shape.KernelColumns, shape.Top, shape.Left, step: 1);

    /// <summary>Numbers from the start of one row to the next.</summary>
    public int RowLength => (_isImage ? imageWidth : width) * channels;

    /// <summary>The image in its frame, until the next is asked for; the image itself where it needs none.</summary>
    public float* Around(float* image)
    {
        if (_isImage)
        {
            return image;
        }

        _frame ??= GC.AllocateArray<float>(height * width * channels, pinned: true); // The zeros stay from image to image.
        Fill(new(image, imageHeight * imageWidth * channels));
        fixed (float* frame = _frame)
        {
            return frame;
        }
    }

    private void Fill(ReadOnlySpan<float> image)
    {
        var (firstColumn, endColumn) = Inside(left, width, imageWidth);
        var (firstRow, endRow) = Inside(top, height, imageHeight);
        for (var row = firstRow; row < endRow; row++)
        {
            var source = image.Slice((row * imageWidth + firstColumn) * channels, (endColumn - firstColumn) * channels);
            var target = _frame.AsSpan(((top + row * step) * width + left + firstColumn * step) * channels);
            if (step == 1)
            {
                source.CopyTo(target);
                continue;
            }

            for (var pixel = 0; pixel < endColumn - firstColumn; pixel++)
            {
                source.Slice(pixel * channels, channels).CopyTo(target[(pixel * step * channels)..]);
            }
        }
    }

    // The first that lies inside of the frame, and the first behind it.
    private (int First, int End) Inside(int start, int frameLength, int imageLength)
    {
        var first = start < 0 ? (-start + step - 1) / step : 0;
        var end = frameLength > start ? Math.Min(imageLength, (frameLength - start - 1) / step + 1) : 0;
        return (first, Math.Max(first, end));
    }
}
