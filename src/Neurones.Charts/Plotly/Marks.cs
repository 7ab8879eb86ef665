namespace Neurones.Charts.Plotly;

/// <summary>How points look.</summary>
/// <param name="Color">A CSS colour.</param>
/// <param name="Size">In pixels.</param>
/// <param name="Symbol">A plotly.js symbol: "circle", "diamond", ...</param>
/// <param name="Line">The outline.</param>
/// <param name="Opacity">From 0, invisible, to 1, opaque.</param>
public sealed record Marker(string Color, double Size, string Symbol, Line? Line = null, double? Opacity = null);

/// <summary>How a line looks.</summary>
/// <param name="Color">A CSS colour.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Dash">"solid", "dash", "dot", ...; solid when null.</param>
public sealed record Line(string Color, double Width, string? Dash = null)
{
    /// <summary>False draws every point, as smooth curves need; plotly.js leaves some out when null.</summary>
    public bool? Simplify { get; init; }
}

/// <summary>A colour at a place of a colour scale.</summary>
/// <param name="At">From 0, the lowest value, to 1, the highest.</param>
/// <param name="Color">A CSS colour.</param>
public readonly record struct ColorStop(double At, string Color);
