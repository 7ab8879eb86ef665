using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class MiniBatchesTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.Dense(20, 2, (i, j) => i + (100 * j));
    private static readonly Matrix<double> y = Matrix<double>.Build.Dense(20, 1, (i, _) => -i);

    [Fact]
    public void NumPy_cuts_the_same_batches()
    {
        // order = numpy.random.RandomState(42).permutation(20), then order[i:i + 8] for i in range(0, 20, 8)
        int[][] batches = [[0, 17, 15, 1, 8, 5, 11, 3], [18, 16, 13, 2, 9, 19, 4, 12], [7, 10, 14, 6]];

        Assert.Equal(batches, Numbers(MiniBatches.Of(X, y, 8, new RandomState(42))));
    }

    [Fact]
    public void Rows_of_X_and_y_stay_together() => Assert.All(MiniBatches.Of(X, y, 8, new RandomState(0)), batch =>
    {
        Assert.Equal(-batch.X.Column(0), batch.y.Column(0));
        Assert.Equal(batch.X.Column(0) + 100, batch.X.Column(1));
    });

    [Theory]
    [InlineData(1, 20, 1)]
    [InlineData(8, 3, 4)]
    [InlineData(10, 2, 10)]
    [InlineData(20, 1, 20)]
    [InlineData(int.MaxValue, 1, 20)]
    public void Every_sample_is_in_one_batch_and_the_last_has_what_is_left(int size, int count, int last)
    {
        var batches = Numbers(MiniBatches.Of(X, y, size, new RandomState(0)));

        Assert.Equal((count, last), (batches.Length, batches[^1].Length));
        Assert.All(batches[..^1], batch => Assert.Equal(size, batch.Length));
        Assert.Equal(Enumerable.Range(0, 20), batches.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void Each_call_draws_an_order_of_its_own_and_keeps_it()
    {
        var random = new RandomState(0);
        var (first, second) = (MiniBatches.Of(X, y, 8, random), MiniBatches.Of(X, y, 8, random));

        Assert.Equal(Numbers(first), Numbers(first));
        Assert.NotEqual(Numbers(first), Numbers(second));
    }

    [Fact]
    public void Classes_may_have_a_column_each_and_samples_needn_t_be_dense()
    {
        var oneHot = Matrix<double>.Build.Sparse(20, 3, (i, k) => i % 3 == k ? 1 : 0);

        Assert.All(MiniBatches.Of(X, oneHot, 8, new RandomState(0)), batch => Assert.All(
            Enumerable.Range(0, batch.X.RowCount), i => Assert.Equal(1, batch.y[i, (int)batch.X[i, 0] % 3])));
    }

    [Fact]
    public void Says_at_the_call_what_does_not_fit_and_draws_nothing()
    {
        using var french = new FrenchCulture();
        var random = new RandomState(0);
        Fails("size is -8: a batch has 1 sample or more.", () => MiniBatches.Of(X, y, -8, random));
        Fails("size is 0: a batch has 1 sample or more.", () => MiniBatches.Of(X, y, 0, random));
        Fails("X is 20x2 but y is 1x20: both need one row per sample.", () => { var y = MiniBatchesTests.y.Transpose(); return MiniBatches.Of(X, y, 8, random); });
        Assert.Equal("random", Assert.Throws<ArgumentNullException>(() => MiniBatches.Of(X, y, 8, null!)).ParamName);
        Assert.Equal(new RandomState(0).Rand(), random.Rand());

        static void Fails(string message, Func<object> batches) => Assert.Equal(message, Assert.Throws<ArgumentException>(batches).Message);
    }

    private static int[][] Numbers(IEnumerable<(Matrix<double> X, Matrix<double> y)> batches) =>
        [.. batches.Select(batch => batch.X.Column(0).Select(value => (int)value).ToArray())];
}
