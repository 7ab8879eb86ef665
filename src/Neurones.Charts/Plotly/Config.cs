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

    /// <summary>Tools that lessons have no use for.</summary>
    [JsonPropertyName("modeBarButtonsToRemove")]
    public ImmutableArray<string> ModeBarButtonsToRemove { get; init; } =
        ["select2d", "lasso2d", "autoScale2d", "tableRotation", "resetCameraLastSave3d"];
}
