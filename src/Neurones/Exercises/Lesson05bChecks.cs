using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

/// <summary>The checks of lesson 5b's exercises. Each knows the usual mistakes and has a hint for every one of them.</summary>
public static partial class Lesson05bChecks
{
    private const string Unanswered = "?";

    /// <summary>Exercise 1: whether each belongs to the constructor, to Fit or to the state.</summary>
    /// <param name="learningRate">The learner's answer for the learning rate; "?" while there is none.</param>
    /// <param name="X">The same for the samples.</param>
    /// <param name="W">The same for the weights.</param>
    /// <param name="y">The same for the labels.</param>
    /// <param name="iterations">The same for the number of iterations.</param>
    public static Verdict Places(string learningRate, string X, string W, string y, string iterations)
    {
        (string What, string? Answer, string Right)[] places =
        [
            ("learningRate", learningRate, "constructor"), ("X", X, "Fit"), ("W", W, "state"), ("y", y, "Fit"), ("iterations", iterations, "constructor"),
        ];
        if (places.FirstOrDefault(place => place.Answer is null or Unanswered) is { What: { } open })
        {
            return Verdict.NotStarted($"Replace the question mark of {open} by \"constructor\", \"Fit\" or \"state\".");
        }

        return places.FirstOrDefault(place => !string.Equals(place.Answer, place.Right, StringComparison.OrdinalIgnoreCase)) is { What: { } wrong } miss
            ? Verdict.Wrong(PlaceHint(wrong, miss.Answer!, miss.Right))
            : Verdict.Right("You can now read the documentation of any model: what you choose, what you give it, what it learns.");
    }

    /// <summary>Exercise 2: the steps from the random start after Fit, Fit and Fit from where it was, 100 iterations each.</summary>
    /// <param name="steps">The learner's answer; 0 while there is none.</param>
    public static Verdict Steps(int steps) => steps switch
    {
        0 => Verdict.NotStarted("Replace the 0 by your answer."),
        200 => Verdict.Right("The first Fit left no trace. Only what is handed on by a start counts on."),
        300 => Verdict.Wrong("You counted all three. But the second Fit begins from scratch: what became of the first hundred steps?"),
        100 => Verdict.Wrong("The last Fit doesn't begin at random numbers: it's told to start at n.W and n.b, which are some steps away already."),
        400 => Verdict.Wrong("There are only three lines with Fit, of 100 steps each; and one of them throws away what was before."),
        _ => Verdict.Wrong(Invariant($"It isn't {steps}. Ask of each line: where does it begin? Each takes 100 steps from there.")),
    };

    /// <summary>Exercise 3: numbers to text and back, bit for bit, in any culture.</summary>
    /// <param name="toText">The learner's function: numbers to text.</param>
    /// <param name="fromText">The learner's function: the text to the same numbers.</param>
    public static Verdict Text(Func<double[], string> toText, Func<string, double[]> fromText) => Verdict.Of(() => TextVerdict(toText, fromText));

    /// <summary>Exercise 4: a training in rounds that is one long training.</summary>
    /// <param name="inRounds">The learner's function: X, (m, n), y, (m, 1), the rounds and the iterations of each give the trained neuron.</param>
    public static Verdict InRounds(Func<Matrix<double>, Matrix<double>, int, int, LogisticNeuron> inRounds) => Verdict.Of(() => InRoundsVerdict(inRounds));

    /// <summary>Exercise 5: the model that answers what was most frequent.</summary>
    /// <param name="create">Makes a model of the learner's class, and gives its Fit and its Predict.</param>
    public static Verdict MostFrequent(Func<(Action<Matrix<double>, Matrix<double>> Fit, Func<Matrix<double>, Matrix<double>> Predict)> create) =>
        Verdict.Of(() => MostFrequentVerdict(create));

    private static string PlaceHint(string what, string answer, string right) => (right, answer.ToUpperInvariant()) switch
    {
        (_, not ("CONSTRUCTOR" or "FIT" or "STATE")) => $"\"{answer}\" is none of the three: write \"constructor\", \"Fit\" or \"state\".",
        ("constructor", "FIT") => $"{what} isn't part of the data. You decide it beforehand, and it stays the same at every Fit.",
        ("constructor", _) => $"{what} isn't learned: no training changes it. You decide it.",
        ("Fit", "CONSTRUCTOR") => $"{what} is data. The same neuron can be trained on other data tomorrow, so they aren't needed to make it.",
        ("Fit", _) => $"{what} isn't learned, it's what the neuron learns from. It needn't keep it.",
        ("state", "CONSTRUCTOR") => $"{what} isn't decided by you: the training finds it.",
        _ => $"{what} isn't given to the training: it comes out of it, and the neuron keeps it.",
    };
}
