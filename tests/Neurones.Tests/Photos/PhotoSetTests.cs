namespace Neurones.Tests.Photos;

public class PhotoSetTests
{
    private static readonly PhotoSet Two = new(2, 3, [0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255], [1, 0], ["cat", "dog"]);

    [Fact]
    public void A_photo_is_a_matrix_of_its_rows() =>
        Assert.Equal(new double[,] { { 250, 251, 252 }, { 253, 254, 255 } }, Two.Photo(1).ToArray());

    [Fact]
    public void Flattened_each_photo_is_a_row_as_NumPy_reshapes_it() =>
        Assert.Equal(new double[,] { { 0, 1, 2, 3, 4, 5 }, { 250, 251, 252, 253, 254, 255 } }, Two.Flatten().ToArray());

    [Fact]
    public void Labels_are_a_column() => Assert.Equal(new double[,] { { 1 }, { 0 } }, Two.Labels.ToArray());

    [Fact]
    public void What_it_gave_out_cannot_change_it()
    {
        Two.Labels.Clear();
        Two.Photo(0).Clear();

        Assert.Equal(1, Two.Labels[0, 0]);
        Assert.Equal(5, Two.Photo(0)[1, 2]);
    }

    [Fact]
    public void It_shows_its_shape_and_classes()
    {
        Assert.Equal("(2, 2, 3)", Two.Shape);
        Assert.Equal("(2, 2, 3): 1 cat, 1 dog", Two.ToString());
    }

    [Fact]
    public void Pixels_are_copied()
    {
        byte[] pixels = [7];
        var set = new PhotoSet(1, 1, pixels, [0], ["cat"]);

        pixels[0] = 8;

        Assert.Equal(7, set.Photo(0)[0, 0]);
    }

    [Fact]
    public void A_slice_has_some_photos_with_their_labels()
    {
        var last = Two[1..];

        Assert.Equal("(1, 2, 3): 1 cat, 0 dog", last.ToString());
        Assert.Equal(Two.Photo(1), last.Photo(0));
        Assert.Equal(0, Two[..0].Count);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 0)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_slice_beyond_the_set_is_refused(int start, int length)
    {
        var error = Assert.Throws<ArgumentException>(() => Two.Slice(start, length));

        Assert.Equal(FormattableString.Invariant($"The {length} photos from {start} on were asked for, but there are 2, numbered from 0."), error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_photo_that_is_not_there_is_named(int i)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Two.Photo(i));

        Assert.StartsWith(FormattableString.Invariant($"There is no photo {i}: the 2 photos are numbered from 0."), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new PhotoSet(2, 2, [1, 2, 3], [0], ["cat"]));

        Assert.Contains("1 photos of 2x2 have 4 pixels, but there are 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PhotoSet(0, 2, [], [0], ["cat"]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_label_without_a_class_is_refused(int label)
    {
        var error = Assert.Throws<ArgumentException>(() => new PhotoSet(1, 1, [1], [label], ["cat", "dog"]));

        Assert.Contains(FormattableString.Invariant($"labels has {label}, but labels are 0 to 1"), error.Message, StringComparison.Ordinal);
    }
}
