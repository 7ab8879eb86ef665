using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests.Files;

/// <summary>Whatever the bytes are: matrices or a clear error, and never much more memory than the file has bytes.</summary>
public class DamagedFilesTests
{
    private static readonly Config Reproducible = Config.QuickThrowOnFailure.WithReplay(20261121, 1);

    public static TheoryData<string> Sound => ["<f8 C.npy", "Fortran.npy", "version 2.npy", "stored.npz", "packed.npz", "plain.safetensors", "other order, no padding.safetensors"];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_file_cut_off_anywhere_is_refused(string name)
    {
        var sound = FileFixtures.All.Files[name];
        for (var length = 0; length < sound.Length; length++)
        {
            FileFixtures.Refusal(name, sound[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_file_with_more_behind_it_is_refused(string name)
    {
        if (!name.EndsWith(".npz", StringComparison.Ordinal)) // What follows a zip file may be its comment.
        {
            FileFixtures.Refusal(name, [.. FileFixtures.All.Files[name], 0]);
        }
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_changed_byte_is_read_or_refused_wherever_it_is(string name)
    {
        var sound = FileFixtures.All.Files[name];
        var bytes = (byte[])sound.Clone();
        for (var i = 0; i < sound.Length; i++)
        {
            foreach (var value in (byte[])[0, 1, (byte)' ', (byte)'9', (byte)',', (byte)'}', 0x7F, 0xFF, (byte)(sound[i] ^ 1), (byte)(sound[i] ^ 0x20)])
            {
                bytes[i] = value;
                Examine(name, bytes);
            }

            bytes[i] = sound[i];
        }
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Any_bytes_behind_a_sound_beginning_are_read_or_refused(string name)
    {
        var sound = FileFixtures.All.Files[name];
        var tails = Gen.Zip(Gen.Choose(0, sound.Length), Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

        Prop.ForAll(tails.ToArbitrary(), tail => Examine(name, [.. sound[..tail.Item1], .. tail.Item2])).Check(Reproducible.WithMaxTest(500));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Parts_that_changed_places_are_read_or_refused(string name)
    {
        var sound = FileFixtures.All.Files[name];
        var place = Gen.Choose(0, sound.Length - 1);
        var moves = place.Zip(place).Zip(Gen.Choose(1, 16)).NonEmptyListOf();

        Prop.ForAll(moves.ToArbitrary(), list =>
        {
            var bytes = (byte[])sound.Clone();
            foreach (var ((from, to), length) in list.Take(4))
            {
                sound.AsSpan(from, Math.Min(length, sound.Length - Math.Max(from, to))).CopyTo(bytes.AsSpan(to));
            }

            Examine(name, bytes);
        }).Check(Reproducible.WithMaxTest(1000));
    }

    private static void Examine(string name, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            FileFixtures.Read(name, bytes);
        }
        catch (InvalidDataException e)
        {
            Assert.StartsWith(name, e.Message, StringComparison.Ordinal);
        }

        // A number of one byte becomes one of eight; the buffers that unpack a zip file have some hundred kilobytes of their own.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (16 * bytes.Length) + 1_000_000);
    }
}
