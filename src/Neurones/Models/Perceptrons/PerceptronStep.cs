using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>One sample shown to a perceptron: its answer, and what its rule makes of it.</summary>
/// <param name="Pass">Which pass over the samples, counted from 0.</param>
/// <param name="Sample">Which sample (row of X), counted from 0.</param>
/// <param name="Label">The right answer, 0 or 1.</param>
/// <param name="Answer">The perceptron's answer with <paramref name="W"/> and <paramref name="b"/>: 1 where x W + b is 0 or more, else 0.</param>
/// <param name="W">The weights that answered, (n, 1).</param>
/// <param name="b">The bias that answered.</param>
/// <param name="NextW">The weights after the step, (n, 1): W + rate (label - answer) x, so the same when the answer is right.</param>
/// <param name="Nextb">The bias after the step: b + rate (label - answer).</param>
public sealed record PerceptronStep(
    int Pass, int Sample, int Label, int Answer, Matrix<double> W, double b, Matrix<double> NextW, double Nextb)
{
    /// <summary>label - answer: 0 when the answer is right, 1 when it should have been 1, -1 when it should have been 0.</summary>
    public int Error => Label - Answer;

    /// <summary>Such as "pass 0, sample 3: answer 0 for label 1, so W becomes (0.1, 0.1) and b 0".</summary>
    public override string ToString()
    {
        var seen = FormattableString.Invariant($"pass {Pass}, sample {Sample}: answer {Answer} for label {Label}");
        return Error == 0
            ? $"{seen}, right"
            : FormattableString.Invariant($"{seen}, so W becomes ({Short(NextW)}) and b {Nextb:G4}");
    }

    private static string Short(Matrix<double> W)
    {
        const int Most = 5;
        var numbers = W.Enumerate().Take(Most).Select(weight => FormattableString.Invariant($"{weight:G4}"));
        return string.Join(", ", W.RowCount > Most ? numbers.Append("...") : numbers);
    }
}
