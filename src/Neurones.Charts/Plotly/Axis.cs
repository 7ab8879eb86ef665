using System.Collections.Immutable;

namespace Neurones.Charts.Plotly;

/// <summary>An axis in the plane or in space. It has a title: a figure whose axes say nothing can't be read.</summary>
/// <param name="Title">What is measured along it, with its unit.</param>
public sealed record Axis(Label Title)
{
    /// <summary>"log" for powers of ten, "category" for names; even steps when null.</summary>
    public string? Type { get; init; }

    /// <summary>The step between ticks, on a "log" axis in powers of ten.</summary>
    public double? DTick { get; init; }

    /// <summary>How very large and small ticks are written: "power" for such as 10⁻⁵.</summary>
    public string? ExponentFormat { get; init; }

    /// <summary>From where to where it goes; plotly.js chooses when null.</summary>
    public ImmutableArray<double>? Range { get; init; }

    /// <summary>Which part of the figure's width or height it has, from 0 to 1.</summary>
    public ImmutableArray<double>? Domain { get; init; }

    /// <summary>The axis that it crosses, such as "y2".</summary>
    public string? Anchor { get; init; }

    /// <summary>The axis whose unit has the same length as its own, such as "x".</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary>"domain" shrinks the plot, not the range, to keep <see cref="ScaleAnchor"/>.</summary>
    public string? Constrain { get; init; }

    /// <summary>Where the room goes that <see cref="Constrain"/> leaves over, such as "top".</summary>
    public string? ConstrainToward { get; init; }

    /// <summary>False hides line, ticks, grid and title, as around photos.</summary>
    public bool? Visible { get; init; }

    /// <summary>True keeps the range whatever the mouse does, as under a drawing.</summary>
    public bool? FixedRange { get; init; }

    /// <summary>How many ticks at most.</summary>
    public int? NTicks { get; init; }

    /// <summary>Where ticks stand; plotly.js chooses when null.</summary>
    public ImmutableArray<double>? TickVals { get; init; }

    /// <summary>What stands at each of <see cref="TickVals"/>; the numbers themselves when null.</summary>
    public ImmutableArray<string>? TickText { get; init; }

    /// <summary>"" for no tick marks; plotly.js chooses when null.</summary>
    public string? Ticks { get; init; }

    /// <summary>"tozero" makes the range begin at 0.</summary>
    public string? RangeMode { get; init; }

    /// <summary>Makes room for its labels; null in space, which has no margins.</summary>
    public bool? AutoMargin { get; init; }
}
