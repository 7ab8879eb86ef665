using MathNet.Numerics.LinearAlgebra;
using static Neurones.LinearNeuronFunctions;

namespace Neurones.Tests;

public class LinearBatchTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(8, 1)]
    [InlineData(100, 2)]
    [InlineData(33, 40)]
    [InlineData(20_001, 2)] // Three blocks, the last of which is short.
    [InlineData(1025, 20)] // A block of one row at the end.
    public void Fused_is_what_the_lesson_computes(int samples, int variables)
    {
        var random = new RandomState(7);
        var (X, y) = (random.Randn(samples, variables), random.Randn(samples, 1));
        var (W, b) = Initialise(X, random);
        var A = Model(X, W, b);
        var (dW, db) = Gradients(A, X, y);

        foreach (var stored in new[] { X, Matrix<double>.Build.SparseOfMatrix(X) })
        {
            var batch = new LinearBatch(stored, y);
            double[] parameters = [.. W.Enumerate(), b];
            var fused = new double[variables + 1];
            for (var pass = 0; pass < 2; pass++) // Nothing may be left over from the pass before.
            {
                batch.Gradients(parameters, fused);
                Near.Equal([.. dW.Enumerate(), db], fused, 1e-12);
                Near.Equal(HalfMeanSquaredError(A, y), batch.EvaluateLast().Loss, 1e-12);
            }

            Assert.Equal(batch.EvaluateLast(), batch.Evaluate(parameters));
        }
    }
}
