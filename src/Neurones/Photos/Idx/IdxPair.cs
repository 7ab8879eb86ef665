namespace Neurones;

/// <summary>Images and their labels in two IDX files, such as t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz; .gz may be missing.</summary>
/// <param name="part">What their names begin with.</param>
/// <param name="transposed">Each image lies column by column in the file, as EMNIST has them.</param>
internal sealed class IdxPair(string part, bool transposed = false)
{
    private readonly string _images = $"{part}-images-idx3-ubyte.gz";
    private readonly string _labels = $"{part}-labels-idx1-ubyte.gz";

    /// <summary>The two files' names.</summary>
    public IReadOnlyList<string> Names => [_images, _labels];

    /// <summary>Those of the two that <paramref name="folder"/> doesn't have.</summary>
    public IReadOnlyList<string> Missing(string folder) => [.. Names.Where(name => !File.Exists(PathOf(folder, name)))];

    /// <summary>Reads both files.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or they don't belong together.</exception>
    public PhotoSet Read(string folder, IReadOnlyList<string> classNames)
    {
        var images = IdxFile.Read(PathOf(folder, _images), rank: 3);
        var labels = IdxFile.Read(PathOf(folder, _labels), rank: 1);
        var (count, height, width) = (images.Sizes[0], images.Sizes[1], images.Sizes[2]);
        if (labels.Values.Length != count)
        {
            throw UnusableFile.Because(PathOf(folder, _labels), $"it has {labels.Values.Length} labels, but {_images} has {count} images: take both files from one place");
        }

        var highest = labels.Values.Max();
        if (highest >= classNames.Count)
        {
            throw UnusableFile.Because(PathOf(folder, _labels), $"it holds the label {highest}, but labels are 0 to {classNames.Count - 1}: take the labels that belong to the images");
        }

        var classes = Array.ConvertAll(labels.Values, label => (int)label);
        return transposed
            ? new PhotoSet(width, height, Transpose(images.Values, height, width), classes, classNames)
            : new PhotoSet(height, width, images.Values, classes, classNames);
    }

    private static byte[] Transpose(byte[] images, int height, int width)
    {
        var upright = new byte[images.Length];
        for (var start = 0; start < images.Length; start += height * width)
        {
            for (var i = 0; i < height * width; i++)
            {
                upright[start + (i % width * height) + (i / width)] = images[start + i];
            }
        }

        return upright;
    }

    private static string PathOf(string folder, string name)
    {
        var packed = Path.Combine(folder, name);
        var unpacked = Path.ChangeExtension(packed, null);
        return File.Exists(unpacked) && !File.Exists(packed) ? unpacked : packed;
    }
}
