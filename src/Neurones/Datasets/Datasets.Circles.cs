using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Datasets
{
    /// <summary>
    /// A circle of radius 1 around a smaller one, which no straight line tells apart: scikit-learn's
    /// <c>make_circles(n_samples, shuffle=shuffle, noise=noise, random_state=seed, factor=factor)</c>.
    /// </summary>
    /// <param name="samples">m, how many points in all, at least 1; of an odd number the inner circle has one more.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate, at least 0; null: nothing is added.</param>
    /// <param name="factor">The radius of the inner circle, from 0 to less than 1.</param>
    /// <param name="seed">Another seed gives another order and other noise.</param>
    /// <param name="shuffle">False: the outer circle's points come first, each circle counter-clockwise from the right.</param>
    /// <returns>X, (m, 2): the points; y, (m, 1): 0 for the outer circle, 1 for the inner one.</returns>
    /// <exception cref="ArgumentException">A number is outside of its range.</exception>
    public static (Matrix<double> X, Matrix<double> y) MakeCircles(
        int samples = 100, double? noise = null, double factor = 0.8, uint seed = 0, bool shuffle = true)
    {
        Check.That(factor is >= 0 and < 1, $"factor is {factor}: the inner circle's radius is from 0 to less than 1, the outer circle's.");
        return TwoCurves(samples, noise, seed, shuffle, On(1), On(factor));

        static Curve On(double radius) => (i, count) =>
        {
            var angle = i * (2 * Math.PI / count);
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        };
    }
}
