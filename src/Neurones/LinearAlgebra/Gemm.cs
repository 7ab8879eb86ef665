using System.Numerics;
using System.Numerics.Tensors;

namespace Neurones;

/// <summary>The product of matrices, as BLAS calls it: general matrix multiply. Matrices lie column by column.</summary>
internal static class Gemm
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
        for (var j = 0; j < n; j++)
        {
            var c = C.Slice(j * ldc, m);
            if (T.IsZero(beta))
            {
                c.Clear();
            }
            else
            {
                TensorPrimitives.Multiply(c, beta, c);
            }

            for (var p = 0; p < k; p++)
            {
                var b = alpha * (transposeB ? B[j + p * ldb] : B[p + j * ldb]);
                if (transposeA)
                {
                    for (var i = 0; i < m; i++)
                    {
                        c[i] += A[p + i * lda] * b;
                    }
                }
                else
                {
                    TensorPrimitives.MultiplyAdd(A.Slice(p * lda, m), b, c, c);
                }
            }
        }
    }
}
