namespace Neurones;

/// <summary>A data set laid out to train one model on it a few samples at a time.</summary>
internal interface IMiniBatches
{
    /// <summary>Goes once through the samples, in this order, and updates the parameters after each batch.</summary>
    void Pass(double[] parameters, int[] order, int batchSize, double learningRate);
}
