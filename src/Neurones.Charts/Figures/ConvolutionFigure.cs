using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>The input, the kernel and the output side by side; the sum of products above them, a line for each row of the kernel.</summary>
internal sealed class ConvolutionFigure
{
    private const double CellHeight = 28;
    private const double LineHeight = 19;
    private const double NameHeight = 28;
    private const double Gap = 5;

    private readonly Matrix<double> _X;
    private readonly Matrix<double> _padded;
    private readonly Matrix<double> _K;
    private readonly Matrix<double> _Z;
    private readonly int _stride;
    private readonly Table _input;
    private readonly Table _kernel;
    private readonly Table _output;
    private readonly double _sumHeight;
    private readonly Font _font;
    private readonly int _decimals;

    public ConvolutionFigure(Matrix<double> X, Matrix<double> K, int stride, Padding padding)
    {
        (_X, _K, _stride) = (X.Clone(), K.Clone(), stride);
        (_padded, _Z) = (ConvolutionFunctions.Pad(X, K, stride, padding), ConvolutionFunctions.Correlate(X, K, stride, padding));
        var columns = _padded.ColumnCount + K.ColumnCount + _Z.ColumnCount;
        var width = Math.Min(9, (Sheet.Width - (2 * Gap) - 4) / columns);
        var left = (Sheet.Width - (columns * width) - (2 * Gap)) / 2;
        _sumHeight = ((K.RowCount + 1) * LineHeight) + 8;
        _input = new(left, _sumHeight + NameHeight, _padded.RowCount, _padded.ColumnCount, width, CellHeight);
        _kernel = new(_input.Right + Gap, _input.Top, K.RowCount, K.ColumnCount, width, CellHeight);
        _output = new(_kernel.Right + Gap, _input.Top, _Z.RowCount, _Z.ColumnCount, width, CellHeight);
        (_font, _decimals) = columns > 11 ? (new Font(11), 1) : (new Font(13), 2);
    }

    private bool HasZeros => (_padded.RowCount, _padded.ColumnCount) != (_X.RowCount, _X.ColumnCount);

    public Figure Make(string title)
    {
        var steps = _Z.RowCount * _Z.ColumnCount;
        var first = Moving(0);
        ImmutableArray<Frame> frames = [.. Enumerable.Range(0, steps + 1)
            .Select(step => new Frame(Invariant.Text($"{step}"), Moving(step), [.. Enumerable.Range(0, first.Length)]))];
        var sheet = Sheet.Layout(title, Math.Max(_input.Bottom, Math.Max(_kernel.Bottom, _output.Bottom)) + 10);
        var (layout, stepwise) = Playback.Stepwise(sheet, frames, "step ", milliseconds: 1500);
        var zeros = HasZeros ? $", with zeros around it {Shape(_padded)}" : "";
        return new Figure
        {
            Traces = [.. first, Table.Brackets([_input, _kernel, _output]), EdgeOfTheInput(), Sheet.Texts(Names(), new Font(13))],
            Frames = stepwise,
            Layout = layout,
            AltText = Invariant.Text($"Animation of {Numerals.Count(steps, "step")}. The input X is {Shape(_X)}{zeros}, the kernel K {Shape(_K)}, the stride {_stride}, so the output Z is {Shape(_Z)}. ")
                + $"Rows of X: {Rows(_X)}. Rows of K: {Rows(_K)}. Rows of Z: {Rows(_Z)}.",
        };
    }

