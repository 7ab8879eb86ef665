using System.Security.Cryptography;
using Neurones.Tests.Photos.Idx;

namespace Neurones.Tests.Photos.Sources;

public sealed class MnistDigitsTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> Served = new()
    {
        ["train-images-idx3-ubyte.gz"] = IdxBytes.Gzip(IdxBytes.Images(3)),
        ["train-labels-idx1-ubyte.gz"] = IdxBytes.Gzip(IdxBytes.Labels(0, 4, 9)),
        ["t10k-images-idx3-ubyte.gz"] = IdxBytes.Gzip(IdxBytes.Images(5)),
        ["t10k-labels-idx1-ubyte.gz"] = IdxBytes.Gzip(IdxBytes.Labels(1, 2, 3, 4, 5)),
    };

    private readonly TemporaryFolder _data = new();

    private string Mnist => Path.Combine(_data.Path, "mnist");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void All_four_files_are_the_whole_of_it()
    {
        AddTrain();
        AddTest();

        var digits = Load();

        Assert.Equal(new PhotoSource(PhotoSourceKind.Data, $"3 real digits to train on and 5 to test with, from {Mnist}"), digits.Source);
        Assert.Equal([0, 4, 9], digits.Train.Labels.Enumerate());
        Assert.Equal([1, 2, 3, 4, 5], digits.Test.Labels.Enumerate());
    }

    [Fact]
    public void The_test_alone_is_split()
    {
        AddTest();

        var digits = Load();

        Assert.Equal(
            $"4 real digits to train on and 1 to test with, from {Mnist}: these are the test images of MNIST alone, four fifths of them to train on, because train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz aren't there",
            digits.Source.Sentence);
        Assert.Equal([1, 2, 3, 4], digits.Train.Labels.Enumerate());
        Assert.Equal([24, 25, 26, 27, 28, 29], digits.Test.Flatten().Enumerate());
    }

    [Fact]
    public void Digits_of_two_sizes_are_refused()
    {
        _data.AddPair("mnist", "train", IdxBytes.Of([1, 3, 2], new byte[6]), IdxBytes.Labels(1));
        AddTest();

        var error = Assert.Throws<InvalidDataException>(() => Load());

        Assert.Equal($"{Mnist} can't be used: the digits to train on have the shape (1, 3, 2) and those to test with (5, 2, 3), but they must be of one size.", error.Message);
    }

    [Fact]
    public void All_four_are_downloaded()
    {
        using var server = new LoopbackServer((file, _) => new Answer(200, Served[file]));

        var digits = Load(server.Address);

        Assert.Equal(new PhotoSource(PhotoSourceKind.Downloaded, $"3 real digits to train on and 5 to test with, downloaded from 127.0.0.1 to {Mnist}"), digits.Source);
        Assert.Equal(Served.Keys, server.Requests);
        Assert.Equal(PhotoSourceKind.Data, Load(server.Address).Source.Kind);
    }

    [Fact]
    public void A_download_that_was_cut_off_goes_on_the_next_time()
    {
        using (var server = new LoopbackServer((file, _) => file == "t10k-labels-idx1-ubyte.gz" ? new Answer(503, []) : new Answer(200, Served[file])))
        {
            Assert.Equal(PhotoSourceKind.Drawn, Load(server.Address).Source.Kind);
        }

        using var working = new LoopbackServer((file, _) => new Answer(200, Served[file]));

        Assert.Equal("3 real digits to train on and 5 to test with, downloaded", Load(working.Address).Source.Sentence.Split(" from")[0]);
        Assert.Equal(["t10k-labels-idx1-ubyte.gz"], working.Requests);
    }

    [Fact]
    public void Drawn_digits_say_that_they_are_drawn_and_how_to_get_real_ones()
    {
        using var server = new LoopbackServer((_, _) => new Answer(404, []));

        var source = Load(server.Address).Source;

        Assert.Equal(PhotoSourceKind.Drawn, source.Kind);
        Assert.StartsWith("8,000 drawn digits to train on and 2,000 to test with, because the download failed: ", source.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            $"; for the real ones put train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz from {server.Address} into {Mnist}",
            source.Sentence,
            StringComparison.Ordinal);
    }

    private void AddTrain() => _data.AddPair("mnist", "train", IdxBytes.Images(3), IdxBytes.Labels(0, 4, 9));

    private void AddTest() => _data.AddPair("mnist", "t10k", IdxBytes.Images(5), IdxBytes.Labels(1, 2, 3, 4, 5));

    /// <summary>Loads the digits; the files are those of MNIST by name, in its order, with another content.</summary>
    private PhotoDataset Load(Uri? source = null)
    {
        var digits = new MnistDigits();
        var files = digits.Remote.Files.Select(file => new RemoteFile(file.Name, Served[file.Name].Length, Convert.ToHexStringLower(SHA256.HashData(Served[file.Name]))));
        var remote = new RemoteFolder(source ?? new("http://127.0.0.1:1/"), [.. files]);
        return new PhotoLoader(digits, new(null, _data.Path)) { Remote = remote }.Load(null, CancellationToken.None);
    }
}
