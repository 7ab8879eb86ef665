using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson03Checks
{
    private static Verdict PiecesVerdict(double dLda, double dadz, double dzdw, double dLdw)
    {
        if (double.IsNaN(dLda) && double.IsNaN(dadz) && double.IsNaN(dzdw) && double.IsNaN(dLdw))
        {
            return Verdict.NotStarted("Replace each double.NaN by a number: begin with dL/da.");
        }

        var hint = Piece("dL/da", dLda, 5, "Put y = 0 into -y / a + (1 - y) / (1 - a): which of the two fractions is left?",
                (-5, "The sign is wrong: with y = 0 the fraction with the plus is left."),
                (1.25, "That's 1 / a. With y = 0 the other fraction is left, the one with 1 - a."),
                (-1.25, "That's -1 / a, for a toxic plant. This one is harmless: the fraction with 1 - a is left."),
                (-Math.Log(0.2), "That's the loss itself. We want its slope along a."),
                (0.8, "That's a - y, so dL/dz: the first two pieces together."))
            ?? Piece("da/dz", dadz, 0.16, "The sigmoid's slope is a (1 - a).",
                (0.64, "That's a times a. The second factor is 1 - a."),
                (0.25, "That's the sigmoid's slope at a = 0.5, the steepest place. Here a is 0.8."),
                (Sigmoid(0.8) * (1 - Sigmoid(0.8)), "You took 0.8 for z. It's a that is 0.8, so no sigmoid is needed."),
                (0.2, "That's 1 - a. It's still to be multiplied by a."))
            ?? Piece("dz/dw", dzdw, 3, "z = w x + b is a straight line as w moves. What's the factor in front of w?",
                (1, "That's dz/db. The factor in front of w is x."),
                (0, "That would mean that w has no part in z. The factor in front of w is x."))
            ?? Piece("dL/dw", dLdw, 2.4, "Along a chain slopes multiply: it's the product of your three pieces.",
                (-2.4, "The sign is wrong: all three pieces are positive."),
                (8.16, "You added the pieces. Along a chain slopes multiply."),
                (0.8, "That's dL/dz, so also dL/db. For w the third piece is still missing."),
                (15, "You left out da/dz."),
                (0.48, "You left out dL/da."));
        return hint is null
            ? Verdict.Right("And the short formula says the same: (a - y) x = 0.8 · 3. Too high an answer and a positive input, so this weight should go down.")
            : Verdict.Wrong(hint);
    }

    private static string? Piece(string name, double answer, double right, string cure, params (double, string)[] mistakes)
    {
        if (Answer.Is(answer, right)) return null;

        return double.IsNaN(answer)
            ? $"So far so good. Now {name}."
            : Invariant($"{name} isn't {answer:G6}. ") + (Answer.HintFor(answer, mistakes) ?? cure);
    }

    private static Verdict SquaredLossVerdict(Func<double, double, double, double, double> slope)
    {
        const double w = 0.7, b = -0.2, x = 1.5, y = 1;
        var z = (w * x) + b;
        var a = Sigmoid(z);
        var (error, steepness) = (a - y, a * (1 - a));
        var right = error * steepness * x;
        var withoutBias = Sigmoid(w * x);
        var forgotten = (withoutBias - y) * withoutBias * (1 - withoutBias) * x;
        var mine = slope(w, b, x, y);
        if (double.IsNaN(mine)) return Verdict.NotStarted("Return dL/dw instead of NaN.");

        return Answer.Is(mine, right)
            ? Verdict.Right(Invariant($"Here a (1 - a) doesn't cancel. At z = -12, certain and wrong, this slope is {(Sigmoid(-12) - 1) * Sigmoid(-12) * (1 - Sigmoid(-12)):0.000000} x, where the log loss has -1 x: such a neuron would hardly learn from its worst mistakes."))
            : Verdict.Wrong(Answer.HintFor(
                mine,
                (-right, "The sign is wrong: dL/da is a - y, not y - a."),
                (error * x, "That's the slope of the log loss. Here dL/da is a - y already, so da/dz = a (1 - a) is still missing."),
                (right / 2, "That's half the slope: the 2 of the square has used up the half, so dL/da is a - y."),
                (error, "That's dL/da, the first piece. Multiply it by the other two."),
                (forgotten, "You left out the bias: z = w x + b."),
                (error * steepness * w, "The last piece is dz/dw = x. You took w."),
                (0, "Your slope is 0. (If you wrote 1 / 2: with whole numbers that's 0 in C#.)"),
                (error * steepness, "You left out the last piece, dz/dw = x. (What you have is dL/db.)"),
                (steepness * x, "You left out the first piece, dL/da = a - y."),
                (2 * right, "Twice too much: the half in the loss and the 2 of the square cancel, so dL/da is a - y."),
                (error * error / 2 * steepness * x, "The first piece must be the loss's slope, a - y, not the loss."),
                (error * z * (1 - z) * x, "The sigmoid's slope is a (1 - a), with the answer a. You took z."),
                ((z - y) * x, "You left out the sigmoid: the answer is a = sigmoid(z)."))
                ?? Invariant($"For w = {w}, b = {b}, x = {x}, y = {y} the slope is {right:G6}, but you return {mine:G6}. Write the three pieces one by one, and measure each."));
    }

    private static Verdict TwoInARowVerdict(Func<double, double, double, double, (double dw1, double dw2)> slopes)
    {
        const double w1 = 0.8, w2 = -1.5, x = 2, y = 1;
        var a1 = Sigmoid(w1 * x);
        var a2 = Sigmoid(w2 * a1);
        var (error, first, second) = (a2 - y, a1 * (1 - a1), a2 * (1 - a2));
        var (dw1, dw2) = (error * w2 * first * x, error * a1);
        var (mine1, mine2) = slopes(w1, w2, x, y);
        if (double.IsNaN(mine1) && double.IsNaN(mine2)) return Verdict.NotStarted("Return the two slopes: begin with the one along w2.");

        if (!Answer.Is(mine2, dw2))
        {
            return Verdict.Wrong("Along w2: " + (Answer.HintFor(
                mine2,
                (-dw2, "the sign is wrong, it's a2 - y, not y - a2."),
                (dw1, "that's the slope along w1. Return dw1 first, then dw2."),
                (error * x, "the second neuron's input isn't x, it's a1."),
                (error, "that's dL/dz2. Multiply it by the second neuron's input."),
                (error * second * a1, "a2 (1 - a2) is one factor too many: it's in dL/dz2 = a2 - y already."),
                (error * w2, "dz2/dw2 is what stands in front of w2, so a1. You took w2."))
                ?? Invariant($"for w1 = {w1}, w2 = {w2}, x = {x}, y = {y} the slope is {dw2:G6}, but you return {mine2:G6}. The second neuron is one as in the lesson, with the input a1.")));
        }

        if (double.IsNaN(mine1)) return Verdict.Wrong("The slope along w2 is right. Now the one along w1: there are four links, dL/dz2, dz2/da1, da1/dz1, dz1/dw1.");

        return Answer.Is(mine1, dw1)
            ? Verdict.Right("You've just done back-propagation: a2 - y was computed once and used twice, and each neuron on the way back added its own factors. A deep network is a longer chain.")
            : Verdict.Wrong("The slope along w2 is right. Along w1: " + (Answer.HintFor(
                mine1,
                (-dw1, "the sign is wrong."),
                (dw2, "that's the slope along w2 again. The chain goes on: z2, a1, z1, w1."),
                (error * first * x, "you left out the link from a1 to z2. By which factor does z2 move when a1 does?"),
                (error * w2 * x, "you left out the first neuron's sigmoid, a1 (1 - a1)."),
                (error * w2 * first, "you left out the last link, dz1/dw1 = x."),
                (error * w2 * second * x, "you passed through the sigmoid of the second neuron. The one between z1 and a1 has the slope a1 (1 - a1)."),
                (error * second * w2 * first * x, "a2 (1 - a2) is one factor too many: it's in dL/dz2 = a2 - y already."),
                (error * w1 * first * x, "from a1 to z2 the factor is w2, not w1."),
                (error * a1 * first * x, "from a1 to z2 the factor is w2: z2 = w2 a1, and now a1 moves."),
                ((a1 - y) * x, "nobody tells the first neuron what it should answer, so there's no a1 - y. Begin with a2 - y, and follow the links back."),
                (error * a1 * x, "you left out the first neuron's sigmoid, a1 (1 - a1), and from a1 to z2 the factor is w2, not a1."),
                (error * x, "that's as if there were one neuron only. Every link between w1 and z2 gives a factor."))
                ?? Invariant($"for w1 = {w1}, w2 = {w2}, x = {x}, y = {y} the slope is {dw1:G6}, but you return {mine1:G6}. There are four links: dL/dz2, dz2/da1, da1/dz1, dz1/dw1.")));
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
