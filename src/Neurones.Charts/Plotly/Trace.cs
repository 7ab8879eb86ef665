using System.Text.Json.Serialization;

namespace Neurones.Charts.Plotly;

/// <summary>One thing that a figure draws: points, a line, a map or a surface. Property names are plotly.js's own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ScatterTrace), "scatter")]
[JsonDerivedType(typeof(Scatter3DTrace), "scatter3d")]
[JsonDerivedType(typeof(BarTrace), "bar")]
[JsonDerivedType(typeof(HeatmapTrace), "heatmap")]
[JsonDerivedType(typeof(ContourTrace), "contour")]
[JsonDerivedType(typeof(SurfaceTrace), "surface")]
public abstract record Trace
{
    /// <summary>What the legend and the hover label call it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the legend has an entry for it.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group share a legend entry's click.</summary>
    public string? LegendGroup { get; init; }

    /// <summary>What is shown under the mouse, as a plotly.js template; "skip" in <see cref="HoverInfo"/> for nothing.</summary>
    public string? HoverTemplate { get; init; }

    /// <summary>"skip" where the mouse should find nothing.</summary>
    public string? HoverInfo { get; init; }
}
