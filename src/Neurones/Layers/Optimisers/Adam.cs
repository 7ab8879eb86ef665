using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>
/// Steps that suit each parameter: along the mean M of its last slopes, divided by the root of the mean V of their squares.
/// </summary>
/// <remarks>
/// M = β₁ M + (1 - β₁) dW, V = β₂ V + (1 - β₂) dW², and W - α M̂ / (√V̂ + ε) with M̂ = M / (1 - β₁ᵗ), V̂ = V / (1 - β₂ᵗ) at step t:
/// Kingma and Ba, "Adam: a method for stochastic optimization", 2015. β₁ = 0.9, β₂ = 0.999 and ε = 1e-8, as in the paper.
/// </remarks>
/// <param name="learningRate">α, more than 0; 0.001 by default.</param>
public sealed class Adam(double learningRate = 0.001) : Optimiser(learningRate)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    internal override IOptimiserSteps Begin(int parameters) => new Steps(LearningRate, new float[parameters], new float[parameters]);

    private sealed class Steps(double rate, float[] M, float[] V) : IOptimiserSteps
    {
        private int _step;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            _step++;
            var factor = (float)(rate / (1 - Math.Pow(Beta1, _step)));
            var rootOfScale = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, _step)));
            var whole = parameters.Length - (parameters.Length % Vector<float>.Count);
            Move(
                MemoryMarshal.Cast<float, Vector<float>>(parameters[..whole]), MemoryMarshal.Cast<float, Vector<float>>(gradients[..whole]),
                MemoryMarshal.Cast<float, Vector<float>>(M.AsSpan(0, whole)), MemoryMarshal.Cast<float, Vector<float>>(V.AsSpan(0, whole)), factor, rootOfScale);
            for (var i = whole; i < parameters.Length; i++)
            {
                M[i] = ((float)Beta1 * M[i]) + ((float)(1 - Beta1) * gradients[i]);
                V[i] = ((float)Beta2 * V[i]) + ((float)(1 - Beta2) * gradients[i] * gradients[i]);
                parameters[i] -= factor * M[i] / ((MathF.Sqrt(V[i]) * rootOfScale) + Epsilon);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Move(
            Span<Vector<float>> W, ReadOnlySpan<Vector<float>> dW, Span<Vector<float>> M, Span<Vector<float>> V, float factor, float rootOfScale)
        {
            for (var i = 0; i < dW.Length; i++)
            {
                var m = ((float)Beta1 * M[i]) + ((float)(1 - Beta1) * dW[i]);
                var v = ((float)Beta2 * V[i]) + ((float)(1 - Beta2) * dW[i] * dW[i]);
                (M[i], V[i]) = (m, v);
                W[i] -= factor * m / ((Vector.SquareRoot(v) * rootOfScale) + new Vector<float>(Epsilon));
            }
        }
    }
}
