using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>What the arguments of lesson 12 must be.</summary>
internal static class SoftmaxChecks
{
    /// <summary>There are classes to tell apart.</summary>
    public static void Classes(int classes) => Check.That(classes is >= 2 and <= Check.MostClasses,
        $"classes is {classes}: tell from 2 to {Check.MostClasses} classes apart.");

    /// <summary>y is one column of classes from 0 to k - 1.</summary>
    public static void Labels(Matrix<double> y, int classes, string name)
    {
        Check.Classes(y, SampleAxis.Rows, name);
        var greatest = y.Enumerate(Zeros.Include).Max();
        Check.That(greatest < classes, $"{name} has class {greatest}, but this model tells {classes} classes apart, 0 to {classes - 1}: make it with {greatest + 1} classes or more.");
    }

    /// <summary>The samples aren't all of one class.</summary>
    public static void SeveralClasses(Matrix<double> y, string name)
    {
        var only = y[0, 0];
        Check.That(y.Find(label => label != only, Zeros.Include) is not null,
            $"{name} has only class {only}: telling classes apart is learned from samples of several; add some of another class.");
    }

    /// <summary>W has a weight for each variable of X and each class, and b a bias for each class.</summary>
    public static void Weights(Matrix<double> X, Matrix<double> W, Matrix<double> b)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(W);
        Check.Row(b);
        Check.That(X.ColumnCount == W.RowCount,
            $"X is {Check.Shape(X)} but W expects {W.RowCount} variables (W is {Check.Shape(W)}): X needs {SampleAxis.Rows.Cure}.");
        Check.That(b.ColumnCount == W.ColumnCount,
            $"b is {Check.Shape(b)} but W is {Check.Shape(W)}: b must be 1x{W.ColumnCount}, a bias for each class, as W has a column for each.");
    }

    /// <summary>Each row of Y has one 1, and else 0s.</summary>
    public static void OneHot(Matrix<double> Y, [CallerArgumentExpression(nameof(Y))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(Y, name);
        Check.That(Y.ColumnCount >= 2, $"{name} is {Check.Shape(Y)} but must have a column for each class: encode the classes with OneHot.Encode({name}, k).");
        for (var i = 0; i < Y.RowCount; i++)
        {
            var row = Y.Row(i);
            Check.That(row.Count(value => value == 1) == 1 && row.Count(value => value == 0) == Y.ColumnCount - 1,
                $"{name} must be one-hot, but row {i} (counted from 0) isn't one 1 among 0s: encode the classes with OneHot.Encode, and give A and {name} in this order.");
        }
    }
}
