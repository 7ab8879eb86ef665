using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>Points or a line in the plane.</summary>
public sealed record ScatterTrace : Trace
{
    /// <summary>Positions along x.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions along y; NaN is a gap.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>"markers", "lines" or both, "lines+markers"; or "text".</summary>
    public required string Mode { get; init; }

    /// <summary>What is written at each point in the mode "text"; &lt;br&gt; starts a line.</summary>
    public ImmutableArray<string>? Text { get; init; }

    /// <summary>Where a text stands, seen from its point, such as "bottom right".</summary>
    public string? TextPosition { get; init; }

    /// <summary>How points look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How the line looks.</summary>
    public Line? Line { get; init; }

    /// <summary>False lets points on the edge of the plot be whole.</summary>
    public bool? ClipOnAxis { get; init; }

    /// <summary>The x axis used, such as "x2"; "x" by default.</summary>
    public string? XAxis { get; init; }

    /// <summary>The y axis used, such as "y2"; "y" by default.</summary>
    public string? YAxis { get; init; }
}
