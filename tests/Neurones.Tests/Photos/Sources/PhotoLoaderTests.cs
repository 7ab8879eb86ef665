namespace Neurones.Tests.Photos.Sources;

public sealed class PhotoLoaderTests : IDisposable
{
    private readonly TemporaryFolder _given = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _given.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void The_given_folder_goes_first()
    {
        var folder = _given.AddPhotos("catdog");
        _data.AddPhotos("catdog");

        var source = Load(_given.Path).Source;

        Assert.Equal(new PhotoSource(PhotoSourceKind.Folder, $"6 real photos to train on and 6 to test with, from {folder} (NEURONES_DATA)"), source);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void The_data_folder_goes_next(string? neuronesData)
    {
        var folder = _data.AddPhotos("catdog");

        var source = Load(neuronesData).Source;

        Assert.Equal(new PhotoSource(PhotoSourceKind.Data, $"6 real photos to train on and 6 to test with, from {folder}"), source);
    }

    [Fact]
    public void A_given_folder_without_the_photos_is_told()
    {
        _given.Add("catdog/trainset.hdf5", "photos");
        _data.AddPhotos("catdog");

        var source = Load(_given.Path).Source;

        Assert.Equal(PhotoSourceKind.Data, source.Kind);
        Assert.EndsWith($"catdog; NEURONES_DATA is set, but testset.hdf5 isn't in {Path.Combine(_given.Path, "catdog")}", source.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_in_the_given_folder_is_an_error()
    {
        _given.AddPhotos("catdog", test: "gzip");
        _data.AddPhotos("catdog");

        var error = Assert.Throws<InvalidDataException>(() => Load(_given.Path));

        Assert.Contains(Path.Combine(_given.Path, "catdog", "testset.hdf5"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_in_the_data_folder_is_an_error()
    {
        File.WriteAllText(Path.Combine(_data.AddPhotos("catdog"), "trainset.hdf5"), "<html>");

        Assert.Throws<InvalidDataException>(() => Load(null));
    }

    [Fact]
    public void Where_drawn_photos_are_asked_for_real_ones_are_left_alone()
    {
        _given.AddPhotos("catdog");
        _data.AddPhotos("catdog");

        var source = new PhotoLoader(new CatsAndDogsPhotos(), new(_given.Path, _data.Path)) { DrawnOnly = true }.Load(null, CancellationToken.None).Source;

        Assert.Equal(new PhotoSource(PhotoSourceKind.Drawn, "1,000 drawn photos to train on and 200 to test with, as NEURONES_PHOTOS=drawn asks"), source);
    }

    [Fact]
    public void A_cancelled_loading_loads_nothing()
    {
        _data.AddPhotos("catdog");

        Assert.Throws<OperationCanceledException>(() => Loader(null).Load(null, new CancellationToken(canceled: true)));
    }

    private PhotoDataset Load(string? neuronesData) => Loader(neuronesData).Load(null, CancellationToken.None);

    private PhotoLoader Loader(string? neuronesData) => new(new CatsAndDogsPhotos(), new(neuronesData, _data.Path));
}
