using System.Buffers.Binary;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Matrices by name in <c>.safetensors</c> files, which Python's <c>safetensors</c> reads and writes too. Such a file holds
/// numbers and text only: nothing in it can ever be run.
/// </summary>
/// <remarks>The format: 8 bytes, the length of the header; the header, JSON; the numbers of one tensor after the other, row by row. See https://github.com/huggingface/safetensors.</remarks>
public static class SafeTensorsFile
{
    /// <summary>Saves matrices, as F64, in their order. An old file of that path is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file, such as "model.safetensors"; its folder must exist.</param>
    /// <param name="matrices">The matrices, which keep their names.</param>
    /// <param name="metadata">What else to write down, such as ("author", "Ada"); text only.</param>
    /// <exception cref="ArgumentException">A name or text can't be stored.</exception>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public static void Save(string path, NamedMatrices matrices, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        var header = SafeTensorsHeader.Of(matrices, metadata ?? new Dictionary<string, string>());
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var matrix in matrices.Values)
            {
                StoredMatrix.Write(stream, matrix);
            }
        });
    }

    /// <summary>Reads the matrices, in the order that their numbers have in the file, and the metadata.</summary>
    /// <param name="path">The file.</param>
    /// <returns>F64 and F32 tensors as matrices: one number is 1x1, n numbers are nx1. No metadata gives an empty dictionary.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or has tensors of another type or of more than two dimensions.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static (NamedMatrices Matrices, IReadOnlyDictionary<string, string> Metadata) Load(string path) => CheckedReader.Read(path, Read);

    internal static (NamedMatrices Matrices, IReadOnlyDictionary<string, string> Metadata) Read(CheckedReader reader)
    {
        var header = SafeTensorsHeader.Read(reader);
        var matrices = new List<(string, Matrix<double>)>(header.Tensors.Count);
        foreach (var (name, tensor) in header.Tensors)
        {
            matrices.Add((name, tensor.Read(reader)));
        }

        return (new NamedMatrices(matrices), header.Metadata);
    }
}
