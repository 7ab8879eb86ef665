using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson07Checks
{
    private static readonly string[] Inputs = ["(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)"];

    private static Verdict XorVerdict(double[,] W1, double[] b1, double[] W2, double b2)
    {
        if (W1.GetLength(0) != 2 || W1.GetLength(1) != 2 || b1.Length != 2 || W2.Length != 2)
        {
            return Verdict.Wrong("Keep the shapes: xorW1 has two rows of two numbers, xorb1 and xorW2 have two numbers each.");
        }

        if (W1.Cast<double>().Concat(b1).Concat(W2).Append(b2).Any(double.IsNaN)) return Verdict.NotStarted("Replace each double.NaN by a number.");

        var (hidden, answers) = Network(steepness: 1);
        if (IsXor(answers))
        {
            return Verdict.Right("XOR, the task that stopped the perceptrons in 1969, with nine parameters. And each of them has a slope now, so that descent could have found them.");
        }

        var bits = string.Concat(answers.Select(a => a >= 0.5 ? '1' : '0'));
        var worst = Enumerable.Range(0, 4).MaxBy(i => Math.Abs(answers[i] - (i is 1 or 2 ? 1 : 0)));
        if (bits == "0110" || IsXor(Network(steepness: 1000).Answers))
        {
            return Verdict.Wrong(Invariant(
                $"The right {(bits == "0110" ? "answers" : "idea")}, but not sure enough: to {Inputs[worst]} it is {answers[worst]:0.00}. Multiply all weights and biases by {(bits == "0110" ? 2 : 10)} or more; that makes the sigmoids steeper."));
        }

        return Verdict.Wrong(bits switch
        {
            "1001" => "That's XNOR, just the opposite: turn the signs of xorW2 and xorb2 round.",
            "0111" => "That's OR: to (1, 1) it says yes. One hidden neuron must notice that both inputs are on, and forbid it.",
            "1110" => "That's NAND: to (0, 0) it says yes. The last neuron must want OR as well.",
            "0001" => "That's AND. Perhaps both hidden neurons do the same thing: let one be OR (z > 0 if at least one input is on), the other NAND (z < 0 only if both are on).",
            "0000" or "1111" => HintForSameAnswers(hidden),
            _ => Invariant($"To (0, 0), (0, 1), (1, 0), (1, 1) it answers {string.Join(", ", answers.Select(a => Invariant($"{a:0.00}")))}. Begin with hidden neuron 1: as OR, its sum must be negative for (0, 0) and positive for the others."),
        });

        (Matrix<double> Hidden, double[] Answers) Network(double steepness)
        {
            var X = Matrix<double>.Build.DenseOfRowArrays([0, 0, 1, 1], [0, 1, 0, 1]);
            var hidden = Sigmoid(steepness * Layer(Matrix<double>.Build.DenseOfArray(W1), X, Matrix<double>.Build.Dense(2, 1, b1)));
            return (hidden, Sigmoid(steepness * Layer(Matrix<double>.Build.Dense(1, 2, W2), hidden, Matrix<double>.Build.Dense(1, 1, b2))).ToColumnMajorArray());
        }

        static bool IsXor(double[] answers) => answers.Zip([false, true, true, false], (a, one) => one ? a >= 0.9 : a <= 0.1).All(fine => fine);
    }

    private static string HintForSameAnswers(Matrix<double> hidden)
    {
        var same = hidden.EnumerateRows().ToList().FindIndex(answers => answers.All(a => a >= 0.5) || answers.All(a => a < 0.5));
        return "It gives the same answer to all four inputs. " + (same >= 0
            ? Invariant($"So does hidden neuron {same + 1}, but its four sums should have different signs: look at xorb1 first, it says from where on a neuron fires.")
            : "Its hidden neurons don't, so look at the output: xorb2 says from where on it fires, and its sum should be positive for some of their answers and negative for others.");
    }
}
