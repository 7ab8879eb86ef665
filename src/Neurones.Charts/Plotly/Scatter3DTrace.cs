using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>Points or a line in space.</summary>
public sealed record Scatter3DTrace : Trace
{
    /// <summary>Positions along x.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions along y.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Heights.</summary>
    public required ImmutableArray<double> Z { get; init; }

    /// <summary>"markers", "lines" or both joined by +.</summary>
    public required string Mode { get; init; }

    /// <summary>How points look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How the line looks.</summary>
    public Line? Line { get; init; }

    /// <summary>The scene used, such as "scene2"; "scene" by default.</summary>
    public string? Scene { get; init; }
}
