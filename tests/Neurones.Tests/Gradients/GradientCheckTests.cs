using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class GradientCheckTests
{
    private static readonly (Matrix<double> X, Matrix<double> y) Blobs = Datasets.MakeBlobs(30, 2, 2, seed: 0);

    [Fact]
    public void The_neurons_gradients_are_right_trained_or_not()
    {
        var neuron = new LogisticNeuron();
        Assert.True(GradientCheck.Of(neuron, Blobs.X, Blobs.y).Passed);
        neuron.Fit(Blobs.X, Blobs.y);
        var check = GradientCheck.Of(neuron, Blobs.X, Blobs.y);
        Assert.True(check.Passed);
        var worst = check.Comparisons[0];
        Assert.Equal(neuron.Gradients(Blobs.X, Blobs.y)["dW"][worst.Row, 0], worst.Gradient);
        Assert.Equal(["W", "b"], check.Comparisons.Select(c => c.Parameter));
    }

    [Fact]
    public void Slopes_are_measured_to_nine_digits() => Prop.ForAll(Gen.Choose(-2000, 2000).Select(i => i / 1000.0).ToArbitrary(), w =>
    {
        var check = Check(One(w), p => Math.Sin(p["w"][0, 0]), One(Math.Cos(w)));
        Assert.Equal(Math.Cos(w), check.Comparisons[0].Measured, 1e-9);
        Assert.True(check.Passed);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1e-4)]
    [InlineData(-1e-5)]
    public void A_gradient_wrong_in_the_fifth_digit_is_found(double error) =>
        Assert.False(Check(One(0.3), p => Math.Sin(p["w"][0, 0]), One(Math.Cos(0.3) * (1 + error))).Passed);

    [Fact]
    public void Right_gradients_of_a_network_pass() => Assert.True(Network(Mistake.None).Passed);

    [Theory]
    [InlineData(nameof(Mistake.MissingMean), "W2", "dW2 is 30 times the measured slope everywhere: is a factor missing or too many, such as 1/m?")]
    [InlineData(nameof(Mistake.WrongSign), "W1,b1,W2,b2,W3,b3", "dW3 has the wrong sign: is something subtracted in the wrong order, such as y - A for A - y?")]
    [InlineData(nameof(Mistake.SwappedProduct), "W2", "dW2 is the transpose of what it must be: are the factors of its product in the wrong order?")]
    [InlineData(nameof(Mistake.ForgottenTranspose), "W1,b1", "Layer 2 is right and layer 1 is wrong in all its parameters, so look at dZ1: is it made from dZ2, with the transpose of W2 and the derivative of layer 1's activation?")]
    [InlineData(nameof(Mistake.ForgottenDerivative), "W1,b1", "dW1 differs from place to place by different factors: a term or a derivative inside its formula is missing or wrong.")]
    [InlineData(nameof(Mistake.NotANumber), "b2", "db2 has numbers that are infinite or NaN.")]
    [InlineData(nameof(Mistake.Zero), "b2", "db2 is 0 everywhere.")]
    [InlineData(nameof(Mistake.WrongShape), "W1", "dW1 is 2x4 but W1 is 4x2: it is transposed; are the factors of its product in the wrong order?")]
    public void A_planted_mistake_is_found_and_named(string mistake, string parameters, string finding)
    {
        using var french = new FrenchCulture();
        var check = Network(Enum.Parse<Mistake>(mistake));
        Assert.Equal(parameters.Split(','), check.Comparisons.Where(c => !c.Passed).Select(c => c.Parameter));
        Assert.Contains("\n" + finding, check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_square_gradient_that_is_transposed_is_found()
    {
        var weights = new RandomState(1).Randn(40, 40);
        var slopes = new RandomState(2).Randn(40, 40);
        var check = Check(weights, p => p["w"].PointwiseMultiply(slopes).Enumerate().Sum(), slopes.Transpose());
        Assert.Contains("dw is the transpose of what it must be", check.ToString(), StringComparison.Ordinal);
        Assert.InRange(check.Comparisons[0].Checked, 50, 100);
    }

    [Fact]
    public void The_table_reads_as_a_learner_needs_it()
    {
        using var french = new FrenchCulture();
        var parameters = new NamedMatrices(("W", Matrix<double>.Build.Dense(2, 1, 1)), ("b", One(0.5)["w"]));
        var gradients = new NamedMatrices(("dW", Matrix<double>.Build.Dense(2, 1, (i, _) => i + 2)), ("db", One(4)["w"]));
        var check = GradientCheck.Of(parameters, p => (2 * p["W"][0, 0]) + (3 * p["W"][1, 0]) + (2 * p["b"][0, 0]), gradients);
        var lines = check.ToString().Split('\n');
        Assert.Equal("Wrong: db. The slope was measured by moving the parameter a little.", lines[0]);
        Assert.Matches(@"^gradient  shape  checked  yours +measured +difference$", lines[2]);
        Assert.Matches(@"^dW        2x1    2 of 2   [23] +[23] +\d\.\de[-+]\d+ +right$", lines[3]);
        Assert.Matches(@"^db        1x1    1 of 1   4 +2 +5\.0e-1 +wrong$", lines[4]);
        Assert.Equal("db is 2 times the measured slope everywhere: is a factor missing or too many, such as 1/m?", lines[^1]);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_gradient_that_is_no_number_is_wrong(double value)
    {
        var check = Check(One(1), p => p["w"][0, 0], One(value));
        Assert.False(check.Passed);
        Assert.Contains("dw has numbers that are infinite or NaN.", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_nearby_is_named()
    {
        var check = Check(One(0), p => Math.Sqrt(p["w"][0, 0]), One(0));
        Assert.Contains("The loss is infinite or NaN when w moves a little", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bends_beside_the_parameters_raise_no_alarm()
    {
        var (X, y) = Datasets.MakeCircles(100, noise: 0.1, factor: 0.3, seed: 0);
        for (var seed = 0u; seed < 10; seed++)
        {
            var network = new DeepNetwork(16, 16) { Activation = HiddenActivation.ReLU, Initialisation = WeightInitialisation.He };
            network.Fit(X.Transpose(), y.Transpose(), new() { Iterations = 100, Seed = seed });
            var check = GradientCheck.Of(network, X.Transpose(), y.Transpose());
            Assert.True(check.Passed, check.ToString());
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(3000)]
    public void Unscaled_samples_raise_no_alarm(double scale)
    {
        for (var seed = 0u; seed < 5; seed++)
        {
            var X = new RandomState(seed).Rand(2, 50) * scale;
            var y = Matrix<double>.Build.Dense(1, 50, (_, j) => j % 2);
            var check = GradientCheck.Of(new DeepNetwork(8), X, y);
            Assert.True(check.Passed, check.ToString());
        }
    }

    [Fact]
    public void The_parameters_are_left_as_they_were()
    {
        var parameters = One(0.1);
        Check(parameters, p => p["w"][0, 0], One(1));
        Assert.Equal(0.1, parameters["w"][0, 0]);
    }

    [Fact]
    public void What_cannot_be_checked_is_refused()
    {
        var names = Assert.Throws<ArgumentException>(() => GradientCheck.Of(One(1), _ => 0, One(1)));
        Assert.Equal("gradients has w but parameters has w: the gradient of W1 must be named dW1.", names.Message);
        var none = Assert.Throws<ArgumentException>(() => GradientCheck.Of(One(1), _ => 0, new NamedMatrices()));
        Assert.Equal("gradients has nothing but parameters has w: the gradient of W1 must be named dW1.", none.Message);
        Assert.Throws<ArgumentException>(() => GradientCheck.Of(One(1), _ => 0, new NamedMatrices(("dw", One(0)["w"]), ("dW2", One(0)["w"]))));
        var loss = Assert.Throws<ArgumentException>(() => Check(One(1), _ => double.NaN, One(1)));
        Assert.Equal("The loss at these parameters is NaN: a gradient can only be checked where the loss is a finite number.", loss.Message);
        Assert.Throws<ArgumentException>(() => GradientCheck.Of(new LogisticNeuron(), Blobs.X, Blobs.X));
    }

    private static NamedMatrices One(double value) => new(("w", Matrix<double>.Build.Dense(1, 1, value)));

    private static GradientCheck Check(NamedMatrices w, Func<NamedMatrices, double> loss, NamedMatrices dw) => Check(w["w"], loss, dw["w"]);

    private static GradientCheck Check(Matrix<double> w, Func<NamedMatrices, double> loss, Matrix<double> dw) =>
        GradientCheck.Of(new NamedMatrices(("w", w)), loss, new NamedMatrices(("dw", dw)));

    private enum Mistake { None, MissingMean, WrongSign, SwappedProduct, ForgottenTranspose, ForgottenDerivative, NotANumber, Zero, WrongShape }

    /// <summary>A learner's back-propagation through 2-4-4-1 with one mistake in it.</summary>
    private static GradientCheck Network(Mistake mistake)
    {
        var (X, y) = (Blobs.X.Transpose() / 10, Blobs.y.Transpose());
        var random = new RandomState(3);
        var parameters = new NamedMatrices(
            ("W1", random.Randn(4, 2)), ("b1", random.Randn(4, 1)),
            ("W2", random.Randn(4, 4)), ("b2", random.Randn(4, 1)),
            ("W3", random.Randn(1, 4)), ("b3", random.Randn(1, 1)));
        var (A1, A2, A3) = Forward(parameters);
        var m = y.ColumnCount;

        var dZ3 = mistake == Mistake.WrongSign ? y - A3 : A3 - y;
        var dW3 = dZ3 * A2.Transpose() / m;
        var dZ2 = (parameters["W3"].Transpose() * dZ3).PointwiseMultiply(A2).PointwiseMultiply(1 - A2);
        var dW2 = mistake switch
        {
            Mistake.MissingMean => dZ2 * A1.Transpose(),
            Mistake.SwappedProduct => A1 * dZ2.Transpose() / m,
            _ => dZ2 * A1.Transpose() / m,
        };
        var back = mistake == Mistake.ForgottenTranspose ? parameters["W2"] * dZ2 : parameters["W2"].Transpose() * dZ2;
        var dZ1 = mistake == Mistake.ForgottenDerivative ? back : back.PointwiseMultiply(A1).PointwiseMultiply(1 - A1);
        var dW1 = dZ1 * X.Transpose() / m;
        var db2 = Mean(dZ2) * (mistake switch { Mistake.NotANumber => double.NaN, Mistake.Zero => 0, _ => 1 });
        return GradientCheck.Of(parameters, p => Loss(Forward(p).A3), new NamedMatrices(
            ("dW1", mistake == Mistake.WrongShape ? dW1.Transpose() : dW1), ("db1", Mean(dZ1)),
            ("dW2", dW2), ("db2", db2), ("dW3", dW3), ("db3", Mean(dZ3))));

        (Matrix<double> A1, Matrix<double> A2, Matrix<double> A3) Forward(NamedMatrices p)
        {
            var first = Sigmoid(Plus(p["W1"] * X, p["b1"]));
            var second = Sigmoid(Plus(p["W2"] * first, p["b2"]));
            return (first, second, Sigmoid(Plus(p["W3"] * second, p["b3"])));
        }

        double Loss(Matrix<double> A) =>
            -y.Enumerate().Zip(A.Enumerate(), (label, a) => (label * Math.Log(a)) + ((1 - label) * Math.Log(1 - a))).Average();
    }

    private static Matrix<double> Plus(Matrix<double> Z, Matrix<double> b) => Z.MapIndexed((i, _, z) => z + b[i, 0]);

    private static Matrix<double> Sigmoid(Matrix<double> Z) => Z.Map(z => 1 / (1 + Math.Exp(-z)));

    private static Matrix<double> Mean(Matrix<double> dZ) => (dZ.RowSums() / dZ.ColumnCount).ToColumnMatrix();
}
