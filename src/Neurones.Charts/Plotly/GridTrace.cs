using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>Values over a grid, in colour.</summary>
public abstract record GridTrace : Trace
{
    /// <summary>The grid's positions along x, one for each column of <see cref="Z"/>; 0, 1, 2, ... when null.</summary>
    public ImmutableArray<double>? X { get; init; }

    /// <summary>The grid's positions along y, one for each row of <see cref="Z"/>; 0, 1, 2, ... when null.</summary>
    public ImmutableArray<double>? Y { get; init; }

    /// <summary>The values, row by row; NaN is a hole.</summary>
    public required ImmutableArray<ImmutableArray<double>> Z { get; init; }

    /// <summary>A second value for each point, which hover templates call %{customdata}.</summary>
    public ImmutableArray<ImmutableArray<double>>? CustomData { get; init; }

    /// <summary>The x axis used, such as "x2"; "x" by default.</summary>
    public string? XAxis { get; init; }

    /// <summary>The y axis used, such as "y2"; "y" by default.</summary>
    public string? YAxis { get; init; }

    /// <summary>The colours from the lowest to the highest value.</summary>
    public ImmutableArray<ColorStop>? ColorScale { get; init; }

    /// <summary>Whether the bar that explains the colours is drawn.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The bar that explains the colours.</summary>
    public ColorBar? ColorBar { get; init; }
}
