using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// A product cut into blocks that stay in the processor's caches while they are used, the blocks into tiles of C for the
/// micro-kernel, and the tiles shared among threads.
/// </summary>
/// <remarks>
/// The order is that of K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008. A sum is
/// always added up in the same order, whatever the threads: they share C's rows and columns, never the terms of a sum.
/// </remarks>
internal sealed unsafe class BlockedGemm<TVector, TWidth, T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static BlockedGemm<TVector, TWidth, T>? own;

    private readonly Action<int> _pack;
    private readonly Action<int> _multiply;
    private readonly Workspace<T> _packedA = new();
    private readonly Workspace<T> _packedB = new();

    // The block under way.
    private Slivers<T> _A;
    private Slivers<T> _B;
    private int _terms;
    private T _alpha;
    private T* _C;
    private nint _ldc;
    private bool _add;
    private int _rowsOfPart;
    private int _columnsOfPart;
    private int _partsInColumn;

    private BlockedGemm() => (_pack, _multiply) = (Pack, MultiplyPart);

    private static int TileRows => 3 * TWidth.Count;

    /// <summary>The one of this thread.</summary>
    public static BlockedGemm<TVector, TWidth, T> Own => own ??= new();

    /// <summary>C = alpha A B, or C += alpha A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add)
    {
        var blocking = Blocking.Of(m, n, k, sizeof(T));
        for (var p = 0; p < k; p += blocking.Terms)
        {
            for (var j = 0; j < n; j += blocking.Columns)
            {
                for (var i = 0; i < m; i += blocking.Rows)
                {
                    MultiplyBlock(
                        Math.Min(blocking.Rows, m - i), Math.Min(blocking.Columns, n - j), Math.Min(blocking.Terms, k - p),
                        alpha, A.Move(i, p), B.Move(j, p), C + i + j * ldc, ldc, add || p > 0, blocking);
                }
            }
        }
    }

    private void MultiplyBlock(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add, Blocking blocking)
    {
        _C = C;
        (_terms, _alpha, _ldc, _add) = (k, alpha, ldc, add);
        _A = new(A, m, k, TileRows, TWidth.Count, blocking.PackA || A.Across != 1, _packedA.OfSize((m + TileRows) * k));
        _B = new(B, n, k, TWidth.TileColumns, 4, blocking.PackB, _packedB.OfSize((n + TWidth.TileColumns) * k));
        _rowsOfPart = blocking.RowsOfPart / TileRows;
        _columnsOfPart = blocking.ColumnsOfPart / TWidth.TileColumns;
        _partsInColumn = (_A.Count + _rowsOfPart - 1) / _rowsOfPart;
        var parts = _partsInColumn * ((_B.Count + _columnsOfPart - 1) / _columnsOfPart);
        if (parts == 1)
        {
            for (var i = 0; i < _A.Count + _B.Count; i++)
            {
                Pack(i);
            }

            MultiplyPart(0);
        }
        else
        {
            ForkJoin.Run(_A.Count + _B.Count, _pack);
            ForkJoin.Run(parts, _multiply);
        }
    }

    private void Pack(int index)
    {
        if (index < _A.Count)
        {
            _A.Pack(index);
        }
        else
        {
            _B.Pack(index - _A.Count);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyPart(int part)
    {
        var (firstColumn, firstRow) = Math.DivRem(part, _partsInColumn);
        firstColumn *= _columnsOfPart;
        firstRow *= _rowsOfPart;
        var scratch = stackalloc T[TileRows * TWidth.TileColumns];
        for (var j = firstColumn; j < Math.Min(firstColumn + _columnsOfPart, _B.Count); j++)
        {
            for (var i = firstRow; i < Math.Min(firstRow + _rowsOfPart, _A.Count); i++)
            {
                MultiplyTile(i, j, scratch);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyTile(int i, int j, T* scratch)
    {
        var (rows, columns) = (_A.WidthOf(i), _B.WidthOf(j));
        var c = _C + i * TileRows + j * TWidth.TileColumns * _ldc;
        if (rows % TWidth.Count == 0 && columns % 4 == 0)
        {
            MultiplyWholeVectors(rows, columns, _A[i], _B[j], c, _ldc, _add);
            return;
        }

        MultiplyWholeVectors(rows, columns, _A[i], _B[j], scratch, TileRows, add: false);
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var sum = scratch[row + column * TileRows];
                c[row + column * _ldc] = _add ? c[row + column * _ldc] + sum : sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MultiplyWholeVectors(int rows, int columns, Sliver<T> A, Sliver<T> B, T* c, nint ldc, bool add)
    {
        var vectors = (rows + TWidth.Count - 1) / TWidth.Count;
        if (TWidth.TileColumns == 8 && columns > 4)
        {
            switch (vectors)
            {
                case 3:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile3x8>(_terms, A, B, _alpha, c, ldc, add);
                    break;
                case 2:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile2x8>(_terms, A, B, _alpha, c, ldc, add);
                    break;
                default:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile1x8>(_terms, A, B, _alpha, c, ldc, add);
                    break;
            }
        }
        else
        {
            switch (vectors)
            {
                case 3:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile3x4>(_terms, A, B, _alpha, c, ldc, add);
                    break;
                case 2:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile2x4>(_terms, A, B, _alpha, c, ldc, add);
                    break;
                default:
                    MicroKernel<TVector, TWidth, T>.Multiply<Tile1x4>(_terms, A, B, _alpha, c, ldc, add);
                    break;
            }
        }
    }
}
