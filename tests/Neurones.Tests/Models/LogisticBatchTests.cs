using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using static Neurones.LogisticNeuronFunctions;

namespace Neurones.Tests;

public class LogisticBatchTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 2)]
    [InlineData(3, 7)]
    [InlineData(3, 8)]
    [InlineData(5, 33)]
    [InlineData(7, 512)] // A padded stride.
    [InlineData(5, 60_000)] // Fewer rows than blocks.
    [InlineData(1033, 257)] // Blocks of unequal size.
    public void Fused_is_what_the_lesson_computes(int samples, int variables)
    {
        var random = new RandomState(7);
        var X = random.Randn(samples, variables);
        var y = Matrix<double>.Build.Dense(samples, 1, (_, _) => random.RandInt(0, 2));
        var W = random.Randn(variables, 1) / Math.Sqrt(variables);
        var b = random.Randn();
        var A = Model(X, W, b);
        var (dW, db) = Gradients(A, X, y);

        var batch = LogisticBatch.Of(X, y);
        double[] parameters = [.. W.Enumerate(), b];
        var fused = new double[variables + 1];
        for (var pass = 0; pass < 2; pass++) // Nothing may be left over from the pass before.
        {
            batch.Gradients(parameters, fused);
            Near.Equal([.. dW.Enumerate(), db], fused, 1e-12);
            Near.Equal(LogLoss(A, y), batch.EvaluateLast().Loss, 1e-12);
        }

        Assert.Equal(batch.EvaluateLast(), batch.Evaluate(parameters));
        Assert.Equal(Metrics.Accuracy(y, Predict(X, W, b)), batch.EvaluateLast().Accuracy!.Value);
    }

    [Fact]
    public void The_result_does_not_depend_on_how_threads_share_the_work()
    {
        var random = new RandomState(1);
        var X = random.Randn(600, 500);
        var y = Matrix<double>.Build.Dense(600, 1, (i, _) => i % 2);
        var parameters = random.Randn(501, 1).ToColumnMajorArray();
        var batch = LogisticBatch.Of(X, y);
        var (first, again) = (new double[501], new double[501]);
        batch.Gradients(parameters, first);
        for (var run = 0; run < 50; run++)
        {
            batch.Gradients(parameters, again);
            Assert.Equal(first, again);
        }
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
}
