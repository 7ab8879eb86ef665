using static Neurones.MaxPoolingFunctions;

namespace Neurones.Tests;

public class MaxPoolingFunctionsTests
{
    [Fact]
    public void The_output_and_the_gradient_are_PyTorchs()
    {
        foreach (var peer in ConvolutionPeers.All.Poolings)
        {
            var X = peer.X.To<double[,,]>();
            var (A, places) = Forward(X, peer.Size, peer.Stride);
            peer.A.IsNear(A);
            peer.dX.IsNear(Backward(X, places, peer.dA.To<double[,,]>()));
        }
    }

    [Fact]
    public void The_place_of_each_maximum_is_noted_and_of_equal_ones_the_first()
    {
        var X = new double[2, 4, 1];
        (X[0, 1, 0], X[1, 0, 0]) = (5, 5);
        (X[1, 3, 0], X[0, 2, 0], X[0, 3, 0], X[1, 2, 0]) = (-1, -2, -3, -4);
        var (A, places) = Forward(X);
        Assert.Equal([5.0, -1.0], A.Cast<double>());
        Assert.Equal([(0, 1), (1, 3)], places.Cast<(int, int)>());
    }

    [Fact]
    public void Windows_that_overlap_add_their_gradients()
    {
        var X = new double[1, 3, 1];
        X[0, 1, 0] = 1;
        var (_, places) = Forward(X, size: 1, stride: 1);
        places[0, 0, 0] = places[0, 2, 0] = (0, 1);
        Assert.Equal([0.0, 6.0, 0.0], Backward(X, places, new double[,,] { { { 1 }, { 2 }, { 3 } } }).Cast<double>());
    }

    [Fact]
    public void Says_what_does_not_fit_together()
    {
        using var french = new FrenchCulture();
        var X = new double[4, 4, 2];
        var (_, places) = Forward(X);
        Fails("A window of 5x5 doesn't fit into X, which is 4x4x2: take a smaller one.", () => Forward(X, size: 5));
        Fails("The window is 0x0: it covers a row and a column or more.", () => Forward(X, size: 0));
        Fails("stride is -1: the window moves by 1 or more.", () => Forward(X, stride: -1));
        Fails("dA is 4x4x2 but places is 2x2x2: dA needs a gradient for each number that Forward gives.", () => Backward(X, places, X));
        Fails("places is 2x2x2 but X is 4x4x1: both need the same channels, as Forward gives them.", () => Backward(new double[4, 4, 1], places, new double[2, 2, 2]));
        Fails("places names row 0, column 2, but X is 2x2x2: give the places that Forward noted for this X.", () => Backward(new double[2, 2, 2], places, new double[2, 2, 2]));

        static void Fails(string message, Func<object> step) => Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
    }
}
