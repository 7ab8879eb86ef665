using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static Neurones.LogisticNeuronFunctions;

namespace Neurones.Tests;

public class LogisticBatchTests
{
    private static readonly Func<Matrix<double>, Matrix<double>, ITrainingBatch>[] Widths =
        [LogisticBatch.Of, LogisticBatch.Of<Lanes512>, LogisticBatch.Of<Lanes256>, LogisticBatch.Of<Lanes128>];

    private static readonly (int Samples, int Variables)[] Shapes =
    [
        .. Enumerable.Range(1, 33).Select(samples => (samples, 3)),
        .. Enumerable.Range(1, 20).Select(variables => (100, variables)),
        (1000, 2), (1001, 2), (2049, 16), (20_001, 2), // One block, more, and enough to share.
        (3, 17), (5, 33), (6, 512), (5, 4096), (100, 511), (1000, 20),
        (7, 60_000), // Fewer groups of rows than blocks.
        (1033, 257), // Blocks of unequal size.
    ];

    [Fact]
    public void Fused_is_what_the_lesson_computes() => Assert.All(Shapes, shape =>
    {
        var variables = shape.Variables;
        var (X, y, W, b) = Draw(shape.Samples, variables);
        var A = Model(X, W, b);
        var (dW, db) = Gradients(A, X, y);
        double[] parameters = [.. W.Enumerate(), b];
        var fused = new double[variables + 1];
        Assert.All(Widths, layOut =>
        {
            var batch = layOut(X, y);
            for (var pass = 0; pass < 2; pass++) // Nothing may be left over from the pass before.
            {
                batch.Gradients(parameters, fused);
                Near.Equal([.. dW.Enumerate(), db], fused, 1e-12);
                Near.Equal(LogLoss(A, y), batch.EvaluateLast().Loss, 1e-12);
            }

            Assert.Equal(batch.EvaluateLast(), batch.Evaluate(parameters));
            Assert.Equal(Metrics.Accuracy(y, Predict(X, W, b)), batch.EvaluateLast().Accuracy!.Value);
        });
    });

    [Theory]
    [InlineData(600, 500)]
    [InlineData(40_000, 2)]
    public void The_result_does_not_depend_on_how_threads_share_the_work(int samples, int variables)
    {
        var (X, y, W, b) = Draw(samples, variables);
        double[] parameters = [.. W.Enumerate(), b];
        var (first, again) = (new double[variables + 1], new double[variables + 1]);
        var threads = Control.MaxDegreeOfParallelism;
        try
        {
            Control.MaxDegreeOfParallelism = 1;
            var batch = LogisticBatch.Of(X, y);
            batch.Gradients(parameters, first);
            Control.MaxDegreeOfParallelism = 2;
            for (var run = 0; run < 50; run++)
            {
                batch.Gradients(parameters, again);
                Assert.Equal(first, again);
            }
        }
        finally
        {
            Control.MaxDegreeOfParallelism = threads;
        }
    }

    [Theory]
    [InlineData(100, 2)]
    [InlineData(40, 64)]
    public void More_iterations_need_no_more_memory(int samples, int variables)
    {
        var (X, y, _, _) = Draw(samples, variables);
        Allocated(10);
        Assert.Equal(Allocated(10), Allocated(1000));

        long Allocated(int iterations)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            new LogisticNeuron().Fit(X, y, new() { Iterations = iterations, RecordEvery = iterations, LearningRate = 1e-3 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Tiny_losses_keep_their_digits_among_many_and_large_ones_do_not_overflow()
    {
        var y = Enumerable.Range(0, 2503).Select(i => i % 2.0).ToArray();
        foreach (var distance in new[] { 745.0, 200, 40, 1, 0.001, 0 })
        {
            var right = y.Select(label => label == 1 ? distance : -distance).ToArray();
            var wrong = right.Select(z => -z).ToArray();
            Near(Logits.Softplus(-distance), Logits.Evaluate(right, y).Loss);
            Near(Logits.Softplus(distance), Logits.Evaluate(wrong, y).Loss);
        }

        Assert.Equal(1, Logits.Evaluate([40, -40], [1, 0]).Accuracy);
        Assert.Equal(0, Logits.Evaluate([-40, 40], [1, 0]).Accuracy);
        Assert.Equal(0.5, Logits.Evaluate([0, 0], [1, 0]).Accuracy); // 0 is an answer of class 1.
        Assert.Equal(new Evaluation(double.PositiveInfinity, 0.5), Logits.Evaluate([double.NegativeInfinity, double.NegativeInfinity], [1, 0]));
        Assert.Equal(double.NaN, Logits.Evaluate([1, double.NaN, 1], [1, 0, 1]).Loss);

        static void Near(double expected, double actual) => Assert.Equal(expected, actual, (1e-14 * expected) + double.Epsilon);
    }

    [Fact]
    public void Sigmoid_and_loss_agree_with_their_definitions_where_those_can_be_computed() =>
        Prop.ForAll(Gen.Choose(-30_000, 30_000).Select(i => i / 1000.0).ToArbitrary(), z =>
        {
            Near.Equal(1 / (1 + Math.Exp(-z)), Logits.Sigmoid(z), 1e-15);
            Near.Equal(Math.Log(1 + Math.Exp(z)), Logits.Softplus(z), 1e-14);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-800, 0, 0)]
    [InlineData(800, 1, 800)]
    [InlineData(-40, 4.248354255291589e-18, 4.248354255291589e-18)]
    [InlineData(-30, 9.357622968839299e-14, 9.357622968839737e-14)]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0, 0)]
    public void Sigmoid_and_loss_hold_at_the_ends(double z, double sigmoid, double loss)
    {
        Assert.Equal(sigmoid, Logits.Sigmoid(z), 1e-12 * Math.Min(sigmoid, 1));
        Assert.Equal(loss, Logits.Softplus(z), 1e-12 * Math.Min(loss, 1));
    }

    [Fact]
    public void Not_a_number_is_not_hidden() => Assert.Equal((double.NaN, double.NaN), (Logits.Sigmoid(double.NaN), Logits.Softplus(double.NaN)));

    private static (Matrix<double> X, Matrix<double> y, Matrix<double> W, double b) Draw(int samples, int variables)
    {
        var random = new RandomState(7);
        var X = random.Randn(samples, variables);
        var y = Matrix<double>.Build.Dense(samples, 1, (i, _) => i < 2 ? i : random.RandInt(0, 2));
        return (X, y, random.Randn(variables, 1) / Math.Sqrt(variables), random.Randn());
    }
}
