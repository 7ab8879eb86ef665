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

        public int SamplesOf(Matrix<double> X) => axis == SampleAxis.Rows ? X.RowCount : X.ColumnCount;

        public int VariablesOf(Matrix<double> X) => axis == SampleAxis.Rows ? X.ColumnCount : X.RowCount;
    }
}
