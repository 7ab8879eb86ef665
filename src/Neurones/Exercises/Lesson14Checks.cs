using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 14's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson14Checks
{
    /// <summary>Exercise 1: what is the matter with four networks, by their losses.</summary>
    /// <param name="diagnoses">The learner's four words; "?" while there is none.</param>
    public static Verdict Diagnoses(IReadOnlyList<string> diagnoses) => DiagnosesVerdict(diagnoses);

    /// <summary>Exercise 2: the slopes that L1 and L2 add to dW.</summary>
    /// <param name="slopes">The learner's function: W, λ1 and λ2 give the slopes of λ1 Σ|w| + λ2 Σw², of the shape of W.</param>
    public static Verdict PenaltySlopes(Func<Matrix<double>, double, double, Matrix<double>> slopes) =>
        Verdict.Of(() => PenaltySlopesVerdict(slopes));

    /// <summary>Exercise 3: dropout while training.</summary>
    /// <param name="dropOut">The learner's function: answers A, random numbers U of the same shape, and the probability p to drop.</param>
    public static Verdict DropOut(Func<Matrix<double>, Matrix<double>, double, Matrix<double>> dropOut) =>
        Verdict.Of(() => DropOutVerdict(dropOut));

    /// <summary>Exercise 4: the epoch that early stopping goes back to.</summary>
    /// <param name="bestEpoch">The learner's function: the validation losses and the patience give the epoch, counted from 1.</param>
    public static Verdict BestEpoch(Func<double[], int, int> bestEpoch) => Verdict.Of(() => BestEpochVerdict(bestEpoch));

    /// <summary>Exercise 5: a step of Adam for one parameter.</summary>
    /// <param name="adamStep">The learner's function: w, dw, M, V, the number of the step and the rate give the new w, M and V.</param>
    public static Verdict AdamStep(Func<double, double, double, double, int, double, (double w, double M, double V)> adamStep) =>
        Verdict.Of(() => AdamStepVerdict(adamStep));

    /// <summary>Exercise 6: a network that generalises better than the lesson's, measured on points of its own.</summary>
    /// <param name="network">The learner's network, trained; null while there is none.</param>
    public static Verdict BetterNetwork(Sequential? network) => Verdict.Of(() => BetterNetworkVerdict(network));
}
