using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// y = alpha A x, or y += alpha A x. Each number of A serves once, so that memory sets the pace: one pass over A, in the
/// order in which it lies, is all there is to do.
/// </summary>
internal sealed unsafe class MatrixVector<TVector, TWidth, T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int RowsOfPart = 512; // Their sums stay in the first cache.
    private const long SmallestSharedSize = 1 << 17; // Below, waking a thread takes longer than it saves.

    [ThreadStatic]
    private static MatrixVector<TVector, TWidth, T>? own;

    private readonly Action<int> _multiplyPart;
    private readonly Workspace<T> _contiguous = new();
    private int _rows;
    private int _columns;
    private T _alpha;
    private Sliver<T> _A;
    private T* _x;
    private T* _y;
    private nint _stepOfY;
    private bool _add;

    private MatrixVector() => _multiplyPart = MultiplyPart;

    /// <summary>Multiplies A's rows by x, whose numbers lie some steps apart, as those of y do.</summary>
    public static void Multiply(int rows, int columns, T alpha, Sliver<T> A, T* x, nint stepOfX, T* y, nint stepOfY, bool add) =>
        (own ??= new()).MultiplyParts(rows, columns, alpha, A, x, stepOfX, y, stepOfY, add);

    private void MultiplyParts(int rows, int columns, T alpha, Sliver<T> A, T* x, nint stepOfX, T* y, nint stepOfY, bool add)
    {
        (_rows, _columns, _alpha, _A, _stepOfY, _add) = (rows, columns, alpha, A, stepOfY, add);
        _x = stepOfX == 1 ? x : Gather(x, stepOfX);
        _y = y;
        var parts = (rows + RowsOfPart - 1) / RowsOfPart;
        if ((long)rows * columns >= SmallestSharedSize)
        {
            ForkJoin.Run(parts, _multiplyPart);
        }
        else
        {
            for (var part = 0; part < parts; part++)
            {
                MultiplyPart(part);
            }
        }
    }

    private T* Gather(T* x, nint step)
    {
        var contiguous = _contiguous.OfSize(_columns);
        for (var j = 0; j < _columns; j++)
        {
            contiguous[j] = x[j * step];
        }

        return contiguous;
    }

    [SkipLocalsInit]
    private void MultiplyPart(int part)
    {
        var sums = stackalloc T[RowsOfPart];
        var first = part * RowsOfPart;
        var rows = Math.Min(RowsOfPart, _rows - first);
        if (_A.Across == 1)
        {
            AddColumns(rows, _columns, _A.Skip(first, 0), _x, sums);
        }
        else
        {
            DotRows(rows, _columns, _A.Skip(first, 0), _x, sums);
        }

        for (var i = 0; i < rows; i++)
        {
            var y = _y + (first + i) * _stepOfY;
            *y = _add ? *y + _alpha * sums[i] : _alpha * sums[i];
        }
    }

    /// <summary>Columns of A that lie number by number: sums = x0 A0 + x1 A1 + ..., four columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumns(int rows, int columns, Sliver<T> A, T* x, T* sums)
    {
        new Span<T>(sums, rows).Clear();
        var a = A.Start;
        var j = 0;
        for (; j + 4 <= columns; j += 4)
        {
            var (x0, x1, x2, x3) = (TWidth.Broadcast(x[j]), TWidth.Broadcast(x[j + 1]), TWidth.Broadcast(x[j + 2]), TWidth.Broadcast(x[j + 3]));
            var (a1, a2, a3) = (A.Along, 2 * A.Along, 3 * A.Along);
            var i = 0;
            for (; i + TWidth.Count <= rows; i += TWidth.Count)
            {
                var sum = TWidth.MultiplyAdd(TWidth.Load(a + i), x0, TWidth.Load(sums + i));
                sum = TWidth.MultiplyAdd(TWidth.Load(a + i + a1), x1, sum);
                sum = TWidth.MultiplyAdd(TWidth.Load(a + i + a2), x2, sum);
                TWidth.Store(TWidth.MultiplyAdd(TWidth.Load(a + i + a3), x3, sum), sums + i);
            }

            for (; i < rows; i++)
            {
                sums[i] += a[i] * x[j] + a[i + a1] * x[j + 1] + a[i + a2] * x[j + 2] + a[i + a3] * x[j + 3];
            }

            a += 4 * A.Along;
        }

        for (; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                sums[i] += a[i] * x[j];
            }

            a += A.Along;
        }
    }

    /// <summary>Rows of A that lie number by number: sums[i] = row i times x, four rows at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotRows(int rows, int columns, Sliver<T> A, T* x, T* sums)
    {
        var a = A.Start;
        var i = 0;
        for (; i + 4 <= rows; i += 4)
        {
            var a1 = a + A.Across;
            var a2 = a1 + A.Across;
            var a3 = a2 + A.Across;
            TVector s0 = default, s1 = default, s2 = default, s3 = default;
            var j = 0;
            for (; j + TWidth.Count <= columns; j += TWidth.Count)
            {
                var v = TWidth.Load(x + j);
                s0 = TWidth.MultiplyAdd(TWidth.Load(a + j), v, s0);
                s1 = TWidth.MultiplyAdd(TWidth.Load(a1 + j), v, s1);
                s2 = TWidth.MultiplyAdd(TWidth.Load(a2 + j), v, s2);
                s3 = TWidth.MultiplyAdd(TWidth.Load(a3 + j), v, s3);
            }

            sums[i] = TWidth.Sum(s0) + Rest(a, x, j, columns);
            sums[i + 1] = TWidth.Sum(s1) + Rest(a1, x, j, columns);
            sums[i + 2] = TWidth.Sum(s2) + Rest(a2, x, j, columns);
            sums[i + 3] = TWidth.Sum(s3) + Rest(a3, x, j, columns);
            a += 4 * A.Across;
        }

        for (; i < rows; i++)
        {
            TVector s = default;
            var j = 0;
            for (; j + TWidth.Count <= columns; j += TWidth.Count)
            {
                s = TWidth.MultiplyAdd(TWidth.Load(a + j), TWidth.Load(x + j), s);
            }

            sums[i] = TWidth.Sum(s) + Rest(a, x, j, columns);
            a += A.Across;
        }
    }

    // What is left of a row, from column j on.
    private static T Rest(T* row, T* x, int j, int columns)
    {
        var sum = T.Zero;
        for (; j < columns; j++)
        {
            sum += row[j] * x[j];
        }

        return sum;
    }
}
