using System.Numerics;

namespace Neurones.Tests;

/// <summary>Arguments of a product of matrices, of whole numbers from -4 to 4, and its result from the definition.</summary>
internal sealed class Product<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly bool _transposeA;
    private readonly bool _transposeB;
    private readonly int _m;
    private readonly int _n;
    private readonly int _k;
    private readonly int _lda;
    private readonly int _ldb;
    private readonly int _ldc;

    public Product(bool transposeA, bool transposeB, int m, int n, int k, int gap)
    {
        (_transposeA, _transposeB, _m, _n, _k) = (transposeA, transposeB, m, n, k);
        (_lda, _ldb, _ldc) = ((transposeA ? k : m) + gap, (transposeB ? n : k) + gap, m + gap);
        var random = new Random(1000003 * m + 1009 * n + k);
        A = Numbers(_lda * (transposeA ? m : k));
        B = Numbers(_ldb * (transposeB ? k : n));
        C = Numbers(_ldc * n);

        T[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(-4, 5)))];
    }

    public T[] A { get; }

    public T[] B { get; }

    public T[] C { get; }

    public void Run(Multiplication<T> multiply, int alpha, int beta) =>
        multiply(_transposeA, _transposeB, _m, _n, _k, T.CreateChecked(alpha), A, _lda, B, _ldb, T.CreateChecked(beta), C, _ldc);

    /// <summary>What C must hold afterwards, what lies between its columns included.</summary>
    public T[] Expected(int alpha, int beta)
    {
        var expected = (T[])C.Clone();
        for (var i = 0; i < _m; i++)
        {
            for (var j = 0; j < _n; j++)
            {
                var sum = T.Zero;
                for (var p = 0; p < _k && alpha != 0; p++)
                {
                    sum += A[_transposeA ? p + i * _lda : i + p * _lda] * B[_transposeB ? j + p * _ldb : p + j * _ldb];
                }

                ref var c = ref expected[i + j * _ldc];
                c = (alpha == 0 ? T.Zero : T.CreateChecked(alpha) * sum) + (beta == 0 ? T.Zero : T.CreateChecked(beta) * c);
            }
        }

        return expected;
    }
}
