using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>The bar that explains a colour scale.</summary>
public sealed record ColorBar
{
    /// <summary>A bar with its title along its side.</summary>
    /// <param name="title">What the colours show.</param>
    public ColorBar(string title) => Title = new Label(title) { Side = "right", Font = new Font(Size: 13) };

    /// <summary>A bar that lies below the plots, so far from them in pixels.</summary>
    public static ColorBar Below(string title, double distance) => new(title) { Orientation = "h", Y = 0, YAnchor = "top", YPad = distance };

    /// <summary>What the colours show.</summary>
    public Label Title { get; }

    /// <summary>"h" for a bar that lies; it stands when null.</summary>
    public string? Orientation { get; init; }

    /// <summary>Its place along the plots' height; in the middle when null.</summary>
    public double? Y { get; init; }

    /// <summary>Which of its edges is at <see cref="Y"/>, such as "top".</summary>
    public string? YAnchor { get; init; }

    /// <summary>Its distance from <see cref="Y"/> in pixels.</summary>
    public double? YPad { get; init; }

    /// <summary>Its length, in the unit of <see cref="LenMode"/>; as long as the plots' room when null.</summary>
    public double? Len { get; init; }

    /// <summary>"pixels" for a length that doesn't follow the figure's.</summary>
    public string? LenMode { get; init; }

    /// <summary>Its width in pixels.</summary>
    public double Thickness { get; init; } = 12;

    /// <summary>0: no line around it.</summary>
    public double OutlineWidth { get; init; }

    /// <summary>Where ticks stand; plotly.js chooses when null.</summary>
    public ImmutableArray<double>? TickVals { get; init; }

    /// <summary>What stands at each of <see cref="TickVals"/>.</summary>
    public ImmutableArray<string>? TickText { get; init; }
}
