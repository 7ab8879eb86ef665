namespace Neurones;

/// <summary>One axis, rows or columns, along which a window moves: how many zeros stand before and after the input, and how often the window fits.</summary>
internal readonly record struct PaddedAxis(int Before, int After, int Steps)
{
    /// <param name="length">How many values the input has along this axis.</param>
    /// <param name="window">How many of them the window covers.</param>
    /// <param name="stride">By how many it moves.</param>
    /// <param name="padding">What happens at the edge.</param>
    public static PaddedAxis Of(int length, int window, int stride, Padding padding)
    {
        if (padding == Padding.Valid)
        {
            return new(0, 0, ((length - window) / stride) + 1);
        }

        var steps = ((length - 1) / stride) + 1;
        var zeros = Math.Max(((steps - 1) * stride) + window - length, 0);
        return new(zeros / 2, zeros - (zeros / 2), steps);
    }
}
