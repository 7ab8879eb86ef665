using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;
using static Neurones.Charts.Data.Numerals;

namespace Neurones.Charts.Figures;

/// <summary>
/// The nodes x, w, b, then z, a and L in columns; each step lights one operation and writes its number. A node shows its
/// value and, once it is known, how the loss changes with it; above an edge stands the slope of that step alone.
/// </summary>
internal sealed class ComputationGraphFigure
{
    private const double HeaderHeight = 84;
    private const double NodeSize = 56;

    private readonly NeuronPass _pass;
    private readonly ImmutableArray<Node> _inputs;
    private readonly Node _z;
    private readonly Node _a;
    private readonly Node _L;
    private readonly Node _y;
    private readonly double _height;

    public ComputationGraphFigure(NeuronPass pass)
    {
        _pass = pass;
        var inputs = ImmutableArray.CreateBuilder<Node>();
        var down = HeaderHeight + 34;
        for (var i = 0; i < pass.x.Length; i++)
        {
            Add("x" + Index(i), pass.x[i], 62);
            Add("w" + Index(i), pass.w[i], 76);
        }

        Add("b", pass.b, 0);
        _inputs = inputs.ToImmutable();
        var middle = (_inputs[0].Y + down) / 2;
        (_z, _a, _L, _y) = (new("z", pass.Z, 44, middle), new("a", pass.A, 68, middle), new("L", pass.L, 92, middle), new("y", pass.y, 92, middle + 92));
        _height = Math.Max(down + 34, _y.Y + 34) + 32;

        void Add(string name, double value, double next)
        {
            inputs.Add(new(name, value, 12, down));
            down += next;
        }
    }

    public Figure Make(string title)
    {
        ImmutableArray<Operation> steps = [.. Operations()];
        ImmutableArray<Trace> still = [.. Edges()];
        var first = Moving(steps, 0);
        ImmutableArray<Frame> frames = [.. steps.Select((_, i) => new Frame(Invariant.Text($"{i}"), Moving(steps, i), [.. Enumerable.Range(still.Length, first.Length)]))];
        var (layout, stepwise) = Playback.Stepwise(Sheet.Layout(title, _height), frames, "step ", milliseconds: 2500);
        return new Figure
        {
            Traces = [.. still, .. first],
            Frames = stepwise,
            Layout = layout,
            AltText = Invariant.Text($"Animation of {steps.Length - 1} steps through the computation graph of a neuron. ")
                + string.Join("; ", steps.Skip(1).Select(step => Plain(step.Formula + step.Numbers))) + ".",
        };

        static string Plain(string html) => html.Replace("<sub>", "", StringComparison.Ordinal).Replace("</sub>", "", StringComparison.Ordinal);
    }

    private IEnumerable<Operation> Operations()
    {
        var (y, a, z) = (_pass.y, Number(_pass.A), Number(_pass.Z));
        var n = _pass.x.Length;
        yield return new("The sample x, y; the weights and the bias", "", "", [], [.. _inputs, _y], [], true);
        yield return new(
            "Forward: the weighted sum",
            $"z = {string.Join(" + ", Enumerable.Range(0, n).Select(i => $"w{Index(i)} x{Index(i)}"))} + b",
            $" = {string.Join(" + ", Enumerable.Range(0, n).Select(i => $"{(i == 0 ? Number(_pass.w[i]) : Next(Number(_pass.w[i])))}·{Next(Number(_pass.x[i]))}"))} + {Next(Number(_pass.b))} = {z}",
            [.. _inputs.SelectMany(input => new[] { input, _z })], [_z], [], true);
        yield return new("Forward: the activation", "a = σ(z) = 1 / (1 + exp(-z))", $" = σ({z}) = {a}", [_z, _a], [_a], [], true);
        yield return new(
            "Forward: the loss", "L = -(y log a + (1 - y) log(1 - a))",
            Invariant.Text($" = {(y == 1 ? $"-log {a}" : $"-log(1 - {a})")} = {Number(_pass.L)}"), [_a, _L, _y, _L], [_L], [], true);
        yield return Slope(
            "Back: how L changes with a", "∂L/∂a = -y/a + (1 - y)/(1 - a)",
            y == 1 ? $" = -1/{a} = {Number(_pass.dLda)}" : $" = 1/(1 - {a}) = {Number(_pass.dLda)}", [_L, _a], [_a], [Over(_a, _L, "∂L/∂a", _pass.dLda)], _pass.dLda);
        yield return Slope(
            "Back: how a changes with z", "∂a/∂z = a (1 - a)", $" = {a}·{Number(1 - _pass.A)} = {Number(_pass.dadz)}", [_a, _z], [], [Over(_z, _a, "∂a/∂z", _pass.dadz)]);
        yield return Slope(
            "Back: the chain rule, the product of both", "∂L/∂z = ∂L/∂a · ∂a/∂z = a - y",
            $" = {Number(_pass.dLda)}·{Number(_pass.dadz)} = {Number(_pass.dLdz)}", [_L, _a, _z], [_z], [], _pass.dLdz);
        for (var i = 0; i < n; i++)
        {
            var (w, x, index) = (_inputs[(2 * i) + 1], _pass.x[i], Index(i));
            yield return Slope(
                $"Back: how L changes with w{index}", $"∂L/∂w{index} = ∂L/∂z · ∂z/∂w{index} = ∂L/∂z · x{index}",
                $" = {Number(_pass.dLdz)}·{Next(Number(x))} = {Number(_pass.dLdz * x)}", [_z, w], [w], [], _pass.dLdz * x, BelowZ($"∂z/∂w{index} = x{index} = {Short(x)}"));
        }

        var b = _inputs[^1];
        yield return Slope(
            "Back: how L changes with b", "∂L/∂b = ∂L/∂z · ∂z/∂b = ∂L/∂z · 1", $" = {Number(_pass.dLdz)}·1 = {Number(_pass.dLdz)}",
            [_z, b], [b], [], _pass.dLdz, BelowZ("∂z/∂b = 1"));

        static Operation Slope(
            string title, string formula, string numbers, ImmutableArray<Node> way, ImmutableArray<Node> nodes, ImmutableArray<Note> notes, double? slope = null, Note? passing = null) =>
            new(title, formula, numbers, way, nodes, notes, false) { Slope = slope, Passing = passing };
    }

