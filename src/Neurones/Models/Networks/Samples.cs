using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Samples one after the other in an array, as the columns of a matrix lie.</summary>
/// <param name="Values">The array.</param>
/// <param name="Stride">Numbers from the start of one sample to the next.</param>
/// <param name="First">The first sample of these in the array.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Samples(double[] Values, int Stride, int First, int Count)
{
    /// <summary>The columns of X: where they lie, unless another stride is better.</summary>
    public static Samples Of(Matrix<double> X)
    {
        var stride = Padded(X.RowCount);
        var columns = X.AsColumnMajorArray() ?? X.ToColumnMajorArray();
        if (stride == X.RowCount)
        {
            return new(columns, stride, 0, X.ColumnCount);
        }

        var padded = Empty(stride, X.ColumnCount);
        for (var j = 0; j < X.ColumnCount; j++)
        {
            columns.AsSpan(j * X.RowCount, X.RowCount).CopyTo(padded.Slice(j..(j + 1)).Span);
        }

        return padded;
    }

    /// <summary>Room for samples of so many numbers.</summary>
    public static Samples Empty(int stride, int count) => new(new double[(long)stride * count], stride, 0, count);

    /// <summary>All of their numbers.</summary>
    public Span<double> Span => Values.AsSpan(First * Stride, Count * Stride);

    /// <summary>Some of these samples.</summary>
    public Samples Slice(Range range)
    {
        var (first, count) = range.GetOffsetAndLength(Count);
        return this with { First = First + first, Count = count };
    }

    // Samples that start a multiple of 4096 bytes apart compete for the same few places in the processor's cache.
    private static int Padded(int variables) => variables % 512 == 0 ? variables + 24 : variables;
}
