using MathNet.Numerics.LinearAlgebra;
using static Neurones.ConvolutionFunctions;

namespace Neurones.Tests;

public class ConvolutionFunctionsTests
{
    [Fact]
    public void The_output_and_all_gradients_are_PyTorchs()
    {
        foreach (var peer in ConvolutionPeers.All.Convolutions)
        {
            var (X, W, b) = (peer.X.To<double[,,]>(), peer.W.To<double[,,,]>(), peer.b.To<double[]>());
            peer.Z.IsNear(Forward(X, W, b, peer.Stride, peer.Rule));

            var (dX, dW, db) = Backward(X, W, peer.dZ.To<double[,,]>(), peer.Stride, peer.Rule);
            peer.dX.IsNear(dX);
            peer.dW.IsNear(dW);
            peer.db.IsNear(db);
        }
    }

    [Fact]
    public void The_gradients_are_the_slopes_that_are_measured()
    {
        var random = new RandomState(0);
        var (X, W, b) = (new double[5, 6, 2], new double[3, 2, 2, 3], random.Randn(3, 1).ToColumnMajorArray());
        Fill(X);
        Fill(W);
        var weights = new double[3, 3, 3];
        Fill(weights);
        var (dX, dW, db) = Backward(X, W, weights, stride: 2, Padding.Same);

        Assert.Equal(Slope(() => X[4, 5, 1], value => X[4, 5, 1] = value), dX[4, 5, 1], 1e-7);
        Assert.Equal(Slope(() => X[1, 2, 0], value => X[1, 2, 0] = value), dX[1, 2, 0], 1e-7);
        Assert.Equal(Slope(() => W[2, 1, 0, 2], value => W[2, 1, 0, 2] = value), dW[2, 1, 0, 2], 1e-7);
        Assert.Equal(Slope(() => b[1], value => b[1] = value), db[1], 1e-7);

        void Fill(Array array)
        {
            var values = random.Randn(array.Length, 1).ToColumnMajorArray();
            Buffer.BlockCopy(values, 0, array, 0, array.Length * sizeof(double));
        }

        double Loss() => Forward(X, W, b, stride: 2, Padding.Same).Cast<double>().Zip(weights.Cast<double>(), (z, weight) => z * weight).Sum();

        double Slope(Func<double> get, Action<double> set)
        {
            const double Step = 1e-6;
            var here = get();
            set(here + Step);
            var above = Loss();
            set(here - Step);
            var below = Loss();
            set(here);
            return (above - below) / (2 * Step);
        }
    }

    [Fact]
    public void One_channel_is_correlated_as_SciPy_does()
    {
        foreach (var peer in ConvolutionPeers.All.Correlations)
        {
            var (X, K) = (ParityValues.Matrix(peer.X), ParityValues.Matrix(peer.K));
            Near.Equal(ParityValues.Matrix(peer.Valid), Correlate(X, K), 1e-12);
            Near.Equal(ParityValues.Matrix(peer.Same), Correlate(X, K, padding: Padding.Same), 1e-12);
        }
    }

    [Fact]
    public void One_channel_is_the_general_convolution_of_one_channel_and_one_filter()
    {
        var random = new RandomState(1);
        var (X, K) = (random.Randn(6, 7), random.Randn(3, 2));
        var (x, w) = (new double[6, 7, 1], new double[3, 2, 1, 1]);
        foreach (var (row, column, value) in X.EnumerateIndexed())
        {
            x[row, column, 0] = value;
        }

        foreach (var (row, column, value) in K.EnumerateIndexed())
        {
            w[row, column, 0, 0] = value;
        }

        foreach (var (stride, padding) in new[] { (1, Padding.Valid), (2, Padding.Valid), (2, Padding.Same), (3, Padding.Same) })
        {
            var Z = Correlate(X, K, stride, padding);
            var expected = Forward(x, w, [0], stride, padding);
            Near.Equal(Matrix<double>.Build.Dense(expected.GetLength(0), expected.GetLength(1), (row, column) => expected[row, column, 0]), Z, 1e-12);
        }
    }

    [Fact]
    public void Zeros_go_around_the_input_the_odd_ones_below_and_on_the_right()
    {
        var X = Matrix<double>.Build.Dense(3, 4, 1);
        var padded = Pad(X, Matrix<double>.Build.Dense(2, 4));
        Near.Equal(ParityValues.Matrix([[0, 1, 1, 1, 1, 0, 0], [0, 1, 1, 1, 1, 0, 0], [0, 1, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0, 0]]), padded, 0);
        Near.Equal(X, Pad(X, X, padding: Padding.Valid), 0);
    }

    [Fact]
    public void Says_what_does_not_fit_together()
    {
        using var french = new FrenchCulture();
        var (X, W, b) = (new double[5, 4, 2], new double[3, 3, 2, 8], new double[8]);
        Fails("X is 5x4x3 but W expects 2 channels (W is 3x3x2x8): X is (height, width, channels) and W (kernel rows, kernel columns, channels, filters).",
            () => Forward(new double[5, 4, 3], W, b));
        Fails("b has 7 numbers but W has 8 filters (W is 3x3x2x8): each filter has one bias.", () => Forward(X, W, new double[7]));
        Fails("A window of 3x3 doesn't fit into X, which is 2x4: take a smaller one, or Padding.Same.", () => Forward(new double[2, 4, 2], W, b));
        Fails("stride is 0: the window moves by 1 or more.", () => Forward(X, W, b, stride: 0));
        Fails("padding is 7: it is Padding.Valid or Padding.Same.", () => Forward(X, W, b, padding: (Padding)7));
        Fails("dZ is 3x3x8 but the output is 3x2x8: dZ needs a gradient for each number that Forward gives.", () => Backward(X, W, new double[3, 3, 8]));
        Fails("The window is 0x3: it covers a row and a column or more.", () => Forward(X, new double[0, 3, 2, 8], b));
        Fails("X is 0x4: it needs a row and a column or more.", () => Forward(new double[0, 4, 2], W, b, padding: Padding.Same));
        Fails("A window of 3x3 doesn't fit into X, which is 2x5: take a smaller one, or Padding.Same.",
            () => Correlate(Matrix<double>.Build.Dense(2, 5), Matrix<double>.Build.Dense(3, 3)));

        static void Fails(string message, Func<object> step) => Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
    }
}
