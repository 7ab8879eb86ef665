using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class PerceptronTests
{
    private const double Tolerance = 1e-9;

    private static readonly Matrix<double> Corners = Matrix<double>.Build.DenseOfRows([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]);
    private static readonly TrainingOptions WholeNumbers = new() { LearningRate = 1, Iterations = 25 };

    [Fact]
    public void Learns_what_NumPy_and_scikit_learn_learn() => Assert.All(EarlyPeers.All.Perceptron, peer =>
    {
        var (X, y) = peer.Data();
        var perceptron = new Perceptron();
        var history = perceptron.Fit(X, y, peer.Options);
        Near.Equal([.. peer.W, peer.b], [.. perceptron.W.Enumerate(), perceptron.b], Tolerance);
        Near.Equal([.. peer.SklearnW, peer.SklearnB], [.. perceptron.W.Enumerate(), perceptron.b], Tolerance);
        Assert.Equal(Enumerable.Range(0, peer.Wrong.Length), history.Select(record => record.Iteration));
        Near.Equal([.. peer.Wrong.Select(wrong => (double)wrong / peer.Samples)], history.Select(record => record.TrainLoss), 1e-15);
        Near.Equal([.. peer.Wrong.Select(wrong => 1 - ((double)wrong / peer.Samples))], history.Select(record => record.TrainAccuracy!.Value), 1e-15);
    });

    [Fact]
    public void Learns_the_truth_tables_that_a_line_divides_and_says_so_of_the_others() => Assert.All(EarlyPeers.All.Gates, gate =>
    {
        var table = new TruthTable(gate.y);
        var perceptron = new Perceptron();
        var history = perceptron.Fit(Corners, Labels(gate), WholeNumbers);
        Assert.Equal([.. gate.W, gate.b], [.. perceptron.W.Enumerate(), perceptron.b]);
        Assert.Equal(gate.Wrong, history.Select(record => (int)(4 * record.TrainLoss)));

        var one = ThresholdLogicUnit.Find(table) is not null;
        Assert.Equal(one, history[^1].TrainLoss == 0);
        Assert.Equal(one, perceptron.Predict(Corners).Equals(Labels(gate)));
        Assert.Equal(one, history[^1].Iteration < WholeNumbers.Iterations);
    });

    [Fact]
    public void Steps_are_the_training_one_sample_at_a_time() => Assert.All(EarlyPeers.All.Perceptron, peer =>
    {
        var (X, y) = peer.Data();
        var perceptron = new Perceptron();
        var passes = perceptron.Fit(X, y, peer.Options)[^1].Iteration;
        var steps = Perceptron.Steps(X, y, peer.Options).ToArray();

        Assert.Equal(
            from pass in Enumerable.Range(0, passes) from sample in Enumerable.Range(0, peer.Samples) select (pass, sample),
            steps.Select(step => (step.Pass, step.Sample)));
        Assert.Equal((perceptron.W, perceptron.b), (steps[^1].NextW, steps[^1].Nextb));
        Assert.Equal((Matrix<double>.Build.Dense(peer.Features, 1), 0.0), (steps[0].W, steps[0].b));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal((pair.First.NextW, pair.First.Nextb), (pair.Second.W, pair.Second.b)));
        Assert.All(steps, step =>
        {
            var x = X.SubMatrix(step.Sample, 1, 0, peer.Features);
            Assert.Equal(y[step.Sample, 0], step.Label);
            Assert.Equal((x * step.W)[0, 0] + step.b >= 0 ? 1 : 0, step.Answer);
            Near.Equal(step.W + (peer.Rate * step.Error * x.Transpose()), step.NextW, 1e-15);
            Near.Equal(step.b + (peer.Rate * step.Error), step.Nextb, 1e-15);
        });
    });

    [Fact]
    public void A_sum_of_exactly_0_answers_1()
    {
        var first = Perceptron.Steps(Corners, Column(1, 0, 0, 0)).First();
        Assert.Equal((1, 0), (first.Answer, first.Error));
        Assert.Equal((0, -1), (Perceptron.Steps(Corners, Column(0, 1, 1, 1)).First().Label, Perceptron.Steps(Corners, Column(0, 1, 1, 1)).First().Error));
    }

    [Fact]
    public void Steps_are_made_one_by_one_when_asked_for_and_afresh_each_time()
    {
        var endless = Perceptron.Steps(Corners, Column(0, 1, 1, 0), new() { Iterations = int.MaxValue });
        Assert.Equal(endless.Take(50).Select(step => step.ToString()), endless.Take(50).Select(step => step.ToString()));
        Assert.Equal(12, endless.Take(50).Last().Pass);
    }

    // Novikoff: with all samples within R of the origin (in space with the bias's constant 1) and a line through it that
    // leaves a margin γ, the rule makes at most (R/γ)² errors, whatever the order and the rate.
    [Fact]
    public void Makes_no_more_errors_than_the_convergence_theorem_allows() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new RandomState((uint)seed);
        var n = random.RandInt(1, 5);
        var truth = random.Randn(n + 1, 1);
        truth /= truth.L2Norm();
        var samples = Enumerable.Range(0, 60)
            .Select(_ => (double[])[.. random.Randn(n, 1).Enumerate(), 1])
            .Select(x => (x, score: x.Zip(truth.Enumerate(), (a, b) => a * b).Sum()))
            .Where(sample => Math.Abs(sample.score) > 0.1)
            .ToArray();
        if (samples.Select(sample => sample.score > 0).Distinct().Count() < 2)
        {
            return;
        }

        var X = Matrix<double>.Build.DenseOfRows(samples.Select(sample => sample.x[..^1]));
        var y = Column(samples.Select(sample => sample.score > 0 ? 1 : 0));
        var (R, margin) = (samples.Max(sample => Math.Sqrt(sample.x.Sum(v => v * v))), samples.Min(sample => Math.Abs(sample.score)));
        var bound = Math.Pow(R / margin, 2);

        var steps = Perceptron.Steps(X, y, new() { LearningRate = random.Uniform(0.001, 10), Iterations = int.MaxValue }).ToArray();
        Assert.InRange(steps.Count(step => step.Error != 0), 1, bound);
        Assert.All(steps.TakeLast(samples.Length), step => Assert.Equal(0, step.Error));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_weights_of_0_the_rate_only_changes_their_scale() => Assert.All(EarlyPeers.All.Perceptron, peer =>
    {
        var (X, y) = peer.Data();
        var (slow, fast) = (new Perceptron(), new Perceptron());
        var history = slow.Fit(X, y, new() { LearningRate = 0.25, Iterations = 20 });
        Assert.Equal(history.Select(r => r.TrainLoss), fast.Fit(X, y, new() { LearningRate = 8, Iterations = 20 }).Select(r => r.TrainLoss));
        Assert.Equal((slow.W * 32, slow.b * 32), (fast.W, fast.b));
    });

    [Fact]
    public void Predict_and_evaluate_agree_with_the_last_record()
    {
        var (X, y) = EarlyPeers.All.Perceptron[1].Data();
        var validation = (X: X.SubMatrix(0, 30, 0, 2), y: y.SubMatrix(0, 30, 0, 1));
        var perceptron = new Perceptron();
        var last = perceptron.Fit(X, y, validation: validation)[^1];
        Assert.Equal(new Evaluation(last.TrainLoss, last.TrainAccuracy), perceptron.Evaluate(X, y));
        Assert.Equal(new Evaluation(last.TestLoss!.Value, last.TestAccuracy), perceptron.Evaluate(validation.X, validation.y));
        Near.Equal(Metrics.Accuracy(y, perceptron.Predict(X)), last.TrainAccuracy!.Value, 1e-15);
    }

    private static Matrix<double> Labels(EarlyPeers.Gate gate) => Column(gate.y);

    private static Matrix<double> Column(params IEnumerable<int> labels) => ParityValues.Column(labels.Select(label => (double)label));
}
