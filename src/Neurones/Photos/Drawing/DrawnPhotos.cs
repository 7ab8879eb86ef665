namespace Neurones;

/// <summary>Cats and dogs drawn by a generator, always the same ones, for where the real photos can't be had.</summary>
internal static class DrawnPhotos
{
    private const uint Seed = 0;

    /// <summary>As many photos as the real ones, half of them cats: 1,000 to train on and 200 to test with.</summary>
    public static (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation)
    {
        var random = new RandomState(Seed);
        return (DrawSet(1000, random, cancellation), DrawSet(200, random, cancellation));
    }

    private static PhotoSet DrawSet(int count, RandomState random, CancellationToken cancellation)
    {
        var labels = Enumerable.Range(0, count).Select(i => i % 2).ToArray();
        random.Shuffle(labels);
        var pixels = new byte[count * Canvas.Size * Canvas.Size];
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            DrawPhoto(labels[i] == 1, random).CopyTo(pixels.AsSpan(i * Canvas.Size * Canvas.Size, Canvas.Size * Canvas.Size));
        }

        return new PhotoSet(Canvas.Size, Canvas.Size, pixels, labels, RealPhotos.ClassNames);
    }

    private static Canvas DrawPhoto(bool dog, RandomState random)
    {
        var canvas = new Canvas();
        Scene.DrawBackground(canvas, random);
        var head = new Pose(random.Normal(32, 4), random.Normal(27, 3), random.Uniform(13, 18), random.Normal(0, 0.15));
        var fur = random.Uniform(0.12, 0.88);
        Animal animal = dog ? new Dog(canvas, random, head, fur) : new Cat(canvas, random, head, fur);
        animal.Draw();
        Scene.Light(canvas, random);
        return canvas;
    }
}
