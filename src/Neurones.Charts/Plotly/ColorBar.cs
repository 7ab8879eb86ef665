using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>The bar that explains a colour scale.</summary>
/// <param name="Title">What the colours show.</param>
public sealed record ColorBar(Label Title)
{
    /// <summary>Its width in pixels.</summary>
    public double Thickness { get; init; } = 12;

    /// <summary>0: no line around it.</summary>
    public double OutlineWidth { get; init; }

    /// <summary>Where ticks stand; plotly.js chooses when null.</summary>
    public ImmutableArray<double>? TickVals { get; init; }

    /// <summary>What stands at each of <see cref="TickVals"/>.</summary>
    public ImmutableArray<string>? TickText { get; init; }
}
