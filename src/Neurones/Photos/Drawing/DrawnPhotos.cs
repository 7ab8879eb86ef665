namespace Neurones;

/// <summary>Cats and dogs drawn by a generator, for where the real photos can't be had.</summary>
internal static class DrawnPhotos
{
    /// <summary>As many photos as the real ones, half of them cats: 1,000 to train on and 200 to test with.</summary>
    public static (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation) =>
        new DrawnSets(64, CatsAndDogsPhotos.ClassNames, DrawPhoto).Draw(1000, 200, cancellation);

    private static void DrawPhoto(Canvas canvas, int label, RandomState random)
    {
        Scene.DrawBackground(canvas, random);
        var head = new Pose(random.Normal(32, 4), random.Normal(27, 3), random.Uniform(13, 18), random.Normal(0, 0.15));
        var fur = random.Uniform(0.12, 0.88);
        Animal animal = label == 1 ? new Dog(canvas, random, head, fur) : new Cat(canvas, random, head, fur);
        animal.Draw();
        Scene.Light(canvas, random);
    }
}
