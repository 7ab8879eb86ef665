using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson05bChecks
{
    private static Verdict MostFrequentVerdict(Func<(Action<Matrix<double>, Matrix<double>> Fit, Func<Matrix<double>, Matrix<double>> Predict)> create)
    {
        var mostlyOnes = AnswersTo(create(), 1, 1, 0, 1, 0);
        if (mostlyOnes is null) return Verdict.NotStarted("Predict must return a matrix of answers, one for each row of X.");
        if (!Answer.HasShapeOf(mostlyOnes, Asked(1)))
        {
            return Verdict.Wrong(Invariant($"Predict was asked about 2 samples, so the answers must be (2, 1); yours are ({mostlyOnes.RowCount}, {mostlyOnes.ColumnCount}). Count the rows of Predict's own X."));
        }

        var mostlyZeros = AnswersTo(create(), 0, 1, 0, 1, 0);
        return (Of(mostlyOnes), Of(mostlyZeros)) switch
        {
            (1, 0) => HabitsVerdict(create),
            (0, 1) => Verdict.Wrong("You answer what is *less* frequent: exchange 0 and 1."),
            (1, 1) or (0, 0) => Verdict.Wrong(Invariant($"Fitted on 1 1 0 1 0 and on 0 1 0 1 0, your model answers {Of(mostlyOnes)} both times. Count the ones in y; and if you halve a whole number, mind that in C# 5 / 2 is 2.")),
            (0.6, 0.4) => Verdict.Wrong("That's the share of ones. The answer must be 0 or 1: is the share at least one half?"),
            _ => Verdict.Wrong(Invariant($"Fitted on 1 1 0 1 0, every answer must be 1, but the first of yours is {mostlyOnes[0, 0]:G6} and the second {mostlyOnes[1, 0]:G6}.")),
        };
    }

    /// <summary>The answers are right; is it a model as others are?</summary>
    private static Verdict HabitsVerdict(Func<(Action<Matrix<double>, Matrix<double>> Fit, Func<Matrix<double>, Matrix<double>> Predict)> create)
    {
        if (Of(AnswersTo(create(), 1, 0)) != 1) return Verdict.Wrong("In a tie, as many ones as zeros, the answer must be 1.");

        var refitted = create();
        AnswersTo(refitted, 1, 1, 1, 1, 0);
        if (Of(AnswersTo(refitted, 0, 0, 1)) != 0) return Verdict.Wrong("Fitted a second time, on other data, your model still counts the first. Fit must begin from scratch.");

        var (one, zero) = (create(), create());
        AnswersTo(one, 1, 1, 0);
        AnswersTo(zero, 0, 0, 1);
        if (Of(one.Predict(Asked(0))) != 1) return Verdict.Wrong("Two models, fitted on different data, give the same answers: they share their state. Is your field static? Each object needs its own.");

        try
        {
            create().Predict(Asked(0));
        }
        catch (InvalidOperationException error)
        {
            return error.Message.Contains("Fit", StringComparison.Ordinal)
                ? Verdict.Right("A model that knows nothing of X is the first to compare with: whoever doesn't beat it has learned nothing from X. With as many cats as dogs it's right half the time.")
                : Verdict.Wrong($"Before Fit your model refuses, but says only \"{error.Message}\". Name the cure: call Fit(X, y) first.");
        }
        catch (Exception error) when (error is NullReferenceException or ArgumentException)
        {
            return Verdict.Wrong($"Before Fit your model stops with {error.GetType().Name}, which helps nobody. Throw an InvalidOperationException that names the cure.");
        }

        return Verdict.Wrong("Asked before Fit, your model makes up an answer. Throw an InvalidOperationException that names the cure.");
    }

    private static Matrix<double> AnswersTo((Action<Matrix<double>, Matrix<double>> Fit, Func<Matrix<double>, Matrix<double>> Predict) model, params double[] labels)
    {
        model.Fit(Matrix<double>.Build.Dense(labels.Length, 3, (i, j) => i + j), Matrix<double>.Build.Dense(labels.Length, 1, labels));
        return model.Predict(Matrix<double>.Build.Dense(2, 3, 0));
    }

    private static Matrix<double> Asked(double value) => Matrix<double>.Build.Dense(2, 1, value);

    /// <summary>The answer that both samples got, or NaN.</summary>
    private static double Of(Matrix<double> answers) => answers[0, 0].Equals(answers[1, 0]) ? answers[0, 0] : double.NaN;
}
