using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests.Files;

/// <summary>Files that Parity/files.py made with NumPy, and what they hold.</summary>
internal sealed record FileFixtures(Dictionary<string, byte[]> Files, Dictionary<string, Dictionary<string, StoredValues>> Values)
{
    public static readonly FileFixtures All = ParityValues.Load<FileFixtures>("files.json");

    public static TheoryData<string> Readable(string extension) => [.. All.Values.Keys.Where(name => name.EndsWith(extension, StringComparison.Ordinal))];

    /// <summary>Reads a fixture without a file.</summary>
    public static NamedMatrices Read(string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var reader = new CheckedReader(name, stream, bytes.Length);
        return Path.GetExtension(name) switch
        {
            ".npy" => new NamedMatrices(("array", NpyFile.Read(reader))),
            ".npz" => NpzFile.Read(name, stream),
            _ => SafeTensorsFile.Read(reader).Matrices,
        };
    }

    public static NamedMatrices Read(string name) => Read(name, All.Files[name]);

    /// <summary>The error of a file that can't be read.</summary>
    public static string Refusal(string name, byte[] bytes)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(name, bytes));
        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(" can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    /// <summary>Every fixture that is read holds what NumPy says, to the last bit.</summary>
    public static void HasItsValues(string name, NamedMatrices found)
    {
        var expected = All.Values[name];
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, array => Same(array.Value.Matrix, found[array.Key]));
    }

    public static void Same(Matrix<double> expected, Matrix<double> actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Assert.Equal(Bits(expected), Bits(actual));
    }

    /// <summary>NaN, zeros of both signs, the largest, the smallest.</summary>
    public static readonly double[] Special =
        [double.NaN, BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_1234), double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, double.MaxValue, Math.PI, 0.1];

    private static IEnumerable<long> Bits(Matrix<double> matrix) => matrix.ToRowMajorArray().Select(BitConverter.DoubleToInt64Bits);
}

internal sealed record StoredValues(int Rows, int Columns, double[] Values)
{
    public Matrix<double> Matrix => Matrix<double>.Build.Dense(Rows, Columns, (row, column) => Values[(row * Columns) + column]);
}
