using System.Buffers.Binary;

namespace Neurones;

/// <summary>
/// Matrices by name in <c>.safetensors</c> files, which Python's <c>safetensors</c> reads and writes too. Such a file holds
/// numbers and text only: nothing in it can ever be run.
/// </summary>
/// <remarks>The format: 8 bytes, the length of the header; the header, JSON; the numbers of one tensor after the other, row by row. See https://github.com/huggingface/safetensors.</remarks>
public static class SafeTensorsFile
{
    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>Saves matrices, as F64, in their order. An old file of that path is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file, such as "model.safetensors"; its folder must exist.</param>
    /// <param name="matrices">The matrices, which keep their names.</param>
    /// <param name="metadata">What else to write down, such as ("author", "Ada"); text only.</param>
    /// <exception cref="ArgumentException">A name or text can't be stored.</exception>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public static void Save(string path, NamedMatrices matrices, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        var shapes = matrices.Select(matrix => (matrix.Key, (IReadOnlyList<int>)[matrix.Value.RowCount, matrix.Value.ColumnCount]));
        Save(path, SafeTensorsHeader.Of([.. shapes], NumberType.Float64, metadata ?? NoMetadata), stream =>
        {
            foreach (var matrix in matrices.Values)
            {
                StoredMatrix.Write(stream, matrix);
            }
        });
    }

    /// <summary>Saves tensors, as F32, in their order. An old file of that path is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file, such as "model.safetensors"; its folder must exist.</param>
    /// <param name="tensors">The tensors by name.</param>
    /// <param name="metadata">What else to write down, such as ("author", "Ada"); text only.</param>
    /// <exception cref="ArgumentException">A name or text can't be stored.</exception>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public static void SaveTensors(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var shapes = tensors.Select(tensor => (tensor.Key, (IReadOnlyList<int>)tensor.Value.Shape));
        Save(path, SafeTensorsHeader.Of([.. shapes], NumberType.Float32, metadata ?? NoMetadata), stream =>
        {
            foreach (var tensor in tensors.Values)
            {
                StoredTensor.Write(stream, tensor);
            }
        });
    }

    /// <summary>Reads the matrices, in the order that their numbers have in the file, and the metadata.</summary>
    /// <param name="path">The file.</param>
    /// <returns>F64 and F32 tensors as matrices: one number is 1x1, n numbers are nx1. No metadata gives an empty dictionary.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or has tensors of another type or of more than two dimensions.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static (NamedMatrices Matrices, IReadOnlyDictionary<string, string> Metadata) Load(string path) => CheckedReader.Read(path, Read);

    /// <summary>Reads tensors of any number of axes, in the order that their numbers have in the file, and the metadata.</summary>
    /// <param name="path">The file.</param>
    /// <returns>F32 and F64 tensors; one number has the shape [1]. No metadata gives an empty dictionary.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or has tensors of another type, or without numbers.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static (IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) LoadTensors(string path) =>
        CheckedReader.Read<(IReadOnlyDictionary<string, Tensor>, IReadOnlyDictionary<string, string>)>(path, reader =>
        {
            var header = SafeTensorsHeader.Read(reader);
            var tensors = new OrderedDictionary<string, Tensor>(StringComparer.Ordinal);
            foreach (var stored in header.Tensors)
            {
                tensors.Add(stored.Name, stored.Read(reader));
            }

            return (tensors, header.Metadata);
        });

    internal static (NamedMatrices Matrices, IReadOnlyDictionary<string, string> Metadata) Read(CheckedReader reader)
    {
        var header = SafeTensorsHeader.Read(reader);
        StoredMatrix[] matrices = [.. header.Tensors.Select(tensor => StoredMatrix.Of(tensor.Shape, tensor.Type, tensor.Bytes, tensor.Name, reader))];
        return (new NamedMatrices([.. header.Tensors.Zip(matrices, (tensor, matrix) => (tensor.Name, matrix.Read(reader)))]), header.Metadata);
    }

    private static void Save(string path, byte[] header, Action<Stream> writeNumbers) => AtomicFile.Write(path, stream =>
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        writeNumbers(stream);
    });
}
