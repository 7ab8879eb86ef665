using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>One picture of an animation: what replaces the data of some traces.</summary>
/// <param name="Name">Its name, by which sliders find it.</param>
/// <param name="Data">The new data.</param>
/// <param name="Traces">For each of <paramref name="Data"/> the index of the figure's trace that it replaces.</param>
public sealed record Frame(string Name, ImmutableArray<Trace> Data, ImmutableArray<int> Traces)
{
    /// <summary>What changes around the traces, or null for nothing.</summary>
    public FrameLayout? Layout { get; init; }
}

/// <summary>What a frame changes around the traces.</summary>
/// <param name="UpdateMenus">The buttons from this frame on.</param>
public sealed record FrameLayout(ImmutableArray<UpdateMenu> UpdateMenus);

/// <summary>A row of buttons.</summary>
/// <param name="Buttons">The buttons, left to right.</param>
/// <param name="X">Its left, as a part of the plot's width.</param>
/// <param name="Y">Its top, as a part of the plot's height.</param>
/// <param name="Pad">Its distance from there, in pixels.</param>
public sealed record UpdateMenu(ImmutableArray<AnimateStep> Buttons, double X, double Y, Margin Pad)
{
    /// <summary>"buttons": no drop-down list.</summary>
    public string Type { get; } = "buttons";

    /// <summary>"right": side by side.</summary>
    public string Direction { get; } = "right";

    /// <summary>False: none looks pressed.</summary>
    public bool ShowActive { get; }

    /// <summary>Its left is at <see cref="X"/>.</summary>
    public string XAnchor { get; } = "left";

    /// <summary>Its top is at <see cref="Y"/>.</summary>
    public string YAnchor { get; } = "top";

    /// <summary>The buttons' colour.</summary>
    public string BgColor { get; } = "rgba(128,128,128,0.15)";

    /// <summary>The buttons' edge.</summary>
    public string BorderColor { get; } = "rgba(128,128,128,0.6)";
}

/// <summary>A slider through the frames.</summary>
/// <param name="Steps">Its places, left to right.</param>
/// <param name="CurrentValue">What stands above it.</param>
/// <param name="Pad">Its distance from the plot, in pixels.</param>
public sealed record Slider(ImmutableArray<AnimateStep> Steps, CurrentValue CurrentValue, Margin Pad)
{
    /// <summary>0: begins at the plot's left.</summary>
    public double X { get; }

    /// <summary>1: as wide as the plot.</summary>
    public double Len { get; } = 1;

    /// <summary>The rail's colour.</summary>
    public string BgColor { get; } = "rgba(128,128,128,0.3)";

    /// <summary>The knob's colour while it is dragged.</summary>
    public string ActiveBgColor { get; } = "rgba(128,128,128,0.8)";

    /// <summary>The edge of rail and knob.</summary>
    public string BorderColor { get; } = "rgba(128,128,128,0.6)";

    /// <summary>The ticks' colour.</summary>
    public string TickColor { get; } = "rgba(128,128,128,0.6)";
}

/// <summary>What a slider says above itself.</summary>
/// <param name="Prefix">Stands before the step's label.</param>
public sealed record CurrentValue(string Prefix);

/// <summary>A button, or a place of a slider, that shows frames.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Frames">The frames: null for all from here on, one name, or a single null to stop.</param>
/// <param name="Options">How they are shown.</param>
public sealed record AnimateStep(
    string Label,
    [property: System.Text.Json.Serialization.JsonIgnore] ImmutableArray<string?>? Frames,
    [property: System.Text.Json.Serialization.JsonIgnore] AnimationOptions Options)
{
    /// <summary>Calls Plotly.animate.</summary>
    public string Method { get; } = "animate";

    /// <summary>What Plotly.animate is called with.</summary>
    public ImmutableArray<object?> Args => [Frames, Options];
}

/// <summary>How frames are shown.</summary>
/// <param name="Frame">The time each is shown.</param>
public sealed record AnimationOptions(FrameTime Frame)
{
    /// <summary>"immediate" ends what is being shown.</summary>
    public string Mode { get; } = "immediate";

    /// <summary>Whether playing goes on from the frame shown.</summary>
    public bool FromCurrent { get; } = true;

    /// <summary>No movement between frames.</summary>
    public FrameTime Transition { get; } = new(0, null);
}

/// <summary>How long something takes.</summary>
/// <param name="Duration">In milliseconds.</param>
/// <param name="Redraw">Whether everything is drawn again, as maps need.</param>
public sealed record FrameTime(double Duration, bool? Redraw);
