using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Charts.Data;

/// <summary>The points of one class.</summary>
internal sealed record PointClass(int Label, string Name, ImmutableArray<double> X1, ImmutableArray<double> X2);

/// <summary>
/// Points of the plane with their classes, checked once for every figure that draws them: X (m, 2) with y (m, 1), or
/// with samples in columns, as networks have them, X (2, m) with y (1, m).
/// </summary>
internal sealed class LabelledPoints
{
    public LabelledPoints(Matrix<double> X, Matrix<double> y, IReadOnlyList<string>? classNames, bool ofNeuron = false)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        InColumns = X.RowCount == 2 && y.RowCount == 1 && y.ColumnCount == X.ColumnCount;
        if (InColumns)
        {
            (X, y) = (X.Transpose(), y.Transpose());
        }

        if (X.ColumnCount != 2)
        {
            throw new ArgumentException(
                Invariant.Text($"X is {X.RowCount}x{X.ColumnCount}, but a point of the plane has 2 variables: choose two columns, for example X.SubMatrix(0, X.RowCount, 0, 2)."),
                nameof(X));
        }

        if (y.RowCount != X.RowCount || y.ColumnCount != 1)
        {
            throw new ArgumentException(
                Invariant.Text($"y is {y.RowCount}x{y.ColumnCount}, but X is {X.RowCount}x2: y must be {X.RowCount}x1, one class for each point."),
                nameof(y));
        }

        if (X.RowCount == 0) throw new ArgumentException("X is 0x2: give at least one point.", nameof(X));

        Func<double, int> toLabel = ofNeuron ? LabelOfNeuron : Label;
        var labels = y.Column(0).Select(toLabel).ToArray();
        Classes = [.. labels.Distinct().Order().Select(label => PointsOf(label, X, labels, classNames))];
        X1 = Interval.Of(X.Column(0));
        X2 = Interval.Of(X.Column(1));
        Count = X.RowCount;
    }

    public ImmutableArray<PointClass> Classes { get; }

    public Interval X1 { get; }

    public Interval X2 { get; }

    public int Count { get; }

    /// <summary>Whether X came with a point in each column.</summary>
    public bool InColumns { get; }

    /// <summary>How many points of which class, for a text alternative.</summary>
    public string Describe(string x1, string x2) =>
        Invariant.Text($"{Count} points: {string.Join(", ", Classes.Select(points => Invariant.Text($"{points.X1.Length} of {points.Name}")))}; {x1} from {X1}, {x2} from {X2}.");

    private static int Label(double y) => y >= 0 && y < 1000 && Math.Floor(y) == y
        ? (int)y
        : throw new ArgumentException(Invariant.Text($"y contains {y}, but a class is a whole number: 0, 1, 2, ..."), nameof(y));

    private static int LabelOfNeuron(double y) => y is 0 or 1
        ? (int)y
        : throw new ArgumentException(Invariant.Text($"y contains {y}, but a neuron tells two classes apart: 0 and 1."), nameof(y));

    private static PointClass PointsOf(int label, Matrix<double> X, int[] labels, IReadOnlyList<string>? classNames)
    {
        if (classNames is not null && label >= classNames.Count)
        {
            throw new ArgumentException(
                Invariant.Text($"classNames has {classNames.Count} names, but y contains class {label}: give {label + 1} names, that of class 0 first."),
                nameof(classNames));
        }

        var rows = Enumerable.Range(0, labels.Length).Where(row => labels[row] == label).ToArray();
        var name = classNames?[label] ?? Invariant.Text($"class {label}");
        return new(label, name, [.. rows.Select(row => X[row, 0])], [.. rows.Select(row => X[row, 1])]);
    }
}
