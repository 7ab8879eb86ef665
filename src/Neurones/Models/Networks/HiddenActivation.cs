using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>The function g by which a hidden layer's neurons answer: A = g(Z).</summary>
public enum HiddenActivation
{
    /// <summary>The course's: g(z) = 1 / (1 + exp(-z)), from 0 to 1.</summary>
    Sigmoid,

    /// <summary>g(z) = tanh(z), from -1 to 1.</summary>
    Tanh,

    /// <summary>The rectified linear unit: g(z) = max(z, 0).</summary>
    ReLU,
}

internal static class HiddenActivationFormulas
{
    /// <summary>A = g(Z).</summary>
    public static Matrix<double> Of(this HiddenActivation g, Matrix<double> Z) => g switch
    {
        HiddenActivation.Sigmoid => 1 / (1 + Matrix<double>.Exp(-Z)),
        HiddenActivation.Tanh => Matrix<double>.Tanh(Z),
        HiddenActivation.ReLU => Z.Map(z => Math.Max(z, 0), Zeros.Include),
        _ => throw Unknown(g),
    };

    /// <summary>g'(Z), from the answers A = g(Z) alone. ReLU's slope at 0, where it has a corner, is taken as 0.</summary>
    public static Matrix<double> Slope(this HiddenActivation g, Matrix<double> A) => g switch
    {
        HiddenActivation.Sigmoid => A.PointwiseMultiply(1 - A),
        HiddenActivation.Tanh => 1 - A.PointwiseMultiply(A),
        HiddenActivation.ReLU => A.Map(a => a > 0 ? 1.0 : 0.0, Zeros.Include),
        _ => throw Unknown(g),
    };

    public static ArgumentException Unknown(HiddenActivation g) =>
        new(FormattableString.Invariant($"There is no hidden activation {g}: use Sigmoid, Tanh or ReLU."));
}
