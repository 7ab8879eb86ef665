namespace Neurones;

/// <summary>A layer at work on a few samples: it answers on the way forward, and on the way back gives each number its share of the loss.</summary>
/// <remarks>It keeps what it needs from one way to the other, so one thread uses it at a time. Arrays may be longer than the samples need.</remarks>
internal abstract class LayerPass
{
    private float[]? _step;

    /// <summary>Whether the way back needs the answers as this layer gave them: the next layer may not overwrite them.</summary>
    public virtual bool KeepsAnswers => false;

    /// <summary>The layer's answers to samples that lie one after the other.</summary>
    /// <param name="parameters">W, then b.</param>
    /// <param name="X">The samples; they are kept for the way back, and may be overwritten with the answers.</param>
    /// <param name="samples">How many.</param>
    /// <param name="random">Where chance comes from while the model is trained; null: it is used.</param>
    public abstract float[] Forward(ReadOnlySpan<float> parameters, float[] X, int samples, RandomState? random);

    /// <summary>The slopes of the loss along the samples last given to <see cref="Forward"/>.</summary>
    /// <param name="parameters">W, then b.</param>
    /// <param name="dA">The slopes along its answers; they may be overwritten.</param>
    /// <param name="gradients">The slopes along its parameters, to which those of these samples are added.</param>
    /// <param name="samples">How many.</param>
    /// <param name="first">Whether nothing before this layer learns: the slopes along its samples aren't needed.</param>
    public abstract float[] Back(ReadOnlySpan<float> parameters, float[] dA, Span<float> gradients, int samples, bool first);

    /// <summary><see cref="Back"/> and a step of plain gradient descent at once: the slopes given are those of the loss times -α, and are added to the parameters.</summary>
    /// <returns>The same slopes along the samples.</returns>
    public virtual float[] Descend(Span<float> parameters, float[] dA, int samples, bool first)
    {
        // Summed up first: a large parameter would swallow small terms one by one.
        _step ??= new float[parameters.Length];
        Array.Clear(_step);
        var dX = Back(parameters, dA, _step, samples, first);
        VectorSums.AddScaled(_step, 1, parameters);
        return dX;
    }
}
