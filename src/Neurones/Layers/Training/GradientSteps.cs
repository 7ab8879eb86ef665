namespace Neurones;

/// <summary>The steps of an optimiser along the gradients of any network.</summary>
/// <param name="gradients">The gradients.</param>
/// <param name="plainRate">α, if a step is nothing but W - α dW.</param>
/// <param name="penalties">What is added to the gradients.</param>
/// <param name="steps">The steps of the optimiser.</param>
/// <param name="batchSize">The most samples of a batch.</param>
internal sealed class GradientSteps(BatchGradients gradients, float? plainRate, Penalties penalties, IOptimiserSteps steps, int batchSize) : IBatchSteps
{
    /// <inheritdoc/>
    public IEnumerable<LossSum> Epoch(float[] parameters, ReadOnlyMemory<int> order)
    {
        for (var start = 0; start < order.Length; start += batchSize)
        {
            yield return Step(parameters, order.Slice(start, Math.Min(batchSize, order.Length - start)));
        }
    }

    private LossSum Step(float[] parameters, ReadOnlyMemory<int> batch)
    {
        if (plainRate is { } rate && gradients.IsOneSlice(batch.Length))
        {
            return gradients.Descend(parameters, batch, rate);
        }

        var measured = gradients.Measure(parameters, batch);
        penalties.AddSlopes(parameters, gradients.Gradients);
        steps.Step(parameters, gradients.Gradients);
        return measured;
    }
}
