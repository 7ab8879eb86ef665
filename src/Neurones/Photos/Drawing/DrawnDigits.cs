namespace Neurones;

/// <summary>Digits written by a generator, always the same ones, for where the real ones can't be had.</summary>
internal static class DrawnDigits
{
    private const uint Seed = 0;

    /// <summary>8,000 digits to train on and 2,000 to test with, each of the ten equally often.</summary>
    public static (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation)
    {
        var random = new RandomState(Seed);
        return (DrawDigits(8000), DrawDigits(2000));

        PhotoSet DrawDigits(int count) => DrawnSet.Draw(count, 28, MnistDigits.ClassNames, random, DrawDigit, cancellation);
    }

    private static void DrawDigit(Canvas canvas, int digit, RandomState random)
    {
        new Digit(new Pen(canvas, random), random).Write(digit);
        var grain = random.Uniform(0, 0.04);
        canvas.Paint((_, _, tone) => tone + random.Normal(0, grain));
    }
}
