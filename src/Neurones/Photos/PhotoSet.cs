using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Grey photos of one size, each with the class that it shows.</summary>
/// <remarks>Pixels are kept as bytes, 0 (black) to 255 (white); matrices are made when they are asked for.</remarks>
public sealed class PhotoSet
{
    private readonly byte[] _pixels;
    private readonly int[] _labels;

    /// <summary>Makes a set from raw pixels; the arrays are copied.</summary>
    /// <param name="height">Rows of pixels of a photo.</param>
    /// <param name="width">Columns of pixels of a photo.</param>
    /// <param name="pixels">The photos one after the other, each row by row: Count * height * width bytes.</param>
    /// <param name="labels">For each photo the index of its class in <paramref name="classNames"/>.</param>
    /// <param name="classNames">The names of the classes, such as cat, dog.</param>
    /// <exception cref="ArgumentException">The sizes don't fit together, or a label has no class.</exception>
    public PhotoSet(int height, int width, ReadOnlySpan<byte> pixels, ReadOnlySpan<int> labels, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        Check.That(height > 0 && width > 0, $"A photo is {height}x{width}, but needs at least one row and one column of pixels.");
        var expected = (long)labels.Length * height * width;
        Check.That(pixels.Length == expected, $"{labels.Length} photos of {height}x{width} have {expected} pixels, but there are {pixels.Length}: give every pixel of every photo, and one label per photo.");
        foreach (var label in labels)
        {
            Check.That(label >= 0 && label < classNames.Count, $"labels has {label}, but labels are 0 to {classNames.Count - 1}, one for each of the {classNames.Count} names in classNames.");
        }

        Height = height;
        Width = width;
        Count = labels.Length;
        ClassNames = [.. classNames];
        _pixels = pixels.ToArray();
        _labels = labels.ToArray();
    }

    /// <summary>How many photos there are: m.</summary>
    public int Count { get; }

    /// <summary>Rows of pixels of each photo.</summary>
    public int Height { get; }

    /// <summary>Columns of pixels of each photo.</summary>
    public int Width { get; }

    /// <summary>The names of the classes: the label k means ClassNames[k].</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The photos' classes, y: (m, 1); for cats and dogs 0 is a cat and 1 a dog.</summary>
    public Matrix<double> Labels => Matrix<double>.Build.Dense(Count, 1, (photo, _) => _labels[photo]);

    /// <summary>The shape as NumPy writes it, such as (1000, 64, 64).</summary>
    public string Shape => Text($"({Count}, {Height}, {Width})");

    /// <summary>One photo: (height, width), values 0 (black) to 255 (white), row 0 at the top.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no photo <paramref name="i"/>.</exception>
    public Matrix<double> Photo(int i)
    {
        if (i < 0 || i >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(i), i, Text($"There is no photo {i}: the {Count} photos are numbered from 0."));
        }

        var start = i * Height * Width;
        return Matrix<double>.Build.Dense(Height, Width, (row, column) => _pixels[start + (row * Width) + column]);
    }

    /// <summary>Some photos of the set that follow each other, also as photos[start..end].</summary>
    /// <param name="start">The first one, counted from 0.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="ArgumentException">The set hasn't so many photos.</exception>
    public PhotoSet Slice(int start, int length)
    {
        Check.That(start >= 0 && length >= 0 && length <= Count - start, $"The {length} photos from {start} on were asked for, but there are {Count}, numbered from 0.");
        var size = Height * Width;
        return new PhotoSet(Height, Width, _pixels.AsSpan(start * size, length * size), _labels.AsSpan(start, length), ClassNames);
    }

    /// <summary>Each photo as one row of variables, X: (m, height * width), values 0 to 255; a photo's rows follow each other.</summary>
    public Matrix<double> Flatten()
    {
        var variables = Height * Width;
        return Matrix<double>.Build.Dense(Count, variables, (photo, pixel) => _pixels[(photo * variables) + pixel]);
    }

    /// <summary>The photos as a <see cref="Sequential"/> model takes them: (m, height, width, 1), values 0 (black) to 1 (white).</summary>
    /// <exception cref="ArgumentException">There are no photos.</exception>
    public Tensor ToTensor() => new([Count, Height, Width, 1], Array.ConvertAll(_pixels, pixel => pixel / (float)byte.MaxValue));

    /// <summary>The shape and how many photos each class has.</summary>
    public override string ToString() =>
        Text($"{Shape}: {string.Join(", ", ClassNames.Select((name, label) => Text($"{_labels.Count(value => value == label)} {name}")))}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
