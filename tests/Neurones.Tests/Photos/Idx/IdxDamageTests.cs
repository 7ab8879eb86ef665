using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests.Photos.Idx;

/// <summary>Whatever the bytes are: an array as large as its sizes say or a clear error, and no memory that the bytes don't justify.</summary>
public class IdxDamageTests
{
    private static readonly byte[] Plain = IdxBytes.Images(20);
    private static readonly byte[] Packed = IdxBytes.Gzip(Plain);
    private static readonly Config Reproducible = Config.QuickThrowOnFailure.WithReplay(20260215, 1).WithMaxTest(3000);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        foreach (var sound in (byte[][])[Plain, Packed])
        {
            for (var length = 0; length < sound.Length; length++)
            {
                Assert.Throws<InvalidDataException>(() => IdxFile.Read("cut", new MemoryStream(sound, 0, length), 3));
            }
        }
    }

    [Fact]
    public void A_changed_byte_is_read_or_refused_wherever_it_is()
    {
        foreach (var sound in (byte[][])[Plain, Packed])
        {
            for (var i = 0; i < sound.Length; i++)
            {
                for (var value = 0; value < 256; value++)
                {
                    var bytes = (byte[])sound.Clone();
                    bytes[i] = (byte)value;
                    Examine(bytes);
                }
            }
        }
    }

    /// <summary>gzip has a checksum: what is read from a changed file is what was packed.</summary>
    [Fact]
    public void A_changed_byte_in_a_packed_file_never_changes_what_is_read()
    {
        for (var i = 0; i < Packed.Length; i++)
        {
            var bytes = (byte[])Packed.Clone();
            bytes[i] ^= 0x10;
            Assert.Equal(Plain[16..], Examine(bytes)?.Values ?? Plain[16..]);
        }
    }

    [Fact]
    public void Random_headers_are_read_or_refused()
    {
        var sizes = Gen.OneOf(Gen.Choose(0, 10).Select(size => (uint)size), Gen.Elements<uint>(28, 60_000, 1u << 16, int.MaxValue, 1u << 31, uint.MaxValue));
        var files =
            from count in sizes
            from rows in sizes
            from columns in sizes
            let promised = (UInt128)count * rows * columns
            from missing in Gen.Choose(-1, 1)
            from packed in Gen.Elements<bool>(true, false)
            select (Sizes: new[] { count, rows, columns }, Values: Math.Max(0, (int)UInt128.Min(promised, 30_000) - missing), Promised: promised, packed);

        Prop.ForAll(files.ToArbitrary(), file =>
        {
            var bytes = IdxBytes.Of(file.Sizes, new byte[file.Values]);
            var array = Examine(file.packed ? IdxBytes.Gzip(bytes) : bytes);
            Assert.Equal(file.Promised > 0 && file.Promised == (UInt128)file.Values, array is not null);
        }).Check(Reproducible);
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

        Prop.ForAll(bytes.ToArbitrary(), random => Assert.Null(Examine(random))).Check(Reproducible);
        Prop.ForAll(bytes.ToArbitrary(), random => Assert.Null(Examine([.. Packed[..10], .. random]))).Check(Reproducible);
        Prop.ForAll(bytes.ToArbitrary(), random => Examine([.. Plain[..16], .. random])).Check(Reproducible);
    }

    private static IdxArray? Examine(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        IdxArray? array = null;
        try
        {
            array = IdxFile.Read("damaged", new MemoryStream(bytes), 3);
            Assert.Equal(array.Sizes.Aggregate((product, size) => checked(product * size)), array.Values.Length);
        }
        catch (InvalidDataException e)
        {
            Assert.StartsWith("damaged can't be read: ", e.Message, StringComparison.Ordinal);
        }

        // One first block of values, one of the unpacking, and the error with its stack trace.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2 * bytes.Length) + 200_000);
        return array;
    }
}
