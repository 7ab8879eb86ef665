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
internal sealed class Frame(int imageHeight, int imageWidth, int channels, int height, int width, int top, int left, int step)
{
    private readonly bool _isImage = top == 0 && left == 0 && step == 1 && height <= imageHeight && width <= imageWidth;

    /// <summary>Pixels from the start of one row to the next.</summary>
    public int RowLength => _isImage ? imageWidth : width;

    /// <summary>Whether the image is its own frame: nothing needs to be copied.</summary>
    public bool IsImage => _isImage;

    /// <summary>Numbers in it.</summary>
    public int Length => height * width * channels;

    /// <summary>Copies the image's pixels to their places; the zeros around and between them are there already.</summary>
    public void Fill(ReadOnlySpan<float> image, Span<float> frame)
    {
        var (firstColumn, columns) = Inside(left, width, imageWidth);
        var (firstRow, rows) = Inside(top, height, imageHeight);
        for (var row = firstRow; row < firstRow + rows; row++)
        {
            var source = image.Slice((row * imageWidth + firstColumn) * channels, columns * channels);
            var target = frame[(((top + row * step) * width + left + firstColumn * step) * channels)..];
            if (step == 1)
            {
                source.CopyTo(target);
            }
            else
            {
                for (var column = 0; column < columns; column++)
                {
                    source.Slice(column * channels, channels).CopyTo(target[(column * step * channels)..]);
                }
            }
        }
    }

    // The first that lies inside of the frame, and how many do.
    private (int First, int Count) Inside(int start, int frameLength, int imageLength)
    {
        var first = start < 0 ? (-start + step - 1) / step : 0;
        var end = frameLength <= start ? 0 : Math.Min(imageLength, (frameLength - start - 1) / step + 1);
        return (first, Math.Max(end - first, 0));
    }
}
