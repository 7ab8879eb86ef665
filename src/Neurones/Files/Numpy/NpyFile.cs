using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>One matrix in a <c>.npy</c> file, as NumPy's <c>np.save</c> and <c>np.load</c> write and read it.</summary>
/// <remarks>The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.</remarks>
public static class NpyFile
{
    /// <summary>Saves a matrix as float64, in C order. An old file of that path is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file, such as "X.npy"; its folder must exist.</param>
    /// <param name="matrix">The matrix.</param>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public static void Save(string path, Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        AtomicFile.Write(path, stream => Write(stream, matrix));
    }

    /// <summary>Reads an array as a matrix: one number is 1x1, n numbers are nx1; False is 0, True is 1.</summary>
    /// <param name="path">The file: floats of 8 or 4 bytes, integers of 1 to 8, or bools; any byte order, C or Fortran order.</param>
    /// <returns>The numbers as doubles; integers beyond ±2⁵³ become the nearest double, as with NumPy's <c>astype(float)</c>.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds something else; arrays of Python objects are refused because reading them can run any code.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static Matrix<double> Load(string path) => CheckedReader.Read(path, Read);

    internal static void Write(Stream stream, Matrix<double> matrix)
    {
        stream.Write(NpyHeader.Of(matrix));
        StoredMatrix.Write(stream, matrix);
    }

    internal static Matrix<double> Read(CheckedReader reader)
    {
        var header = NpyHeader.Read(reader);
        var stored = StoredMatrix.Of(header.Shape, header.Type, reader.Left, "its array", reader);
        return stored.Read(reader, header.ColumnByColumn, header.HighestByteFirst);
    }
}
