using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05bChecks
{
    private static Verdict InRoundsVerdict(Func<Matrix<double>, Matrix<double>, int, int, LogisticNeuron> inRounds)
    {
        const int rounds = 4, iterations = 25;
        var (X, y) = Datasets.MakeBlobs(samples: 40, features: 2, centers: 2, seed: 0);
        LogisticNeuron neuron;
        try
        {
            neuron = inRounds(X.Clone(), y.Clone(), rounds, iterations);
        }
        catch (InvalidOperationException error) when (error.Message == TrainableModel.NotTrained().Message)
        {
            return Verdict.Wrong("In the first round there is nothing to go on from: let it begin at random, without InitialParameters.");
        }

        if (neuron is null) return Verdict.NotStarted("Return the trained neuron.");
        if (neuron.History.Count == 0) return Verdict.Wrong("Your neuron hasn't been trained: call Fit in each round.");
        if (Knows(After(rounds * iterations)))
        {
            return neuron.History[^1].Iteration == iterations
                ? Verdict.Right("Large networks are trained like this for weeks: in rounds, saved after each, so that no power cut costs more than one of them.")
                : Verdict.Wrong(Invariant($"The neuron is right, but its last training had {neuron.History[^1].Iteration} iterations. Train in {rounds} rounds of {iterations}, one Fit each."));
        }

        return Verdict.Wrong(
            Knows(After(iterations)) ? "Your neuron knows what a single round teaches. Either there's no loop, or each Fit began from scratch: give it InitialParameters." :
            Knows(After((rounds + 1) * iterations)) ? "That's one round too many." :
            Knows(After((rounds - 1) * iterations)) ? "That's one round too few." :
            Invariant($"After {rounds} rounds of {iterations} iterations at the default learning rate, b must be {After(rounds * iterations).b:G6}, but yours is {neuron.b:G6}."));

        bool Knows(LogisticNeuron other) => Answer.Is(neuron.W, other.W) && Answer.Is(neuron.b, other.b);

        LogisticNeuron After(int steps)
        {
            var other = new LogisticNeuron();
            other.Fit(X, y, new TrainingOptions { Iterations = steps });
            return other;
        }
    }
}
