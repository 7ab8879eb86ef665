using System.Collections.Immutable;
using Neurones.Charts.Data;
using Neurones.Charts.Plotly;
using Neurones.Charts.Style;

namespace Neurones.Charts.Figures;

/// <summary>Descents side by side, a column each, that one slider moves.</summary>
internal sealed class DescentViewsFigure(ImmutableArray<DescentView> views)
{
    private const int Rows = 4;

    public Figure Make()
    {
        ImmutableArray<Trace> still = [.. views.SelectMany(view => view.Still())];
        var steps = Keyframes.Of(views.Max(view => view.Count)).ToArray();
        ImmutableArray<Frame> frames = [.. steps.Select(step => Frame(step, still.Length))];
        return new Figure
        {
            Traces = [.. still, .. frames[0].Data],
            Frames = frames,
            Layout = Playback.Below(Layout(), frames, "step ", milliseconds: 400),
            AltText = Invariant.Text($"Animation of {frames.Length} frames with {views.Length} descents side by side, each as a way on the loss in 3D, the same from above, the decision boundary and the loss of each step. ")
                + string.Join(" ", views.Select(view => view.Describe())),
        };
    }

    private Frame Frame(int step, int first)
    {
        ImmutableArray<Trace> moving = [.. views.SelectMany(view => view.Moving(step))];
        return new(Invariant.Text($"{step}"), moving, [.. Enumerable.Range(first, moving.Length)]);
    }

    /// <summary>Plots in rows and columns; those of the first row become boxes in space.</summary>
    private Layout Layout()
    {
        var layout = new Panels(Rows * views.Length, views.Length, gap: 0.3).Layout(
            "One descent, four views", plotHeight: 230, legendEntries: 2, panel => views[panel % views.Length].Panel(panel / views.Length));
        var axes = layout.MoreAxes!;
        var titles = layout.Annotations!.Value.ToBuilder();
        foreach (var (column, view) in views.Index())
        {
            var (x, y) = Panels.AxesOf(column);
            var (across, down) = (Taken("xaxis" + x[1..]), Taken("yaxis" + y[1..]));
            axes[view.Scene] = view.Space with { Domain = new([(double)column / views.Length, (column + 1.0) / views.Length], down) };
            titles[column] = titles[column] with { X = across[0], Y = down[1], XRef = "paper", YRef = "paper" };
        }

        return layout with { Annotations = titles.ToImmutable() };

        ImmutableArray<double> Taken(string axis)
        {
            var domain = ((Axis)axes[axis]).Domain!.Value;
            axes.Remove(axis);
            return domain;
        }
    }
}
