using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class TensorTests
{
    private static readonly Tensor Counted = new([2, 3, 4], [.. Enumerable.Range(0, 24).Select(i => (float)i)]);

    [Fact]
    public void The_last_index_runs_fastest()
    {
        Assert.Equal(0, Counted[0, 0, 0]);
        Assert.Equal(1, Counted[0, 0, 1]);
        Assert.Equal(4, Counted[0, 1, 0]);
        Assert.Equal(12, Counted[1, 0, 0]);
        Assert.Equal(23, Counted[1, 2, 3]);
        Assert.Equal(2, Counted.Count);
        Assert.Equal([2, 3, 4], Counted.Shape);
    }

    [Fact]
    public void Samples_are_a_copy_of_some_that_follow_each_other()
    {
        var array = Counted.Values.ToArray();
        var tensor = new Tensor([4, 3, 2], array);
        var samples = tensor.Samples(1..3);
        array[6] = 100;
        Assert.Equal("2x3x2: 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17", samples.ToString());
        Assert.Equal("1x3x2: 18, 19, 20, 21, 22, 23", tensor.Samples(^1..).ToString());
        Assert.Equal(tensor.Values, tensor.Samples(..).Values);
    }

    [Fact]
    public void Another_shape_shares_the_numbers()
    {
        var array = new float[] { 1, 2, 3, 4, 5, 6 };
        var tensor = new Tensor([2, 3], array).Reshape([3, 2, 1]);
        array[5] = 60;
        Assert.Equal("3x2x1: 1, 2, 3, 4, 5, 60", tensor.ToString());
    }

    [Fact]
    public void Matrices_become_tensors_and_tensors_matrices()
    {
        var matrix = Matrix<double>.Build.DenseOfRows([[1, 2, 0.5], [4, 5, 6]]);
        Tensor tensor = matrix;
        Assert.Equal("2x3: 1, 2, 0.5, 4, 5, 6", tensor.ToString());
        Assert.Equal(matrix, tensor.ToMatrix());
        Assert.Equal("2x3: 1, 2, 0.5, 4, 5, 6", Tensor.Of(matrix).ToString());
        Assert.Equal((2, 12), (Counted.ToMatrix().RowCount, Counted.ToMatrix().ColumnCount));
        Assert.Equal(17, Counted.ToMatrix()[1, 5]);
        Tensor? nothing = (Matrix<double>?)null;
        Assert.Null(nothing);
    }

    [Fact]
    public void It_shows_its_numbers_only_if_they_are_few()
    {
        using var french = new FrenchCulture();
        Assert.Equal("2x3x4", Counted.ToString());
        Assert.Equal("1: 0.5", new Tensor([1], [0.5f]).ToString());
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using var french = new FrenchCulture();
        Fails("values has 5 numbers but a tensor of 2x3 has 6: give one number for each place.", () => new Tensor([2, 3], new float[5]));
        Fails("A tensor needs an axis or more: give a single number the shape [1].", () => new Tensor([], [1]));
        Fails("2 indices were given to a tensor of 2x3x4: give 3.", () => Counted[1, 2]);
        Fails("Index 3 of axis 1 is outside a tensor of 2x3x4: it goes from 0 to 2.", () => Counted[0, 3, 0]);
        Fails("Index -1 of axis 2 is outside a tensor of 2x3x4: it goes from 0 to 3.", () => Counted[0, 0, -1]);
        Fails("A tensor of 2x3x4 has 24 numbers and can't become 5x5, which has 25.", () => Counted.Reshape([5, 5]));
        Fails("The samples 1..5 were asked for, but a tensor of 2x3x4 has 2: take one or more of 0..2.", () => Counted.Samples(1..5));
        Fails("The samples ^3..^0 were asked for, but a tensor of 2x3x4 has 2: take one or more of 0..2.", () => Counted.Samples(^3..));
        Fails("The samples 1..1 were asked for, but a tensor of 2x3x4 has 2: take one or more of 0..2.", () => Counted.Samples(1..1));
        Fails("The matrix is empty (0x3): a tensor has a number or more.", () => Tensor.Of(Matrix<double>.Build.Dense(0, 3)));
        Assert.Equal("values", Assert.Throws<ArgumentNullException>(() => new Tensor([1], null!)).ParamName);
        Assert.Equal("matrix", Assert.Throws<ArgumentNullException>(() => Tensor.Of(null!)).ParamName);
    }

    private static void Fails(string message, Func<object> use) => Assert.Equal(message, Assert.Throws<ArgumentException>(use).Message);
}
