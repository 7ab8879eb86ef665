using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class PolynomialFeaturesTests
{
    public sealed record Polynomial(int Degree, bool IncludeBias, double[][] X, double[][] Products, string[] Names);

    public sealed record Peer(Polynomial[] Polynomials);

    [Fact]
    public void Columns_and_their_names_are_scikit_learns_in_its_order() =>
        Assert.All(ParityValues.Load<Peer>("data-preprocessing.json").Polynomials, peer =>
        {
            var features = new PolynomialFeatures(peer.Degree, peer.IncludeBias);
            Near.Equal(ParityValues.Matrix(peer.Products), features.Transform(ParityValues.Matrix(peer.X)), 1e-12);
            Assert.Equal(peer.Names, features.Names(peer.X[0].Length));
        });

    /// <summary>In x1, x2, x1^2, x1 x2, x2^2 a circle is a plane.</summary>
    [Fact]
    public void A_neuron_learns_circles_from_products()
    {
        var (X, y) = Datasets.MakeCircles(noise: 0.1, factor: 0.3);
        var products = new PolynomialFeatures(includeBias: false).Transform(X);
        var neuron = new LogisticNeuron();
        neuron.Fit(products, y, new TrainingOptions { LearningRate = 1, Iterations = 1000 });
        Assert.Equal(1, neuron.Evaluate(products, y).Accuracy);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        using var french = new FrenchCulture();
        Assert.Equal("degree is 0: a polynomial has degree 1 or more.", Fails(() => new PolynomialFeatures(0)));
        Assert.Equal("variables is 0: name the products of 1 variable or more.", Fails(() => new PolynomialFeatures().Names(0)));
        Assert.Equal("784 variables have more than 10000 products up to degree 2: choose a smaller degree or fewer variables.",
            Fails(() => new PolynomialFeatures(2).Transform(Matrix<double>.Build.Dense(1, 784))));
        Assert.StartsWith("2147483647 variables have more than 10000 products", Fails(() => new PolynomialFeatures(int.MaxValue).Names(int.MaxValue)));
        Assert.Equal("The matrix of X's products has Infinity at row 1, column 2 (counted from 0): scale X first, so that its powers stay small.",
            Fails(() => new PolynomialFeatures(2).Transform(ParityValues.Column([1, 1e200]))));
        Assert.StartsWith("X has NaN at row 0, column 0", Fails(() => new PolynomialFeatures(2).Transform(ParityValues.Column([double.NaN]))));
    }

    private static string Fails(Func<object> use) => Assert.Throws<ArgumentException>(use).Message;
}
