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
            layOut(Datasets.Pick(X, samples, axis), Datasets.Pick(y, samples, axis)).Gradients(parameters, gradients);
            VectorSums.AddScaled(gradients, -learningRate, parameters);
        }
    }
}
