namespace Neurones;

/// <summary>What training makes small: how far a model's answers are from those wanted.</summary>
public abstract class Loss
{
    private protected Loss()
    {
    }

    /// <summary>What it measures, such as "cross-entropy".</summary>
    internal abstract string Name { get; }

    /// <summary>The loss that fits the last layer of a model.</summary>
    internal static Loss For(Layer? last) => last switch
    {
        Softmax => new CategoricalCrossEntropy(),
        Sigmoid => new BinaryCrossEntropy(),
        _ => new MeanSquaredError(),
    };

    /// <summary>Whether it takes what goes into that last layer instead of what comes out: together they are simpler and never overflow.</summary>
    internal virtual bool Contains(Layer last) => false;

    /// <exception cref="ArgumentException">It can't measure a model that ends with that layer.</exception>
    internal virtual void CheckLast(Layer last)
    {
    }

    /// <exception cref="ArgumentException">A wanted answer isn't one that it can measure against.</exception>
    internal virtual void CheckTargets(Tensor Y, string name)
    {
    }

    /// <summary>Sums the losses of some samples, and finds the slopes of their mean over the batch.</summary>
    /// <param name="A">The answers, or the logits if the loss contains the last layer: (samples, outputs).</param>
    /// <param name="Y">The answers wanted, (samples, outputs).</param>
    /// <param name="outputs">How many numbers an answer has.</param>
    /// <param name="scale">What the slopes are multiplied by, such as 1 / the number of samples in the batch.</param>
    /// <param name="dA">The slopes along A; it may be longer.</param>
    internal abstract LossSum Measure(ReadOnlySpan<float> A, ReadOnlySpan<float> Y, int outputs, float scale, Span<float> dA);
}
