using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Neurones.Tests;

public delegate void Multiplication<T>(
    bool transposeA, bool transposeB, int m, int n, int k, T alpha, ReadOnlySpan<T> A, int lda, ReadOnlySpan<T> B, int ldb, T beta, Span<T> C, int ldc);

/// <summary>What holds for each type of number and each width of vectors; small whole numbers make every sum exact.</summary>
public abstract class GemmTests<T>(Multiplication<T> multiply)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly bool[] Both = [false, true];

    [Theory]
    [MemberData(nameof(Lengths.UpTo100), MemberType = typeof(Lengths))]
    public void Each_length_gives_the_sums_of_products(int length)
    {
        foreach (var (m, n, k) in new[] { (length, 9, 5), (7, length, 5), (7, 9, length), (length, 1, 19), (1, length, 19), (length, length, 1), (1, 3, length), (3, 1, length) })
        {
            foreach (var (transposeA, transposeB) in Both.SelectMany(a => Both.Select(b => (a, b))))
            {
                Check(new(transposeA, transposeB, m, n, k, gap: length % 3), alpha: 1, beta: 0);
                Check(new(transposeA, transposeB, m, n, k, gap: length % 3), alpha: -2, beta: 3);
            }
        }
    }

    [Theory]
    [InlineData(500, 70, 600, 0)]
    [InlineData(250, 201, 385, 500)] // Rows so far apart that A, and B when transposed, are packed.
    [InlineData(32, 150, 1000, 500)]
    [InlineData(1, 600, 1000, 3)]
    [InlineData(1030, 1, 600, 0)]
    public void Sums_that_are_cut_into_blocks_are_whole(int m, int n, int k, int gap)
    {
        foreach (var (transposeA, transposeB) in Both.SelectMany(a => Both.Select(b => (a, b))))
        {
            Check(new(transposeA, transposeB, m, n, k, gap), alpha: 1, beta: 0);
            Check(new(transposeA, transposeB, m, n, k, gap), alpha: 1, beta: 1);
        }
    }

    [Fact]
    public void Any_shape_and_any_factors_give_the_sums_of_products() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(bool, bool, (byte M, byte N, byte K), (sbyte Alpha, sbyte Beta, byte Gap))>(), input =>
        {
            var (transposeA, transposeB, (m, n, k), (alpha, beta, gap)) = input;
            Check(new(transposeA, transposeB, m % 60, n % 60, k % 60, gap % 5), alpha % 8, beta % 8);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_number_spoils_its_row_or_column_alone(double value)
    {
        foreach (var (m, n, k) in new[] { (5, 4, 3), (30, 11, 40), (1, 20, 40), (20, 1, 40) })
        {
            var inA = new Product<T>(false, false, m, n, k, gap: 1);
            inA.A[inA.A.Length / 2] = T.CreateSaturating(value);
            Check(inA, alpha: 1, beta: 1);

            var inB = new Product<T>(true, true, m, n, k, gap: 1);
            inB.B[inB.B.Length / 2] = T.CreateSaturating(value);
            Check(inB, alpha: 1, beta: 0);
        }
    }

    [Fact]
    public void What_C_held_is_not_read_when_beta_is_0_nor_A_and_B_when_alpha_is_0()
    {
        foreach (var (m, n, k) in new[] { (5, 4, 3), (33, 11, 40), (1, 20, 40), (20, 1, 40), (3, 3, 0) })
        {
            var fresh = new Product<T>(false, false, m, n, k, gap: 0);
            Array.Fill(fresh.C, T.NaN);
            Check(fresh, alpha: 1, beta: 0);

            var scaled = new Product<T>(false, false, m, n, k, gap: 0);
            Array.Fill(scaled.A, T.NaN);
            var doubled = scaled.C.Select(c => c + c).ToArray();
            scaled.Run(multiply, alpha: 0, beta: 2);
            Assert.Equal(doubled, scaled.C);
        }
    }

    [Fact]
    public void Calls_that_follow_the_first_allocate_nothing()
    {
        var products = new[] { (5, 4, 3), (32, 100, 32), (1, 40, 40), (40, 1, 40), (70, 60, 50) }
            .SelectMany(shape => Both.Select(transpose => new Product<T>(transpose, transpose, shape.Item1, shape.Item2, shape.Item3, gap: 0))).ToArray();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            foreach (var product in products)
            {
                product.Run(multiply, alpha: 1, beta: 1);
            }
        }
    }

    [Fact]
    public void Arrays_that_are_too_short_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => multiply(false, false, 2, 3, 4, T.One, new T[8], 2, new T[11], 4, T.Zero, new T[6], 2));
        Assert.Equal("B has 11 numbers: too few for 4 rows and 3 columns that start 4 numbers apart.", error.Message);
    }

    private void Check(Product<T> product, int alpha, int beta)
    {
        var expected = product.Expected(alpha, beta);
        product.Run(multiply, alpha, beta);
        Assert.Equal(expected, product.C);
    }
}
