using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>The network above, its part that is concerned lit up; below it the formula, then the tables of what goes in and what comes out.</summary>
internal sealed class BackPropagationFigure
{
    private const double CellHeight = 20;
    private const double NameHeight = 34;
    private const double FirstHeight = 42;
    private const double LetterWidth = 2.1;
    private const double Gap = 3.5;

    private readonly NetworkPlan _plan;
    private readonly BackPropagationPass _pass;
    private readonly NetworkDrawing _drawing;
    private readonly double _textTop;
    private readonly double _tableHeight;

    public BackPropagationFigure(NetworkPlan plan, BackPropagationPass pass)
    {
        (_plan, _pass) = (plan, pass);
        _drawing = new NetworkDrawing(plan, biases: false, top: 6, spacing: 54);
        _textTop = _drawing.Height + 26;
        _tableHeight = CellHeight * Math.Max(pass.Samples.Value.ColumnCount, plan.Sizes.Max());
    }

    private double TermsTop => _textTop + 58;

    private double ResultTop => TermsTop + _tableHeight + NameHeight + 8;

    private double FirstTop => ResultTop + _tableHeight + NameHeight;

    public Figure Make(string title)
    {
        ImmutableArray<Trace> over = [.. _drawing.Connections(), .. _drawing.Neurons()];
        var first = Moving(null);
        ImmutableArray<int> indices = [.. Enumerable.Range(0, first.Length)];
        ImmutableArray<Frame> frames =
        [
            new Frame("0", first, indices),
            .. _pass.Operations.Select((operation, i) => new Frame(Invariant.Text($"{i + 1}"), Moving(operation), indices)),
        ];
        var sheet = Sheet.Layout(title, FirstTop + FirstHeight, legendEntries: 2);
        var (layout, steps) = Playback.Stepwise(sheet, frames, "step ", milliseconds: 3000);
        return new Figure
        {
            Traces = [.. first, .. over],
            Frames = steps,
            Layout = layout,
            AltText = Invariant.Text($"Animation of {_pass.Operations.Length} steps through a network {string.Join("-", _plan.Sizes)} with {Numerals.Count(_pass.Samples.Value.ColumnCount, "sample")}. ")
                + string.Join("; ", _pass.Operations.Select(operation => $"{operation.Formula} is {operation.Result.Shape}: {Words(operation.Result)}")) + ".",
        };

        static string Words(Named matrix) => string.Join(" / ", matrix.Value.EnumerateRows().Select(row => string.Join(", ", row.Select(value => Numerals.Cell(value, 3)))));
    }

    private ImmutableArray<Trace> Moving(MatrixOperation? operation)
    {
        var (text, ground) = operation is { Forward: false } ? (Palette.Pink, Palette.PinkGround) : (Palette.Green, Palette.GreenGround);
        ImmutableArray<object> terms = operation?.Terms ?? [_pass.Samples, "and", _pass.Labels];
        ImmutableArray<object> result = operation is null ? [] : ["=", operation.Result];
        var (goesIn, comesOut) = (Row(terms, TermsTop, widest: 9, decimals: 2), Row(result, ResultTop, widest: 13, decimals: 3));
        return
        [
            Sheet.Stroke(LitWeights(operation?.Weights), new Line(ground, 14)),
            LitNeurons(operation?.Neurons ?? [0], ground),
            Sheet.Ground(comesOut.Tables is [var made] ? new Box(made.Left, made.Top, made.Right, made.Bottom) : default, ground),
            Sheet.Texts([new(0, _textTop, $"<b>{operation?.Purpose ?? "The samples, in columns, and their classes"}</b>")], new Font(14, text), "middle right"),
            Sheet.Texts([new(0, _textTop + 22, operation?.Formula ?? "X: a row for each variable; y: one row of classes"), new(0, _textTop + 42, Shapes(operation))], new Font(13), "middle right"),
            Sheet.Texts([new(Sheet.Width / 2, FirstTop + (FirstHeight / 2), First(operation))], new Font(12, text)),
            Sheet.Texts([.. goesIn.Signs, .. comesOut.Signs], new Font(15)),
            Sheet.Texts(goesIn.Notes, new Font(11)),
            Sheet.Texts(comesOut.Notes, new Font(12)),
            Table.Brackets([.. goesIn.Tables, .. comesOut.Tables]),
        ];
    }

