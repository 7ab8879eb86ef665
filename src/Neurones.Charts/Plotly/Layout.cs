using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurones.Charts.Plotly;

/// <summary>Everything around the traces. It has a title and a theme; the axes used are set.</summary>
public sealed record Layout
{
    /// <summary>The figure's title.</summary>
    public required LayoutTitle Title { get; init; }

    /// <summary>Colours of everything but the data, so that a page can put its own theme in this one's place.</summary>
    public Template Template { get; init; } = Template.AnyBackground;

    /// <summary>The height in pixels; the width is the page's.</summary>
    public required double Height { get; init; }

    /// <summary>The room around the plot.</summary>
    public required Margin Margin { get; init; }

    /// <summary>Whether there is a legend.</summary>
    public bool ShowLegend => Legend is not null;

    /// <summary>Where the legend stands, or null for none.</summary>
    public Legend? Legend { get; init; }

    /// <summary>What the mouse finds: "closest" point, or all points at one "x".</summary>
    public string HoverMode { get; init; } = "closest";

    /// <summary>The first x axis.</summary>
    public Axis? XAxis { get; init; }

    /// <summary>The first y axis.</summary>
    public Axis? YAxis { get; init; }

    /// <summary>The second plot's x axis.</summary>
    public Axis? XAxis2 { get; init; }

    /// <summary>The second plot's y axis.</summary>
    public Axis? YAxis2 { get; init; }

    /// <summary>The third plot's x axis.</summary>
    public Axis? XAxis3 { get; init; }

    /// <summary>The third plot's y axis.</summary>
    public Axis? YAxis3 { get; init; }

    /// <summary>The axes and scenes of further plots, by their plotly.js names, such as "xaxis4" or "scene2".</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? MoreAxes { get; init; }

    /// <summary>The box of 3D traces.</summary>
    public Scene? Scene { get; init; }

    /// <summary>Texts on the plot.</summary>
    public ImmutableArray<Annotation>? Annotations { get; init; }

    /// <summary>Rows of buttons.</summary>
    public ImmutableArray<UpdateMenu>? UpdateMenus { get; init; }

    /// <summary>Sliders.</summary>
    public ImmutableArray<Slider>? Sliders { get; init; }
}

/// <summary>The room around a plot, in pixels.</summary>
/// <param name="L">Left.</param>
/// <param name="R">Right.</param>
/// <param name="T">Above.</param>
/// <param name="B">Below.</param>
public sealed record Margin(double L, double R, double T, double B);

/// <summary>A figure's title, at its top left.</summary>
/// <param name="Text">What it says; &lt;br&gt; starts a line.</param>
/// <param name="Font">The font.</param>
public sealed record LayoutTitle(string Text, Font Font)
{
    /// <summary>0: at the left.</summary>
    public double X { get; }

    /// <summary>1: at the top.</summary>
    public double Y { get; } = 1;

    /// <summary>The text begins at <see cref="X"/>.</summary>
    public string XAnchor { get; } = "left";

    /// <summary>The text hangs from <see cref="Y"/>.</summary>
    public string YAnchor { get; } = "top";

    /// <summary>Its distance from the edges, in pixels.</summary>
    /// <remarks>plotly.js hangs one line by its top, but several by the first one's baseline, 14 pixels lower.</remarks>
    public Margin Pad { get; } = new(10, 10, Text.Contains("<br>", StringComparison.Ordinal) ? 24 : 10, 0);
}

/// <summary>The legend: a row above the plot, so that it never covers data.</summary>
public sealed record Legend
{
    /// <summary>"h": side by side.</summary>
    public string Orientation { get; } = "h";

    /// <summary>"constant": samples are as big for small points as for big ones.</summary>
    public string ItemSizing { get; } = "constant";

    /// <summary>It begins at the plot's left, by a hair outside: only then plotly.js lets it be wider than the plot, as on a telephone it must.</summary>
    public double X { get; } = -0.0001;

    /// <summary>1: at the plot's upper edge.</summary>
    public double Y { get; } = 1;

    /// <summary>Its left is at <see cref="X"/>.</summary>
    public string XAnchor { get; } = "left";

    /// <summary>Its lower edge is at <see cref="Y"/>.</summary>
    public string YAnchor { get; } = "bottom";
}

/// <summary>A text at a place of the plot.</summary>
/// <param name="X">Its place along the x axis.</param>
/// <param name="Y">Its place along the y axis.</param>
/// <param name="Text">What it says.</param>
public sealed record Annotation(double X, double Y, string Text)
{
    /// <summary>The font; the figure's own when null.</summary>
    public Font? Font { get; init; }

    /// <summary>What <see cref="X"/> counts in: the first x axis when null, or such as "x2 domain" for parts of the second plot's width.</summary>
    public string? XRef { get; init; }

    /// <summary>What <see cref="Y"/> counts in: the first y axis when null, or such as "y2 domain" for parts of the second plot's height.</summary>
    public string? YRef { get; init; }

    /// <summary>False: no arrow.</summary>
    public bool ShowArrow { get; }

    /// <summary>Which end of the text is at <see cref="X"/>: its middle when null, or "left".</summary>
    public string? XAnchor { get; init; }

    /// <summary>How its lines stand below each other: by their middles when null, or "left".</summary>
    public string? Align { get; init; }

    /// <summary>"bottom": the text stands on its place.</summary>
    public string YAnchor { get; } = "bottom";
}
