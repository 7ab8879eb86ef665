using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson07Checks
{
    private static Verdict ShapesVerdict((int Rows, int Columns) W1, (int Rows, int Columns) A1, (int Rows, int Columns) W2, int parameters)
    {
        if (new[] { W1, A1, W2 }.Contains((0, 0)) || parameters == 0) return Verdict.NotStarted("Replace each (0, 0), and the 0.");

        if (HintForShapes(W1, A1, W2) is { } hint) return Verdict.Wrong(hint);

        return parameters == 26
            ? Verdict.Right("From three numbers, 3, 5 and 1, you know the shape of everything: nearly every mistake in a network is a shape that doesn't fit.")
            : Verdict.Wrong(HintForCount(parameters));
    }

    private static string? HintForShapes((int Rows, int Columns) W1, (int Rows, int Columns) A1, (int Rows, int Columns) W2) => (W1, A1, W2) switch
    {
        ((3, 5), _, _) => "W1 is turned round: a row for each neuron, a column for each input.",
        ((5, 200), _, _) or ((200, 5), _, _) => "W1 doesn't depend on how many samples there are: a row for each neuron, a column for each input.",
        not ((5, 3), _, _) => Invariant($"W1 isn't ({W1.Rows}, {W1.Columns}): it has a row for each of the 5 neurons and a column for each of the 3 inputs."),
        (_, (200, 5), _) => "A1 is turned round: from this lesson on, samples stand in columns.",
        (_, (3, 200), _) => "(3, 200) is the shape of X. A1 has a row for each hidden neuron.",
        (_, (5, 1), _) => "(5, 1) is A1 for a single sample. There are 200, each with its column.",
        not (_, (5, 200), _) => Invariant($"A1 isn't ({A1.Rows}, {A1.Columns}): it has a row for each of the 5 hidden neurons and a column for each of the 200 samples."),
        (_, _, (5, 1)) => "W2 is turned round: a row for the one output neuron, a column for each hidden one.",
        (_, _, (1, 3)) => "The output neuron doesn't see the 3 variables: its inputs are the 5 hidden neurons.",
        (_, _, (1, 200)) => "(1, 200) is the shape of A2. W2 has a column for each of its inputs, the hidden neurons.",
        not (_, _, (1, 5)) => Invariant($"W2 isn't ({W2.Rows}, {W2.Columns}): it has a row for the one output neuron and a column for each of its 5 inputs."),
        _ => null,
    };

    private static string HintForCount(int parameters) => "The shapes are right. " + parameters switch
    {
        20 => "20 is the number of weights. Each neuron has a bias too.",
        25 => "You left out the bias of the output neuron.",
        21 => "You left out the biases of the hidden neurons.",
        15 => "15 are the weights of layer 1 alone.",
        18 or 23 => "Inputs aren't neurons: they have no bias.",
        6 => "6 is the number of neurons. Count the weights and biases that they have.",
        _ => Invariant($"But it isn't {parameters} parameters: add up the numbers in W1, b1, W2 and b2."),
    };

    private static Verdict ByHandVerdict(double answer)
    {
        if (double.IsNaN(answer)) return Verdict.NotStarted("Replace double.NaN by your answer.");

        // z1 = (2 - 2 + 0, 2 - 2) = (0, 0), a1 = (0.5, 0.5), z2 = 1 + 2 - 1 = 2.
        return Answer.Is(answer, Sigmoid(2), tolerance: 0.001)
            ? Verdict.Right("Two products, two sigmoids: the largest networks do no more than that, only with larger matrices and more layers.")
            : Verdict.Wrong(
                ByHandMistakes.Where(mistake => Answer.Is(answer, mistake.Wrong, tolerance: 0.002)).Select(mistake => mistake.Hint).FirstOrDefault()
                ?? Invariant($"It isn't {answer:G6}. Go step by step: first both z of layer 1, by the rows of W1; then their sigmoids; then z of layer 2."));
    }

    private static IEnumerable<(double Wrong, string Hint)> ByHandMistakes =>
    [
        (2, "2 is z of layer 2. Its sigmoid is still missing."),
        (Sigmoid(-1), "The hidden neurons answer with the sigmoid of z, not with z itself: sigmoid of 0 isn't 0."),
        (-1, "Both z of layer 1 are 0, but both sigmoids aren't: what is the sigmoid of 0? And the output neuron has a sigmoid too."),
        (0.5, "0.5 is what each hidden neuron answers. The output neuron still has to weigh these two answers."),
        (Sigmoid(3), "You left out the bias of the output neuron."),
        (Sigmoid((2 * Sigmoid(0)) + (4 * Sigmoid(2)) - 1), "You left out the biases of layer 1."),
        (Sigmoid((2 * Sigmoid(2)) + (4 * Sigmoid(-1)) - 1), "You took the columns of W1. Row i holds the weights of neuron i."),
        (Sigmoid((4 * Sigmoid(0)) + (2 * Sigmoid(0)) + 1), "The bias of the output neuron is -1, not 1."),
        (Sigmoid(-2), "The sigmoid is 1 / (1 + exp(-z)): mind the minus sign of z."),
    ];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
