using System.Text.Json;

namespace Neurones.Tests.Photos.Hdf5;

public class Hdf5FileTests
{
    private static readonly JsonElement Small = Fixture.Json("values.json");

    [Fact]
    public void Bytes_are_those_that_h5py_reads()
    {
        var dataset = Read("small", "X");

        Assert.Equal([6, 4, 5], dataset.Shape);
        Assert.Same(Hdf5Type.UInt8, dataset.Type);
        Assert.Equal(Numbers("X"), dataset.Values());
    }

    [Fact]
    public void Floats_are_those_that_h5py_reads()
    {
        var dataset = Read("small", "Y");

        Assert.Equal("(6, 1)", dataset.ShapeText);
        Assert.Same(Hdf5Type.Float64, dataset.Type);
        Assert.Equal(Numbers("Y"), dataset.Values());
    }

    [Fact]
    public void An_object_header_goes_on_in_other_blocks() => Assert.Equal(Numbers("X"), Read("attributes", "X").Values());

    [Fact]
    public void Links_are_found_in_a_tree_of_two_levels()
    {
        var file = new Hdf5File("many.hdf5", Fixture.Bytes("many"));

        Assert.Equal(Numbers("Y"), file.Read("last").Values());
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(Numbers("X"), file.Read($"link {i}").Values()));
    }

    [Fact]
    public void A_missing_dataset_is_named_with_those_that_are_there()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("small", "Z"));

        Assert.Contains("small.hdf5 can't be read: it has no dataset Z; it has X, Y.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chunked", "X is stored in chunks")]
    [InlineData("gzip", "X is stored through gzip compression")]
    [InlineData("lzf", "X is stored through lzf compression")]
    [InlineData("growing", "X can grow")]
    [InlineData("compact", "X is stored in the object header (compact)")]
    [InlineData("int16", "X holds signed integers of 2 bytes")]
    [InlineData("int8", "X holds signed integers of 1 bytes")]
    [InlineData("float32", "X holds floats of 4 bytes")]
    [InlineData("bigendian", "X holds floats of 8 bytes, the highest byte first")]
    [InlineData("text", "0 dimensions")]
    [InlineData("scalar", "0 dimensions")]
    [InlineData("softlink", "X is a symbolic link")]
    [InlineData("latest", "superblock of version 3")]
    [InlineData("ordered", "its object headers are of version 2")]
    [InlineData("newgroup", "its root group is of the new style")]
    public void Another_kind_is_refused_with_what_it_is_and_how_to_convert_it(string fixture, string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(fixture, "X"));

        Assert.StartsWith($"{fixture}.hdf5 can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("""o = h5py.File('out.hdf5', 'w', libver='earliest'); [o.create_dataset(k, data=i[k][()]) for k in i]" """.TrimEnd(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unwritten", "no values were ever written to X")]
    [InlineData("group", "X is not a dataset")]
    [InlineData("userblock", "it isn't HDF5: its first bytes are [0000000000000000], not [894844460D0A1A0A]")]
    public void A_file_without_the_values_is_refused_with_what_is_there(string fixture, string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(fixture, "X"));

        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    private static Hdf5Dataset Read(string fixture, string dataset) => new Hdf5File(fixture + ".hdf5", Fixture.Bytes(fixture)).Read(dataset);

    private static IEnumerable<double> Numbers(string name) => Small.GetProperty(name).EnumerateArray().Select(value => value.GetDouble());
}
