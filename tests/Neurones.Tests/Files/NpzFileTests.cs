using System.IO.Compression;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Files;

public sealed class NpzFileTests : IDisposable
{
    private static readonly NamedMatrices Some = new(
        ("W1", Matrix<double>.Build.DenseOfColumnMajor(5, 2, FileFixtures.Special)), ("été 1", Matrix<double>.Build.Dense(300, 70, (i, j) => i * j)), ("a/b", Matrix<double>.Build.Dense(0, 2)));

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "data.npz");

    [Theory]
    [MemberData(nameof(FileFixtures.Readable), ".npz", MemberType = typeof(FileFixtures))]
    public void Arrays_are_what_NumPy_wrote(string name) => FileFixtures.HasItsValues(name, FileFixtures.Read(name));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Matrices_come_back_bit_for_bit_and_in_order(bool compressed)
    {
        NpzFile.Save(File, Some, compressed);
        var first = System.IO.File.ReadAllBytes(File);
        var loaded = NpzFile.Load(File);
        NpzFile.Save(File, loaded, compressed);

        Assert.Equal(Some.Keys, loaded.Keys);
        Assert.All(Some, matrix => FileFixtures.Same(matrix.Value, loaded[matrix.Key]));
        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
        Assert.Equal(compressed, first.Length < 8 * 300 * 70);
    }

    [Fact]
    public void What_is_wrong_in_an_array_names_the_file_and_the_array() =>
        Assert.StartsWith("objects.npz, W.npy can't be read: it holds Python objects", FileFixtures.Refusal("objects.npz", FileFixtures.All.Files["objects.npz"]), StringComparison.Ordinal);

    [Fact]
    public void Damaged_data_is_noticed_by_its_checksum()
    {
        var bytes = (byte[])FileFixtures.All.Files["stored.npz"].Clone();
        bytes[bytes.AsSpan().IndexOf("fortran_order"u8) + 100] ^= 1;

        Assert.Contains("the content of W.npy isn't what was packed", FileFixtures.Refusal("x.npz", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_files_and_names_that_come_twice_are_refused()
    {
        Assert.Contains("it holds notes.txt, which isn't a .npy file", FileFixtures.Refusal("x.npz", Zip(("notes.txt", []))), StringComparison.Ordinal);
        var one = FileFixtures.All.Files["one number.npy"];
        Assert.Contains("it holds two arrays of the name W.npy", FileFixtures.Refusal("x.npz", Zip(("W.npy", one), ("W.npy", one))), StringComparison.Ordinal);
        Assert.Contains("isn't an intact .npz (zip) file", FileFixtures.Refusal("x.npz", one), StringComparison.Ordinal);
    }

    [Fact]
    public void More_entries_than_anyone_needs_are_refused() =>
        Assert.Contains("it has 10001 entries, and 10000 are allowed", FileFixtures.Refusal("x.npz", Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.npy", Array.Empty<byte>()))])), StringComparison.Ordinal);

    [Fact]
    public void A_small_file_that_says_it_would_fill_the_memory_is_refused()
    {
        var bytes = Zip(("W.npy", FileFixtures.All.Files["one number.npy"]));
        SizeInDirectory(bytes) = 2_000_000_000;

        Assert.Contains("would unpack to 2000000000, and 1073741824 are allowed", FileFixtures.Refusal("x.npz", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_that_says_it_is_small_is_unpacked_no_further_than_it_says()
    {
        var bytes = Zip(("W.npy", [.. FileFixtures.All.Files["one number.npy"], .. new byte[50_000_000]]));
        SizeInDirectory(bytes) = 1000;
        bytes.AsSpan(bytes.Length / 2, 1000).Fill(0xFF); // Whoever goes on that far meets an error of another kind.

        Assert.Contains("the content of W.npy isn't what was packed", FileFixtures.Refusal("x.npz", bytes), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // The unpacked size, 24 bytes into the entry's part of the directory at the file's end.
    private static ref uint SizeInDirectory(byte[] zip) =>
        ref System.Runtime.InteropServices.MemoryMarshal.AsRef<uint>(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24, 4));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
