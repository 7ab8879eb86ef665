using System.IO.Compression;

namespace Neurones.Tests.Photos.Idx;

public class IdxFileTests
{
    [Fact]
    public void Images_are_read_with_their_sizes()
    {
        var images = Read(IdxBytes.Images(2), rank: 3);

        Assert.Equal([2, 2, 3], images.Sizes);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], images.Values);
    }

    [Fact]
    public void Packed_or_not_is_seen_from_the_content()
    {
        var plain = IdxBytes.Labels(7, 2, 1);

        Assert.Equal([7, 2, 1], Read(plain, rank: 1).Values);
        Assert.Equal([7, 2, 1], Read(IdxBytes.Gzip(plain), rank: 1).Values);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void Large_files_are_read_whole(int length)
    {
        var values = Enumerable.Range(0, length).Select(i => (byte)(i % 251)).ToArray();

        Assert.Equal(values, Read(IdxBytes.Gzip(IdxBytes.Of([(uint)length], values)), rank: 1).Values);
    }

    [Theory]
    [InlineData(0x09, "signed bytes (type 09)")]
    [InlineData(0x0B, "integers of 2 bytes (type 0B)")]
    [InlineData(0x0C, "integers of 4 bytes (type 0C)")]
    [InlineData(0x0D, "floats of 4 bytes (type 0D)")]
    [InlineData(0x0E, "floats of 8 bytes (type 0E)")]
    [InlineData(0x2A, "values of an unknown type (2A)")]
    public void Another_type_is_named(byte type, string name) =>
        AssertRefused(IdxBytes.Of([1], [1], type), 1, $"it holds {name}, and only unsigned bytes (type 08) are read");

    [Fact]
    public void Another_file_is_refused() =>
        AssertRefused("<html>"u8.ToArray(), 1, "it isn't IDX: it begins with [3C68746D], not with 0000, a type and a number of sizes");

    [Fact]
    public void Labels_in_the_place_of_images_are_refused()
    {
        AssertRefused(IdxBytes.Labels(1), 3, "it has 1 sizes, but images have 3: how many, rows and columns");
        AssertRefused(IdxBytes.Images(1), 1, "it has 3 sizes, but labels have 1: how many");
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused()
    {
        AssertRefused(IdxBytes.Images(2)[..20], 3, "its sizes 2 x 2 x 3 promise 12 values, but it ends after 4: it was cut off");
        AssertRefused(IdxBytes.Images(2)[..10], 3, "it ends amid its sizes: it was cut off");
        AssertRefused(IdxBytes.Gzip(IdxBytes.Images(2))[..^2], 3, "was cut off");
    }

    [Fact]
    public void What_follows_the_values_is_refused()
    {
        AssertRefused([.. IdxBytes.Images(2), 0], 3, "its sizes 2 x 2 x 3 promise 12 values, but it goes on after them");
        AssertRefused(IdxBytes.Gzip([.. IdxBytes.Images(2), 0]), 3, "its sizes 2 x 2 x 3 promise 12 values, but it goes on after them");
        AssertRefused([.. IdxBytes.Gzip(IdxBytes.Images(2)), 1, 2, 3, 4], 3, "its last bytes say that 67305985 bytes are packed, but there are 28: it was cut off, or something follows");
    }

    [Fact]
    public void A_packed_file_that_was_damaged_is_refused()
    {
        var bytes = IdxBytes.Gzip(IdxBytes.Images(2));
        bytes[^8] ^= 1; // the checksum

        AssertRefused(bytes, 3, "it is packed by gzip, but damaged");
    }

    [Theory]
    [InlineData(0u, 28u, 28u, "0 x 28 x 28 promise 0 values")]
    [InlineData(1u << 16, 1u << 16, 1u << 16, "65536 x 65536 x 65536 promise 281474976710656 values")]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, "4294967295 x 4294967295 x 4294967295 promise 79228162458924105385300197375 values")]
    [InlineData(1u << 31, 2u, 1u, "2147483648 x 2 x 1 promise 4294967296 values")]
    public void Sizes_that_cannot_be_are_refused(uint count, uint rows, uint columns, string promise) =>
        AssertRefused(IdxBytes.Of([count, rows, columns], []), 3, $"its sizes {promise}, and 1 to 268435456 are read");

    [Fact]
    public void A_promise_takes_no_memory_before_it_is_kept()
    {
        var bytes = IdxBytes.Gzip(IdxBytes.Of([1 << 28], [1, 2, 3]));

        Assert.InRange(AllocatedBy(() => AssertRefused(bytes, 1, "its sizes 268435456 promise 268435456 values, but it ends after 3: it was cut off")), 0, 300_000);
    }

    [Fact]
    public void A_bomb_is_not_unpacked_beyond_its_promise()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(IdxBytes.Labels(1, 2, 3));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.InRange(AllocatedBy(() => AssertRefused(packed.ToArray(), 1, "its sizes 3 promise 3 values, but it goes on after them")), 0, 2 * packed.Length + 100_000);
    }

    [Fact]
    public void A_file_is_named_with_its_path()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Add("images.gz");

        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path, rank: 3));

        Assert.Equal($"{path} can't be read: it isn't IDX: it begins with [], not with 0000, a type and a number of sizes. Replace it by an intact copy of the right file.", error.Message);
    }

    [Fact]
    public void Errors_have_no_decimal_commas()
    {
        using var french = new FrenchCulture();

        Sizes_that_cannot_be_are_refused(1u << 16, 1u << 16, 1u << 16, "65536 x 65536 x 65536 promise 281474976710656 values");
    }

    private static IdxArray Read(byte[] bytes, int rank) => IdxFile.Read("made", new MemoryStream(bytes), rank);

    private static void AssertRefused(byte[] bytes, int rank, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(bytes, rank));
        Assert.StartsWith("made can't be read: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Replace it by an intact copy of the right file.", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
