using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>Bars that stand on 0.</summary>
public sealed record BarTrace : Trace
{
    /// <summary>What each bar stands for.</summary>
    public required ImmutableArray<string> X { get; init; }

    /// <summary>How high each bar is.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>How all bars of the trace look.</summary>
    public BarMarker? Marker { get; init; }

    /// <summary>What is written at each bar.</summary>
    public ImmutableArray<string>? Text { get; init; }

    /// <summary>"outside": the text stands above its bar.</summary>
    public string? TextPosition { get; init; }

    /// <summary>False lets the text of a full bar be whole.</summary>
    public bool? ClipOnAxis { get; init; }
}

/// <summary>How bars look.</summary>
/// <param name="Color">A CSS colour.</param>
public sealed record BarMarker(string Color);
