namespace Neurones;

/// <summary>Sets of drawn photos, always the same ones: all classes equally often, in a random order.</summary>
/// <param name="size">Height and width of a photo.</param>
/// <param name="classNames">The names of the classes.</param>
/// <param name="draw">Draws another photo of a class, with the help of random numbers, on an empty canvas.</param>
internal sealed class DrawnSets(int size, string[] classNames, Action<Canvas, int, RandomState> draw)
{
    private const uint Seed = 0;

    /// <summary>Draws photos to train on and others to test with.</summary>
    public (PhotoSet Train, PhotoSet Test) Draw(int toTrainOn, int toTestWith, CancellationToken cancellation)
    {
        var random = new RandomState(Seed);
        return (DrawSet(toTrainOn, random, cancellation), DrawSet(toTestWith, random, cancellation));
    }

    private PhotoSet DrawSet(int count, RandomState random, CancellationToken cancellation)
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
