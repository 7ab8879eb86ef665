using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

public static partial class Datasets
{
    /// <summary>
    /// Puts some samples, drawn at random, aside for testing: scikit-learn's
    /// <c>train_test_split(X, y, test_size=testSize, random_state=seed)</c>, and <c>stratify=y</c> if asked for.
    /// </summary>
    /// <param name="X">The samples, (m, n); or (n, m) with y of one row.</param>
    /// <param name="y">A label or value for each sample, (m, 1); or (1, m).</param>
    /// <param name="testSize">The share of the samples to test on, between 0 and 1; rounded up to a whole number of them.</param>
    /// <param name="seed">Another seed draws other samples.</param>
    /// <param name="stratify">True: each class of y has, as nearly as can be, the same share in both sets.</param>
    /// <returns>
    /// Train and Test, each with its X and y shaped as the whole, for <c>var (train, test) = ...</c>, then <c>train.X</c>.
    /// Every sample is in one of them, in a new order.
    /// </returns>
    /// <exception cref="ArgumentException">X and y don't fit together, or a set, or a class of a stratified set, would be empty.</exception>
    public static ((Matrix<double> X, Matrix<double> y) Train, (Matrix<double> X, Matrix<double> y) Test) TrainTestSplit(
        Matrix<double> X, Matrix<double> y, double testSize = 0.25, uint seed = 0, bool stratify = false)
    {
        var axis = SampleAxis.Of(y);
        Check.Set(X, y, axis);
        Check.Finite(y, nameof(y), "replace or remove that sample first");
        Check.That(testSize is > 0 and < 1, $"testSize is {testSize}: it's the share of the samples to test on, more than 0 and less than 1, such as 0.25.");
        var samples = axis.SamplesOf(X);
        var tests = (int)Math.Ceiling(testSize * samples);
        Check.That(tests < samples, $"testSize is {testSize} of {samples} samples, which leaves none to train on: give more samples or a smaller testSize.");

        var random = new RandomState(seed);
        var (train, test) = stratify
            ? StratifiedSplit.Draw(y.ToColumnMajorArray(), samples - tests, tests, random)
            : Draw(samples, tests, random);
        return ((Pick(X, train, axis), Pick(y, train, axis)), (Pick(X, test, axis), Pick(y, test, axis)));
    }

    private static (int[] Train, int[] Test) Draw(int samples, int tests, RandomState random)
    {
        var order = random.Permutation(samples);
        return (order[tests..], order[..tests]);
    }

    internal static Matrix<double> Pick(Matrix<double> all, int[] samples, SampleAxis axis)
    {
        var (rows, values) = (all.RowCount, all.AsColumnMajorArray() ?? all.ToColumnMajorArray());
        return axis == SampleAxis.Rows
            ? Matrix<double>.Build.Dense(samples.Length, all.ColumnCount, (i, j) => values[(j * rows) + samples[i]])
            : Matrix<double>.Build.Dense(rows, samples.Length, (i, j) => values[(samples[j] * rows) + i]);
    }
}
