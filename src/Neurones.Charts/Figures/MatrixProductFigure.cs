using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>A at the left, B above, and C where the rows of A and the columns of B meet.</summary>
internal sealed class MatrixProductFigure
{
    private const double CellHeight = 28;
    private const double SumHeight = 58;
    private const double NameHeight = 26;
    private const double Gap = 8;

    private readonly Matrix<double> _A;
    private readonly Matrix<double> _B;
    private readonly Matrix<double> _C;
    private readonly (string A, string B, string C) _names;
    private readonly Table _tableA;
    private readonly Table _tableB;
    private readonly Table _tableC;
    private readonly Font _font;
    private readonly int _decimals;

    public MatrixProductFigure(Matrix<double> A, Matrix<double> B, string left, string right, string product)
    {
        (_A, _B, _C, _names) = (A.Clone(), B.Clone(), A * B, (left, right, product));
        var columns = A.ColumnCount + B.ColumnCount;
        var width = Math.Min(12, (Sheet.Width - Gap - 6) / columns);
        var start = (Sheet.Width - Gap - (columns * width)) / 2;
        var across = start + (A.ColumnCount * width) + Gap;
        var below = SumHeight + NameHeight + (B.RowCount * CellHeight) + 14;
        _tableA = new(start, below, A.RowCount, A.ColumnCount, width, CellHeight);
        _tableB = new(across, SumHeight + NameHeight, B.RowCount, B.ColumnCount, width, CellHeight);
        _tableC = new(across, below, A.RowCount, B.ColumnCount, width, CellHeight);
        (_font, _decimals) = columns > 8 ? (new Font(11), 1) : (new Font(13), 2);
    }

    public Figure Make(string title)
    {
        ImmutableArray<Trace> still =
        [
            Table.Brackets([_tableA, _tableB, _tableC]),
            Sheet.Texts(Names(), new Font(13)),
        ];
        var steps = _C.RowCount * _C.ColumnCount;
        var first = Moving(0);
        ImmutableArray<Frame> frames = [.. Enumerable.Range(0, steps + 1)
            .Select(step => new Frame(Invariant.Text($"{step}"), Moving(step), [.. Enumerable.Range(0, first.Length)]))];
        var sheet = Sheet.Layout(title, _tableC.Bottom + NameHeight + 28);
        var (layout, stepwise) = Playback.Stepwise(sheet, frames, "step ", milliseconds: 1500);
        var product = $"{_names.A} {_names.B}";
        return new Figure
        {
            Traces = [.. first, .. still],
            Frames = stepwise,
            Layout = layout,
            AltText = Invariant.Text($"Animation of {steps} steps. {_names.A} is {Shape(_A)}, {_names.B} is {Shape(_B)}, so {(_names.C == product ? "" : $"{_names.C} = ")}{product} is {Shape(_C)}. ")
                + $"Its rows: {string.Join("; ", _C.EnumerateRows().Select(row => string.Join(", ", row.Select(Text))))}.",
        };
    }

    /// <summary>Step 1 makes the first entry, and so on row by row; step 0 none.</summary>
    private (int Row, int Column) Entry(int step) => ((step - 1) / _C.ColumnCount, (step - 1) % _C.ColumnCount);

    private ImmutableArray<Trace> Moving(int step)
    {
        var (i, j) = Entry(step);
        var done = Enumerable.Range(1, step).Select(Entry).Select(at =>
            _tableC.Number(at.Row, at.Column, at == (i, j) ? $"<b>{Text(_C[i, j])}</b>" : Text(_C[at.Row, at.Column])));
        var sum = step == 0
            ? $"An entry of {_names.C} is a row of {_names.A}<br>times a column of {_names.B}."
            : Sum(i, j);
        return
        [
            Sheet.Ground(step == 0 ? default : _tableA.Row(i), Palette.GreenGround),
            Sheet.Ground(step == 0 ? default : _tableB.Column(j), Palette.PinkGround),
            Sheet.Ground(step == 0 ? default : _tableC.Cell(i, j), Palette.ResultGround),
            Sheet.Texts(_tableA.Numbers(_A, (row, _, a) => step > 0 && row == i ? Lit(Text(a), Palette.Green) : Text(a)), _font),
            Sheet.Texts(_tableB.Numbers(_B, (_, column, b) => step > 0 && column == j ? Lit(Text(b), Palette.Pink) : Text(b)), _font),
            Sheet.Texts(done, _font),
            Sheet.Texts([new(Sheet.Width / 2, SumHeight / 2, sum)], new Font(14)),
        ];
    }

    /// <summary>"C11 = 1·5 + 2·7 = 19", on two lines where it is long.</summary>
    private string Sum(int i, int j)
    {
        double[] numbers = [.. _A.Row(i), .. _B.Column(j), _C[i, j]];
        var terms = _A.Row(i).Zip(_B.Column(j), (a, b) => (A: Text(a), B: Text(b)))
            .Select((term, place) => $"{Lit(place == 0 ? term.A : Numerals.Next(term.A), Palette.Green)}·{Lit(Numerals.Next(term.B), Palette.Pink)}").ToArray();
        var onFirstLine = numbers.Sum(number => Text(number).Length + 2) > 36 ? (terms.Length + 1) / 2 : terms.Length;
        var sum = string.Join(" + ", terms.Take(onFirstLine)) + string.Concat(terms.Skip(onFirstLine).Select((term, place) => (place == 0 ? "<br>+ " : " + ") + term));
        var sign = numbers.All(number => Math.Abs(number - Math.Round(number, _decimals)) < 1e-9) ? "=" : "≈";
        var name = _names.C.Contains(' ', StringComparison.Ordinal) ? $"({_names.C})" : _names.C;
        return Invariant.Text($"{name}<sub>{i + 1}{j + 1}</sub> = {sum} {sign} <b>{Text(_C[i, j])}</b>");
    }

    /// <summary>Names and shapes; the two sizes that must agree are marked.</summary>
    private IEnumerable<Note> Names()
    {
        var inner = Invariant.Text($"<b><span style=\"color:{Palette.Pink}\">{_A.ColumnCount}</span></b>");
        var (a, b) = (Invariant.Text($"{_A.RowCount}×{inner}"), Invariant.Text($"{inner}×{_B.ColumnCount}"));
        yield return new(_tableA.Middle, _tableA.Bottom + (NameHeight / 2), $"{_names.A}: {a}");
        yield return new(_tableB.Middle, _tableB.Top - (NameHeight / 2), $"{_names.B}: {b}");
        yield return new(_tableC.Middle, _tableC.Bottom + (NameHeight / 2), $"{_names.C}: {Shape(_C)}");
        yield return new(Sheet.Width / 2, _tableC.Bottom + NameHeight + 14, $"({a}) ({b}) = {Shape(_C)}: the inner sizes agree");
    }

    private static string Shape(Matrix<double> matrix) => Invariant.Text($"{matrix.RowCount}×{matrix.ColumnCount}");

    private static string Lit(string number, string color) => $"<b><span style=\"color:{color}\">{number}</span></b>";

    private string Text(double value) => Numerals.Cell(value, _decimals);
}
