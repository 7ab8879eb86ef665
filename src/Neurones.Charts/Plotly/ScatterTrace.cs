using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>Points or a line in the plane.</summary>
public sealed record ScatterTrace : Trace
{
    /// <summary>Positions along x.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions along y; NaN is a gap.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>"markers", "lines", "text" or several, such as "markers+text".</summary>
    public required string Mode { get; init; }

    /// <summary>How points look.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How the line looks.</summary>
    public Line? Line { get; init; }

    /// <summary>A text for each point: shown where <see cref="Mode"/> says so, and what hover templates call %{text}.</summary>
    public ImmutableArray<string>? Text { get; init; }

    /// <summary>Where the text stands by its point, such as "middle right"; in the middle when null.</summary>
    public string? TextPosition { get; init; }

    /// <summary>The font of the text; the figure's own when null.</summary>
    public Font? TextFont { get; init; }

    /// <summary>"toself" fills what the line goes round; nothing when null.</summary>
    public string? Fill { get; init; }

    /// <summary>The colour of <see cref="Fill"/>.</summary>
    public string? FillColor { get; init; }

    /// <summary>From 0, invisible, to 1, opaque.</summary>
    public double? Opacity { get; init; }

    /// <summary>False lets points on the edge of the plot be whole.</summary>
    public bool? ClipOnAxis { get; init; }

    /// <summary>The x axis used, such as "x2"; "x" by default.</summary>
    public string? XAxis { get; init; }

    /// <summary>The y axis used, such as "y2"; "y" by default.</summary>
    public string? YAxis { get; init; }
}
