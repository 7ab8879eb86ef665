using MathNet.Numerics.LinearAlgebra;
using static Neurones.TwoLayerNetworkFunctions;

namespace Neurones.Exercises;

public static partial class Lesson09Checks
{
    private static Verdict TrainMoreVerdict(Func<Matrix<double>, Matrix<double>, NamedMatrices, double, int, NamedMatrices> trainMore)
    {
        const double rate = 0.5;
        const int iterations = 6;
        var (X, y, start) = Example();
        var right = Trained(start, rate, iterations);
        var mine = trainMore(X.Clone(), y.Clone(), Copy(start), rate, iterations);
        if (mine is null) return Verdict.NotStarted("Return the new parameters.");
        if (Misshapen(mine, right) is { } hint) return Verdict.Wrong(hint);
        if (Same(mine, right))
        {
            return Verdict.Right("A training can be stopped and continued: all it knows is in the parameters. That's how networks are trained for weeks, and how a trained one is taught something new.");
        }

        (NamedMatrices Wrong, string Hint)[] mistakes =
        [
            (start, "The parameters came back unchanged: Update doesn't change them, it returns new ones. Write parameters = Update(...)."),
            (Trained(start, rate, 1), "That's the result of a single step. Is the return inside the loop? Or does each Update begin at the old parameters again?"),
            (Trained(start, rate, iterations - 1), "One step is missing: count from 0 while i < iterations."),
            (Trained(start, rate, iterations + 1), "One step too many: count from 0 while i < iterations, not <=."),
            (Trained(start, -rate, iterations), "You go uphill: the step goes against the gradient."),
            (Trained(start, 0.1, iterations), "The rate is 0.1 whatever is asked for: pass learningRate on."),
            (Trained(Initialise(2, 3, 1, new RandomState(0)), rate, iterations), "You began anew, with Initialise. Go on from the parameters that you were given."),
            (All(right, M => 0 * M), "Everything is 0. Go on from the parameters that you were given."),
            (WithOldGradients(), "The gradients are computed once, before the loop. After each step the slopes are different: forward and backward belong inside."),
            (WithOldAnswers(), "ForwardPropagation is called once, before the loop. After each step the answers are different: it belongs inside."),
        ];
        return Verdict.Wrong(mistakes.FirstOrDefault(mistake => Same(mine, mistake.Wrong)).Hint
            ?? "Those aren't the parameters after that many iterations. Each has three steps: ForwardPropagation, BackPropagation, Update, each with the newest parameters.");

        NamedMatrices Trained(NamedMatrices parameters, double rate, int iterations)
        {
            for (var i = 0; i < iterations; i++)
            {
                parameters = Update(BackPropagation(X, y, parameters, ForwardPropagation(X, parameters)), parameters, rate);
            }

            return parameters;
        }

        NamedMatrices WithOldGradients()
        {
            var gradients = BackPropagation(X, y, start, ForwardPropagation(X, start));
            return Update(All(gradients, dW => iterations * dW), start, rate);
        }

        NamedMatrices WithOldAnswers()
        {
            var (parameters, activations) = (start, ForwardPropagation(X, start));
            for (var i = 0; i < iterations; i++)
            {
                parameters = Update(BackPropagation(X, y, parameters, activations), parameters, rate);
            }

            return parameters;
        }
    }
}