    private ImmutableArray<Trace> Moving(int step)
    {
        var begun = step > 0;
        var (r, c) = Place(step);
        var window = begun ? Window(r * _stride, c * _stride) : (Rows: 0..0, Columns: 0..0);
        var done = Enumerable.Range(1, step).Select(Place)
            .Select(at => _output.Number(at.Row, at.Column, at == (r, c) ? $"<b>{Text(_Z[r, c])}</b>" : Text(_Z[at.Row, at.Column])));
        return
        [
            Sheet.Ground(begun ? _input.Cells(window.Rows, window.Columns) : default, Palette.GreenGround),
            Sheet.Ground(begun ? _kernel.Cells(.._K.RowCount, .._K.ColumnCount) : default, Palette.PinkGround),
            Sheet.Ground(begun ? _output.Cell(r, c) : default, Palette.ResultGround),
            Sheet.Texts(_input.Numbers(_padded, (row, column, x) => Contains(window.Rows, row) && Contains(window.Columns, column) ? Lit(Text(x), Palette.Green) : Text(x)), _font),
            Sheet.Texts(_kernel.Numbers(_K, (_, _, k) => begun ? Lit(Text(k), Palette.Pink) : Text(k)), _font),
            Sheet.Texts(done, _font),
            Sheet.Texts([new(Sheet.Width / 2, _sumHeight / 2, begun ? Sum(r, c) : "A number of Z: each number below the kernel<br>times the kernel's, and all of it added up.")], new Font(13)),
        ];
    }

    /// <summary>Step 1 makes the first number, and so on row by row; step 0 none.</summary>
    private (int Row, int Column) Place(int step) => ((step - 1) / _Z.ColumnCount, (step - 1) % _Z.ColumnCount);

    private (Range Rows, Range Columns) Window(int top, int left) => (top..(top + _K.RowCount), left..(left + _K.ColumnCount));

    private static bool Contains(Range range, int index) => index >= range.Start.Value && index < range.End.Value;

    /// <summary>"Z23 = 1·0 + 2·1 + ... = 4", a line for each row of the kernel.</summary>
    private string Sum(int r, int c)
    {
        var below = _padded.SubMatrix(r * _stride, _K.RowCount, c * _stride, _K.ColumnCount);
        var lines = Enumerable.Range(0, _K.RowCount).Select(i => string.Join(" + ", Enumerable.Range(0, _K.ColumnCount).Select(j =>
            $"{Lit((i, j) == (0, 0) ? Text(below[i, j]) : Numerals.Next(Text(below[i, j])), Palette.Green)}·{Lit(Numerals.Next(Text(_K[i, j])), Palette.Pink)}")));
        var exact = below.Enumerate().Concat(_K.Enumerate()).Append(_Z[r, c]).All(number => Math.Abs(number - Math.Round(number, _decimals)) < 1e-9);
        return Invariant.Text($"Z<sub>{r + 1}{c + 1}</sub> = {string.Join("<br>+ ", lines)}<br>{(exact ? "=" : "≈")} <b>{Text(_Z[r, c])}</b>");
    }

    /// <summary>Between the input and the zeros around it; nothing where there are none.</summary>
    private ScatterTrace EdgeOfTheInput()
    {
        var (top, left) = ((_padded.RowCount - _X.RowCount) / 2, (_padded.ColumnCount - _X.ColumnCount) / 2);
        var box = HasZeros ? _input.Cells(top..(top + _X.RowCount), left..(left + _X.ColumnCount)) : default;
        return Sheet.Outline(box, new Line(Palette.Neutral, 1, "dot")) with { Name = "edge of the input" };
    }

    private IEnumerable<Note> Names() =>
    [
        new(_input.Middle, _input.Top - (NameHeight / 2), $"X: {Shape(_X)}"),
        new(_kernel.Middle, _input.Top - (NameHeight / 2), $"K: {Shape(_K)}"),
        new(_output.Middle, _input.Top - (NameHeight / 2), $"Z: {Shape(_Z)}"),
    ];

    private string Rows(Matrix<double> matrix) => string.Join("; ", matrix.EnumerateRows().Select(row => string.Join(", ", row.Select(Text))));

    private static string Shape(Matrix<double> matrix) => Invariant.Text($"{matrix.RowCount}×{matrix.ColumnCount}");

    private static string Lit(string number, string color) => $"<b><span style=\"color:{color}\">{number}</span></b>";

    private string Text(double value) => Numerals.Cell(value, _decimals);
}
