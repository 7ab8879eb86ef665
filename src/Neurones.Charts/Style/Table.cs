using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>Where the numbers of a matrix stand on a sheet.</summary>
internal sealed record Table(double Left, double Top, int Rows, int Columns, double CellWidth, double CellHeight)
{
    private const double Hook = 1.2;

    public double Right => Left + (Columns * CellWidth);

    public double Bottom => Top + (Rows * CellHeight);

    public double Middle => (Left + Right) / 2;

    public Box Row(int i) => new(Left, Top + (i * CellHeight), Right, Top + ((i + 1) * CellHeight));

    public Box Column(int j) => new(Left + (j * CellWidth), Top, Left + ((j + 1) * CellWidth), Bottom);

    public Box Cell(int i, int j) => Row(i) with { Left = Column(j).Left, Right = Column(j).Right };

    /// <summary>The rectangle of these rows and columns.</summary>
    public Box Cells(Range rows, Range columns) =>
        new(Column(columns.Start.Value).Left, Row(rows.Start.Value).Top, Column(columns.End.Value).Left, Row(rows.End.Value).Top);

    public Note Number(int i, int j, string text) =>
        new(Math.Round(Left + ((j + 0.5) * CellWidth), 2), Math.Round(Top + ((i + 0.5) * CellHeight), 2), text);

    public IEnumerable<Note> Numbers(Matrix<double> matrix, Func<int, int, double, string> text) =>
        matrix.EnumerateIndexed().Select(entry => Number(entry.Item1, entry.Item2, text(entry.Item1, entry.Item2, entry.Item3)));

    /// <summary>The brackets of all tables.</summary>
    public static ScatterTrace Brackets(IEnumerable<Table> tables) =>
        Sheet.Stroke(tables.SelectMany(table => table.Bracket(table.Left, Hook).Concat(table.Bracket(table.Right, -Hook))), new Line(Palette.Neutral, 1.5)) with { Name = "brackets" };

    private ImmutableArray<(double X, double Y)> Bracket(double x, double hook)
    {
        x = Math.Round(x, 2);
        return [(x + hook, Top), (x, Top), (x, Bottom), (x + hook, Bottom), (double.NaN, double.NaN)];
    }
}
