using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>How often each class (row) was taken for each (column); what is right is on the diagonal.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    internal ConfusionMatrix(int[,] counts, IReadOnlyList<string> classNames) => (_counts, ClassNames) = (counts, [.. classNames]);

    /// <summary>The name of each of the k classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The counts as a matrix, (k, k): the truth in rows, the answers in columns.</summary>
    public Matrix<double> Counts => Matrix<double>.Build.Dense(ClassNames.Count, ClassNames.Count, (i, j) => _counts[i, j]);

    /// <summary>How many samples of class <paramref name="truth"/> were taken for class <paramref name="predicted"/>.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public int this[int truth, int predicted]
    {
        get
        {
            var k = ClassNames.Count;
            Check.That(truth >= 0 && truth < k && predicted >= 0 && predicted < k,
                $"There is no count for truth {truth} and predicted {predicted}: the {k} classes are 0 to {k - 1}.");
            return _counts[truth, predicted];
        }
    }

    /// <summary>A table with the classes' names: the truth in rows, the answers in columns.</summary>
    public override string ToString()
    {
        string[] truths = [.. ClassNames.Select(name => $"truth {name}")];
        string[] counts = [.. _counts.Cast<int>().Select(count => count.ToString(CultureInfo.InvariantCulture))];
        var nameWidth = truths.Append("predicted").Max(cell => cell.Length);
        var width = counts.Concat(ClassNames).Max(cell => cell.Length);

        IEnumerable<string> lines =
        [
            Line("predicted", ClassNames),
            .. truths.Zip(counts.Chunk(ClassNames.Count), Line),
        ];
        return string.Join('\n', lines);

        string Line(string name, IEnumerable<string> cells) =>
            string.Join("  ", cells.Select(cell => cell.PadLeft(width)).Prepend(name.PadRight(nameWidth)));
    }
}
