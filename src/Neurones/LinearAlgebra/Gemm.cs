using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>The product of matrices, called "general matrix multiply" since BLAS; matrices lie column by column.</summary>
internal static unsafe class Gemm
{
    /// <summary>C = alpha op(A) op(B) + beta C, where op(A) is (m, k), op(B) is (k, n), C is (m, n), and op transposes or not.</summary>
    /// <param name="transposeA">Whether A is kept as (k, m).</param>
    /// <param name="transposeB">Whether B is kept as (n, k).</param>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Columns of op(A) and rows of op(B).</param>
    /// <param name="alpha">Factor of the product; when it is 0, A and B are not read.</param>
    /// <param name="A">Left matrix, as it is kept.</param>
    /// <param name="lda">Numbers from the start of one column of A, as it is kept, to the next.</param>
    /// <param name="B">Right matrix, as it is kept.</param>
    /// <param name="ldb">The same for B.</param>
    /// <param name="beta">Factor of what C holds before; when it is 0, C is not read.</param>
    /// <param name="C">The result.</param>
    /// <param name="ldc">The same for C.</param>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, int m, int n, int k,
        T alpha, ReadOnlySpan<T> A, int lda, ReadOnlySpan<T> B, int ldb, T beta, Span<T> C, int ldc)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Vector512<T>, Width512<T>, T>(transposeA, transposeB, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Vector256<T>, Width256<T>, T>(transposeA, transposeB, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc);
        }
        else
        {
            Multiply<Vector128<T>, Width128<T>, T>(transposeA, transposeB, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc);
        }
    }

    /// <summary>The same with vectors of some width.</summary>
    public static void Multiply<TVector, TWidth, T>(
        bool transposeA, bool transposeB, int m, int n, int k,
        T alpha, ReadOnlySpan<T> A, int lda, ReadOnlySpan<T> B, int ldb, T beta, Span<T> C, int ldc)
        where TVector : struct
        where TWidth : struct, IVectorWidth<TVector, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckLength(A.Length, transposeA ? k : m, transposeA ? m : k, lda, nameof(A));
        CheckLength(B.Length, transposeB ? n : k, transposeB ? k : n, ldb, nameof(B));
        CheckLength(C.Length, m, n, ldc, nameof(C));
        var noProduct = m == 0 || n == 0 || k == 0 || T.IsZero(alpha);
        var add = !T.IsZero(beta);
        if ((noProduct || add) && beta != T.One)
        {
            Scale(C, m, n, ldc, beta);
        }

        if (noProduct)
        {
            return;
        }

        fixed (T* a = A, b = B, c = C)
        {
            var rowsOfA = transposeA ? new Sliver<T>(a, lda, 1) : new(a, 1, lda);
            var columnsOfB = transposeB ? new Sliver<T>(b, 1, ldb) : new(b, ldb, 1);
            if (n == 1)
            {
                MatrixVector<TVector, TWidth, T>.Multiply(m, k, alpha, rowsOfA, b, columnsOfB.Along, c, 1, add);
            }
            else if (m == 1)
            {
                MatrixVector<TVector, TWidth, T>.Multiply(n, k, alpha, columnsOfB, a, rowsOfA.Along, c, ldc, add);
            }
            else
            {
                SharedGemm<TVector, TWidth, T>.Multiply(m, n, k, alpha, rowsOfA, columnsOfB, c, ldc, add);
            }
        }
    }

    // Pointers are not checked any more after this.
    private static void CheckLength(int length, int rows, int columns, int ld, string name) =>
        Check.That(rows >= 0 && columns >= 0 && ld >= rows && (rows == 0 || columns == 0 || length >= (columns - 1L) * ld + rows),
            $"{name} has {length} numbers: too few for {rows} rows and {columns} columns that start {ld} numbers apart.");

    private static void Scale<T>(Span<T> C, int m, int n, int ldc, T beta)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var j = 0; j < n; j++)
        {
            var column = C.Slice(j * ldc, m);
            if (T.IsZero(beta))
            {
                column.Clear();
            }
            else
            {
                TensorPrimitives.Multiply(column, beta, column);
            }
        }
    }
}
