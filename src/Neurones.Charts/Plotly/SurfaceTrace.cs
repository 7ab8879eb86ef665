using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>A surface in space: <see cref="GridTrace.Z"/> is its height.</summary>
public sealed record SurfaceTrace : GridTrace
{
    /// <summary>What the colours show; the height when null.</summary>
    public ImmutableArray<ImmutableArray<double>>? SurfaceColor { get; init; }

    /// <summary>The value of the first colour.</summary>
    public double? CMin { get; init; }

    /// <summary>The value of the last colour.</summary>
    public double? CMax { get; init; }

    /// <summary>From 0, invisible, to 1, opaque.</summary>
    public double? Opacity { get; init; }

    /// <summary>The scene used, such as "scene2"; "scene" by default.</summary>
    public string? Scene { get; init; }
}
