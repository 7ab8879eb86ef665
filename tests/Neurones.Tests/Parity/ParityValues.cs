using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>Values that NumPy and scikit-learn computed, from the files that parity.py writes.</summary>
internal static class ParityValues
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static T Load<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Parity", file)), Options)!;

    public static Matrix<double> Matrix(double[][] rows) => Matrix<double>.Build.DenseOfRows(rows);

    public static Matrix<double> Column(IEnumerable<double> values) => Matrix<double>.Build.DenseOfColumns([values]);
}
