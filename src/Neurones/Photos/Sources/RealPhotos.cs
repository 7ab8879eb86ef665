using System.Globalization;

namespace Neurones;

/// <summary>The course's two HDF5 files in a folder.</summary>
internal static class RealPhotos
{
    public const string TrainFile = "trainset.hdf5";
    public const string TestFile = "testset.hdf5";

    /// <summary>The names of the classes: label 0, label 1.</summary>
    public static readonly string[] ClassNames = ["cat", "dog"];

    /// <summary>Those of the two files that <paramref name="folder"/> doesn't have.</summary>
    public static IEnumerable<string> Missing(string folder) =>
        new[] { TrainFile, TestFile }.Where(name => !File.Exists(Path.Combine(folder, name)));

    /// <summary>Reads both files.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or not one of cats and dogs.</exception>
    public static (PhotoSet Train, PhotoSet Test) Read(string folder)
    {
        var train = ReadSet(Path.Combine(folder, TrainFile), "X_train", "Y_train");
        var test = ReadSet(Path.Combine(folder, TestFile), "X_test", "Y_test");
        return (train.Height, train.Width) == (test.Height, test.Width)
            ? (train, test)
            : throw Wrong(folder, $"the photos to train on have the shape {train.Shape} and those to test with {test.Shape}, but they must be of one size");
    }

    private static PhotoSet ReadSet(string path, string photosName, string labelsName)
    {
        var file = Hdf5File.Open(path);
        var photos = file.Read(photosName);
        var labels = file.Read(labelsName);
        if (photos.Type != Hdf5Type.UInt8 || photos.Shape.Count != 3)
        {
            throw Wrong(path, $"{photosName} has the shape {photos.ShapeText}, {photos.Type.Size} bytes a value, but photos are whole numbers 0 to 255 of one byte in the shape (photos, rows, columns)");
        }

        var count = photos.Shape[0];
        if (!labels.Shape.SequenceEqual([count, 1]))
        {
            throw Wrong(path, $"{labelsName} has the shape {labels.ShapeText}, but {count} photos need labels of the shape ({count}, 1)");
        }

        var classes = labels.Values().Select(label => label is 0 or 1 ? (int)label : throw Wrong(path, $"{labelsName} holds {label}, but labels are 0 (cat) and 1 (dog)"));
        return new PhotoSet(photos.Shape[1], photos.Shape[2], photos.Data.Span, classes.ToArray(), ClassNames);
    }

    private static InvalidDataException Wrong(string path, FormattableString what) =>
        new($"{path} can't be used: {what.ToString(CultureInfo.InvariantCulture)}.");
}
