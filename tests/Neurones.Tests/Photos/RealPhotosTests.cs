using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests.Photos;

public class RealPhotosTests
{
    [NeedsPhotosFact]
    public void The_real_photos_are_those_that_h5py_reads()
    {
        var photos = CatsAndDogs.Load();

        Assert.Equal(PhotoSourceKind.Folder, photos.Source.Kind);
        Assert.StartsWith("1,000 real photos to train on and 200 to test with, from ", photos.Source.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("catdog (NEURONES_DATA)", photos.Source.ToString(), StringComparison.Ordinal);
        Check(photos.Train, "train", "(1000, 64, 64)");
        Check(photos.Test, "test", "(200, 64, 64)");
    }

    // Lesson 6 from seed 1: it learns its photos, and guesses others.
    [NeedsPhotosFact]
    public void Load_and_train()
    {
        var photos = CatsAndDogs.Load();
        var scaler = MinMaxScaler.FitWhole(photos.Train.Flatten());
        var test = (X: scaler.Transform(photos.Test.Flatten()), y: photos.Test.Labels);

        var last = new LogisticNeuron().Fit(
            scaler.Transform(photos.Train.Flatten()),
            photos.Train.Labels,
            new() { LearningRate = 0.01, Iterations = 10_000, RecordEvery = 10_000, Seed = 1 },
            test)[^1];

        Near.Equal([0.8678, 0.715, 2.5871, 0.530], [last.TrainLoss, last.TrainAccuracy!.Value, last.TestLoss!.Value, last.TestAccuracy!.Value], 1e-4);
    }

    [Fact]
    public void Labels_other_than_0_and_1_are_refused()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<InvalidDataException>(() => new CatsAndDogsPhotos().Read(folder.AddPhotos("", test: "threelabels")));

        Assert.EndsWith("testset.hdf5 can't be used: Y_test holds 2, but labels are 0 (cat) and 1 (dog).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_photo_needs_a_label()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<InvalidDataException>(() => new CatsAndDogsPhotos().Read(folder.AddPhotos("", train: "otherlabels")));

        Assert.EndsWith("trainset.hdf5 can't be used: Y_train has the shape (5, 1), but 6 photos need labels of the shape (6, 1).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_named_with_its_path()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<InvalidDataException>(() => new CatsAndDogsPhotos().Read(folder.AddPhotos("", train: "small")));

        Assert.StartsWith(Path.Combine(folder.Path, "trainset.hdf5") + " can't be read: it has no dataset X_train; it has X, Y.", error.Message, StringComparison.Ordinal);
    }

    private static void Check(PhotoSet photos, string part, string shape)
    {
        var expected = Fixture.Json("real.json").GetProperty(part);
        Assert.Equal(shape, photos.Shape);
        Assert.Equal(expected.GetProperty("dogs").GetDouble(), photos.Labels.Enumerate().Sum());
        CheckSums(expected.GetProperty("photos"), photos.Flatten());
        CheckSums(expected.GetProperty("labels"), photos.Labels);
        foreach (var pixel in expected.GetProperty("pixels").EnumerateArray())
        {
            var at = pixel.GetProperty("at").EnumerateArray().Select(place => place.GetInt32()).ToArray();
            Assert.Equal(pixel.GetProperty("value").GetDouble(), photos.Photo(at[0])[at[1], at[2]]);
        }
    }

    private static void CheckSums(JsonElement expected, Matrix<double> values)
    {
        var flat = values.ToRowMajorArray();
        Assert.Equal(expected.GetProperty("sum").GetDouble(), flat.Sum());
        Assert.Equal(expected.GetProperty("weighted").GetDouble(), flat.Select((value, i) => value * (i % 1009)).Sum());
    }
}
