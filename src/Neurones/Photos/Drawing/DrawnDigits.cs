namespace Neurones;

/// <summary>Digits written by a generator, for where the real ones can't be had.</summary>
internal static class DrawnDigits
{
    /// <summary>8,000 digits to train on and 2,000 to test with, each of the ten equally often.</summary>
    public static (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation) =>
        new DrawnSets(28, MnistDigits.ClassNames, WriteDigit).Draw(8000, 2000, cancellation);

    private static void WriteDigit(Canvas canvas, int digit, RandomState random)
    {
        new Digit(new Pen(canvas, random), random).Write(digit);
        var grain = random.Uniform(0, 0.04);
        canvas.Paint((_, _, tone) => tone + random.Normal(0, grain));
    }
}
