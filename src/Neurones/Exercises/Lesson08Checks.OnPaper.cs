using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson08Checks
{
    private static Verdict ShapesVerdict(
        (int Rows, int Columns) dZ1, (int Rows, int Columns) dW1, (int Rows, int Columns) db1, (int Rows, int Columns) dW2)
    {
        if ((dZ1, dW1, db1, dW2) == default) return Verdict.NotStarted("Replace each (0, 0) by a shape: rows first, then columns.");

        var hint = ShapeHint("dZ1", dZ1, (8, 50), "It has the shape of Z1: a row for each hidden neuron, a column for each sample.",
                ((50, 8), "Samples are columns here: a row for each neuron."),
                ((1, 50), "That's dZ2. Layer 1 has 8 neurons."),
                ((5, 50), "That's the shape of X. Z1 has a row for each hidden neuron."),
                ((8, 5), "That's dW1. In dZ1 the samples are still apart."))
            ?? ShapeHint("dW1", dW1, (8, 5), "It has the shape of W1: a row for each hidden neuron, a column for each variable.",
                ((5, 8), "W1 has a row for each neuron: Z1 = W1 X, and (8, 5) · (5, 50) is (8, 50)."),
                ((8, 50), "That's dZ1. The product with Xᵀ sums over the samples: (8, 50) · (50, 5)."),
                ((8, 1), "That's db1: one number for each neuron. A neuron has a weight for each variable."))
            ?? ShapeHint("db1", db1, (8, 1), "It has the shape of b1: one bias for each hidden neuron.",
                ((1, 8), "The number of biases is right, but they stand in a column."),
                ((8, 50), "That's dZ1 before the sum. A bias is shared by all samples."),
                ((1, 50), "You summed over the neurons. Sum over the samples: along each row."),
                ((1, 1), "That's db2. Layer 1 has 8 neurons."))
            ?? ShapeHint("dW2", dW2, (1, 8), "It has the shape of W2: a row for each output, a column for each hidden neuron.",
                ((8, 1), "That's W2 transposed, as it is used for the blame. dW2 stands where W2 stands."),
                ((1, 50), "That's dZ2. The product with A1ᵀ sums over the samples: (1, 50) · (50, 8)."),
                ((1, 5), "The output sees the 8 hidden neurons, not the 5 variables."));
        return hint is null
            ? Verdict.Right("Every gradient has the shape of what it belongs to. You didn't need a formula, and each formula can be checked by it.")
            : Verdict.Wrong(hint);
    }

    private static string? ShapeHint(
        string name, (int Rows, int Columns) answer, (int Rows, int Columns) right, string rule, params ((int, int) Wrong, string Hint)[] mistakes) =>
        answer == right ? null
        : answer == default ? $"Now {name}. {rule}"
        : Invariant($"{name} isn't ({answer.Rows}, {answer.Columns}). {mistakes.FirstOrDefault(mistake => mistake.Wrong == answer).Hint ?? rule}");

    private static Verdict ByHandVerdict(double dz2, double dw2, double dz1, double dw1)
    {
        if (new[] { dz2, dw2, dz1, dw1 }.All(double.IsNaN)) return Verdict.NotStarted("Replace each double.NaN by a number, dz2 first.");

        const double x = 2, y = 1, a1 = 0.5, w2 = 3, a2 = 0.8;
        const double error = a2 - y, slope = a1 * (1 - a1), blame = w2 * error * slope;
        var hint = NumberHint("dz2", dz2, error, "It's the error, a2 - y.",
                (-error, "The sign is wrong: it's a2 - y, not y - a2."),
                (a2, "That's a2: subtract y."),
                (error * a2 * (1 - a2), "The slope of the output's sigmoid has already cancelled: a2 - y is all."))
            ?? NumberHint("dw2", dw2, error * a1, "It's dz2 times what the weight was multiplied with.",
                (-error * a1, "The sign is wrong: it's that of dz2."),
                (error, "That's dz2. One more step back: times what w2 was multiplied with."),
                (error * w2, "You multiplied by w2, which leads to the blame. For the slope along w2, multiply by what w2 was multiplied with: a1."),
                (error * a2, "You multiplied by a2, which w2 makes. It was multiplied with a1."),
                (error * x, "You multiplied by x, the input of layer 1. The output's input is a1."))
            ?? NumberHint("dz1", dz1, blame, "It's w2 dz2, times the slope a1 (1 - a1).",
                (-blame, "The sign is wrong: w2 and the slope are positive, so it's that of dz2."),
                (w2 * error, "That's the blame before the sigmoid: times its slope, a1 (1 - a1)."),
                (error * slope, "You left out the wire: times w2."),
                (w2 * error * a1, "You multiplied by a1. The slope of the sigmoid is a1 (1 - a1)."),
                (w2 * error * a2 * (1 - a2), "You took the slope at a2. It's the hidden neuron's: a1 (1 - a1)."))
            ?? NumberHint("dw1", dw1, blame * x, "It's dz1 times what the weight was multiplied with: x.",
                (-blame * x, "The sign is wrong: it's that of dz1."),
                (blame, "That's dz1. One more step back: times x."),
                (blame * a1, "You multiplied by a1, which w1 makes. It was multiplied with x."),
                (error * x, "You took dz2. Layer 1's weights have dz1, times x."));
        return hint is null
            ? Verdict.Right("Four slopes, each one step further back than the last. A large network does the same with matrices, and nothing else.")
            : Verdict.Wrong(hint);
    }

    private static string? NumberHint(string name, double answer, double right, string rule, params (double Wrong, string Hint)[] mistakes) =>
        Answer.Is(answer, right) ? null
        : double.IsNaN(answer) ? $"Now {name}. {rule}"
        : Invariant($"{name} isn't {answer:G6}. {Answer.HintFor(answer, mistakes) ?? rule}");
}
