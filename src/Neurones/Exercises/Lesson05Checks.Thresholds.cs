using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05Checks
{
    private static Verdict PredictFromVerdict(Func<Matrix<double>, Matrix<double>, double, double, Matrix<double>> predictFrom)
    {
        // With W = 1 and b = 0, z is x: the probabilities are 0.12, 0.27, 0.5 exactly, 0.73, 0.88 and 0.95.
        var X = Matrix<double>.Build.Dense(6, 1, [-2, -1, 0, 1, 2, 3]);
        var W = Matrix<double>.Build.Dense(1, 1, 1);
        var A = LogisticNeuronFunctions.Model(X, W, 0);
        var right = AtLeast(A, 0.8);
        var answer = predictFrom(X.Clone(), W.Clone(), 0, 0.8);
        if (answer is null) return Verdict.NotStarted("Return a matrix of 0s and 1s, one for each row of X.");
        if (!Answer.HasShapeOf(answer, right))
        {
            return Verdict.Wrong(Invariant($"X has 6 rows, so there must be 6 answers, (6, 1); yours is ({answer.RowCount}, {answer.ColumnCount})."));
        }

        if (!Answer.Is(answer, right))
        {
            return Verdict.Wrong(Answer.HintFor(
                answer,
                (AtLeast(A, 0.5), "With threshold 0.8 you answer as with 0.5: use the parameter threshold."),
                (1 - right, "0 and 1 are exchanged: 1 is for probabilities of at least the threshold."),
                (A, "Those are the probabilities. The answers must be 0 or 1."),
                (AtLeast(X, 0.8), "You compared z with the threshold. Compare the probability: call Model."))
                ?? "With threshold 0.8 and the probabilities 0.12 0.27 0.5 0.73 0.88 0.95 the answers must be 0 0 0 0 1 1.");
        }

        return Answer.Is(predictFrom(X.Clone(), W.Clone(), 0, 0.5), AtLeast(A, 0.5))
            ? Verdict.Right("Where to draw the line isn't mathematics: it depends on what each kind of mistake costs.")
            : Verdict.Wrong("A probability of exactly the threshold must give 1: write >=, not >.");
    }

    private static Verdict RecallVerdict(Func<Matrix<double>, Matrix<double>, double, double> recall)
    {
        // Four toxic plants, three found from 0.5; six harmless ones, two of them called toxic.
        var A = Matrix<double>.Build.Dense(10, 1, [0.9, 0.8, 0.3, 0.6, 0.7, 0.2, 0.1, 0.4, 0.55, 0.35]);
        var y = Matrix<double>.Build.Dense(10, 1, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
        var answer = recall(A.Clone(), y.Clone(), 0.5);
        if (double.IsNaN(answer)) return Verdict.NotStarted("Return the recall instead of NaN.");
        if (!Answer.Is(answer, 0.75))
        {
            return Verdict.Wrong(Answer.HintFor(
                answer,
                (0, "C# divided two whole numbers, and 3 / 4 is then 0. Make one of them a double."),
                (3, "3 toxic plants were found. The recall is their share: divide by the number of toxic plants."),
                (0.6, "That's the share of toxic plants among those called toxic: the precision. Divide by the number of plants that are toxic."),
                (0.7, "That's the accuracy. Look at the toxic plants alone."),
                (0.25, "That's the share of toxic plants that were overlooked: 1 - recall."),
                (0.3, "You divided by all the plants. Divide by the number of toxic ones."),
                (0.5, "That's the share of plants that were called toxic, rightly or not. Look at the toxic plants alone."),
                (4.0 / 6, "That's the share of the harmless plants that were left in peace."))
                ?? Invariant($"Of the check's 4 toxic plants 3 have a probability of at least 0.5, so the recall is 0.75, but you return {answer:G6}."));
        }

        var strict = recall(A.Clone(), y.Clone(), 0.8);
        return Answer.Is(strict, 0.5)
            ? Verdict.Right("Accuracy counts all mistakes alike; recall counts those that poison you. With a threshold of 0.2 our neuron finds 49 of the 50 toxic plants.")
            : Verdict.Wrong(Answer.HintFor(
                strict,
                (0.75, "With threshold 0.8 you return the same as with 0.5: use the parameter threshold."),
                (0.25, "A probability of exactly the threshold counts as found: write >=, not >."))
                ?? Invariant($"Right for threshold 0.5, but for 0.8 the recall is 0.5 (2 of 4), and you return {strict:G6}."));
    }

    private static Matrix<double> AtLeast(Matrix<double> values, double threshold) => values.Map(value => value >= threshold ? 1.0 : 0.0);
}
