using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson14Checks
{
    private const double Epsilon = 1e-8;

    private static Verdict AdamStepVerdict(Func<double, double, double, double, int, double, (double w, double M, double V)> adamStep)
    {
        const double w = 0.5, dw = -0.8, M = 0.2, V = 0.05, rate = 0.1;
        const int t = 3;
        const double m = (0.9 * M) + (0.1 * dw), v = (0.999 * V) + (0.001 * dw * dw);
        var (mHat, vHat) = (m / (1 - Math.Pow(0.9, t)), v / (1 - Math.Pow(0.999, t)));
        var right = w - (rate * mHat / (Math.Sqrt(vHat) + Epsilon));
        var (mineW, mineM, mineV) = adamStep(w, dw, M, V, t, rate);

        if (!Answer.Is(mineM, m)) return Verdict.Wrong(HintForM(mineM));
        if (!Answer.Is(mineV, v)) return Verdict.Wrong(HintForV(mineV));
        if (!Answer.Is(mineW, right)) return Verdict.Wrong(HintForW(mineW));
        if (!Answer.Is(adamStep(1, -5, 0, 0, 1, 0.01).w, 1.01))
        {
            return Verdict.Wrong("Step 3 is right, but the first isn't: with M = V = 0, t = 1 and the rate 0.01 a slope of -5 must move w by 0.01, up. The powers must be taken of the t that is given.");
        }

        return Verdict.Right("Three lines train most of the networks in the world. And the first step is always the rate, whatever the slope: try dw = 1000.");

        string HintForM(double mine) => Answer.HintFor(
            mine,
            ((0.1 * M) + (0.9 * dw), "M keeps 0.9 of itself and takes 0.1 of the slope: you exchanged the two numbers."),
            ((0.9 * M) + dw, "That's momentum's velocity. Adam takes 0.1 of the slope: M is a mean."),
            (mHat, "You returned M with its hat. Return M itself: the hat is only for the step."),
            (M, "M is returned as it came. It must become 0.9 M + 0.1 dw."),
            ((0.9 * M) + (0.1 * dw * dw), "M is the mean of the slopes; their squares belong to V."))
            ?? Invariant($"For M = {M} and dw = {dw} the new M is {m:G6}, but yours is {mine:G6}.");

        string HintForV(double mine) => Answer.HintFor(
            mine,
            ((0.999 * V) + (0.001 * dw), "V is the mean of the squares: dw * dw, or it could become negative."),
            ((0.001 * V) + (0.999 * dw * dw), "V keeps 0.999 of itself and takes 0.001 of the square: you exchanged the two numbers."),
            ((0.9 * V) + (0.1 * dw * dw), "For V the numbers are 0.999 and 0.001. 0.9 and 0.1 are for M."),
            (vHat, "You returned V with its hat. Return V itself: the hat is only for the step."),
            (V, "V is returned as it came. It must become 0.999 V + 0.001 dw²."),
            ((0.999 * V) + (0.001 * m * m), "V is the mean of the squares of the slopes: take dw, not M."))
            ?? Invariant($"For V = {V} and dw = {dw} the new V is {v:G6}, but yours is {mine:G6}.");

        string HintForW(double mine) => double.IsNaN(mine) ? "The new w isn't a number: you took the root of something negative. 0.999^t is a power, Math.Pow(0.999, t), not 0.999 times t." : Answer.HintFor(
            mine,
            (w, "w is returned as it came."),
            (w + (rate * mHat / Math.Sqrt(vHat)), "You step uphill: subtract."),
            (w - (rate * m / Math.Sqrt(v)), "The hats are missing: divide M by 1 - 0.9^t and V by 1 - 0.999^t first."),
            (w - (rate * mHat / Math.Sqrt(v)), "The hat of V is missing: divide V by 1 - 0.999^t."),
            (w - (rate * m / Math.Sqrt(vHat)), "The hat of M is missing: divide M by 1 - 0.9^t."),
            (w - (rate * (m / (1 - 0.9)) / Math.Sqrt(v / (1 - 0.999))), "The powers are missing in the hats: at step t it's 0.9^t and 0.999^t."),
            (w - (rate * mHat / vHat), "The root is missing: divide by Math.Sqrt of V with its hat."),
            (w - (rate * dw / Math.Sqrt(vHat)), "You step along the slope dw. Adam steps along M with its hat."),
            (w - (rate * mHat), "The division is missing: by the root of V with its hat."),
            (w - (mHat / Math.Sqrt(vHat)), "The rate is missing."))
            ?? Invariant($"M and V are right. The new w must be {right:G6}, but yours is {mine:G6}.");
    }
}
