using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Where the samples of a data set are: the neurons of lessons 1 to 6 have them in rows, the networks from lesson 7 in columns.</summary>
internal enum SampleAxis
{
    /// <summary>X is (m, n), y is (m, 1).</summary>
    Rows,

    /// <summary>X is (n, m), y is (1, m).</summary>
    Columns,
}

internal static class SampleAxisWords
{
    extension(SampleAxis axis)
    {
        public string Sample => axis == SampleAxis.Rows ? "row" : "column";

        public string Variable => axis == SampleAxis.Rows ? "column" : "row";

        public string Cure => axis == SampleAxis.Rows
            ? "one row per sample and one column per variable"
            : "one row per variable and one column per sample";

        /// <summary>Where a y of one value per sample has its samples: in columns if it's one row of several values.</summary>
        public static SampleAxis Of(Matrix<double> y)
        {
            ArgumentNullException.ThrowIfNull(y);
            return y.RowCount == 1 && y.ColumnCount != 1 ? SampleAxis.Columns : SampleAxis.Rows;
        }

        public int SamplesOf(Matrix<double> X) => axis == SampleAxis.Rows ? X.RowCount : X.ColumnCount;

        public int VariablesOf(Matrix<double> X) => axis == SampleAxis.Rows ? X.ColumnCount : X.RowCount;
    }
}
