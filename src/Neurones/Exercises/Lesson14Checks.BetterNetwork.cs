using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson14Checks
{
    private const double GoodEnough = 0.27;
    private const double LearnedByHeart = 0.05;
    private const double HardlyLearned = 0.3;

    private static Verdict BetterNetworkVerdict(Sequential? network)
    {
        if (network is null) return Verdict.NotStarted("Replace null by a network, such as Big(l2: 0.003), and train it: mine.Fit(X, y, Options()).");
        if (!network.Input.Equals([2])) return Verdict.Wrong($"The points have two variables, but your network takes samples of {network.Input}: begin with new Sequential([2]).");
        if (network.Count == 0 || network[^1] is not Sigmoid || network.Output.Size != 1)
        {
            return Verdict.Wrong("Your network must answer one probability: end with new Dense(1) and new Sigmoid().");
        }

        if (network.History.Count == 0) return Verdict.Wrong("Your network isn't trained yet: call mine.Fit(X, y, Options()) first.");

        var (X, y) = Datasets.MakeMoons(samples: 50, noise: 0.3, seed: 5);
        var (unseenX, unseenY) = Datasets.MakeMoons(samples: 1000, noise: 0.3, seed: 14);
        var (train, unseen) = (network.Evaluate(X, y).Loss, network.Evaluate(unseenX, unseenY).Loss);
        var measured = Invariant($"On the 50 points its loss is {train:0.000}, on unseen points {unseen:0.000}");
        if (unseen < GoodEnough)
        {
            return Verdict.Right($"{measured}. The floor is about 0.2, so there's little left to gain from 50 points. (You did leave the other points out of Fit, didn't you?)");
        }

        return Verdict.Wrong(measured + train switch
        {
            < LearnedByHeart => ": it has learned the 50 points by heart. Hold it back: more L2 or L1, dropout, or early stopping.",
            > HardlyLearned => ": both are high, so it underfits. A smaller penalty, more neurons, or more epochs.",
            _ => Invariant($". Not bad; {GoodEnough} is asked. Combine two cures: a penalty, and early stopping with patience."),
        });
    }
}
