using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurones;

/// <summary>
/// The product that one thread computes, cut into blocks that stay in the processor's caches while they are used:
/// the rows of A in its second cache, a sliver of B in its first, a tile of C in its registers.
/// </summary>
/// <remarks>
/// The order is that of K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008; but B is
/// read where it lies unless it is transposed, and A too when it is small: packing took longer than it saved.
/// </remarks>
internal static unsafe class BlockedGemm<TVector, TWidth, T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<TVector, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Rows of A that fit the second cache, packed; a multiple of each width's tile.</summary>
    public const int MostRows = 240;

    private const int MostTerms = 384; // Longer sums are cut into blocks of so many terms:
    private const int TermsOfBlock = 256; // a sliver of B then leaves room in the first cache.
    private const int ColumnsPackedAtOnce = 64; // Rows of B lie far apart when it is transposed: a run of each is worth the way.
    private const int SmallBytes = 400_000; // What spreads over less is read fast enough where it lies.
    private const int Padding = 4; // The narrowest tile has 4 columns.

    [ThreadStatic]
    private static Workspace<T>? packedA;

    [ThreadStatic]
    private static Workspace<T>? packedB;

    public static int TileRows => 3 * TWidth.Count;

    /// <summary>C = alpha A B, or C += alpha A B, with A of MostRows rows at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add)
    {
        // The same for any m and n, so that a sum doesn't depend on how C is shared among threads.
        var mostTerms = k <= MostTerms ? k : TermsOfBlock;
        for (var p = 0; p < k; p += mostTerms)
        {
            MultiplyBlock(m, n, Math.Min(mostTerms, k - p), alpha, A.Skip(0, p), B.Skip(0, p), C, ldc, add || p > 0);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock(int m, int n, int terms, T alpha, Sliver<T> A, Sliver<T> B, T* C, nint ldc, bool add)
    {
        var packA = A.Across != 1 || A.Along * terms * sizeof(T) > SmallBytes;
        var packB = B.Across == 1 && B.Along * terms * sizeof(T) > SmallBytes;
        var wholeRows = m / TileRows * TileRows;
        var lastRows = Packing<TVector, TWidth, T>.Padded(m - wholeRows, TWidth.Count);
        var firstPacked = packA ? 0 : wholeRows;
        var bufferA = packA || wholeRows + lastRows != m ? PackRows(A, firstPacked, m, terms) : null;
        var scratch = stackalloc T[TileRows * TWidth.TileColumns];
        for (var j = 0; j < n; j += TWidth.TileColumns)
        {
            var columns = Math.Min(TWidth.TileColumns, n - j);
            var paddedColumns = Packing<TVector, TWidth, T>.Padded(columns, Padding);
            var b = packB || columns != paddedColumns ? PackedColumns(B, j, n, terms, packB) : B.Skip(j, 0);
            for (var i = 0; i < m; i += TileRows)
            {
                var rows = Math.Min(TileRows, m - i);
                var paddedRows = i < wholeRows ? TileRows : lastRows;
                var a = packA || rows != paddedRows ? new(bufferA + (i - firstPacked) * terms, 1, paddedRows) : A.Skip(i, 0);
                var c = C + i + j * ldc;
                var whole = rows == paddedRows && columns == paddedColumns;
                MultiplyTile(paddedRows, paddedColumns, terms, alpha, a, b, whole ? c : scratch, whole ? ldc : TileRows, add && whole);
                if (!whole)
                {
                    Move(scratch, rows, columns, c, ldc, add);
                }
            }
        }
    }

    private static T* PackRows(Sliver<T> A, int first, int m, int terms)
    {
        var buffer = (packedA ??= new()).OfSize((m - first + TileRows) * terms);
        Packing<TVector, TWidth, T>.Pack(A.Skip(first, 0), m - first, TileRows, TWidth.Count, terms, buffer);
        return buffer;
    }

    // The sliver that begins with column j; with the first of many, all of them are packed.
    private static Sliver<T> PackedColumns(Sliver<T> B, int j, int n, int terms, bool many)
    {
        var first = many ? j / ColumnsPackedAtOnce * ColumnsPackedAtOnce : j;
        var buffer = (packedB ??= new()).OfSize(ColumnsPackedAtOnce * terms);
        if (j == first)
        {
            Packing<TVector, TWidth, T>.Pack(B.Skip(j, 0), Math.Min(ColumnsPackedAtOnce, n - j), TWidth.TileColumns, Padding, terms, buffer);
        }

        return new(buffer + (j - first) * terms, 1, Packing<TVector, TWidth, T>.Padded(Math.Min(TWidth.TileColumns, n - j), Padding));
    }

    // What doesn't fill a tile was computed beside C.
    private static void Move(T* scratch, int rows, int columns, T* c, nint ldc, bool add)
    {
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                c[i] = add ? c[i] + scratch[i] : scratch[i];
            }

            scratch += TileRows;
            c += ldc;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyTile(int rows, int columns, int terms, T alpha, Sliver<T> A, Sliver<T> B, T* c, nint ldc, bool add)
    {
        var eight = TWidth.TileColumns == 8 && columns == 8;
        switch (rows / TWidth.Count)
        {
            case 3 when eight:
                MicroKernel<Column3<TVector, TWidth, T>, T>.MultiplyBy8(terms, A, B, alpha, c, ldc, add);
                break;
            case 3:
                MicroKernel<Column3<TVector, TWidth, T>, T>.MultiplyBy4(terms, A, B, alpha, c, ldc, add);
                break;
            case 2 when eight:
                MicroKernel<Column2<TVector, TWidth, T>, T>.MultiplyBy8(terms, A, B, alpha, c, ldc, add);
                break;
            case 2:
                MicroKernel<Column2<TVector, TWidth, T>, T>.MultiplyBy4(terms, A, B, alpha, c, ldc, add);
                break;
            case 1 when eight:
                MicroKernel<Column1<TVector, TWidth, T>, T>.MultiplyBy8(terms, A, B, alpha, c, ldc, add);
                break;
            default:
                MicroKernel<Column1<TVector, TWidth, T>, T>.MultiplyBy4(terms, A, B, alpha, c, ldc, add);
                break;
        }
    }
}
