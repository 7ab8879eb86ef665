using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Benchmarks;

/// <summary>
/// An epoch of softmax regression on digits in mini-batches, all sides in the same order. What is timed are the updates:
/// each side has its samples in memory before, one after the other.
/// </summary>
internal sealed class SoftmaxTraining : Workload
{
    private const int Samples = 56_000;
    private const int Classes = 10;
    private const int BatchSize = 32;
    private const double LearningRate = 0.1;

    private static readonly Lazy<PhotoDataset> Photos = new(() => Digits.Load());

    private readonly bool _single;

    public SoftmaxTraining(bool single)
        : base(
            single ? "W4-float" : "W4",
            single ? "softmax of floats" : "softmax",
            $"softmax regression 784-10{(single ? " in float" : "")}, 56,000 digits, batches of 32, 1 epoch")
    {
        (_single, Tolerance, Note) = (single, single ? 1e-4 : 1e-9, () => Photos.Value.Source.Sentence);
    }

    public override Work Work
    {
        get
        {
            var pixels = (double)Photos.Value.Train.Height * Photos.Value.Train.Width;
            return new(Samples * Classes * ((4 * pixels) + Work.Exp), (_single ? sizeof(float) : sizeof(double)) * Samples * pixels, _single);
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
        return _single ? Layers(X, OneHot.Encode(y, Classes)) : Regression(X, y, numbers);
    }

    public override Computation? Natural(NamedMatrices numbers) => null;

    private static Computation Regression(Matrix<double> X, Matrix<double> y, NamedMatrices numbers)
    {
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

    /// <summary>Its seed gives the order of all sides.</summary>
    private static Computation Layers(Tensor X, Tensor Y)
    {
        var pixels = X.Shape[1];
        var zeros = new Dictionary<string, Tensor>
        {
            ["1.Dense.W"] = new([pixels, Classes], new float[pixels * Classes]),
            ["1.Dense.b"] = new([Classes], new float[Classes]),
        };
        var options = new FitOptions { Optimiser = new StochasticGradientDescent(LearningRate), Epochs = 1, BatchSize = BatchSize, Seed = 0 };
        return Computation.Of(
            () =>
            {
                var model = new Sequential([pixels]) { new Dense(Classes), new Softmax() };
                model.SetParameters(zeros);
                model.Fit(X, Y, options);
                return model;
            },
            model => [model.Evaluate(X, Y).Loss, model.Parameters["1.Dense.W"].ToMatrix().Column(0).Sum(), model.Parameters["1.Dense.b"][0]]);
    }

    private static Matrix<double> Repeated(Matrix<double> samples) =>
        Matrix<double>.Build.Dense(Samples, samples.ColumnCount, (i, j) => samples[i % samples.RowCount, j]);
}
