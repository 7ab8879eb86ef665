using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Neurones.Charts.Style;

namespace Neurones.Charts.Plotly;

/// <summary>The colours of everything but the data. A page replaces it by its own to make a figure light or dark.</summary>
/// <param name="Layout">The defaults of the layout.</param>
public sealed record Template(TemplateLayout Layout)
{
    /// <summary>Greys that can be read on a light and on a dark page.</summary>
    public static Template AnyBackground { get; } = new(new TemplateLayout());
}

/// <summary>What a template says about the layout.</summary>
public sealed record TemplateLayout
{
    /// <summary>The text.</summary>
    public Font Font { get; } = new(Size: 13, Color: Palette.Text);

    /// <summary>The figure's background: the page's own.</summary>
    [JsonPropertyName("paper_bgcolor")]
    public string PaperBackground { get; } = Palette.Transparent;

    /// <summary>The plot's background: the page's own.</summary>
    [JsonPropertyName("plot_bgcolor")]
    public string PlotBackground { get; } = Palette.Transparent;

    /// <summary>The colours of traces that have none.</summary>
    public ImmutableArray<string> ColorWay { get; } = Palette.Series;

    /// <summary>The x axes.</summary>
    public TemplateAxis XAxis { get; } = TemplateAxis.Flat;

    /// <summary>The y axes.</summary>
    public TemplateAxis YAxis { get; } = TemplateAxis.Flat;

    /// <summary>The axes in space.</summary>
    public TemplateScene Scene { get; } = new();

    /// <summary>The tools.</summary>
    public TemplateModeBar ModeBar { get; } = new();
}

/// <summary>What a template says about axes.</summary>
/// <param name="GridColor">The grid.</param>
/// <param name="ZeroLineColor">The line through 0.</param>
public sealed record TemplateAxis(string GridColor, string ZeroLineColor)
{
    /// <summary>Axes in the plane.</summary>
    public static TemplateAxis Flat { get; } = new(Palette.Grid, Palette.ZeroLine);

    /// <summary>Axes in space, whose lines can't be see-through.</summary>
    public static TemplateAxis InSpace { get; } = new(Palette.GridInSpace, Palette.GridInSpace);
}

/// <summary>What a template says about 3D boxes.</summary>
public sealed record TemplateScene
{
    /// <summary>The x axis.</summary>
    public TemplateAxis XAxis { get; } = TemplateAxis.InSpace;

    /// <summary>The y axis.</summary>
    public TemplateAxis YAxis { get; } = TemplateAxis.InSpace;

    /// <summary>The z axis.</summary>
    public TemplateAxis ZAxis { get; } = TemplateAxis.InSpace;
}

/// <summary>What a template says about the tools.</summary>
public sealed record TemplateModeBar
{
    /// <summary>Behind the tools: nothing.</summary>
    public string BgColor { get; } = Palette.Transparent;

    /// <summary>The tools.</summary>
    public string Color { get; } = Palette.Text;

    /// <summary>The tool in use.</summary>
    public string ActiveColor { get; } = Palette.Text;
}
