using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Neurones;

/// <summary>The product of matrices, as BLAS calls it: general matrix multiply. Matrices lie column by column.</summary>
internal static unsafe class Gemm
{
    /// <summary>C = alpha op(A) op(B) + beta C, where op(A) is (m, k), op(B) is (k, n), C is (m, n), and op transposes or not.</summary>
    /// <param name="transposeA">Whether A is kept as (k, m).</param>
    /// <param name="transposeB">Whether B is kept as (n, k).</param>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Columns of op(A) and rows of op(B).</param>
    /// <param name="alpha">Factor of the product.</param>
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
        if (m == 0 || n == 0)
        {
            return;
        }

        fixed (T* a = A, b = B, c = C)
        {
            Scale(beta, c, m, n, ldc);
            if (k > 0 && !T.IsZero(alpha))
            {
                var rowsOfA = transposeA ? new Sliver<T>(a, lda, 1) : new(a, 1, lda);
                var columnsOfB = transposeB ? new Sliver<T>(b, 1, ldb) : new(b, ldb, 1);
                Multiply(m, n, k, alpha, rowsOfA, columnsOfB, c, ldc, add: !T.IsZero(beta));
            }
            else if (T.IsZero(beta)) { for (var j = 0; j < n; j++) new Span<T>(c + (nint)j * ldc, m).Clear(); }
        }
    }

    private static void Multiply<T>(int m, int n, int k, T alpha, Sliver<T> A, Sliver<T> B, T* c, nint ldc, bool add)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            BlockedGemm<Vector512<T>, Width512<T>, T>.Own.Multiply(m, n, k, alpha, A, B, c, ldc, add);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            BlockedGemm<Vector256<T>, Width256<T>, T>.Own.Multiply(m, n, k, alpha, A, B, c, ldc, add);
        }
        else
        {
            BlockedGemm<Vector128<T>, Width128<T>, T>.Own.Multiply(m, n, k, alpha, A, B, c, ldc, add);
        }
    }

    private static void Scale<T>(T beta, T* c, int m, int n, nint ldc)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var j = 0; j < n && !T.IsZero(beta) && beta != T.One; j++)
        {
            var column = new Span<T>(c + j * ldc, m);
            TensorPrimitives.Multiply(column, beta, column);
        }
    }
}
