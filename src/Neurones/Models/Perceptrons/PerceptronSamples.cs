using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Samples laid out row by row, and what a perceptron answers to them.</summary>
internal sealed class PerceptronSamples(Matrix<double> X, Matrix<double> y)
{
    private readonly double[][] _x = X.ToRowArrays();
    private readonly int[] _y = [.. y.Enumerate().Select(label => (int)label)];

    public int Count => _x.Length;

    public int Variables => _x[0].Length;

    public ReadOnlySpan<double> this[int sample] => _x[sample];

    public int Label(int sample) => _y[sample];

    /// <summary>1 where x W + b is 0 or more, else 0: one sum for all who ask, so that none rounds to another side of 0.</summary>
    public static int Answer(ReadOnlySpan<double> x, ReadOnlySpan<double> W, double b) => ShortVector.Dot(x, W) + b >= 0 ? 1 : 0;

    public Evaluation Evaluate(ReadOnlySpan<double> W, double b)
    {
        var wrong = 0;
        for (var i = 0; i < Count; i++)
        {
            wrong += Answer(_x[i], W, b) == _y[i] ? 0 : 1;
        }

        return new Evaluation((double)wrong / Count, (double)(Count - wrong) / Count);
    }
}
