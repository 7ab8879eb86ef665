using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson10Checks
{
    private static Verdict NumbersVerdict(int numbers)
    {
        const int first = (32 * 4096) + 32, second = (32 * 32) + 32, last = 32 + 1;
        if (numbers == 0) return Verdict.NotStarted("Replace 0 by the number: for each layer the weights, rows times columns, and the biases.");
        if (numbers == first + second + last)
        {
            return Verdict.Right("131,104 of the 132,193 stand in the first layer: wide inputs are what costs. Convolution, to come, saves nearly all of them.");
        }

        return Verdict.Wrong(Answer.HintFor(
            numbers,
            ((32 * 4096) + (32 * 32) + 32, "Those are the weights alone. Each neuron has a bias, too."),
            (first + second, "That's without the output neuron: it has 32 weights and a bias."),
            (second + last, "That's without the first layer: 32 neurons, each with 4,096 weights and a bias."),
            (first + last, "There are two hidden layers of 32 neurons: you counted one."),
            (first + (2 * second) + last, "There are two hidden layers, so one step from 32 to 32 neurons: you counted it twice."),
            (first + second + last - 1, "One is missing: the bias of the output neuron."),
            (first + second + last + 4096, "The 4,096 pixels are no neurons: they have no biases."),
            (4096 + 32 + 32 + 1, "Those are the inputs and neurons. Count what joins them: a layer has rows times columns weights, and its biases."),
            (4096 * 32 * 32, "Layers stand one after the other: add up their numbers, don't multiply them."))
            ?? Invariant($"It isn't {numbers}. Write down the shapes of W1, b1, W2, b2, W3 and b3: W1 is (32, 4096). Then add up rows times columns."));
    }

    private static Verdict WhatIsLeftVerdict(double left)
    {
        if (double.IsNaN(left)) return Verdict.NotStarted("Replace double.NaN by a number or an expression, such as Math.Pow(2, 3) for 2 to the 3.");

        // Small numbers are compared by their ratio: Answer's tolerance is absolute below 1. A rounded 0.00006 is right, too.
        const double quarter = 0.25;
        var right = Math.Pow(quarter, 7);
        return Answer.Is(left / right, 1, tolerance: 0.02)
            ? Verdict.Right("0.00006: the first layer hears sixteen thousand times less than the last. And a quarter is the best that a sigmoid can do.")
            : Verdict.Wrong(Answer.HintFor(
                left / right,
                (quarter, "That's eight steps. From layer 8 back to layer 1 there are seven: to layer 7, 6, 5, 4, 3, 2 and 1."),
                (1 / quarter, "That's six steps. From layer 8 back to layer 1 there are seven: to layer 7, 6, 5, 4, 3, 2 and 1."),
                (7 * quarter / right, "You multiplied a quarter by seven. Each step takes a quarter of what the step before has left: 0.25 · 0.25 · ..."),
                (quarter / 7 / right, "You divided by seven. Each step takes a quarter of what the step before has left: 0.25 · 0.25 · ..."),
                (1 / right / right, "You multiplied by 4 at each step. A quarter of something is less, not more."),
                ((1 - right) / right, "That's what is lost. Asked is what is left."),
                (0, "It is 0: with whole numbers 1 / 4 is 0 in C#. Write 1.0 / 4, or 0.25."))
                ?? Invariant($"It isn't {left:G6}. One step leaves 0.25, two leave 0.25 · 0.25 = 0.0625, and so on. How many steps are there from layer 8 to layer 1?"));
    }

    private static Verdict TanhSlopeVerdict(Func<Matrix<double>, Matrix<double>> slope)
    {
        var A = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -0.8, 0.1 }, { 0, 0.9, -0.3 } });
        var right = 1 - A.PointwiseMultiply(A);
        Matrix<double>? mine;
        try
        {
            mine = slope(A.Clone());
        }
        catch (ArgumentException error) when (error.ParamName is null)
        {
            // Products of shapes that don't fit name no parameter.
            return Verdict.Wrong($"The shapes don't fit: {error.Message} A * A multiplies rows by columns; number by number it's A.PointwiseMultiply(A).");
        }

        if (mine is null) return Verdict.NotStarted("Return the matrix of slopes, of the shape of A.");
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("At a = 0 the slope is 1, four times that of the sigmoid at its best: that's why tanh carries gradients further back.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            (A.PointwiseMultiply(1 - A), "That's the sigmoid's slope, a (1 - a). For tanh it is 1 - a²."),
            (1 - A, "The square is missing: 1 - a²."),
            (-right, "The sign is wrong: it's 1 - a², not a² - 1."),
            (A.PointwiseMultiply(A), "That's a² alone. The slope is 1 - a²."),
            (1 - A.PointwiseTanh().PointwisePower(2), "You took tanh once more: A is tanh(Z) already, so the slope is 1 - a²."),
            (A.PointwiseTanh(), "That's tanh itself. We want its slope, 1 - a² for each number."))
            ?? (Answer.HasShapeOf(mine, right)
                ? Invariant($"For a = 0.5 the slope is 0.75, but yours is {mine[0, 0]:G6}.")
                : Invariant($"The check's A is (2, 3), so the answer must be (2, 3), but yours is ({mine.RowCount}, {mine.ColumnCount}).")));
    }
}
