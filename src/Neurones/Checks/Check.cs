using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>What arguments must be; each failure is a sentence that names the argument, what it is, and the cure.</summary>
internal static class Check
{
    /// <summary>So many classes can be told apart; what counts more isn't classes.</summary>
    public const int MostClasses = 1000;

    /// <exception cref="ArgumentException">The condition doesn't hold.</exception>
    public static void That(
        [DoesNotReturnIf(false)] bool condition,
        [InterpolatedStringHandlerArgument(nameof(condition))] ErrorMessage message)
    {
        if (!condition)
        {
            throw new ArgumentException(message.ToString());
        }
    }

    /// <summary>Rate, iterations and records that a training can follow.</summary>
    public static void Options(TrainingOptions options)
    {
        That(options.LearningRate > 0 && double.IsFinite(options.LearningRate),
            $"LearningRate is {options.LearningRate}: it must be a finite number more than 0, such as 0.1.");
        That(options.Iterations > 0, $"Iterations is {options.Iterations}: train for 1 iteration or more.");
        That(options.BatchSize is null or > 0, $"BatchSize is {options.BatchSize}: learn from 1 sample or more at a time, or leave it null for all.");
        That(options.RecordEvery > 0, $"RecordEvery is {options.RecordEvery}: record every 1 iteration or more.");
        if (options.InitialParameters is { } initial)
        {
            foreach (var (name, value) in initial)
            {
                Finite(value, $"{name} of InitialParameters", "a training starts from ordinary numbers");
            }
        }
    }

    /// <summary>A matrix of that size can be made: MathNet keeps it in one array.</summary>
    public static void Size(long rows, long columns, string name)
    {
        const long Most = 1L << 30;
        That((Int128)rows * columns <= Most, $"{name} would be {rows}x{columns}, more than {Most} numbers: choose smaller sizes.");
    }

    /// <summary>X has ordinary numbers, and y one value for each of its samples.</summary>
    public static void Set(Matrix<double> X, Matrix<double> y, SampleAxis axis, string nameOfX = "X", string nameOfY = "y")
    {
        Features(X, nameOfX, axis);
        That(axis != SampleAxis.Columns || y is not { ColumnCount: 1, RowCount: > 1 } || y.RowCount != X.RowCount,
            $"{nameOfX} is {Shape(X)} and {nameOfY} is {Shape(y)}, with a sample in each row: a network needs them in columns, {nameOfX}.Transpose() and {nameOfY}.Transpose().");
        OneValuePerSample(y, nameOfY, axis);
        That(axis.SamplesOf(X) == axis.SamplesOf(y),
            $"{nameOfX} is {Shape(X)} but {nameOfY} is {Shape(y)}: both need one {axis.Sample} per sample.");
    }

    /// <summary>X has samples and variables, all of them ordinary numbers.</summary>
    public static void Features(Matrix<double> X, [CallerArgumentExpression(nameof(X))] string name = "", SampleAxis axis = SampleAxis.Rows)
    {
        ArgumentNullException.ThrowIfNull(X, name);
        That(X.RowCount > 0 && X.ColumnCount > 0, $"{name} is empty ({Shape(X)}): give {axis.Cure}.");
        Finite(X, name, "replace or remove that sample first");
    }

    /// <summary>Every value is an ordinary number.</summary>
    public static void Finite(Matrix<double> matrix, string name, string cure)
    {
        if (matrix.AsColumnMajorArray() is { } dense && double.IsFinite(VectorSums.Sum(dense)))
        {
            return;
        }

        if (matrix.Find(value => !double.IsFinite(value), Zeros.AllowSkip) is var (row, column, value))
        {
            That(false, $"{name} has {value} at row {row}, column {column} (counted from 0): {cure}.");
        }
    }

    /// <summary>y is one column, or with samples in columns one row, of 0s and 1s.</summary>
    public static void Labels(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "", SampleAxis axis = SampleAxis.Rows)
    {
        OneValuePerSample(y, name, axis);
        if (y.Find(label => label is not (0 or 1)) is var (row, column, label))
        {
            That(false, $"{name} must hold labels, 0 or 1, but has {label} at {axis.Sample} {Math.Max(row, column)} (counted from 0): {(label == Math.Floor(label) ? $"two classes are told apart here, so choose one, such as {name}.Map(v => v == {label.ToString(CultureInfo.InvariantCulture)} ? 1.0 : 0.0)." : "are the arguments in the right order?")}");
        }
    }

    /// <summary>y is one column, or with samples in columns one row, of ordinary numbers.</summary>
    public static void Targets(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "", SampleAxis axis = SampleAxis.Rows)
    {
        OneValuePerSample(y, name, axis);
        Finite(y, name, "replace or remove that sample first");
    }

