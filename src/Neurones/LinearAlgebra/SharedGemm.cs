using System.Numerics;
using MathNet.Numerics;

namespace Neurones;

/// <summary>A product shared among threads: each computes some rows and columns of C.</summary>
internal sealed unsafe class SharedGemm<TVector, TWidth, T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const long SmallestSharedSize = 1 << 21; // Below, waking a thread takes longer than it saves.
    private const int PartsPerThread = 4; // So that a thread that starts late, or is slow, does less.

    [ThreadStatic]
    private static SharedGemm<TVector, TWidth, T>? own;

    private readonly Action<int> _multiplyPart;
    private int _m;
    private int _n;
    private int _k;
    private T _alpha;
    private Sliver<T> _A;
    private Sliver<T> _B;
    private T* _C;
    private nint _ldc;
    private bool _add;
    private int _rowParts;
    private int _columnParts;

    private SharedGemm() => _multiplyPart = MultiplyPart;

    /// <summary>C = alpha A B, or C += alpha A B.</summary>
    public static void Multiply(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add)
    {
        var shared = (long)m * n * k >= SmallestSharedSize;
        if (!shared && m <= BlockedGemm<TVector, TWidth, T>.MostRows)
        {
            BlockedGemm<TVector, TWidth, T>.Multiply(m, n, k, alpha, A, B, C, ldc, add);
        }
        else
        {
            (own ??= new()).MultiplyParts(m, n, k, alpha, A, B, C, ldc, add, shared ? Control.MaxDegreeOfParallelism : 1);
        }
    }

    private void MultiplyParts(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add, int threads)
    {
        _C = C;
        (_m, _n, _k, _alpha, _A, _B, _ldc, _add) = (m, n, k, alpha, A, B, ldc, add);
        (_rowParts, _columnParts) = (PartsOf(m, BlockedGemm<TVector, TWidth, T>.MostRows), 1);
        if (threads > 1)
        {
            // Rows first: what a thread packs of A is then its own.
            var wanted = threads * PartsPerThread;
            if (m >= wanted * 2 * BlockedGemm<TVector, TWidth, T>.TileRows)
            {
                _rowParts = PartsOf(_rowParts, wanted) * wanted;
            }
            else
            {
                _columnParts = Math.Min(PartsOf(wanted, _rowParts), PartsOf(n, TWidth.TileColumns));
            }
        }

        if (threads > 1)
        {
            ForkJoin.Run(_rowParts * _columnParts, _multiplyPart);
        }
        else
        {
            for (var part = 0; part < _rowParts; part++)
            {
                MultiplyPart(part);
            }
        }
    }

    private static int PartsOf(int length, int most) => (length + most - 1) / most;

    private void MultiplyPart(int part)
    {
        var (row, endRow) = Range(part / _columnParts, _rowParts, _m, BlockedGemm<TVector, TWidth, T>.TileRows);
        var (column, endColumn) = Range(part % _columnParts, _columnParts, _n, TWidth.TileColumns);
        BlockedGemm<TVector, TWidth, T>.Multiply(
            endRow - row, endColumn - column, _k, _alpha, _A.Skip(row, 0), _B.Skip(column, 0), _C + row + column * _ldc, _ldc, _add);
    }

    // Whole tiles, as equally many as can be.
    private static (int Start, int End) Range(int part, int parts, int length, int tile)
    {
        var tiles = PartsOf(length, tile);
        return (Boundary(part), Boundary(part + 1));

        int Boundary(int k) => (int)Math.Min((long)tiles * k / parts * tile, length);
    }
}
