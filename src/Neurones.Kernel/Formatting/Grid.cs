using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace Neurones.Kernel.Formatting;

/// <summary>A matrix, a vector or a two-dimensional array: numbers by row and column.</summary>
internal sealed record Grid(string Title, int Rows, int Columns, Func<int, int, object?> At, bool IsVector = false)
{
    public const int MaxRows = 16;
    public const int MaxColumns = 12;

    public static Grid? Of(object? value) => value switch
    {
        Matrix<double> m => Of(m),
        Matrix<float> m => Of(m),
        Matrix<Complex> m => Of(m),
        Vector<double> v => Of(v),
        Vector<float> v => Of(v),
        Vector<Complex> v => Of(v),
        Array { Rank: 2 } a => new($"{TypeNames.Of(a.GetType().GetElementType()!)}[{a.GetLength(0)}, {a.GetLength(1)}]", a.GetLength(0), a.GetLength(1),
            (i, j) => a.GetValue(a.GetLowerBound(0) + i, a.GetLowerBound(1) + j)),
        _ => null,
    };

    private static Grid Of<T>(Matrix<T> m) where T : struct, IEquatable<T>, IFormattable =>
        new($"Matrix {m.RowCount} × {m.ColumnCount}", m.RowCount, m.ColumnCount, (i, j) => m[i, j]);

    // A vector is shown as the row it is printed as everywhere; it is neither a row nor a column.
    private static Grid Of<T>(Vector<T> v) where T : struct, IEquatable<T>, IFormattable =>
        new($"Vector of {v.Count}", 1, v.Count, (_, j) => v[j], IsVector: true);

    /// <summary>The values shown, as text; an ellipsis where rows or columns are left out.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells()
    {
        var columns = Elision.Of(Columns, MaxColumns);
        return Elision.Of(Rows, MaxRows)
            .Select(i => columns.Select(j => i is null ? "⋮" : j is null ? "…" : Scalars.Short(At(i.Value, j.Value))).ToList())
            .ToList();
    }
}
