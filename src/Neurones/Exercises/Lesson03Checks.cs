namespace Neurones.Exercises;

/// <summary>The checks of lesson 3's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson03Checks
{
    /// <summary>Exercise 1: the pieces of the chain rule where y = 0, x = 3 and a = 0.8.</summary>
    /// <param name="dLda">The learner's slope of the loss along a; NaN while there is none.</param>
    /// <param name="dadz">The same of a along z.</param>
    /// <param name="dzdw">The same of z along w.</param>
    /// <param name="dLdw">The same of the loss along w.</param>
    public static Verdict Pieces(double dLda, double dadz, double dzdw, double dLdw) => PiecesVerdict(dLda, dadz, dzdw, dLdw);

    /// <summary>Exercise 2: the slope of the mean log loss along one weight, over all plants.</summary>
    /// <param name="slope">The learner's function: the answers a, the truth y and the inputs x, all of length m, give the slope.</param>
    public static Verdict SlopeAlong(Func<double[], double[], double[], double> slope) => Verdict.Of(() => SlopeAlongVerdict(slope));

    /// <summary>Exercise 3: the slope along w of half the squared error of a sigmoid neuron.</summary>
    /// <param name="slope">The learner's function: w, b, x and y give dL/dw.</param>
    public static Verdict SquaredLoss(Func<double, double, double, double, double> slope) => Verdict.Of(() => SquaredLossVerdict(slope));

    /// <summary>Exercise 4: the slopes of the log loss along the weights of two sigmoid neurons in a row.</summary>
    /// <param name="slopes">The learner's function: w1, w2, x and y give dw1 and dw2.</param>
    public static Verdict TwoInARow(Func<double, double, double, double, (double dw1, double dw2)> slopes) => Verdict.Of(() => TwoInARowVerdict(slopes));

    /// <summary>Exercise 5: the largest distance between slopes that are claimed and those that are measured.</summary>
    /// <param name="distance">The learner's function: a loss, the weights and their claimed slopes give the distance.</param>
    public static Verdict LargestDistance(Func<Func<double[], double>, double[], double[], double> distance) =>
        Verdict.Of(() => LargestDistanceVerdict(distance));
}
