using System.Text;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Files;

public class NpyFileTests
{
    [Theory]
    [MemberData(nameof(FileFixtures.Readable), ".npy", MemberType = typeof(FileFixtures))]
    public void Arrays_of_every_type_and_order_are_what_NumPy_wrote(string name) => FileFixtures.HasItsValues(name, FileFixtures.Read(name));

    [Fact]
    public void A_matrix_comes_back_bit_for_bit_in_any_culture()
    {
        using var french = new FrenchCulture();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "X.npy");
        foreach (var matrix in (Matrix<double>[])
            [
                Matrix<double>.Build.DenseOfColumnMajor(5, 2, FileFixtures.Special),
                Matrix<double>.Build.Dense(1234, 210, (i, j) => i - (j / 7.0)),
                Matrix<double>.Build.Dense(2, 100_000, (i, j) => i - (j / 7.0)),
                Matrix<double>.Build.Dense(100_000, 2, (i, j) => i - (j / 7.0)),
                Matrix<double>.Build.Dense(0, 3),
                Matrix<double>.Build.Sparse(3, 4, 0.5),
                Matrix<double>.Build.Diagonal(3, 3, 2),
            ])
        {
            NpyFile.Save(path, matrix);
            FileFixtures.Same(matrix, NpyFile.Load(path));
        }
    }

    [Theory]
    [InlineData(1234, 210)]
    [InlineData(2, 100_000)]
    [InlineData(100_000, 2)]
    public void Rows_read_as_columns_are_the_transpose(int rows, int columns)
    {
        var matrix = Matrix<double>.Build.Dense(rows, columns, (i, j) => i - (j / 7.0));
        var bytes = Npy($"{{'descr': '<f8', 'fortran_order': True, 'shape': ({columns}, {rows})}}", [.. matrix.ToRowMajorArray().SelectMany(BitConverter.GetBytes)]);

        FileFixtures.Same(matrix.Transpose(), FileFixtures.Read("x.npy", bytes)["array"]);
    }

    [Fact]
    public void The_data_starts_at_a_multiple_of_64_bytes_as_NumPy_wants_it()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "X.npy");
        foreach (var rows in (int[])[1, 12, 123_456])
        {
            NpyFile.Save(path, Matrix<double>.Build.Dense(rows, 1));
            var bytes = File.ReadAllBytes(path);
            Assert.Equal(0, (bytes.Length - (8 * rows)) % 64);
            Assert.Equal((byte)'\n', bytes[bytes.Length - (8 * rows) - 1]);
        }
    }

    [Theory]
    [InlineData("objects.npy", "it holds Python objects (dtype |O), which are pickled: reading a pickle can run any code")]
    [InlineData("text.npy", "it holds values of dtype '<U2', and only floats of 8 or 4 bytes, integers of 1 to 8 and bools are read")]
    [InlineData("half.npy", "dtype '<f2'")]
    [InlineData("complex.npy", "dtype '<c16'")]
    [InlineData("date.npy", "dtype '<M8[D]'")]
    [InlineData("records.npy", "its header is {'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (2,), }, and only arrays of plain numbers are read")]
    public void Another_type_is_refused_with_what_it_is_and_how_to_convert_it(string name, string found)
    {
        var error = FileFixtures.Refusal(name, FileFixtures.All.Files[name]);

        Assert.Contains(found, error, StringComparison.Ordinal);
        Assert.EndsWith("np.save('out.npy', a.astype('float64')).", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_dimensions_are_refused_with_how_to_make_them_two() => Assert.EndsWith(
        "its array has 3 dimensions, and a matrix has two. In Python, give it two before it is saved: a.reshape(len(a), -1).",
        FileFixtures.Refusal("cube.npy", FileFixtures.All.Files["cube.npy"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"shape":(1,2),'fortran_order':True,"descr":">i2"}""", 4)]
    [InlineData("{'descr':'|u1','fortran_order':False,'shape':(3 , ) , } \n", 3)]
    [InlineData("{'descr': '<i1', 'fortran_order': False, 'shape': ()}", 1)]
    public void Headers_may_be_written_in_other_ways(string header, int bytes) => Assert.Single(FileFixtures.Read("x.npy", Npy(header, bytes)));

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': True}")]
    [InlineData("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': 1}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1 1)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (١,)}")]
    [InlineData("{'descr': '<\\x668', 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '<f8' 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} + exit()")]
    [InlineData("__import__('os').abort()")]
    [InlineData("")]
    public void A_header_of_another_kind_is_refused(string header) =>
        Assert.Contains("its header is ", FileFixtures.Refusal("x.npy", Npy(header, 8)), StringComparison.Ordinal);

    [Fact]
    public void A_header_longer_than_any_array_of_numbers_needs_is_refused()
    {
        const string Header = "{'descr': '|u1', 'fortran_order': False, 'shape': ()}";
        Assert.Single(FileFixtures.Read("x.npy", Npy(Header.PadRight(65_535), 1)));
        Assert.Contains("its header should have 65536 bytes", FileFixtures.Refusal("x.npy", Npy(Header.PadRight(65_536), 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it holds values of dtype ''")]
    [InlineData("f8", "dtype 'f8'")]
    [InlineData("=f8", "dtype '=f8'")]
    [InlineData("|f8", "dtype '|f8'")]
    public void A_type_without_byte_order_is_refused(string type, string found) =>
        Assert.Contains(found, FileFixtures.Refusal("x.npy", Npy($"{{'descr': '{type}', 'fortran_order': False, 'shape': (1,)}}", 8)), StringComparison.Ordinal);

    [Theory]
    [InlineData("(2, 3)", 47, "its array is 2x3 numbers of 8 bytes, 48 in all, but the file has 47 bytes for it")]
    [InlineData("(2, 3)", 56, "but the file has 56 bytes for it")]
    [InlineData("(1000000, 1000000)", 8, "8000000000000 in all")]
    [InlineData("(9223372036854775807, 9223372036854775807)", 8, "in all")]
    [InlineData("(2305843009213693952, 8)", 0, "in all")]
    [InlineData("(0, 4294967296)", 0, "a matrix in memory has at most")]
    public void A_shape_must_fit_the_bytes_and_a_matrix(string shape, int bytes, string found) =>
        Assert.Contains(found, FileFixtures.Refusal("x.npy", Npy($"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}}}", bytes)), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void Other_versions_are_refused(byte major, byte minor)
    {
        var bytes = (byte[])FileFixtures.All.Files["<f8 C.npy"].Clone();
        (bytes[6], bytes[7]) = (major, minor);
        Assert.Contains($"its format is version {major}.{minor}", FileFixtures.Refusal("x.npy", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("/nowhere.npy", Assert.Throws<FileNotFoundException>(() => NpyFile.Load("/nowhere.npy")).Message, StringComparison.Ordinal);

    private static byte[] Npy(string header, int bytes) => Npy(header, new byte[bytes]);

    private static byte[] Npy(string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, 2, 0, .. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];
}
