using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson14Checks
{
    private static Verdict BestEpochVerdict(Func<double[], int, int> bestEpoch)
    {
        var hint = StoppedHint(bestEpoch([0.6, 0.4, 0.5, 0.35, 0.45, 0.4, 0.36, 0.3], 3))
            ?? Hint([0.6, 0.7, 0.5, 0.6, 0.4, 0.5, 0.3], 3, 7, "Each new lowest loss starts the patience anew")
            ?? Hint([0.6, 0.5, 0.55, 0.56, 0.4], 3, 5, "Epochs 3 and 4 brought no new lowest loss, and that's only two: epoch 5 still runs, and it's the best")
            ?? Hint([0.5, 0.4, 0.3], 2, 3, "The losses only fall, so nothing stops it, and the last epoch is the best")
            ?? Hint([0.5, 0.4, 0.45, 0.4, 0.46], 10, 2, "Epoch 4 only equals the lowest loss. It's not a new lowest one, so the first stays")
            ?? Hint([0.7], 1, 1, "There's one epoch, so it's the best");
        return hint is null
            ? Verdict.Right("A few lines, and the cheapest cure there is: it costs no time, it saves some.")
            : Verdict.Wrong(hint);

        string? Hint(double[] losses, int patience, int right, string why)
        {
            var mine = bestEpoch([.. losses], patience);
            return mine == right ? null : Invariant($"{why}: {Example(losses, patience)} gives {right}, but yours gives {mine}.");
        }
    }

    private static string? StoppedHint(int mine)
    {
        const string example = "In the check's example the losses are 0.6, 0.4, 0.5, 0.35, 0.45, 0.4, 0.36, 0.3, and the patience is 3. ";
        return mine switch
        {
            4 => null,
            8 => example + "You found the lowest loss of all, in epoch 8. But that epoch is never reached: epochs 5, 6 and 7 bring no new lowest loss, so training ends after epoch 7.",
            7 => example + "That's the epoch after which it stops. Asked is the best one until then.",
            6 => example + "That's where it stops, counted from 0. Asked is the best epoch until then, counted from 1.",
            3 => example + "You counted from 0: the best epoch is the fourth.",
            2 => example + "You stopped at the first rise. With a patience of 3, it must see three epochs in a row without a new lowest loss.",
            5 => example + "In epoch 5 the patience begins to run. The best one is the one before.",
            _ => example + Invariant($"The answer is 4, but yours is {mine}."),
        };
    }

    private static string Example(double[] losses, int patience) =>
        Invariant($"{string.Join(", ", losses.Select(loss => Invariant($"{loss}")))} with a patience of {patience}");
}
