using Neurones.Tests.Photos.Idx;

namespace Neurones.Tests.Photos.Sources;

public sealed class EmnistBalancedTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Images_are_upright_and_classes_named_as_in_the_mapping()
    {
        _data.AddPair("emnist", "emnist-balanced-train", IdxBytes.Images(6), IdxBytes.Labels(0, 10, 35, 36, 38, 46));
        _data.AddPair("emnist", "emnist-balanced-test", IdxBytes.Images(1), IdxBytes.Labels(45));

        var characters = EmnistBalanced.Load(new(null, _data.Path));

        Assert.Equal($"6 real characters to train on and 1 to test with, from {Path.Combine(_data.Path, "emnist")}", characters.Source.Sentence);
        Assert.Equal(new double[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, characters.Train.Photo(0).ToArray());
        Assert.Equal(["0", "A", "Z", "a", "d", "t"], characters.Train.Labels.Enumerate().Select(label => characters.Train.ClassNames[(int)label]));
        Assert.Equal("r", characters.Test.ClassNames[(int)characters.Test.Labels[0, 0]]);
        Assert.Equal(47, characters.Test.ClassNames.Count);
    }

    [Fact]
    public void Where_they_are_missing_the_error_says_what_to_put_where()
    {
        _data.AddPair("emnist", "emnist-balanced-train", [], []);

        var error = Assert.Throws<FileNotFoundException>(() => EmnistBalanced.Load(new(_data.Path, Path.Combine(_data.Path, "own"))));

        var own = Path.Combine(_data.Path, "own", "emnist");
        Assert.Equal(
            $"EMNIST-balanced isn't here: emnist-balanced-train-images-idx3-ubyte.gz, emnist-balanced-train-labels-idx1-ubyte.gz, emnist-balanced-test-images-idx3-ubyte.gz and emnist-balanced-test-labels-idx1-ubyte.gz aren't in {own}; "
            + $"NEURONES_DATA is set, but emnist-balanced-test-images-idx3-ubyte.gz and emnist-balanced-test-labels-idx1-ubyte.gz aren't in {Path.Combine(_data.Path, "emnist")}. "
            + "They are in gzip.zip, which https://www.nist.gov/itl/products-and-services/emnist-dataset offers: put them there.",
            error.Message);
    }
}
