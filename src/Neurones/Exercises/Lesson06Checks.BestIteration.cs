using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson06Checks
{
    private static Verdict BestIterationVerdict(Func<History, int> bestIteration)
    {
        // Test loss: a bump at 20, lowest at 30 (record 3). Lowest train loss at the end, highest test accuracy at 50.
        var history = new History(
        [
            new(0, 0.95, 0.50, 0.97, 0.50, null),
            new(10, 0.80, 0.60, 0.75, 0.55, null),
            new(20, 0.70, 0.62, 0.78, 0.56, null),
            new(30, 0.60, 0.65, 0.55, 0.60, null),
            new(40, 0.45, 0.75, 0.65, 0.58, null),
            new(50, 0.30, 0.85, 0.80, 0.62, null),
            new(60, 0.20, 0.95, 0.90, 0.54, null),
        ]);
        var answer = bestIteration(history);
        if (answer != 30)
        {
            return Verdict.Wrong(answer switch
            {
                3 => "3 is the record's place in the list. Its Iteration is 30: there is one record for every 10 iterations.",
                60 => "60 is where the train loss is lowest, and that's simply the end. Compare the TestLoss.",
                0 => "0 is where the test loss is highest. Look for the lowest; or was your best never replaced, since it began at 0 or at null? Nothing is less than null: let the first record be the best so far.",
                50 => "50 is where the test accuracy is highest. Compare the TestLoss.",
                10 or 20 => "You stop where the test loss first rises, but that's only a bump: it falls again afterwards, and further. Look at all the records.",
                _ => Invariant($"In the check's history the lowest test loss is 0.55, at iteration 30, but you return {answer}."),
            });
        }

        var rising = new History([new(0, 0.7, 0.5, 0.7, 0.5, null), new(100, 0.5, 0.7, 0.8, 0.5, null)]);
        return bestIteration(rising) == 0
            ? Verdict.Right("That's early stopping: keep the parameters of the moment when the test loss was lowest.")
            : Verdict.Wrong("Right for one history, but not for one whose test loss rises from the start; there the answer is 0.");
    }
}
