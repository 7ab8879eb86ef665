using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson06Checks
{
    private static Verdict LogLossVerdict(Func<Matrix<double>, Matrix<double>, double> logLoss)
    {
        var (a, y) = (Column(0.9, 0.2, 0.6, 0.3, 0.8), Column(1, 0, 1, 1, 0));
        var right = LogisticNeuronFunctions.LogLoss(a, y);
        var answer = logLoss(a.Clone(), y.Clone());
        if (!Answer.Is(answer, right))
        {
            return Verdict.Wrong(
                Answer.HintFor(
                    answer,
                    (-right, "The sign is wrong: logarithms of probabilities are negative, and the minus in front makes the loss positive."),
                    (right * y.RowCount, "That's the sum over the samples; divide it by m, the number of samples."),
                    (right / Math.Log(10), "You took the logarithm to the base 10; Math.Log is the one that the formula means."),
                    (right / Math.Log(2), "You took the logarithm to the base 2; Math.Log is the one that the formula means."),
                    (MeanOf(a, y, (a, y) => -y * Math.Log(a)), "Only samples of class 1 count in your loss; those of class 0 need the second term, (1 - y) log(1 - a)."),
                    (MeanOf(a, y, (a, y) => -(1 - y) * Math.Log(1 - a)), "Only samples of class 0 count in your loss; those of class 1 need the first term, y log(a)."),
                    (MeanOf(a, y, (a, y) => -(a * Math.Log(y + 1e-15)) - ((1 - a) * Math.Log(1 - y + 1e-15))), "You swapped A and y: the logarithm is taken of the answers, not of the labels."))
                ?? Invariant($"For answers 0.9, 0.2, 0.6, 0.3, 0.8 and labels 1, 0, 1, 1, 0 the log loss is {right:0.00000000}, but yours is {answer:0.00000000}.{(Math.Abs(answer - right) < 1e-3 ? " Is your epsilon too large?" : "")}"));
        }

        return AtTheEnds(logLoss);
    }

    private static Verdict AtTheEnds(Func<Matrix<double>, Matrix<double>, double> logLoss)
    {
        double Of(double a, double y) => logLoss(Column(a), Column(y));

        if (!double.IsFinite(Of(0, 1)) || !double.IsFinite(Of(0, 0)))
        {
            return Verdict.Wrong("Right for ordinary answers, but an answer of exactly 0 breaks it: log(0). Add epsilon, 1e-15, inside that logarithm.");
        }

        if (!double.IsFinite(Of(1, 1)) || !double.IsFinite(Of(1, 0)))
        {
            return Verdict.Wrong("An answer of exactly 1 still breaks it: log(1 - a). Epsilon must be added there too: 1 - a + epsilon, not 1 - (a + epsilon).");
        }

        if (!Answer.Is([Of(0, 0), Of(1, 1)], [0, 0]))
        {
            return Verdict.Wrong("A certain and right answer should cost nothing, 0. Is your epsilon small enough? The lesson's is 1e-15.");
        }

        return Of(0, 1) > 10 && Of(1, 0) > 10
            ? Verdict.Right("Not one NaN, and ordinary answers cost what they cost before: that's what a good epsilon does.")
            : Verdict.Wrong("A certain and wrong answer should be expensive, about 34.5 with an epsilon of 1e-15. Is yours small enough?");
    }

    private static Verdict LossFromZVerdict(Func<double, double, double> loss)
    {
        (double z, double y)[] samples = [(2, 1), (2, 0), (-1, 1), (-1, 0), (0.5, 1)];
        double[] Over(Func<double, double, double> f) => [.. samples.Select(sample => f(sample.z, sample.y))];

        var answer = Over(loss);
        if (!Answer.Is(answer, Over((z, y) => Math.Log(1 + Math.Exp(z)) - (y * z))))
        {
            return Verdict.Wrong(
                Answer.HintFor(
                    answer,
                    (Over((z, y) => (y * z) - Math.Log(1 + Math.Exp(z))), "The sign is wrong: a loss is never negative."),
                    (Over((z, _) => Math.Log(1 + Math.Exp(z))), "That's the loss of class 0 alone: subtract y z."),
                    (Over((z, y) => Math.Log(1 + Math.Exp(z)) + (y * z)), "You added y z: subtract it."),
                    (Over((z, y) => Math.Log(1 + Math.Exp(-Math.Abs(z))) - (y * z)), "The max(z, 0) is missing in front of the logarithm."),
                    (Over((z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(Math.Abs(z))) - (y * z)), "The minus is missing in exp(-|z|): the exponent must never be positive."),
                    (Over((z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-z)) - (y * z)), "The exponent must be -|z|: with -z it is positive for a negative z."),
                    (Over((z, y) => Math.Max(z, 0) + Math.Log(1 + Math.Exp(z)) - (y * z)), "The exponent must be -|z|: with z it is positive for a positive z."))
                ?? Invariant($"For z = 2 and y = 1 the loss is log(1 + exp(2)) - 2 = {Math.Log(1 + Math.Exp(2)) - 2:0.0000}, but yours is {answer[0]:0.0000}."));
        }

        double[] ends = [loss(1000, 0), loss(1000, 1), loss(-1000, 0), loss(-1000, 1)];
        if (Answer.Is(ends, [1000, 0, 0, 1000]))
        {
            return Verdict.Right("No overflow, no epsilon, and a mistake costs what it should, however certain: this is how LogisticNeuron computes its loss.");
        }

        if (!ends.All(double.IsFinite))
        {
            return Verdict.Wrong("Right for ordinary z, but z = 1000 or -1000 breaks it: exp(1000) is infinity. Use max(z, 0) + log(1 + exp(-|z|)).");
        }

        (double z, double y, double loss, double right)[] named = [(1000, 0, ends[0], 1000), (1000, 1, ends[1], 0), (-1000, 0, ends[2], 0), (-1000, 1, ends[3], 1000)];
        var wrong = named.First(end => !Answer.Is(end.loss, end.right));
        var cure = wrong.loss is > 34 and < 37
            ? ": an epsilon hides how wrong the neuron is. Compute it from z, without the sigmoid."
            : ". Use max(z, 0) + log(1 + exp(-|z|)): it needs no limit.";
        return Verdict.Wrong(Invariant($"For z = {wrong.z} and y = {wrong.y} the loss is {wrong.right}, but yours is {wrong.loss:0.0000}{cure}"));
    }

    private static double MeanOf(Matrix<double> a, Matrix<double> y, Func<double, double, double> cost) =>
        a.Enumerate().Zip(y.Enumerate(), cost).Average();

    private static Matrix<double> Column(params double[] values) => Matrix<double>.Build.Dense(values.Length, 1, values);
}
