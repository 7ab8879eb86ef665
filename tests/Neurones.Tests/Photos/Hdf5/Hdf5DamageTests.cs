using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests.Photos.Hdf5;

/// <summary>Whatever the bytes are: a dataset within the file or a clear error, and never more memory than the file has bytes.</summary>
public class Hdf5DamageTests
{
    private static readonly byte[] Sound = Fixture.Bytes("small");
    private static readonly Config Reproducible = Config.QuickThrowOnFailure.WithReplay(20260214, 1);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Sound.Length; length++)
        {
            var bytes = Sound[..length];
            Assert.Throws<InvalidDataException>(() => new Hdf5File("cut", bytes).Read("X"));
        }
    }

    [Fact]
    public void A_changed_byte_is_read_or_refused_wherever_it_is()
    {
        for (var i = 0; i < Sound.Length; i++)
        {
            foreach (var value in (byte[])[0, 1, 2, 0x7F, 0xFF, (byte)(Sound[i] ^ 0x10)])
            {
                var bytes = (byte[])Sound.Clone();
                bytes[i] = value;
                Examine(bytes);
            }
        }
    }

    [Fact]
    public void Addresses_and_sizes_of_all_kinds_are_read_or_refused()
    {
        var places = Gen.Choose(0, (Sound.Length / 8) - 1);
        ulong[] absurd = [0, 1, 8, (ulong)Sound.Length, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue, ulong.MaxValue - 23];
        var values = Gen.OneOf(places.Select(place => 8 * (ulong)place), Gen.Elements(absurd));
        var mutations = Gen.Zip(places, values).NonEmptyListOf();

        Prop.ForAll(mutations.ToArbitrary(), list =>
        {
            var bytes = (byte[])Sound.Clone();
            foreach (var (place, value) in list.Take(4))
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * place), value);
            }

            Examine(bytes);
        }).Check(Reproducible.WithMaxTest(5000));
    }

    [Fact]
    public void Random_bytes_behind_a_sound_beginning_are_read_or_refused()
    {
        var tails = Gen.Zip(Gen.Choose(8, Sound.Length), Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

        Prop.ForAll(tails.ToArbitrary(), tail => Examine([.. Sound[..tail.Item1], .. tail.Item2])).Check(Reproducible.WithMaxTest(2000));
    }

    [Fact]
    public void A_tree_whose_children_are_all_itself_is_refused()
    {
        var tree = Sound.AsSpan().IndexOf("TREE"u8);
        var bytes = (byte[])Sound.Clone();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(tree + 6), 32);
        for (var child = 0; child < 32; child++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(tree + 32 + (16 * child)), (ulong)tree);
        }

        var error = Assert.Throws<InvalidDataException>(() => new Hdf5File("circle", bytes).Read("X"));

        Assert.Contains("overlap or form a circle", error.Message, StringComparison.Ordinal);
    }

    private static void Examine(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var dataset = new Hdf5File("damaged", bytes).Read("X");
            Assert.Equal(dataset.Shape.Aggregate(dataset.Type.Size, (size, length) => checked(size * length)), dataset.Data.Length);
        }
        catch (InvalidDataException e)
        {
            Assert.StartsWith("damaged can't be read: ", e.Message, StringComparison.Ordinal);
        }

        // The error and its stack trace have their own few kilobytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length + 64_000);
    }
}
