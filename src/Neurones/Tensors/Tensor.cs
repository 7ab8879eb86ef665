using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Numbers along any number of axes, such as a batch of photos (m, height, width, channels).</summary>
/// <remarks>
/// Single precision (float), enough to train with and half the memory of a <see cref="Matrix{T}"/> of doubles. The numbers
/// lie in the order in which they are read: the last index runs fastest, as in NumPy. The first axis counts the samples.
/// </remarks>
public sealed class Tensor
{
    private const int CheckedAtOnce = 1 << 18; // Numbers; with fewer, handing them to another thread costs more than it saves.

    /// <summary>A tensor of these numbers, which are kept, not copied.</summary>
    /// <param name="shape">Its shape, such as [60000, 28, 28, 1].</param>
    /// <param name="values">Its numbers, the last index running fastest.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than the shape has.</exception>
    public Tensor(TensorShape shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        Check.That(shape.Count > 0, $"A tensor needs an axis or more: give a single number the shape [1].");
        Check.That(shape.Size == values.Length, $"values has {values.Length} numbers but a tensor of {shape} has {shape.Size}: give one number for each place.");
        (Shape, Array) = (shape, values);
    }

    /// <summary>Its shape: the number of samples, then the shape of each.</summary>
    public TensorShape Shape { get; }

    /// <summary>All numbers, the last index running fastest.</summary>
    public ReadOnlySpan<float> Values => Array;

    /// <summary>How many samples it has: the length of its first axis, m.</summary>
    public int Count => Shape[0];

    internal float[] Array { get; }

    /// <summary>One number.</summary>
    /// <param name="place">An index for each axis, counted from 0.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public float this[params ReadOnlySpan<int> place] => Array[IndexOf(place)];

    /// <summary>A matrix as a tensor of the same rows and columns: a sample in each row.</summary>
    /// <param name="matrix">The samples, (m, n).</param>
    public static Tensor Of(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Check.That(matrix.RowCount > 0 && matrix.ColumnCount > 0, $"The matrix is empty ({Check.Shape(matrix)}): a tensor has a number or more.");
        var values = new float[matrix.RowCount * matrix.ColumnCount];
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < matrix.ColumnCount; j++)
            {
                values[(i * matrix.ColumnCount) + j] = (float)matrix[i, j];
            }
        }

        return new Tensor([matrix.RowCount, matrix.ColumnCount], values);
    }

    /// <summary>A matrix as a tensor: <see cref="Of"/>.</summary>
    /// <param name="matrix">The samples, (m, n).</param>
    [return: NotNullIfNotNull(nameof(matrix))]
    public static implicit operator Tensor?(Matrix<double>? matrix) => matrix is null ? null : Of(matrix);

    /// <summary>The same numbers in another shape; they aren't copied.</summary>
    /// <param name="shape">A shape of as many numbers.</param>
    /// <exception cref="ArgumentException">It has more or fewer numbers.</exception>
    public Tensor Reshape(TensorShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Check.That(shape.Size == Shape.Size, $"A tensor of {Shape} has {Shape.Size} numbers and can't become {shape}, which has {shape.Size}.");
        return new Tensor(shape, Array);
    }

    /// <summary>A copy of some samples that follow each other, such as <c>X.Samples(..100)</c>.</summary>
    /// <param name="range">Which samples.</param>
    /// <exception cref="ArgumentException">There are fewer samples, or the range has none.</exception>
    public Tensor Samples(Range range)
    {
        var (start, end) = (range.Start.GetOffset(Count), range.End.GetOffset(Count));
        Check.That(start >= 0 && start < end && end <= Count, $"The samples {range} were asked for, but a tensor of {Shape} has {Count}: take one or more of 0..{Count}.");
        var size = Shape.Size / Count;
        return new Tensor(Shape.Sample.Batch(end - start), Array[(start * size)..(end * size)]);
    }

    /// <summary>A row for each sample, (m, n), with its numbers one after the other.</summary>
    public Matrix<double> ToMatrix()
    {
        var columns = Shape.Size / Count;
        return Matrix<double>.Build.Dense(Count, columns, (i, j) => Array[(i * columns) + j]);
    }

    /// <summary>Its shape and, of a small one, its numbers: "2x2: 1, 2, 3, 4".</summary>
    public override string ToString() =>
        Array.Length > 20 ? Shape.ToString() : FormattableString.Invariant($"{Shape}: ") + string.Join(", ", Array.Select(value => FormattableString.Invariant($"{value}")));

    /// <summary>Every number is an ordinary one.</summary>
    internal void CheckFinite(string name)
    {
        var areFinite = true;
        ForkJoin.Run(((Array.Length - 1) / CheckedAtOnce) + 1, part =>
        {
            var start = part * CheckedAtOnce;
            if (!VectorSums.AreFinite(Array.AsSpan(start, Math.Min(CheckedAtOnce, Array.Length - start))))
            {
                areFinite = false;
            }
        });
        if (!areFinite)
        {
            var bad = System.Array.FindIndex(Array, value => !float.IsFinite(value));
            var sample = bad / (Shape.Size / Count);
            Check.That(false, $"{name} has {Array[bad]} in sample {sample} (counted from 0): replace or remove that sample first.");
        }
    }

    private int IndexOf(ReadOnlySpan<int> place)
    {
        Check.That(place.Length == Shape.Count, $"{place.Length} indices were given to a tensor of {Shape}: give {Shape.Count}.");
        var index = 0;
        for (var axis = 0; axis < place.Length; axis++)
        {
            Check.That(place[axis] >= 0 && place[axis] < Shape[axis], $"Index {place[axis]} of axis {axis} is outside a tensor of {Shape}: it goes from 0 to {Shape[axis] - 1}.");
            index = (index * Shape[axis]) + place[axis];
        }

        return index;
    }
}
