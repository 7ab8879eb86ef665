using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Photos;

namespace Neurones.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "model.npy");

    [Fact]
    public void A_new_file_takes_the_place_of_the_old_one()
    {
        NpyFile.Save(File, Matrix<double>.Build.Dense(40, 40, 1));
        NpyFile.Save(File, Matrix<double>.Build.Dense(1, 1, 2));

        Assert.Equal(2, NpyFile.Load(File)[0, 0]);
        Assert.Equal([File], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void When_writing_fails_the_old_file_stays_and_nothing_else_is_left()
    {
        System.IO.File.WriteAllText(File, "old");

        Assert.Throws<ArithmeticException>(() => AtomicFile.Write(File, stream =>
        {
            stream.Write("half of the n"u8);
            throw new ArithmeticException();
        }));

        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_named_with_what_to_do()
    {
        var folder = Path.Combine(_folder.Path, "models");

        var error = Assert.Throws<DirectoryNotFoundException>(() => NpyFile.Save(Path.Combine(folder, "W.npy"), Matrix<double>.Build.Dense(1, 1)));

        Assert.Equal($"There is no folder {folder} to save W.npy in: create it first, with Directory.CreateDirectory.", error.Message);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        var error = Assert.Throws<IOException>(() => NpyFile.Save(_folder.Path, Matrix<double>.Build.Dense(1, 1)));

        Assert.Equal($"{_folder.Path} is a folder: give the name of a file in it.", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void What_cannot_be_stored_leaves_the_old_file()
    {
        System.IO.File.WriteAllText(File, "old");
        var one = Matrix<double>.Build.Dense(1, 1);

        Refused("\"\" can't name a matrix", () => SafeTensorsFile.Save(File, new(("", one))));
        Refused("can't name a matrix", () => NpzFile.Save(File, new(("a\0b", one))));
        Refused("half a character", () => NpzFile.Save(File, new(("\ud83d", one))));
        Refused("half a character", () => SafeTensorsFile.Save(File, new(("W", one)), new Dictionary<string, string> { ["note"] = "\ude00" }));
        Refused("can't be called __metadata__", () => SafeTensorsFile.Save(File, new(("__metadata__", one))));

        Assert.Equal("old", System.IO.File.ReadAllText(File));

        static void Refused(string sentence, Action save) => Assert.Contains(sentence, Assert.Throws<ArgumentException>(save).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
