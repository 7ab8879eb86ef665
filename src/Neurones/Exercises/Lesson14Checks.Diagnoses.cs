using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson14Checks
{
    private const string Underfitting = "underfitting";
    private const string Overfitting = "overfitting";
    private const string Good = "good";
    private const string NotFinished = "not finished";

    private static readonly string[] Words = [Underfitting, Overfitting, Good, NotFinished];

    private static readonly string[] Patients = [Overfitting, Underfitting, Good, NotFinished];

    private static Verdict DiagnosesVerdict(IReadOnlyList<string>? diagnoses)
    {
        if (diagnoses is null || diagnoses.All(word => word is null or "?" or "")) return Verdict.NotStarted("Replace every \"?\" by one of the four words.");
        if (diagnoses.Count != Patients.Length) return Verdict.Wrong(Invariant($"There are four patients, A to D, but you gave {diagnoses.Count} words."));

        for (var i = 0; i < Patients.Length; i++)
        {
            var word = (diagnoses[i] ?? "").Trim().ToLowerInvariant();
            var patient = (char)('A' + i);
            if (word is "?" or "") return Verdict.Wrong($"{patient} has no diagnosis yet.");
            if (!Words.Contains(word)) return Verdict.Wrong($"\"{diagnoses[i]}\" isn't one of the four words. They are \"{string.Join("\", \"", Words)}\".");
            if (word != Patients[i]) return Verdict.Wrong($"{patient} isn't \"{word}\": {WhyNot(patient, word)}");
        }

        return Verdict.Right("Height and gap: B's train loss is high, A's gap is wide, C has neither. And B differs from D only in being level: look at the curves, not at the last numbers alone.");
    }

    private static string WhyNot(char patient, string word) => (patient, word) switch
    {
        ('A', Underfitting) => "with a train loss of 0.01 it can express all that it was shown, and more. Look at the gap.",
        ('A', Good) => "on new points it pays 1.20, more than somebody who tosses a coin (0.693).",
        ('A', _) => "its validation loss rises. Every further epoch makes it worse.",
        ('B' or 'D', Overfitting) => "there's no gap: 0.45 and 0.46. What it knows, it knows of new points, too.",
        ('B' or 'D', Good) => "the floor is 0.20, and it pays 0.45. There's a lot left to learn.",
        ('B', _) => "both losses are level since long. More epochs won't change them.",
        ('C', Underfitting) => "0.21 is nearly the floor of 0.20. Nobody can do much better.",
        ('C', Overfitting) => "the gap is 0.01. Such a gap is chance.",
        ('C', _) => "both losses are level, and nearly at the floor of 0.20.",
        _ => "both losses still fall. Perhaps it can do better: wait.",
    };
}
