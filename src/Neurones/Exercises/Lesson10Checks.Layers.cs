using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;
using Matrices = System.Collections.Generic.Dictionary<string, MathNet.Numerics.LinearAlgebra.Matrix<double>>;

namespace Neurones.Exercises;

public static partial class Lesson10Checks
{
    // All different, so that every mistaken size shows.
    private static readonly int[] Sizes = [3, 8, 5, 1];

    private static Verdict InitialiseHeVerdict(Func<int[], RandomState, IReadOnlyDictionary<string, Matrix<double>>> initialise)
    {
        var mine = initialise([.. Sizes], new RandomState(0));
        if (mine is null) return Verdict.NotStarted("Return the dictionary with W1, b1, W2, b2, ...");

        var right = DeepNetworkFunctions.Initialise(Sizes, new RandomState(0), WeightInitialisation.He);
        var hint = NamesHint(mine, right)
            ?? right.Keys.Select(name => ShapeHint(name, mine[name], right[name])).FirstOrDefault(found => found is not null)
            ?? Enumerable.Range(1, 3).Select(l => WeightsHint(l, mine[$"W{l}"], right[$"W{l}"])).FirstOrDefault(found => found is not null)
            ?? right.Keys.Where(name => name[0] == 'b' && !Answer.Is(mine[name], right[name])).Select(name => $"{name} isn't 0. Biases begin at 0: nothing has to be told apart there.").FirstOrDefault();
        return hint is null
            ? Verdict.Right("One factor, and a network of ReLUs can be eight layers deep, or fifty. Nearly every network with ReLUs begins so.")
            : Verdict.Wrong(hint);
    }

    private static string? NamesHint(IReadOnlyDictionary<string, Matrix<double>> mine, NamedMatrices right) =>
        mine.Keys.Order(StringComparer.Ordinal).SequenceEqual(right.Keys.Order(StringComparer.Ordinal))
            ? null
            : $"For the sizes {string.Join(", ", Sizes)} the names must be {string.Join(", ", right.Keys)}, but yours are {(mine.Count == 0 ? "none" : string.Join(", ", mine.Keys))}.";

    private static string? ShapeHint(string name, Matrix<double> mine, Matrix<double> right) => Answer.HasShapeOf(mine, right)
        ? null
        : Invariant($"{name} must be ({right.RowCount}, {right.ColumnCount}), but yours is ({mine.RowCount}, {mine.ColumnCount}): ")
            + (name[0] == 'W' ? "a row for each neuron of this layer, a column for each of the layer before." : "one bias for each neuron of the layer, in a column.");

    private static string? WeightsHint(int l, Matrix<double> mine, Matrix<double> right)
    {
        if (Answer.Is(mine, right)) return null;

        double before = Sizes[l - 1], here = Sizes[l];
        var drawn = right / Math.Sqrt(2 / before);
        return Answer.HintFor(
            mine,
            (0 * drawn, Invariant($"W{l} is all 0: with whole numbers 2 / {before} is 0 in C#. Write 2.0 / {before}, that is 2.0 / sizes[l - 1].")),
            (drawn, Invariant($"W{l} is Randn alone: multiply it by the square root of 2 / {before}.")),
            (drawn * (2 / before), Invariant($"W{l} is multiplied by 2 / {before}. The square root is missing: Math.Sqrt.")),
            (drawn * Math.Sqrt(2) / before, Invariant($"W{l} is multiplied by the root of 2 over {before}. The root belongs over the whole fraction: Math.Sqrt(2.0 / sizes[l - 1]).")),
            (drawn * Math.Sqrt(2 / (before + here)), Invariant($"W{l} is drawn by Xavier's recipe, with both widths. He divides by that of the layer before alone.")),
            (drawn * Math.Sqrt(2 / here), Invariant($"W{l} is divided by its own layer's width, {here}. It's that of the layer before, {before}: so many terms each neuron adds up.")),
            (drawn * Math.Sqrt(1 / before), Invariant($"W{l} has 1 instead of 2 under the root. The 2 makes up for the half that ReLU switches off.")),
            (drawn / Math.Sqrt(2 / before), Invariant($"W{l} is divided by the root. Multiply by it: wide layers need small weights.")))
            ?? Invariant($"The first number of W{l} must be {right[0, 0]:G6}, but yours is {mine[0, 0]:G6}. Draw once for each W, in the order of the layers, from the random that is given, and nothing for the biases.");
    }