    private ImmutableArray<Trace> Moving(ImmutableArray<Operation> steps, int current)
    {
        var step = steps[current];
        var soFar = steps.Take(current + 1).ToArray();
        var known = soFar.Where(done => done.Forward).SelectMany(done => done.Nodes).ToHashSet();
        var slopes = soFar.Where(done => done.Slope is not null).ToDictionary(done => done.Nodes[0], done => done.Slope!.Value);
        var (text, ground) = step.Forward ? (Palette.Green, Palette.GreenGround) : (Palette.Pink, Palette.PinkGround);
        return
        [
            Sheet.Stroke(step.Way.Select(node => (node.X, node.Y)), new Line(text, 4)),
            Circles(current == 0 ? [] : step.Nodes, NodeSize + 14, new Marker(ground, NodeSize + 14, "circle", Opacity: 1), _ => ""),
            Circles([.. _inputs, _z, _a, _L, _y], NodeSize, new Marker(Palette.Node, NodeSize, "circle", new Line(Palette.NodeLine, 1.5), Opacity: 1),
                node => $"<b>{node.Name}</b>{(known.Contains(node) ? "<br>" + Short(node.Value) : "")}{(slopes.TryGetValue(node, out var slope) ? Pink(slope) : "")}"),
            Sheet.Texts(soFar.SelectMany(done => done.Notes), new Font(12, Palette.Pink)),
            Sheet.Texts(step.Passing is { } note ? [note] : [], new Font(12, Palette.Pink), "middle right"),
            Sheet.Texts(slopes.Count > 0 ? [new(0, _height - 12, "in a circle: its value; below it, how L changes with it")] : [], new Font(12, Palette.Pink), "middle right"),
            Sheet.Texts([new(0, 14, $"<b>{step.Title}</b>")], new Font(14, text), "middle right"),
            Sheet.Texts([new(0, 36, step.Formula), new(0, 56, step.Numbers.TrimStart())], new Font(13), "middle right"),
        ];
    }

    private static ScatterTrace Circles(IReadOnlyList<Node> nodes, double size, Marker marker, Func<Node, string> text) =>
        Sheet.Texts(nodes.Select(node => new Note(node.X, node.Y, text(node))), new Font(12, Palette.OnNode)) with
        {
            Mode = "markers+text",
            Marker = marker with { Size = size },
        };

    private IEnumerable<Trace> Edges()
    {
        foreach (var input in _inputs) yield return Edge(input, _z);

        yield return Edge(_z, _a);
        yield return Edge(_a, _L);
        yield return Edge(_y, _L);

        static ScatterTrace Edge(Node from, Node to) => Sheet.Stroke([(from.X, from.Y), (to.X, to.Y)], new Line(Palette.NodeLine, 1.5));
    }

    /// <summary>Above the circles, whose gap is narrow on a telephone.</summary>
    private static Note Over(Node from, Node to, string name, double slope) => new((from.X + to.X) / 2, from.Y - 48, $"{name}<br>{Short(slope)}");

    /// <summary>To the right, where no edge comes in.</summary>
    private Note BelowZ(string text) => new(_z.X, _z.Y + 46, text);

    private static string Pink(double slope) => $"<br><span style=\"color:{Palette.PinkOnNode}\">{Short(slope)}</span>";

    private string Index(int i) => _pass.x.Length == 1 ? "" : Invariant.Text($"<sub>{i + 1}</sub>");

    private static string Short(double value) => Invariant.Text(value + 0.0, "G3");

    private static string Number(double value) => Invariant.Text(value + 0.0, "G4");

    private sealed record Node(string Name, double Value, double X, double Y);

    /// <summary>One step: what it says, the way it lights, the nodes it reaches, and the slopes it writes.</summary>
    private sealed record Operation(
        string Title, string Formula, string Numbers, ImmutableArray<Node> Way, ImmutableArray<Node> Nodes, ImmutableArray<Note> Notes, bool Forward)
    {
        /// <summary>How the loss changes with the node that this step reaches.</summary>
        public double? Slope { get; init; }

        /// <summary>A note that only this step shows.</summary>
        public Note? Passing { get; init; }
    }
}
