using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Datasets
{
    /// <summary>Point <paramref name="i"/> of <paramref name="count"/> along a curve.</summary>
    private delegate (double X1, double X2) Curve(int i, int count);

    /// <summary>Half of the points on each curve; shuffled before the noise is drawn, in scikit-learn's order.</summary>
    private static (Matrix<double> X, Matrix<double> y) TwoCurves(
        int samples, double? noise, uint seed, bool shuffle, Curve first, Curve second)
    {
        Check.That(samples > 0, $"samples is {samples}: ask for 1 point or more.");
        Check.That(noise is not { } n || (n >= 0 && double.IsFinite(n)), $"noise is {noise}: it's a standard deviation, a finite number of 0 or more, or null for none.");

        var (firsts, seconds) = (samples / 2, samples - (samples / 2));
        ((double X1, double X2) At, int Class)[] points =
        [
            .. Enumerable.Range(0, firsts).Select(i => (first(i, firsts), 0)),
            .. Enumerable.Range(0, seconds).Select(i => (second(i, seconds), 1)),
        ];

        var random = new RandomState(seed);
        if (shuffle)
        {
            random.Shuffle(points);
        }

        var X = Matrix<double>.Build.DenseOfRows(points.Select(p => new[] { p.At.X1, p.At.X2 }));
        var y = Matrix<double>.Build.Dense(samples, 1, (i, _) => points[i].Class);
        return (noise is { } deviation ? X + random.Normal(0, deviation, samples, 2) : X, y);
    }
}
