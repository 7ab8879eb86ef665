using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Small data sets drawn from a seed, the same as scikit-learn's.</summary>
public static partial class Datasets
{
    /// <summary>
    /// Clouds of points around random centres: scikit-learn's
    /// <c>make_blobs(n_samples, n_features, centers=centers, cluster_std=clusterDeviation, random_state=seed)</c>.
    /// </summary>
    /// <param name="samples">m, how many points in all, at least 1.</param>
    /// <param name="features">n, how many variables each point has, at least 1.</param>
    /// <param name="centers">How many clouds, at least 1; their centres lie between -10 and 10.</param>
    /// <param name="clusterDeviation">The standard deviation of a cloud around its centre, at least 0.</param>
    /// <param name="seed">Another seed gives other centres and points.</param>
    /// <returns>X, (m, n): the points, shuffled; y, (m, 1): the number of each point's cloud, from 0.</returns>
    /// <exception cref="ArgumentException">A count is less than 1, or the deviation is negative or infinite.</exception>
    public static (Matrix<double> X, Matrix<double> y) MakeBlobs(
        int samples = 100, int features = 2, int centers = 2, double clusterDeviation = 1.0, uint seed = 0)
    {
        Check.That(samples > 0, $"samples is {samples}: ask for 1 point or more.");
        Check.That(features > 0, $"features is {features}: a point has 1 variable or more.");
        Check.That(centers > 0, $"centers is {centers}: ask for 1 cloud or more.");
        Check.That(clusterDeviation >= 0 && double.IsFinite(clusterDeviation),
            $"clusterDeviation is {clusterDeviation}: a standard deviation is a finite number, 0 or more.");

        var random = new RandomState(seed);
        var middles = random.Uniform(-10, 10, centers, features);
        var points = new List<(double[] Point, int Cloud)>(samples);
        for (var cloud = 0; cloud < centers; cloud++)
        {
            var size = (samples / centers) + (cloud < samples % centers ? 1 : 0);
            for (var i = 0; i < size; i++)
            {
                points.Add(([.. middles.Row(cloud).Select(middle => random.Normal(middle, clusterDeviation))], cloud));
            }
        }

        random.Shuffle(points);
        return (Matrix<double>.Build.DenseOfRows(points.Select(p => p.Point)),
            Matrix<double>.Build.Dense(samples, 1, (i, _) => points[i].Cloud));
    }
}
