namespace Neurones.Charts.Plotly;

/// <summary>Lines of equal value over a grid.</summary>
public sealed record ContourTrace : GridTrace
{
    /// <summary>The value of the first colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The value of the last colour.</summary>
    public double? ZMax { get; init; }

    /// <summary>At which values lines are drawn.</summary>
    public required Contours Contours { get; init; }

    /// <summary>From 0, invisible, to 1, opaque.</summary>
    public double? Opacity { get; init; }

    /// <summary>How the lines look.</summary>
    public Line? Line { get; init; }
}

/// <summary>The levels of a contour trace.</summary>
/// <param name="Start">The lowest level.</param>
/// <param name="End">The highest level.</param>
/// <param name="Size">The step from level to level, more than 0.</param>
/// <param name="Coloring">"fill" for bands, "heatmap" for a smooth map, "lines" for lines alone.</param>
public sealed record Contours(double Start, double End, double Size, string Coloring);
