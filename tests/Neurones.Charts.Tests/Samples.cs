using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Tests;

/// <summary>Small data whose figures can be checked by hand.</summary>
internal static class Samples
{
    public static Matrix<double> X { get; } = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 0 }, { 1, 2 }, { 3, 1 }, { 4, 4 }, { 0.5, 3.25 } });

    public static Matrix<double> y { get; } = Matrix<double>.Build.DenseOfArray(new double[,] { { 0 }, { 0 }, { 1 }, { 1 }, { 0 } });

    public static Matrix<double> W { get; } = Matrix<double>.Build.DenseOfArray(new[,] { { 1.5 }, { -0.75 } });

    public const double b = -1.25;

    public static Matrix<double> Predict(Matrix<double> X) => (X * W + b).Map(z => 1 / (1 + Math.Exp(-z)));

    public static double Cost(double w1, double w2) => 0.25 + ((w1 - 1) * (w1 - 1)) + (3 * (w2 + 0.5) * (w2 + 0.5));

    public static IReadOnlyList<(double W1, double W2)> Path { get; } = [(-1.5, -1.75), (-0.25, -1), (0.5, -0.75), (0.875, -0.5)];

    /// <summary>Parameters that move from w1 = 1 on; every record keeps them.</summary>
    public static History History(int records, bool tested = false) => new(Enumerable.Range(0, records).Select(i => new TrainingRecord(
        i * 10,
        2.0 / (i + 1),
        0.5 + (0.4 * i / records),
        tested ? 3.0 / (i + 1) : null,
        tested ? 0.5 : null,
        new NamedMatrices(
            ("W", Matrix<double>.Build.DenseOfArray(new[,] { { 1 + (0.01 * i) }, { -1 } })),
            ("b", Matrix<double>.Build.Dense(1, 1, -0.5))))));

    /// <summary>Three classes; the first is taken for the last twice.</summary>
    public static ConfusionMatrix Confusion { get; } = Metrics.ConfusionMatrix(
        Matrix<double>.Build.Dense(9, 1, [0, 0, 0, 1, 1, 1, 1, 2, 2]), Matrix<double>.Build.Dense(9, 1, [0, 2, 2, 1, 1, 1, 0, 2, 2]), ["cat", "dog", "cow"]);

    /// <summary>Three photos of 2 x 3 pixels: cat, dog, dog.</summary>
    public static PhotoSet Photos { get; } = new(2, 3, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 255], [0, 1, 1], ["cat", "dog"]);

    /// <summary>Gradients of three layers, each smaller than the next one's by the factor.</summary>
    public static NamedMatrices Gradients(double factor) => new(Enumerable.Range(1, 3).SelectMany(layer => new[]
    {
        ($"dW{layer}", Matrix<double>.Build.Dense(2, 2, (i, j) => (i == j ? 1 : -1) * Math.Pow(factor, 3 - layer))),
        ($"db{layer}", Matrix<double>.Build.Dense(2, 1)),
    }));

    /// <summary>A network 2-3-1 with numbers that are told apart.</summary>
    public static NamedMatrices Network { get; } = new(
        ("W1", Matrix<double>.Build.DenseOfArray(new[,] { { 1.5, -0.5 }, { 0.25, 2 }, { -1.25, 0.75 } })),
        ("b1", Matrix<double>.Build.DenseOfArray(new[,] { { 0.1 }, { -0.2 }, { 0.3 } })),
        ("W2", Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -3, 1 } })),
        ("b2", Matrix<double>.Build.DenseOfArray(new[,] { { -0.4 } })));

    /// <summary>The same network on its way: its output neuron turns from one answer to the other.</summary>
    public static History NetworkHistory(int records) => new(Enumerable.Range(0, records).Select(i => new TrainingRecord(
        i * 10, 2.0 / (i + 1), 0.5, null, null, new NamedMatrices(Network.Select(p => (p.Key, p.Key == "W2" ? p.Value * (1 - (0.02 * i)) : p.Value))))));

    /// <summary>Steps from weights whose line crosses the points; the first two samples are answered wrongly.</summary>
    public static IEnumerable<PerceptronStep> PerceptronSteps { get; } = Perceptron.Steps(
        X, y, new() { LearningRate = 0.5, InitialParameters = new(("W", W), ("b", Matrix<double>.Build.Dense(1, 1, 1.25))) });

    /// <summary>One figure of each kind.</summary>
    public static IReadOnlyDictionary<string, Func<Figure>> Figures { get; } = new Dictionary<string, Func<Figure>>
    {
        ["Scatter"] = () => Chart.Scatter(X, y),
        ["Function"] = () => Chart.Function(Math.Tanh, (-3, 3), "z", "a"),
        ["Curve"] = () => Chart.Curve([2.5, 1.25, 0.5]),
        ["Curves"] = () => Chart.Curves(("slow", [2.5, 2.25]), ("fast", [2.5, 0.125])),
        ["LogLogCurves"] = () => Chart.LogLogCurves([10, 100.5], [("loops", [0.25, 2.5]), ("matrices", [0.125, 0.5])], "m", "time (ms)"),
        ["LearningCurves"] = () => Chart.LearningCurves(History(8, tested: true)),
        ["DecisionBoundary"] = () => Chart.DecisionBoundary(Predict, X, y),
        ["DecisionBoundaries"] = () => Chart.DecisionBoundaries([("trained", Predict), ("untrained", X => 0.5 * Predict(X))], X, y),
        ["SigmoidSurface"] = () => Chart.SigmoidSurface(W, b, X, y),
        ["SlopeOnCurve"] = () => Chart.SlopeOnCurve(w => w * w * w, (-1, 2), at: 1, [1, 0.5], "w", "cost"),
        ["GradientField"] = () => Chart.GradientField(Cost, (w1, w2) => (2 * (w1 - 1), 6 * (w2 + 0.5)), (-2, 3), (-2, 1.5)),
        ["ConfusionMatrix"] = () => Chart.ConfusionMatrix(Confusion),
        ["Probabilities"] = () => Chart.Probabilities([0.7, 0.2, 0.1], ["cat", "dog", "cow"]),
        ["Photos"] = () => Chart.Photos(Photos),
        ["Images"] = () => Chart.Images([("first", X), ("second", -X)]),
        ["CostContour"] = () => Chart.CostContour(Cost, (-2, 3), (-2, 1.5), Path),
        ["CostSurface"] = () => Chart.CostSurface(Cost, (-2, 3), (-2, 1.5), Path),
        ["ActivationFunctions"] = Chart.ActivationFunctions,
        ["DescentOnCurve"] = () => Chart.DescentOnCurve(w => w * w, (-2, 2), [("good", [1.5, 0.5, 0.25]), ("too large", [1.5, -1.75])]),
        ["DescentPaths"] = () => Chart.DescentPaths(Cost, (-2, 3), (-2, 1.5), [("slow", Path), ("fast", [(-1.5, -1.75), (1, -0.5)])]),
        ["SigmoidResiduals"] = () => Chart.SigmoidResiduals(W, b, X, y),
        ["DescentViews"] = () => Chart.DescentViews(y, b, ("raw", X, [(1.5, -1.75), (1, -1)]), ("doubled", X * 2, [(1, -1), (0.5, -0.5)])),
        ["LossGaps"] = () => Chart.LossGaps([("a straight line", 0.35, 0.375), ("a large network", 0.125, 1.5)]),
        ["GradientSizes"] = () => Chart.GradientSizes([("sigmoid", Gradients(0.25)), ("tanh", Gradients(1))]),
        ["Network"] = () => Chart.Network(Network),
        ["NetworkMaps"] = () => Chart.NetworkMaps(Network, X.Transpose(), y.Transpose()),
        ["HiddenNeurons"] = () => Chart.HiddenNeurons(X => X.PointwiseTanh(), X.Transpose(), y.Transpose()),
        ["ComputationGraph"] = () => Chart.ComputationGraph([1.5, -2], [0.8, 0.3], b, 1),
        ["MatrixProduct"] = () => Chart.MatrixProduct(X, W, "X", "W", "Z"),
        ["Convolution"] = () => Chart.Convolution(X, Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { -1, 0.5 } }), padding: Padding.Same),
        ["BackPropagation"] = () => Chart.BackPropagation(X.Transpose().SubMatrix(0, 2, 0, 3), y.Transpose().SubMatrix(0, 1, 0, 3), Network),
        ["BooleanFunctions"] = Chart.BooleanFunctions,
        ["PerceptronAnimation"] = () => Chart.PerceptronAnimation(X, y, PerceptronSteps.Take(3)),
        ["TrainingAnimation"] = () => Chart.TrainingAnimation(X, y, History(200)),
        ["TrainingAnimation of a network"] = () => Chart.TrainingAnimation(X.Transpose(), y.Transpose(), NetworkHistory(100)),
    };

    public static TheoryData<string> FigureNames { get; } = [.. Figures.Keys];
}
