using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// Gradient descent: W - α dW for each batch. With momentum μ it moves like a ball that rolls: V = μ V + dW, then W - α V.
/// </summary>
public sealed class StochasticGradientDescent : Optimiser
{
    /// <summary>Gradient descent such as <c>new StochasticGradientDescent(0.1)</c>.</summary>
    /// <param name="learningRate">α, more than 0.</param>
    /// <param name="momentum">μ, from 0 (none) to less than 1; often 0.9.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public StochasticGradientDescent(double learningRate = 0.01, double momentum = 0) : base(learningRate)
    {
        Check.That(momentum is >= 0 and < 1, $"momentum is {momentum}: it is 0 or more and less than 1, such as 0.9.");
        Momentum = momentum;
    }

    /// <summary>How much of its velocity a parameter keeps from one step to the next.</summary>
    public double Momentum { get; }

    internal override float? PlainRate => Momentum == 0 ? (float)LearningRate : null;

    internal override IOptimiserSteps Begin(int parameters) => PlainRate is { } rate
        ? new PlainSteps(rate)
        : new MomentumSteps((float)LearningRate, (float)Momentum, new float[parameters]);

    private sealed class PlainSteps(float rate) : IOptimiserSteps
    {
        public void Step(Span<float> parameters, ReadOnlySpan<float> gradients) =>
            VectorSums.AddScaled(gradients, -rate, parameters);
    }

    private sealed class MomentumSteps(float rate, float momentum, float[] velocity) : IOptimiserSteps
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            for (var i = 0; i < velocity.Length; i++)
            {
                velocity[i] = (momentum * velocity[i]) + gradients[i];
                parameters[i] -= rate * velocity[i];
            }
        }
    }
}
