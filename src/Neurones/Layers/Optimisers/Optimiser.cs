namespace Neurones;

/// <summary>How the parameters move, given the slopes of the loss along them.</summary>
public abstract class Optimiser
{
    private protected Optimiser(double learningRate)
    {
        Check.That(learningRate > 0 && double.IsFinite(learningRate), $"learningRate is {learningRate}: it must be a finite number more than 0, such as 0.01.");
        LearningRate = learningRate;
    }

    /// <summary>The length of a step.</summary>
    public double LearningRate { get; }

    /// <summary>α, if a step is nothing but W - α dW; otherwise null.</summary>
    internal virtual float? PlainRate => null;

    /// <summary>Begins a training of so many parameters: what is remembered from one step to the next is new.</summary>
    internal abstract IOptimiserSteps Begin(int parameters);
}

/// <summary>The steps of one training.</summary>
internal interface IOptimiserSteps
{
    /// <summary>Moves the parameters by one step.</summary>
    void Step(Span<float> parameters, ReadOnlySpan<float> gradients);
}
