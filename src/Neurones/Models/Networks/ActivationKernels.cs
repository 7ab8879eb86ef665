using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Neurones;

/// <summary>A layer's activation on flat arrays, in place. What it must compute is written readably in <see cref="HiddenActivationFormulas"/>.</summary>
internal static class ActivationKernels
{
    /// <summary>Z becomes A = g(Z).</summary>
    public static void Apply(this HiddenActivation g, Span<double> Z)
    {
        switch (g)
        {
            case HiddenActivation.Sigmoid:
                VectorMath.Sigmoid(Z, Z);
                break;
            case HiddenActivation.Tanh:
                VectorMath.Tanh(Z, Z);
                break;
            default:
                TensorPrimitives.Max(Z, 0, Z);
                break;
        }
    }

    /// <summary>dA becomes dZ = dA ∘ g'(Z), from A = g(Z).</summary>
    public static void ApplySlope(this HiddenActivation g, ReadOnlySpan<double> A, Span<double> dA)
    {
        var whole = MemoryMarshal.Cast<double, Vector<double>>(dA);
        var answers = MemoryMarshal.Cast<double, Vector<double>>(A);
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = Slope(g, answers[i], whole[i]);
        }

        for (var i = whole.Length * Vector<double>.Count; i < dA.Length; i++)
        {
            dA[i] = Slope(g, new(A[i]), new(dA[i]))[0];
        }
    }

    private static Vector<double> Slope(HiddenActivation g, Vector<double> a, Vector<double> da) => g switch
    {
        HiddenActivation.Sigmoid => da * (a * (Vector<double>.One - a)),
        HiddenActivation.Tanh => da * (Vector<double>.One - (a * a)),
        _ => Vector.ConditionalSelect(Vector.GreaterThan(a, Vector<double>.Zero), da, Vector<double>.Zero),
    };
}
