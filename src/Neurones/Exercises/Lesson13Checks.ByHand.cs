using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson13Checks
{
    private static readonly double[] Convolved = [-1, 3, 5, -3];

    private static readonly string[] Windows = ["2, 0 / 1, 3", "0, 1 / 3, -1", "1, 3 / 0, 2", "3, -1 / 2, 4"];

    private static Verdict ByHandVerdict(double[] z)
    {
        if (z.All(double.IsNaN)) return Verdict.NotStarted("Lay the kernel on the top left corner, multiply, add up, and replace the first double.NaN.");
        if (Answer.Is(z, Convolved)) return Verdict.Right("Sixteen products and four sums: a convolution of any size is only more of the same.");

        var hint = Answer.HintFor(
            z,
            ([3, 5, 1, 5], "You turned the kernel upside down, as mathematicians do. In this field it stays as it is."),
            ([1, 7, -1, 3], "You took the kernel's columns for its rows: its first row is 1, 2."),
            ([-1, 5, 3, -3], "z12 and z21 are exchanged: the first index is the row."),
            ([1, -3, -5, 3], "All signs are wrong: nothing is subtracted but what the kernel's -1 multiplies."));
        if (hint is not null) return Verdict.Wrong(hint);

        var first = Enumerable.Range(0, z.Length).First(i => !Answer.Is(z[i], Convolved[i]));
        var name = Invariant($"z{(first / 2) + 1}{(first % 2) + 1}");
        return Verdict.Wrong(double.IsNaN(z[first])
            ? $"Now {name}: below the kernel are {Windows[first]}."
            : Invariant($"{name} isn't {z[first]:G6}. Below the kernel are {Windows[first]}: multiply each by the kernel's number on it, 1, 2 / 0, -1, and add up."));
    }
}
