namespace Neurones;

/// <summary>Where numbers of an image lie, counted from the first.</summary>
internal static class Offsets
{
    /// <summary>A grid of places, row by row.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="channels">Numbers of each place.</param>
    /// <param name="row">Numbers from one row to the next.</param>
    /// <param name="column">Numbers from one column to the next.</param>
    public static int[] Of(int rows, int columns, int channels, int row, int column)
    {
        var offsets = new int[rows * columns * channels];
        for (var k = 0; k < offsets.Length; k++)
        {
            offsets[k] = k / channels / columns * row + k / channels % columns * column + k % channels;
        }

        return offsets;
    }
}
