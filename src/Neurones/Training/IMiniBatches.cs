namespace Neurones;

/// <summary>Samples that a model learns from a few at a time.</summary>
internal interface IMiniBatches
{
    /// <summary>Goes once through the samples, in this order, and updates the parameters after each batch.</summary>
    void Pass(double[] parameters, int[] order, int batchSize, double learningRate);
}
