using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Figures;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts;

public static partial class Chart
{
    /// <summary>
    /// All 16 functions of two inputs: the four corners that the inputs can be in the colours of the answers, and the line
    /// of the threshold logic unit that computes the function. XOR and XNOR have none.
    /// </summary>
    public static Figure BooleanFunctions()
    {
        ImmutableArray<(TruthTable Function, ThresholdLogicUnit? Unit)> functions =
            [.. TruthTable.All(inputs: 2).Select(function => (function, ThresholdLogicUnit.Find(function)))];
        var range = new Interval(0, 1).Padded(0.3);
        var layout = new Panels(functions.Length, columns: 4, gap: 0.3).Layout(
            "The 16 functions of two inputs, and the unit's line where one unit is enough",
            plotHeight: 84,
            legendEntries: 2,
            panel => (Heading(functions[panel].Function, functions[panel].Unit), Input("x1"), Input("x2") with { Visible = panel % 4 == 0 }));
        return new Figure
        {
            Traces = [.. functions.SelectMany((function, panel) => UnitTraces(function.Function, function.Unit, panel, range))],
            Layout = layout with { Annotations = [.. layout.Annotations!.Value.Select(title => title with { Font = new Font(Size: 11), Align = "left" })] },
            AltText = Invariant.Text($"{functions.Length} small planes, one for each function of two inputs, with the answers 0 and 1 at the four corners. ")
                + $"One unit computes {string.Join(", ", functions.Where(f => f.Unit is not null).Select(f => $"{f.Function.Name} ({f.Unit})"))}. "
                + $"No single unit computes {string.Join(" or ", functions.Where(f => f.Unit is null).Select(f => f.Function.Name))}.",
        };

        Axis Input(string name) => Layouts.Axis(name, range) with { TickVals = [0, 1], Ticks = "" };

        // A long name is broken before its second word: four plots stand side by side on a telephone.
        static string Heading(TruthTable function, ThresholdLogicUnit? unit) => unit is null
            ? $"<b>{function.Name}<br>✗ no line</b>"
            : function.Name!.Replace(" IMPLIES ", " IMPLIES<br>", StringComparison.Ordinal).Replace(" AND ", " AND<br>", StringComparison.Ordinal);
    }

    private static IEnumerable<Trace> UnitTraces(TruthTable function, ThresholdLogicUnit? unit, int panel, Interval range)
    {
        if (unit is not null)
        {
            // Sums are whole numbers: half a step below the threshold the line separates the same ones, and touches none.
            var neuron = new PlaneNeuron(unit.Weights[0], unit.Weights[1], 0.5 - unit.Threshold);
            yield return HalfPlanes.Map(neuron, range, range, panel);
            if (unit.Weights.Any(weight => weight != 0)) yield return HalfPlanes.Line(unit.ToString(), neuron, range, range, panel);
        }

        foreach (var answer in new[] { 0, 1 })
        {
            var rows = function.Rows.Where(row => row.Output == answer).Select(row => row.Inputs).ToArray();
            if (rows.Length == 0) continue;

            yield return new ScatterTrace
            {
                Name = Invariant.Text($"answer {answer}"),
                X = [.. rows.Select(inputs => (double)inputs[0])],
                Y = [.. rows.Select(inputs => (double)inputs[1])],
                Mode = "markers",
                Marker = Palette.Class(answer, size: 10),
                ShowLegend = panel == 1,
                XAxis = Panels.AxesOf(panel).X,
                YAxis = Panels.AxesOf(panel).Y,
                HoverTemplate = $"{function.Name}: {unit?.ToString() ?? "no unit"}<br>x1 = %{{x}}, x2 = %{{y}}: {(answer == 1 ? "1" : "0")}<extra></extra>",
            };
        }
    }
}
