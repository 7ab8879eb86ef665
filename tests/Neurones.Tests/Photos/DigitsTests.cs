using System.Security.Cryptography;
using System.Text.Json;

namespace Neurones.Tests.Photos;

public class DigitsTests
{
    [NeedsDigitsFact]
    public void The_real_digits_are_those_that_NumPy_reads()
    {
        var expected = Fixture.Json("digits.json");

        var digits = TestDigits();

        Check(digits.Train, expected.GetProperty("train"));
        Check(digits.Test, expected.GetProperty("test"));
        Assert.Equal(expected.GetProperty("nearestMeanRight").GetInt32(), NearestMean.CountRight(digits.Train, digits.Test));
    }

    [NeedsDigitsFact]
    public void The_source_says_that_only_the_test_digits_are_there()
    {
        using var french = new FrenchCulture();

        var sentence = TestDigits().Source.Sentence;

        Assert.StartsWith("8,000 real digits to train on and 2,000 to test with, from ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            ": these are the test images of MNIST alone, four fifths of them to train on, because train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz aren't there",
            sentence,
            StringComparison.Ordinal);
    }

    [NeedsDigitsFact]
    public void The_given_folder_has_them()
    {
        var digits = Digits.Load();

        Assert.Equal(PhotoSourceKind.Folder, digits.Source.Kind);
        Assert.Equal((28, 28, "7"), (digits.Train.Height, digits.Test.Width, digits.Train.ClassNames[7]));
    }

    /// <summary>The two files of the test, in a folder that has no others.</summary>
    private static PhotoDataset TestDigits()
    {
        using var folder = new TemporaryFolder();
        var mnist = Path.GetDirectoryName(folder.Add("mnist/README"))!;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable("NEURONES_DATA")!, "mnist"), "t10k-*"))
        {
            File.Copy(file, Path.Combine(mnist, Path.GetFileName(file)));
        }

        return new PhotoLoader(new MnistDigits(), new(folder.Path, "nowhere")).Load(null, CancellationToken.None);
    }

    private static void Check(PhotoSet digits, JsonElement expected)
    {
        Assert.Equal($"({string.Join(", ", expected.GetProperty("shape").EnumerateArray())})", digits.Shape);
        Assert.Equal(expected.GetProperty("sha256").GetString(), Hash(digits.Flatten().ToRowMajorArray()));
        Assert.Equal(expected.GetProperty("labels").GetString(), Hash(digits.Labels.ToRowMajorArray()));
        Assert.Equal(
            expected.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()),
            Enumerable.Range(0, 10).Select(digit => digits.Labels.Enumerate().Count(label => label == digit)));
        Assert.Equal(expected.GetProperty("first").EnumerateArray().Select(label => label.GetDouble()), digits.Labels.Enumerate().Take(12));
        foreach (var pixel in expected.GetProperty("pixels").EnumerateArray())
        {
            var at = pixel.GetProperty("at").EnumerateArray().Select(place => place.GetInt32()).ToArray();
            Assert.Equal(pixel.GetProperty("value").GetDouble(), digits.Photo(at[0])[at[1], at[2]]);
        }
    }

    private static string Hash(double[] values) => Convert.ToHexStringLower(SHA256.HashData(Array.ConvertAll(values, value => (byte)value)));
}
