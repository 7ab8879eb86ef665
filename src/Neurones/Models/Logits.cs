using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// The logistic function and its loss computed from logits z = x W + b, so that nothing overflows and no epsilon is needed:
/// exp only ever sees numbers that aren't positive.
/// </summary>
internal static class Logits
{
    /// <summary>1 / (1 + exp(-z)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return (z >= 0 ? 1 : e) / (1 + e);
    }

    /// <summary>log(1 + exp(z)), the log loss of a sample of class 0; softplus(-z) is that of class 1.</summary>
    public static double Softplus(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return Math.Max(z, 0) + LogOnePlus(e);
    }

    /// <summary>Mean log loss and accuracy of the logits z of samples with labels y.</summary>
    public static Evaluation Evaluate(ReadOnlySpan<double> z, ReadOnlySpan<double> y)
    {
        var loss = 0.0;
        var right = 0;
        for (var i = 0; i < z.Length; i++)
        {
            loss += Softplus(y[i] == 1 ? -z[i] : z[i]);
            right += (z[i] >= 0) == (y[i] == 1) ? 1 : 0;
        }

        return new Evaluation(loss / z.Length, (double)right / z.Length);
    }

    // Kahan's log(1 + x): what rounding 1 + x loses is put back, so that tiny losses keep their digits.
    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
