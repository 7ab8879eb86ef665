using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson11Checks
{
    private static Verdict EpochVerdict(
        Func<List<(Matrix<double> X, Matrix<double> y)>, Matrix<double>, double, double, (Matrix<double> W, double b)> epoch)
    {
        const double b = 0.5, rate = 0.1;
        var W = Matrix<double>.Build.Dense(2, 1, [1, -1]);
        var (X, y) = FiveSamples();
        List<(Matrix<double> X, Matrix<double> y)> batches = [Rows(X, y, 0, 2), Rows(X, y, 2, 2), Rows(X, y, 4, 1)];

        var right = Train(batches);
        var (myW, myb) = epoch([.. batches.Select(batch => (batch.X.Clone(), batch.y.Clone()))], W.Clone(), b, rate);
        if (myW is null) return Verdict.NotStarted("Return W and b as they are after the last batch.");
        if (!Answer.HasShapeOf(myW, W))
        {
            return Verdict.Wrong(Invariant($"W must keep its shape, here (2, 1), but yours is ({myW.RowCount}, {myW.ColumnCount})."));
        }

        double[] mine = [.. myW.ToColumnMajorArray(), myb];
        if (Answer.Is(mine, right))
        {
            return Verdict.Right("These lines train every network there is, with a longer Model and longer Gradients. And you'll never write an epoch without batches again.");
        }

        return Verdict.Wrong(Answer.HintFor(
            mine,
            (Flat(W, b), "W and b are as they were. Put what Update returns back into W and b."),
            (Train([batches[0]]), "Only the first batch counts. Return after the loop, not in it."),
            (Train([batches[^1]]), "Only the last batch counts: each step must go on from where the one before has ended."),
            (Train(batches[..^1]), "The last batch is missing, the smaller one. It counts too."),
            (Train(batches, rate: -rate), "You go uphill: the step is against the gradient, W - α dW."),
            (Train(batches, sums: true), "Your gradients are sums. Divide by the number of samples in the batch, or use the lesson's Gradients."),
            (Train(batches, divisor: X.RowCount), "You divide by the number of all samples. A batch's gradient is the mean over the batch."),
            (Train(batches, rate: 1), "You left out the learning rate."),
            (Train(batches, frozen: true), "All your gradients are computed with the W and b from before the epoch. Each batch must see what the batches before it have changed."),
            (Train([(X, y)]), "That's a single step with all samples. Make one for each batch."),
            (Train(Enumerable.Reverse(batches)), "You go through the batches backwards. Take them in their order."),
            ([.. right[..2], b], "W is right, but b is as it was: it learns as well."),
            ([W[0, 0], W[1, 0], OnlyB()], "b moves, but W is as it was: it learns as well."),
            ([.. OnlyW(), b], "W moves, but b is as it was: it learns as well."))
            ?? Invariant($"After an epoch the first weight must be {right[0]:G6} and b {right[^1]:G6}, but yours are {mine[0]:G6} and {mine[^1]:G6}. For each batch: Model, Gradients, Update."));

        double[] Train(
            IEnumerable<(Matrix<double> X, Matrix<double> y)> batches, double rate = rate, bool sums = false, double? divisor = null, bool frozen = false)
        {
            var (nowW, nowb) = (W, b);
            foreach (var batch in batches)
            {
                var (dW, db) = Slopes(batch, frozen ? W : nowW, frozen ? b : nowb);
                double m = batch.X.RowCount;
                var factor = rate * (sums ? m : divisor is { } all ? m / all : 1);
                (nowW, nowb) = LinearNeuronFunctions.Update(dW, db, nowW, nowb, factor);
            }

            return Flat(nowW, nowb);
        }

        double[] OnlyW() => [.. batches.Aggregate(W, (now, batch) => now - (rate * Slopes(batch, now, b).dW)).ToColumnMajorArray()];

        double OnlyB() => batches.Aggregate(b, (now, batch) => now - (rate * Slopes(batch, W, now).db));
    }
}
