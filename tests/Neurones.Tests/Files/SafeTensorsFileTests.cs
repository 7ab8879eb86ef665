using System.Text;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Files;

public sealed class SafeTensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "model.safetensors");

    [Theory]
    [MemberData(nameof(FileFixtures.Readable), ".safetensors", MemberType = typeof(FileFixtures))]
    public void Tensors_are_what_NumPy_wrote(string name) => FileFixtures.HasItsValues(name, FileFixtures.Read(name));

    [Fact]
    public void Matrices_come_back_bit_for_bit_with_their_order_and_metadata()
    {
        using var french = new FrenchCulture();
        var matrices = new NamedMatrices(
            ("W2", Matrix<double>.Build.DenseOfColumnMajor(2, 5, FileFixtures.Special)), ("b \"é\" 😀", Matrix<double>.Build.Sparse(2, 1, 0.1)),
            ("empty", Matrix<double>.Build.Dense(3, 0)), ("W1", Matrix<double>.Build.Dense(123, 200, (i, j) => i - j)));
        var metadata = new Dictionary<string, string> { ["rate"] = "0.1", ["note"] = "line 1\nline \"2\" 😀", [""] = "" };

        SafeTensorsFile.Save(File, matrices, metadata);
        var (loaded, text) = SafeTensorsFile.Load(File);

        Assert.Equal(matrices.Keys, loaded.Keys);
        Assert.All(matrices, matrix => FileFixtures.Same(matrix.Value, loaded[matrix.Key]));
        Assert.Equal(metadata, text);
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        SafeTensorsFile.Save(File, new(("W", Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } }))), new Dictionary<string, string> { ["a"] = "b" });

        const string Header = """{"__metadata__":{"a":"b"},"W":{"dtype":"F64","shape":[2,2],"data_offsets":[0,32]}}      """;
        Assert.Equal(
            [(byte)Header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Header), .. ((double[])[1, 2, 3, 4]).SelectMany(BitConverter.GetBytes)],
            System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Tensors_may_be_listed_in_another_order_than_their_data()
    {
        const string Header = """{"W":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"V":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        var bytes = Tensors((ulong)Header.Length, Header, 8);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), 0.5f);

        var matrices = FileFixtures.Read("x.safetensors", bytes);

        Assert.Equal([("V", 0.0), ("W", 0.5)], matrices.Select(m => (m.Key, m.Value[0, 0])));
    }

    [Theory]
    [InlineData("half.safetensors", "W is of dtype F16, and only F64 and F32 are read. In Python, convert it before it is saved: a.astype('float64') in NumPy, t.double() in PyTorch.")]
    [InlineData("integers.safetensors", "W is of dtype I64")]
    [InlineData("cube.safetensors", "W has 3 dimensions, and a matrix has two. In Python, give it two before it is saved: a.reshape(len(a), -1).")]
    public void Another_type_or_shape_is_refused_with_how_to_convert_it(string name, string found) =>
        Assert.Contains(found, FileFixtures.Refusal(name, FileFixtures.All.Files[name]), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 9, "its tensors take 8 bytes, but 9 bytes follow the header")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 7, "its tensors take 8 bytes, but 7 bytes follow the header")]
    [InlineData("""{"W":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}""", 8, "W is 2x1 numbers of 8 bytes, 16 in all, but the file has 8 bytes for it")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}""", 16, "the data of W goes from byte 8 to 16, but must start at 0")]
    [InlineData("""{"V":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"W":{"dtype":"F64","shape":[1],"data_offsets":[4,12]}}""", 12, "the data of W goes from byte 4 to 12, but must start at 8")]
    [InlineData("""{"V":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"W":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 8, "the data of W goes from byte 0 to 8, but must start at 8")]
    [InlineData("""{"V":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"W":{"dtype":"F64","shape":[1],"data_offsets":[16,24]}}""", 24, "the data of W goes from byte 16 to 24, but must start at 8")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,-8]}}""", 8, "data_offsets has a number below 0")]
    [InlineData("""{"V":{"dtype":"F64","shape":[0],"data_offsets":[0,0]},"W":{"dtype":"F64","shape":[1],"data_offsets":[0,0]}}""", 0, "W is 1x1 numbers of 8 bytes, 8 in all, but the file has 0 bytes for it")]
    [InlineData("""{"W":{"dtype":"F64","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "in all, but the file has 0 bytes")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,9223372036854775807]}}""", 8, "its tensors take 9223372036854775807 bytes, but 8 bytes follow the header")]
    [InlineData("""{"W":{"dtype":"F64","shape":[0,4294967296],"data_offsets":[0,0]}}""", 0, "a matrix in memory has at most")]
    [InlineData("""{"W":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}""", 8, "at W: shape has a number below 0")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1.5],"data_offsets":[0,8]}}""", 8, "isn't the JSON of a safetensors file, at W")]
    [InlineData("""{"W":{"dtype":"F64","shape":["1"],"data_offsets":[0,8]}}""", 8, "at W")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,8,16]}}""", 8, "data_offsets must be two numbers")]
    [InlineData("""{"W":{"dtype":null,"shape":[1],"data_offsets":[0,8]}}""", 8, "at W: dtype is null")]
    [InlineData("""{"W":{"shape":[1],"data_offsets":[0,8]}}""", 8, "at W")]
    [InlineData("""{"W":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"W":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}""", 16, "Duplicate property 'W'")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "at __metadata__")]
    [InlineData("""{"__metadata__":{"a":null}}""", 0, "at __metadata__: a is null")]
    [InlineData("""{"\ud800":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 8, "isn't the JSON of a safetensors file")]
    [InlineData("""[]""", 0, "isn't the JSON of a safetensors file")]
    [InlineData("""{},""", 0, "isn't the JSON of a safetensors file")]
    [InlineData("", 0, "isn't the JSON of a safetensors file")]
    public void A_wrong_header_is_refused_with_what_is_wrong(string header, int bytes, string found) =>
        Assert.Contains(found, FileFixtures.Refusal("x.safetensors", Tensors((ulong)header.Length, header, bytes)), StringComparison.Ordinal);

    [Theory]
    [InlineData(3UL, "the header should have 3 bytes, but only 2 are left")]
    [InlineData(100_000_000UL, "the header should have 100000000 bytes, but only 2 are left")]
    [InlineData(100_000_001UL, "its header should have 100000001 bytes, and 100000000 are allowed")]
    [InlineData(ulong.MaxValue, "its header should have 18446744073709551615 bytes")]
    public void A_header_longer_than_the_file_or_than_allowed_is_refused(ulong length, string found) =>
        Assert.Contains(found, FileFixtures.Refusal("x.safetensors", Tensors(length, "{}", 0)), StringComparison.Ordinal);

    [Fact]
    public void A_very_long_name_makes_no_very_long_error()
    {
        var header = $$$"""{"{{{new string('W', 100_000)}}}":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""";

        Assert.InRange(FileFixtures.Refusal("x.safetensors", Tensors((ulong)header.Length, header, 2)).Length, 200, 1000);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Tensors(ulong length, string header, int bytes) => [.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(header), .. new byte[bytes]];
}
