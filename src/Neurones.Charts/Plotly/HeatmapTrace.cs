namespace Neurones.Charts.Plotly;

/// <summary>A grid of coloured cells.</summary>
public sealed record HeatmapTrace : GridTrace
{
    /// <summary>The value of the first colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The value of the last colour.</summary>
    public double? ZMax { get; init; }

    /// <summary>"best" blends from cell to cell; null keeps sharp cells.</summary>
    public string? ZSmooth { get; init; }

    /// <summary>False leaves holes without a hover label.</summary>
    public bool? HoverOnGaps { get; init; }
}
