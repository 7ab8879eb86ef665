using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Cuts samples into mini-batches: a step of gradient descent for each batch, instead of one for all samples.</summary>
public static class MiniBatches
{
    /// <summary>All samples in a random order, cut into batches: one epoch. Call it for each epoch, so that each has an order of its own.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <param name="y">What is known of each sample, (m, 1), or (m, k) for k classes.</param>
    /// <param name="size">How many samples a batch has, 1 or more; the last one has what is left, all m are one batch if there aren't more.</param>
    /// <param name="random">Where the order comes from: the numbers of one <see cref="RandomState.Permutation"/>, drawn at the call.</param>
    /// <returns>The batches one by one, each with the rows of X and of y that belong together.</returns>
    /// <exception cref="ArgumentException">X and y haven't as many rows, or <paramref name="size"/> is less than 1.</exception>
    public static IEnumerable<(Matrix<double> X, Matrix<double> y)> Of(Matrix<double> X, Matrix<double> y, int size, RandomState random)
    {
        Check.SameSamples(X, y);
        Check.That(size > 0, $"size is {size}: a batch has 1 sample or more.");
        ArgumentNullException.ThrowIfNull(random);
        return random.Permutation(X.RowCount)
            .Chunk(size)
            .Select(rows => (Datasets.Pick(X, rows, SampleAxis.Rows), Datasets.Pick(y, rows, SampleAxis.Rows)));
    }
}