    /// <summary>y is one column, or with samples in columns one row, of classes: 0, 1, 2 and so on.</summary>
    public static void Classes(Matrix<double> y, SampleAxis axis, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        OneValuePerSample(y, name, axis);
        if (y.Find(label => label is not (>= 0 and < MostClasses) || label != Math.Floor(label)) is var (row, column, label))
        {
            That(false, $"{name} must hold classes, whole numbers from 0 to {MostClasses - 1}, but has {label} at {axis.Sample} {Math.Max(row, column)} (counted from 0): of probabilities take the class first, as Predict does.");
        }
    }

    /// <summary>Labels of 0s and 1s have some of each.</summary>
    public static void BothClasses(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        var only = y[0, 0];
        That(y.Find(label => label != only, Zeros.Include) is not null,
            $"{name} has only label {only}: telling two classes apart is learned from samples of both; add some of class {1 - only}.");
    }

    /// <summary>The matrix holds probabilities, from 0 to 1.</summary>
    public static void Probabilities(Matrix<double> p, [CallerArgumentExpression(nameof(p))] string name = "")
    {
        if (p.Find(value => value is not (>= 0 and <= 1)) is var (row, column, value))
        {
            That(false, $"{name} must hold probabilities, from 0 to 1, but has {value} at row {row}, column {column} (counted from 0): pass what Model or PredictProbability returns.");
        }
    }

    /// <summary>The matrix has exactly one column, and at least one row.</summary>
    public static void Column(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(y, name);
        That(y.ColumnCount == 1, $"{name} is {Shape(y)} but must be one column: transpose it, or take one of its columns.");
        That(y.RowCount > 0, $"{name} is empty ({Shape(y)}): give it a row or more.");
    }

    /// <summary>y is one column, or with samples in columns one row, and not empty.</summary>
    public static void OneValuePerSample(Matrix<double> y, string name, SampleAxis axis)
    {
        if (axis == SampleAxis.Rows)
        {
            Column(y, name);
        }
        else
        {
            Row(y, name);
        }
    }

    /// <summary>The matrix has exactly one row, and at least one column.</summary>
    public static void Row(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(y, name);
        That(y.RowCount == 1, $"{name} is {Shape(y)} but must be one row, a value for each sample: transpose it, or take one of its rows.");
        That(y.ColumnCount > 0, $"{name} is empty ({Shape(y)}): give it a column or more.");
    }

    /// <summary>Both matrices have a row for each sample.</summary>
    public static void SameSamples(
        Matrix<double> left,
        Matrix<double> right,
        [CallerArgumentExpression(nameof(left))] string leftName = "",
        [CallerArgumentExpression(nameof(right))] string rightName = "")
    {
        ArgumentNullException.ThrowIfNull(left, leftName);
        ArgumentNullException.ThrowIfNull(right, rightName);
        That(left.RowCount == right.RowCount,
            $"{leftName} is {Shape(left)} but {rightName} is {Shape(right)}: both need one row per sample.");
    }

    /// <summary>Both matrices have as many variables.</summary>
    public static void SameVariables(
        Matrix<double> left,
        Matrix<double> right,
        SampleAxis axis,
        [CallerArgumentExpression(nameof(left))] string leftName = "",
        [CallerArgumentExpression(nameof(right))] string rightName = "") =>
        That(axis.VariablesOf(left) == axis.VariablesOf(right),
            $"{leftName} is {Shape(left)} but {rightName} is {Shape(right)}: both need the same variables, one per {axis.Variable}.");

    /// <summary>Both matrices have the same rows and columns.</summary>
    public static void SameShape(
        Matrix<double> left,
        Matrix<double> right,
        [CallerArgumentExpression(nameof(left))] string leftName = "",
        [CallerArgumentExpression(nameof(right))] string rightName = "")
    {
        ArgumentNullException.ThrowIfNull(left, leftName);
        ArgumentNullException.ThrowIfNull(right, rightName);
        That(left.RowCount == right.RowCount && left.ColumnCount == right.ColumnCount,
            $"{leftName} is {Shape(left)} but {rightName} is {Shape(right)}: both must have the same shape.");
    }

    /// <summary>W has one weight for each variable of X.</summary>
    public static void Weights(
        Matrix<double> X,
        Matrix<double> W,
        [CallerArgumentExpression(nameof(X))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(X, name);
        Column(W);
        That(X.ColumnCount == W.RowCount,
            $"{name} is {Shape(X)} but W expects {W.RowCount} variables (W is {Shape(W)}): {name} needs one row per sample and one column per variable.");
    }

    public static string Shape(Array array) =>
        string.Join('x', Enumerable.Range(0, array.Rank).Select(axis => array.GetLength(axis).ToString(CultureInfo.InvariantCulture)));

    public static string Shape(Matrix<double> matrix) => FormattableString.Invariant($"{matrix.RowCount}x{matrix.ColumnCount}");
}
