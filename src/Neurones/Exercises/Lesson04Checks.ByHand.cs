using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using static System.FormattableString;

namespace Neurones.Exercises;

public static partial class Lesson04Checks
{
    private static Verdict ShapesVerdict((int Rows, int Columns) XW, (int Rows, int Columns) XtX, (int Rows, int Columns) XXt)
    {
        if ((XW, XtX, XXt) == default) return Verdict.NotStarted("Replace each (0, 0) by a shape: rows first, then columns.");

        const string inner = "Those are the inner numbers. They must agree, but they vanish: the outer ones are the shape of the result.";
        var hint = ShapeHint("X W", XW, (100, 1), "(100, 5) · (5, 1)", ((5, 5), inner), ((100, 5), "That's the shape of X itself: the product has as many columns as W."))
            ?? ShapeHint("Xᵀ X", XtX, (5, 5), "(5, 100) · (100, 5)", ((100, 100), inner), ((5, 100), "That's the shape of Xᵀ itself: the product has as many columns as X."))
            ?? ShapeHint("X Xᵀ", XXt, (100, 100), "(100, 5) · (5, 100)", ((5, 5), inner), ((100, 5), "That's the shape of X itself: the product has as many columns as Xᵀ."));
        return hint is null
            ? Verdict.Right("Xᵀ X has a row for each variable, X Xᵀ one for each plant. The shapes told you so before anything was computed.")
            : Verdict.Wrong(hint);
    }

    private static string? ShapeHint(
        string product, (int Rows, int Columns) answer, (int Rows, int Columns) right, string factors, params ((int, int) Wrong, string Hint)[] mistakes)
    {
        if (answer == right) return null;
        if (answer == default) return $"So far so good. Now {product}: write the two shapes side by side.";

        var hint = answer == (right.Columns, right.Rows)
            ? "The numbers are right, but rows come first, then columns."
            : mistakes.FirstOrDefault(mistake => mistake.Wrong == answer).Hint ?? $"Side by side: {factors}. What are the outer numbers?";
        return Invariant($"{product} isn't ({answer.Rows}, {answer.Columns}). {hint}");
    }

    private static Verdict ProductVerdict(Matrix<double> product)
    {
        var P = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });
        var Q = Matrix<double>.Build.DenseOfArray(new double[,] { { 5, 6 }, { 7, 8 } });
        var right = P * Q;
        if (product.Enumerate().All(double.IsNaN)) return Verdict.NotStarted("Replace each double.NaN by a number.");
        if (!Answer.HasShapeOf(product, right))
        {
            return Verdict.Wrong(Invariant($"(2, 2) · (2, 2) is (2, 2), but yours is ({product.RowCount}, {product.ColumnCount})."));
        }

        return Answer.Is(product, right)
            ? Verdict.Right("Four numbers, each a row times a column. A product of large matrices is nothing else, only many more of them.")
            : Verdict.Wrong(Answer.HintFor(
                product,
                (P.PointwiseMultiply(Q), "You multiplied number by number. That's the pointwise product: this one takes rows times columns."),
                (Q * P, "That's Q P. The order matters: rows of P, columns of Q."),
                (P * Q.Transpose(), "You took rows times rows. Go along the rows of P, but down the columns of Q."),
                (P.Transpose() * Q, "You took columns times columns. Go down the columns of Q, but along the rows of P."),
                (right.Transpose(), "The four numbers are right, two of them in the wrong place: row 1 of P gives row 1 of the product."),
                (P + Q, "That's the sum P + Q."))
                ?? FirstWrong(product, right, P, Q));
    }

    private static string FirstWrong(Matrix<double> product, Matrix<double> right, Matrix<double> P, Matrix<double> Q)
    {
        var (i, j, yours) = product.EnumerateIndexed().First(element => !Answer.Is(element.Item3, right[element.Item1, element.Item2]));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Row {i + 1}, column {j + 1} isn't {yours:G6}: take row {i + 1} of P, ({P[i, 0]}, {P[i, 1]}), and column {j + 1} of Q, ({Q[0, j]}, {Q[1, j]}), multiply pairwise and add.");
    }
}
