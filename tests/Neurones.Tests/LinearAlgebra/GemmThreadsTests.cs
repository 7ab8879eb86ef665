namespace Neurones.Tests;

[Collection(OwnThreads.Name)]
public sealed class GemmThreadsTests
{
    [Theory]
    [InlineData(300, 300, 300)]
    [InlineData(1000, 70, 400)]
    [InlineData(32, 1000, 400)]
    [InlineData(1, 3000, 500)]
    [InlineData(3000, 1, 500)]
    public void Any_number_of_threads_gives_the_same_bits(int m, int n, int k)
    {
        var random = new RandomState(0);
        var (A, B) = (random.Rand(m, k).ToColumnMajorArray(), random.Rand(k, n).ToColumnMajorArray());
        foreach (var (transposeA, transposeB) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var one = Multiply(1);
            Assert.Equal(one, Multiply(2));
            Assert.Equal(one, Multiply(5));

            double[] Multiply(int threads)
            {
                using (new Threads(threads))
                {
                    var C = new double[m * n];
                    Gemm.Multiply(transposeA, transposeB, m, n, k, 1.0, A, transposeA ? k : m, B, transposeB ? n : k, 0, C, m);
                    return C;
                }
            }
        }
    }

    [Fact]
    public void Sharing_allocates_nothing_once_the_threads_are_there()
    {
        using var threads = new Threads(2);
        var (A, C) = (new double[200 * 200], new double[200 * 200]);
        Multiply();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Multiply();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Multiply() => Gemm.Multiply(true, true, 200, 200, 200, 1.0, A, 200, A, 200, 0, C, 200);
    }
}
