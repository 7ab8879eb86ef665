namespace Neurones.Tests.Photos.Idx;

public sealed class IdxPairTests : IDisposable
{
    private static readonly string[] ClassNames = ["zero", "one", "two"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_and_labels_belong_together()
    {
        Add(IdxBytes.Images(2), IdxBytes.Labels(2, 1));

        var set = new IdxPair("some").Read(_folder.Path, ClassNames);

        Assert.Equal("(2, 2, 3): 0 zero, 1 one, 1 two", set.ToString());
        Assert.Equal(new double[,] { { 6, 7, 8 }, { 9, 10, 11 } }, set.Photo(1).ToArray());
        Assert.Equal(new double[,] { { 2 }, { 1 } }, set.Labels.ToArray());
    }

    [Fact]
    public void Transposed_images_are_put_upright()
    {
        Add(IdxBytes.Images(2), IdxBytes.Labels(2, 1));

        var set = new IdxPair("some", transposed: true).Read(_folder.Path, ClassNames);

        Assert.Equal(new double[,] { { 6, 9 }, { 7, 10 }, { 8, 11 } }, set.Photo(1).ToArray());
    }

    [Fact]
    public void Files_may_be_unpacked()
    {
        Add(IdxBytes.Images(1), IdxBytes.Labels(0), ending: "");

        Assert.Empty(new IdxPair("some").Missing(_folder.Path));
        Assert.Equal(1, new IdxPair("some").Read(_folder.Path, ClassNames).Count);
    }

    [Fact]
    public void Missing_files_are_named() =>
        Assert.Equal(["some-images-idx3-ubyte.gz", "some-labels-idx1-ubyte.gz"], new IdxPair("some").Missing(_folder.Path));

    [Fact]
    public void Labels_of_other_images_are_refused()
    {
        Add(IdxBytes.Images(2), IdxBytes.Labels(0, 1, 2));

        AssertRefused("some-labels-idx1-ubyte.gz can't be used: it has 3 labels, but some-images-idx3-ubyte.gz has 2 images: take both files from one place.");
    }

    [Fact]
    public void A_label_without_a_class_is_refused()
    {
        Add(IdxBytes.Images(2), IdxBytes.Labels(0, 3));

        AssertRefused("some-labels-idx1-ubyte.gz can't be used: it holds the label 3, but labels are 0 to 2: take the labels that belong to the images.");
    }

    private void AssertRefused(string end) =>
        Assert.EndsWith(end, Assert.Throws<InvalidDataException>(() => new IdxPair("some").Read(_folder.Path, ClassNames)).Message, StringComparison.Ordinal);

    private void Add(byte[] images, byte[] labels, string ending = ".gz") => _folder.AddPair("", "some", images, labels, ending);
}
