using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>Random samples, labels, and parameters of a network, biases too.</summary>
internal static class RandomNetwork
{
    public static (Matrix<double> X, Matrix<double> y, NamedMatrices Parameters) Of(int[] sizes, int samples, double scale = 1)
    {
        var random = new RandomState(3);
        var X = random.Randn(sizes[0], samples);
        var y = Matrix<double>.Build.Dense(1, samples, (_, j) => j % 3 == 0 ? 1 : 0);
        var shapes = DeepNetworkFunctions.Initialise(sizes, new RandomState(0));
        return (X, y, new(shapes.Select(p => (p.Key, random.Randn(p.Value.RowCount, p.Value.ColumnCount) * scale))));
    }
}
