namespace Neurones.Tests;

public class TensorShapeTests
{
    [Fact]
    public void Shapes_of_the_same_lengths_are_equal()
    {
        TensorShape shape = [2, 3], same = TensorShape.Of(2, 3);
        Assert.True(shape.Equals(same) && shape.Equals((object)same));
        Assert.Equal(shape.GetHashCode(), same.GetHashCode());
        Assert.False(shape.Equals([3, 2]) || shape.Equals([2, 3, 1]) || shape.Equals([6]) || shape.Equals(null) || shape.Equals("2x3"));
        Assert.Single(new HashSet<TensorShape> { shape, same });
    }

    [Fact]
    public void A_shape_is_a_list_of_lengths()
    {
        TensorShape shape = [28, 27, 3];
        Assert.Equal((3, 28, 3, 28 * 27 * 3), (shape.Count, shape[0], shape[^1], shape.Size));
        Assert.Equal([28, 27, 3], shape.ToArray());
        Assert.Equal("28x27x3", shape.ToString());
        Assert.Equal((0, 1, "one number"), (TensorShape.Of().Count, TensorShape.Of().Size, TensorShape.Of().ToString()));
    }

    [Fact]
    public void The_lengths_it_was_made_of_are_copied()
    {
        int[] lengths = [2, 3];
        var shape = TensorShape.Of(lengths);
        lengths[0] = 5;
        Assert.Equal("2x3", shape.ToString());
    }

    [Fact]
    public void What_no_tensor_can_have_is_refused()
    {
        Fails("A tensor can't have the shape 2x0: each axis has a length of 1 or more.", () => TensorShape.Of(2, 0));
        Fails("A tensor can't have the shape -1: each axis has a length of 1 or more.", () => TensorShape.Of(-1));
        Fails("A tensor can't have the shape 60000x1000x1000: an array has at most 2147483591 numbers; choose smaller lengths, or fewer samples at a time.", () => TensorShape.Of(60_000, 1000, 1000));
        Fails("A tensor can't have the shape 2147483647x2147483647x2147483647: an array has at most 2147483591 numbers; choose smaller lengths, or fewer samples at a time.", () => TensorShape.Of(int.MaxValue, int.MaxValue, int.MaxValue));
    }

    private static void Fails(string message, Func<object> use) => Assert.Equal(message, Assert.Throws<ArgumentException>(use).Message);
}
