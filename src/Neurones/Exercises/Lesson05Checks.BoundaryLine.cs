using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05Checks
{
    private static Verdict BoundaryLineVerdict(Func<Matrix<double>, double, (double Slope, double Intercept)> line)
    {
        const double w1 = 3, w2 = -4, b = 5;
        const double slope = 0.75, intercept = 1.25;
        var (mySlope, myIntercept) = line(Matrix<double>.Build.Dense(2, 1, [w1, w2]), b);
        if (double.IsNaN(mySlope) && double.IsNaN(myIntercept)) return Verdict.NotStarted("Return slope and intercept instead of NaN.");

        if (Answer.Is(mySlope, intercept) && Answer.Is(myIntercept, slope))
        {
            return Verdict.Wrong("The two are in the wrong order: return (slope, intercept).");
        }

        if (!Answer.Is(mySlope, slope))
        {
            return Verdict.Wrong(Answer.HintFor(
                mySlope,
                (w1 / w2, "The slope has the wrong sign: when w1 x1 goes to the other side of the equation, its sign changes."),
                (-w2 / w1, "You divided by w1, so you solved for x1. Solve for x2: divide by w2."),
                (w2 / w1, "You divided by w1, so you solved for x1. Solve for x2: divide by w2, and mind the sign."),
                (-w1, "You moved w1 x1 to the other side, but x2 is still multiplied by w2: divide by it."),
                (w1, "The slope isn't w1 itself: move w1 x1 to the other side, then divide by w2."))
                ?? Invariant($"For w1 = {w1}, w2 = {w2}, b = {b} the slope is {slope}, but you return {mySlope:G6}."));
        }

        return Answer.Is(myIntercept, intercept)
            ? Verdict.Right("Only the ratios of w1, w2 and b decide where the line is. Make all three ten times larger: same line, but a steeper sigmoid.")
            : Verdict.Wrong("The slope is right. " + (Answer.HintFor(
                myIntercept,
                (b / w2, "The intercept has the wrong sign: b goes to the other side of the equation too."),
                (-b, "The intercept is not yet divided by w2."),
                (b, "The intercept isn't b itself: move b to the other side, then divide by w2."),
                (-b / w1, "You divided b by w1. Everything is divided by w2."))
                ?? Invariant($"For w1 = {w1}, w2 = {w2}, b = {b} the intercept is {intercept}, but you return {myIntercept:G6}.")));
    }
}
