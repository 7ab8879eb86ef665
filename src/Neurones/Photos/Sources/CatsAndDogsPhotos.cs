namespace Neurones;

/// <summary>The course's cats and dogs: two HDF5 files.</summary>
internal sealed class CatsAndDogsPhotos : IObtainablePhotos
{
    private const string TrainFile = "trainset.hdf5";
    private const string TestFile = "testset.hdf5";

    /// <summary>The names of the classes: label 0, label 1.</summary>
    public static readonly string[] ClassNames = ["cat", "dog"];

    /// <inheritdoc/>
    public string Subfolder => "catdog";

    /// <inheritdoc/>
    public string Noun => "photos";

    /// <inheritdoc/>
    public RemoteFolder Remote { get; } = new(
        new("https://raw.githubusercontent.com/MachineLearnia/Deep-Learning-Youtube/main/datasets/"),
        [
            new(TrainFile, 4_106_048, "0af70335b103c2d23919fa312d7ac1099d206e671dcd50e3f02273f06b7e65bb"),
            new(TestFile, 822_848, "9164849a343ac9f8f1db646f81a44ba78854f9655bb711fed9b368c2ae4696fe"),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Missing(string folder) =>
        [.. new[] { TrainFile, TestFile }.Where(name => !File.Exists(Path.Combine(folder, name)))];

    /// <inheritdoc/>
    public (PhotoSet Train, PhotoSet Test, string Remark) Read(string folder) => (
        ReadSet(Path.Combine(folder, TrainFile), "X_train", "Y_train"),
        ReadSet(Path.Combine(folder, TestFile), "X_test", "Y_test"),
        "");

    /// <inheritdoc/>
    public (PhotoSet Train, PhotoSet Test) Draw(CancellationToken cancellation) => DrawnPhotos.Draw(cancellation);

    private static PhotoSet ReadSet(string path, string photosName, string labelsName)
    {
        var file = Hdf5File.Open(path);
        var photos = file.Read(photosName);
        var labels = file.Read(labelsName);
        if (photos.Type != Hdf5Type.UInt8 || photos.Shape.Count != 3)
        {
            throw UnusableFile.Because(path, $"{photosName} has the shape {photos.ShapeText}, {photos.Type.Size} bytes a value, but photos are whole numbers 0 to 255 of one byte in the shape (photos, rows, columns)");
        }

        var count = photos.Shape[0];
        if (!labels.Shape.SequenceEqual([count, 1]))
        {
            throw UnusableFile.Because(path, $"{labelsName} has the shape {labels.ShapeText}, but {count} photos need labels of the shape ({count}, 1)");
        }

        var classes = labels.Values().Select(label => label is 0 or 1 ? (int)label : throw UnusableFile.Because(path, $"{labelsName} holds {label}, but labels are 0 (cat) and 1 (dog)"));
        return new PhotoSet(photos.Shape[1], photos.Shape[2], photos.Data.Span, classes.ToArray(), ClassNames);
    }
}