    private static Verdict ForwardVerdict(Func<Matrix<double>, Matrices, Func<Matrix<double>, Matrix<double>>, Matrix<double>> forward)
    {
        var random = new RandomState(0);
        var X = random.Randn(3, 4);
        var parameters = new Matrices();
        for (var l = 1; l < Sizes.Length; l++)
        {
            parameters[$"W{l}"] = random.Randn(Sizes[l], Sizes[l - 1]) * 0.5;
            parameters[$"b{l}"] = random.Randn(Sizes[l], 1);
        }

        Matrix<double>? mine;
        try
        {
            mine = forward(X.Clone(), parameters.ToDictionary(p => p.Key, p => p.Value.Clone()), Tanh);
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products and sums of shapes that don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} W stands left of A, and the column b times a row of m ones is as wide as W * A.");
        }
        catch (KeyNotFoundException error)
        {
            return Verdict.Wrong($"There is no such name: {error.Message} The check's network has W1, b1, W2, b2, W3 and b3: C is parameters.Count / 2, and A0 is X.");
        }

        var right = Answers(X, parameters, 3, Tanh, Sigmoid);
        if (mine is null) return Verdict.NotStarted("Return the answers of the last layer, (1, m).");
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("One function for every activation there is or will be: sigmoid, tanh, ReLU. Only the last layer is bound to the sigmoid, by the log loss.");
        }

        var withoutBiases = parameters.ToDictionary(p => p.Key, p => p.Key[0] == 'b' ? 0 * p.Value : p.Value);
        return Verdict.Wrong(Answer.HintFor(
            mine,
            (Answers(X, parameters, 3, Sigmoid, Sigmoid), "You used the sigmoid in every layer. In the hidden layers it must be g."),
            (Answers(X, parameters, 3, Tanh, Tanh), "You used g in every layer. The last one answers a probability: there it must be the sigmoid."),
            (Answers(X, parameters, 3, Sigmoid, Tanh), "It's the other way round: g in the hidden layers, the sigmoid in the last."),
            (Answers(X, parameters, 3, Tanh, Z => Z), "That's Z of the last layer: the sigmoid is still to be applied."),
            (Answers(X, parameters, 3, Z => Z, Sigmoid), "The hidden layers have no activation: without g all layers together are no more than one neuron."),
            (Answers(X, withoutBiases, 3, Tanh, Sigmoid), "The biases are missing: Z = W A + b."),
            (Answers(X, parameters, 2, Tanh, Tanh), "That's the last hidden layer. One more layer follows, with the sigmoid: let the loop go up to and including C."),
            (Answers(X, parameters, 2, Tanh, Sigmoid), "You stopped one layer early: the loop must go up to and including C."),
            (Answers(X, parameters, 1, Tanh, Tanh), "That's the first layer's answer: return that of the last, after the loop."))
            ?? (Answer.HasShapeOf(mine, right)
                ? Invariant($"In the check's network the first answer is {right[0, 0]:G6}, but yours is {mine[0, 0]:G6}.")
                : Invariant($"The check's X has 4 points, so the answers must be (1, 4), but yours are ({mine.RowCount}, {mine.ColumnCount}).")));
    }

    private static Matrix<double> Answers(
        Matrix<double> X, Matrices parameters, int layers, Func<Matrix<double>, Matrix<double>> g, Func<Matrix<double>, Matrix<double>> last)
    {
        var ones = Matrix<double>.Build.Dense(1, X.ColumnCount, 1);
        var A = X;
        for (var l = 1; l <= layers; l++)
        {
            var Z = (parameters[$"W{l}"] * A) + (parameters[$"b{l}"] * ones);
            A = l < layers ? g(Z) : last(Z);
        }

        return A;
    }

    private static Matrix<double> Sigmoid(Matrix<double> Z) => HiddenActivation.Sigmoid.Of(Z);

    private static Matrix<double> Tanh(Matrix<double> Z) => HiddenActivation.Tanh.Of(Z);
}
