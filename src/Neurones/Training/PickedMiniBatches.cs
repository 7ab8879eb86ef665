using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Mini-batches for any model: the samples of each are copied, and laid out as if they were all.</summary>
internal sealed class PickedMiniBatches(
    Matrix<double> X, Matrix<double> y, SampleAxis axis, Func<Matrix<double>, Matrix<double>, ITrainingBatch> layOut) : IMiniBatches
{
    /// <inheritdoc/>
    public void Pass(double[] parameters, int[] order, int batchSize, double learningRate)
    {
        var gradients = new double[parameters.Length];
        foreach (var samples in order.Chunk(batchSize))
        {
            layOut(Pick(X, samples), Pick(y, samples)).Gradients(parameters, gradients);
            VectorSums.AddScaled(gradients, -learningRate, parameters);
        }
    }

    private Matrix<double> Pick(Matrix<double> all, int[] samples) => axis == SampleAxis.Rows
        ? Matrix<double>.Build.Dense(samples.Length, all.ColumnCount, (i, j) => all.At(samples[i], j))
        : Matrix<double>.Build.Dense(all.RowCount, samples.Length, (i, j) => all.At(i, samples[j]));
}
