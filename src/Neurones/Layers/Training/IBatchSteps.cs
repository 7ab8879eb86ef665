namespace Neurones;

/// <summary>How the batches of a training move the parameters.</summary>
internal interface IBatchSteps
{
    /// <summary>The steps of an epoch, each taken when it is asked for: the losses of a batch before its step.</summary>
    /// <param name="parameters">The parameters; they have moved when the enumerator is disposed.</param>
    /// <param name="order">The samples in the order in which they are learned, as their places in the data set.</param>
    IEnumerable<LossSum> Epoch(float[] parameters, ReadOnlyMemory<int> order);
}