    /// <summary>Sets matrices and the signs between them in a row, in the middle of the sheet.</summary>
    private (List<Table> Tables, List<Note> Notes, List<Note> Signs) Row(ImmutableArray<object> terms, double top, double widest, int decimals)
    {
        var (tables, notes, signs) = (new List<Table>(), new List<Note>(), new List<Note>());
        var columns = terms.OfType<Named>().Sum(matrix => matrix.Value.ColumnCount);
        var taken = terms.OfType<string>().Sum(text => text.Length * LetterWidth) + (Gap * (terms.Length - 1));
        var cell = Math.Min(widest, (Sheet.Width - 2 - taken) / Math.Max(columns, 1));
        var left = (Sheet.Width - taken - (columns * cell)) / 2;
        foreach (var term in terms)
        {
            if (term is Named matrix)
            {
                var (rows, width) = (matrix.Value.RowCount, matrix.Value.ColumnCount);
                var table = new Table(left, top + ((_tableHeight - (rows * CellHeight)) / 2), rows, width, cell, CellHeight);
                tables.Add(table);
                notes.AddRange(table.Numbers(matrix.Value, (_, _, value) => Numerals.Cell(value, decimals)));
                notes.Add(new(Math.Round(table.Middle, 2), table.Bottom + 18, $"<b>{matrix.Name}</b><br>{matrix.Shape}"));
                left = table.Right + Gap;
            }
            else if (term is string text)
            {
                signs.Add(new(Math.Round(left + (text.Length * LetterWidth / 2), 2), top + (_tableHeight / 2), text));
                left += (text.Length * LetterWidth) + Gap;
            }
        }

        return (tables, notes, signs);
    }

    /// <summary>"(3×2) (2×4) + (3×1) is 3×4".</summary>
    private string Shapes(MatrixOperation? operation) => operation is null
        ? $"shapes: ({_pass.Samples.Shape}), ({_pass.Labels.Shape})"
        : $"shapes: {string.Join(" ", operation.Terms.Select(term => term is Named matrix ? $"({matrix.Shape})" : term))} → {operation.Result.Shape}";

    /// <summary>"The first number: 0.61 - 0 ≈ 0.614".</summary>
    private static string First(MatrixOperation? operation)
    {
        if (operation is null) return "";

        var number = Numerals.Cell(operation.Result.Value[0, 0], 3);
        return $"The first number: {operation.First} {(number.Contains('.', StringComparison.Ordinal) ? "≈" : "=")} {number}";
    }

    /// <summary>One line to and fro along all weights of a layer.</summary>
    private IEnumerable<(double X, double Y)> LitWeights(int? layer) => layer is not { } to
        ? []
        : from neuron in Enumerable.Range(0, _plan.Sizes[to])
          from before in Enumerable.Range(0, _plan.Sizes[to - 1])
          from end in new[] { (_drawing.X(to - 1), _drawing.Y(to - 1, before)), (_drawing.X(to), _drawing.Y(to, neuron)) }
          select end;

    private ScatterTrace LitNeurons(ImmutableArray<int> layers, string color) =>
        Sheet.Texts(
            from layer in layers
            from neuron in Enumerable.Range(0, _plan.Sizes[layer])
            select new Note(_drawing.X(layer), _drawing.Y(layer, neuron), ""),
            new Font(11)) with
        {
            Mode = "markers",
            Marker = new Marker(color, _drawing.Size(0) + 14, "circle", Opacity: 1),
        };
}
