using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>What arguments must be; each failure is a sentence that names the argument, what it is, and the cure.</summary>
internal static class Check
{
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

    /// <summary>X has samples and variables, all of them ordinary numbers.</summary>
    public static void Features(Matrix<double> X, [CallerArgumentExpression(nameof(X))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(X, name);
        That(X.RowCount > 0 && X.ColumnCount > 0, $"{name} is empty ({Shape(X)}): give one row per sample and one column per variable.");
        if (X.Find(value => !double.IsFinite(value), Zeros.AllowSkip) is var (row, column, value))
        {
            That(false, $"{name} has {value} at row {row}, column {column} (counted from 0): replace or remove that sample first.");
        }
    }

    /// <summary>y is a column of 0s and 1s.</summary>
    public static void Labels(Matrix<double> y, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        Column(y, name);
        if (y.Find(label => label is not (0 or 1)) is var (row, _, label))
        {
            That(false, $"{name} must hold labels, 0 or 1, but has {label} at row {row} (counted from 0): a neuron tells two classes apart; are the arguments in the right order?");
        }
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

    public static string Shape(Matrix<double> matrix) => FormattableString.Invariant($"{matrix.RowCount}x{matrix.ColumnCount}");
}
