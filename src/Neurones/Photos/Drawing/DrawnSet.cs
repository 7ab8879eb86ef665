namespace Neurones;

/// <summary>A set of drawn photos, all classes equally often, in a random order.</summary>
internal static class DrawnSet
{
    /// <param name="count">How many photos.</param>
    /// <param name="size">Their height and width.</param>
    /// <param name="classNames">The names of their classes.</param>
    /// <param name="random">Makes each photo another one.</param>
    /// <param name="draw">Draws a photo of a class on an empty canvas.</param>
    /// <param name="cancellation">Stops the drawing.</param>
    public static PhotoSet Draw(int count, int size, string[] classNames, RandomState random, Action<Canvas, int, RandomState> draw, CancellationToken cancellation)
    {
        var labels = Enumerable.Range(0, count).Select(i => i % classNames.Length).ToArray();
        random.Shuffle(labels);
        var pixels = new byte[count * size * size];
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var canvas = new Canvas(size);
            draw(canvas, labels[i], random);
            canvas.CopyTo(pixels.AsSpan(i * size * size, size * size));
        }

        return new PhotoSet(size, size, pixels, labels, classNames);
    }
}
