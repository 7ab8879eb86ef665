using System.IO.Compression;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Matrices by name in a <c>.npz</c> file, a zip of .npy files, as NumPy's <c>np.savez</c> and <c>np.load</c> write and read it.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // The same matrices make the same file.

    /// <summary>Saves matrices in their order. An old file of that path is replaced at once when the new one is complete.</summary>
    /// <param name="path">The file, such as "data.npz"; its folder must exist.</param>
    /// <param name="matrices">The matrices, which keep their names.</param>
    /// <param name="compressed">Whether to compress them, as <c>np.savez_compressed</c> does; numbers that were learned hardly shrink.</param>
    /// <exception cref="ArgumentException">A name can't be stored.</exception>
    /// <exception cref="IOException">The folder doesn't exist, or the file can't be written; an old file is left as it was.</exception>
    public static void Save(string path, NamedMatrices matrices, bool compressed = false)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        StoredNames.Check(matrices.Keys);
        AtomicFile.Write(path, stream =>
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (name, matrix) in matrices)
            {
                var entry = zip.CreateEntry(name + Extension, compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = Date;
                using var content = entry.Open();
                NpyFile.Write(content, matrix);
            }
        });
    }

    /// <summary>Reads the matrices, in the order of the file.</summary>
    /// <param name="path">The file; what its arrays may be says <see cref="NpyFile.Load"/>.</param>
    /// <remarks>At most 10,000 arrays are read and, so that a small file can't fill the memory, 1 GiB in all, or as many bytes as the file has.</remarks>
    /// <exception cref="InvalidDataException">The file is damaged, unpacks to more than is allowed, or holds something else than arrays of numbers.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be opened.</exception>
    public static NamedMatrices Load(string path)
    {
        using var stream = InputFile.Open(path);
        return Read(path, stream);
    }

    internal static NamedMatrices Read(string name, Stream stream)
    {
        using var zip = new CheckedZip(name, stream);
        var matrices = new OrderedDictionary<string, Matrix<double>>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
            {
                throw InputFile.Unusable(name, $"it holds {entry.FullName}, which isn't a {Extension} file", "Make it with np.savez, or with NpzFile.Save.");
            }

            if (!matrices.TryAdd(entry.FullName[..^Extension.Length], zip.Read(entry, NpyFile.Read)))
            {
                throw InputFile.Unusable(name, $"it holds two arrays of the name {entry.FullName}");
            }
        }

        return new NamedMatrices(matrices.Select(matrix => (matrix.Key, matrix.Value)));
    }
}
