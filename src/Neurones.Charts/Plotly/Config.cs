using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurones.Charts.Plotly;

/// <summary>How a figure behaves in its page.</summary>
public sealed record Config
{
    /// <summary>Whether the figure follows its page's width.</summary>
    public bool Responsive { get; init; } = true;

    /// <summary>Whether the tools show plotly.js's logo.</summary>
    public bool DisplayLogo { get; init; }

    /// <summary>False takes away the tool that sends the data to plotly's site: nothing leaves the machine.</summary>
    [JsonPropertyName("showSendToCloud")]
    public bool ShowSendToCloud { get; }

    /// <summary>No site to send the data to.</summary>
    [JsonPropertyName("plotlyServerURL")]
    public string PlotlyServerUrl { get; } = "";

    /// <summary>Tools that would cover the title: the mouse zooms and turns without them. Saving and resetting stay.</summary>
    [JsonPropertyName("modeBarButtonsToRemove")]
    public ImmutableArray<string> ModeBarButtonsToRemove { get; init; } =
    [
        "zoom2d", "pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d",
        "zoom3d", "pan3d", "orbitRotation", "tableRotation", "resetCameraLastSave3d",
    ];
}
