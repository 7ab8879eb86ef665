using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Classes as rows of 0s with a single 1, and back.</summary>
public static class OneHot
{
    /// <summary>
    /// A row for each label, with a 1 in the column of its class: scikit-learn's
    /// <c>OneHotEncoder(categories=[range(classes)])</c>.
    /// </summary>
    /// <param name="y">The labels, 0 to k - 1, (m, 1).</param>
    /// <param name="classes">k, how many classes there are; null: one more than the greatest label.</param>
    /// <returns>(m, k): column 0 stands for class 0, and so on.</returns>
    /// <exception cref="ArgumentException">y isn't a column of labels, or a label is <paramref name="classes"/> or more.</exception>
    public static Matrix<double> Encode(Matrix<double> y, int? classes = null)
    {
        Check.Classes(y, SampleAxis.Rows);
        var greatest = (int)y.Enumerate().Max();
        var k = classes ?? (greatest + 1);
        Check.That(greatest < k, $"y has label {greatest} but classes is {k}: labels are 0 to classes - 1; give {greatest + 1} or more.");
        Check.Size(y.RowCount, k, "The result");
        return Matrix<double>.Build.Dense(y.RowCount, k, (i, j) => y[i, 0] == j ? 1 : 0);
    }

    /// <summary>The class of each row: the column of its greatest value, the first of equal ones. Probabilities can be decoded too.</summary>
    /// <param name="Y">A row for each sample and a column for each class, (m, k).</param>
    /// <returns>The labels, 0 to k - 1, (m, 1).</returns>
    /// <exception cref="ArgumentException">Y is empty or has values that aren't numbers.</exception>
    public static Matrix<double> Decode(Matrix<double> Y)
    {
        Check.Features(Y);
        return Matrix<double>.Build.Dense(Y.RowCount, 1, (i, _) => Y.Row(i).MaximumIndex());
    }
}
