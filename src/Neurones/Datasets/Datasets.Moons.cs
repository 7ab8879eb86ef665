using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Datasets
{
    /// <summary>
    /// Two half circles that reach into each other: scikit-learn's
    /// <c>make_moons(n_samples, shuffle=shuffle, noise=noise, random_state=seed)</c>.
    /// </summary>
    /// <param name="samples">m, how many points in all, at least 1; of an odd number the lower moon has one more.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate, at least 0; null: nothing is added.</param>
    /// <param name="seed">Another seed gives another order and other noise.</param>
    /// <param name="shuffle">False: the upper moon's points come first, from right to left, then the lower moon's, from left to right.</param>
    /// <returns>X, (m, 2): the points; y, (m, 1): 0 for the upper moon, 1 for the lower one.</returns>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public static (Matrix<double> X, Matrix<double> y) MakeMoons(
        int samples = 100, double? noise = null, uint seed = 0, bool shuffle = true)
    {
        return TwoCurves(samples, noise, seed, shuffle, Upper, Lower);

        static (double, double) Upper(int i, int count)
        {
            var angle = i * (Math.PI / Math.Max(1, count - 1));
            return (Math.Cos(angle), Math.Sin(angle));
        }

        static (double, double) Lower(int i, int count)
        {
            var (x1, x2) = Upper(i, count);
            return (1 - x1, 0.5 - x2);
        }
    }
}
