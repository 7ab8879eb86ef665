using MathNet.Numerics.LinearAlgebra;
using static Neurones.LinearNeuronFunctions;

namespace Neurones.Tests;

public class LinearNeuronFunctionsTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.Dense(4, 3, 1);
    private static readonly Matrix<double> y = Matrix<double>.Build.Dense(4, 1, 2);
    private static readonly Matrix<double> W = Matrix<double>.Build.Dense(3, 1, 1);

    [Fact]
    public void Step_by_step_the_published_table_comes_out()
    {
        var random = new RandomState(42);
        var X = random.Rand(2, 1);
        var y = (2 * X) + 1;
        var (W, b) = Initialise(X, random);
        var losses = new List<double>();
        for (var epoch = 0; epoch < 1001; epoch++)
        {
            var A = Model(X, W, b);
            if (epoch % 100 == 0)
            {
                losses.Add(HalfMeanSquaredError(A, y));
            }

            var (dW, db) = Gradients(A, X, y);
            (W, b) = Update(dW, db, W, b, learningRate: 0.1);
        }

        var published = EarlyPeers.All.Published;
        Near.Equal(published.Losses[..^1], losses, 1e-12);
        Near.Equal([published.w, published.b], [W[0, 0], b], 1e-12);
    }

    [Fact]
    public void Says_what_does_not_fit_together()
    {
        using var french = new FrenchCulture();
        Fails("X is 4x3 but W expects 2 variables (W is 2x1): X needs one row per sample and one column per variable.", () => Model(X, W.SubMatrix(0, 2, 0, 1), 0));
        Fails("A is 4x3 but y is 4x1: both must have the same shape.", () => { var A = X; return HalfMeanSquaredError(A, y); });
        Fails("y is 4x3 but must be one column: transpose it, or take one of its columns.", () => { var y = X; return HalfMeanSquaredError(y, y); });
        Fails("y has NaN at row 0, column 0 (counted from 0): replace or remove that sample first.", () => { var y = X.Column(0).ToColumnMatrix() * double.NaN; return HalfMeanSquaredError(y, y); });
        Fails("X is 3x1 but y is 4x1: both need one row per sample.", () => { var (X, A) = (W, LinearNeuronFunctionsTests.y); return Gradients(A, X, y); });
        Fails("dW is 4x3 but W is 3x1: both must have the same shape.", () => { var dW = X; return Update(dW, 0, W, 0, 0.1); });
        Assert.Equal("random", Assert.Throws<ArgumentNullException>(() => Initialise(X, null!)).ParamName);

        static void Fails(string message, Func<object> step) => Assert.Equal(message, Assert.Throws<ArgumentException>(step).Message);
    }
}
