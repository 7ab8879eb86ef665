using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>
/// An epoch of softmax regression on digits in mini-batches, all sides in the same order. What is timed are the updates:
/// each side has its samples in memory before, one after the other.
/// </summary>
internal sealed class SoftmaxTraining() : Workload("W4", "softmax", "softmax regression 784-10, 56,000 digits, batches of 32, 1 epoch")
{
    private const int Samples = 56_000;
    private const int Classes = 10;
    private const int BatchSize = 32;
    private const double LearningRate = 0.1;

    private static readonly Lazy<PhotoDataset> Photos = new(() => Digits.Load());

    public static string PhotoSource() => Photos.Value.Source.Sentence;

    public override Work Work
    {
        get
        {
            var pixels = (double)Photos.Value.Train.Height * Photos.Value.Train.Width;
            return new(Samples * Classes * ((4 * pixels) + Work.Exp), 8 * Samples * pixels);
        }
    }

    /// <summary>The digits, which each side repeats until there are enough, and the order of the samples.</summary>
    public override NamedMatrices Numbers()
    {
        var photos = Photos.Value.Train;
        return new(
            ("X", photos.Flatten() / 255), ("y", photos.Labels),
            ("order", Matrix<double>.Build.Dense(Samples, 1, [.. new RandomState(0).Permutation(Samples).Select(sample => (double)sample)])),
            ("classes", Number(Classes)), ("batch", Number(BatchSize)), ("rate", Number(LearningRate)));
    }

    public override Computation Ours(NamedMatrices numbers)
    {
        var (X, y) = (Repeated(numbers["X"]), Repeated(numbers["y"]));
        int[] order = [.. numbers["order"].Enumerate().Select(sample => (int)sample)];
        var batch = SoftmaxBatch.Of(X, y, Classes);
        return Computation.Of(
            () =>
            {
                var parameters = new double[(X.ColumnCount + 1) * Classes];
                ((IMiniBatches)batch).Pass(parameters, order, BatchSize, LearningRate);
                return parameters;
            },
            parameters => [batch.Evaluate(parameters).Loss, parameters.Take(X.ColumnCount).Sum(), parameters[^Classes]]);
    }

    public override Computation? Natural(NamedMatrices numbers) => null;

    private static Matrix<double> Repeated(Matrix<double> samples) =>
        Matrix<double>.Build.Dense(Samples, samples.ColumnCount, (i, j) => samples[i % samples.RowCount, j]);
}
