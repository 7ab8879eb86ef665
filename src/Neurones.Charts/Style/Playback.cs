using System.Collections.Immutable;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>The slider and the buttons of an animation, below its plots.</summary>
internal static class Playback
{
    private const double Height = 108;

    /// <summary>The layout with a slider through the frames, play and pause.</summary>
    /// <param name="layout">The layout of the plots.</param>
    /// <param name="frames">The frames, first to last.</param>
    /// <param name="prefix">Stands before a frame's name above the slider, such as "iteration ".</param>
    /// <param name="milliseconds">How long each frame is shown.</param>
    public static Layout Below(Layout layout, ImmutableArray<Frame> frames, string prefix, double milliseconds)
    {
        var bottom = layout.Margin.B;
        return layout with
        {
            Height = layout.Height + Height,
            Margin = layout.Margin with { B = bottom + Height },
            Sliders = [new Slider([.. frames.Select(Step)], new CurrentValue(prefix), new Margin(0, 0, bottom - 2, 0))],
            UpdateMenus = [new UpdateMenu([Play(milliseconds), Pause], X: 0, Y: 0, new Margin(0, 0, bottom + 82, 0))],
        };
    }

    /// <summary>The layout with a slider through the frames, play and pause, and buttons that go one frame back or on, or to the first.</summary>
    /// <inheritdoc cref="Below"/>
    /// <returns>The layout, and the frames: each brings the buttons along that lead to its neighbours.</returns>
    public static (Layout Layout, ImmutableArray<Frame> Frames) Stepwise(Layout layout, ImmutableArray<Frame> frames, string prefix, double milliseconds)
    {
        var below = Below(layout, frames, prefix, milliseconds);
        return (below with { UpdateMenus = Buttons(0) }, [.. frames.Select((frame, i) => frame with { Layout = new FrameLayout(Buttons(i)) })]);

        ImmutableArray<UpdateMenu> Buttons(int i) => [.. below.UpdateMenus!.Value.Select(menu => menu with
        {
            Buttons =
            [
                .. menu.Buttons,
                Step(frames[Math.Max(i - 1, 0)]) with { Label = "back" },
                Step(frames[Math.Min(i + 1, frames.Length - 1)]) with { Label = "step" },
                Step(frames[0]) with { Label = "reset" },
            ],
        })];
    }

    private static AnimateStep Pause => new("pause", [null], new AnimationOptions(new FrameTime(0, Redraw: false)));

    private static AnimateStep Play(double milliseconds) => new("play", null, new AnimationOptions(new FrameTime(milliseconds, Redraw: true)));

    private static AnimateStep Step(Frame frame) => new(frame.Name, [frame.Name], new AnimationOptions(new FrameTime(0, Redraw: true)));
}
