using System.Collections.Immutable;
using System.Text.Json;
using Neurones.Charts.Formatting;
using Neurones.Charts.Json;
using Neurones.Charts.Plotly;
using Neurones.Formatting;

namespace Neurones.Charts;

/// <summary>
/// A picture of data or of a model, drawn by plotly.js where it is shown. It never changes: <c>figure with { ... }</c>
/// makes another one. <see cref="Chart"/> makes the lessons' figures.
/// </summary>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Text])]
public sealed record Figure
{
    /// <summary>What is drawn, in the order of drawing.</summary>
    public required ImmutableArray<Trace> Traces { get; init; }

    /// <summary>Everything around the traces: title, axes, legend, theme.</summary>
    public required Layout Layout { get; init; }

    /// <summary>How the figure behaves in its page.</summary>
    public Config Config { get; init; } = new();

    /// <summary>The pictures of an animation; none for a still figure.</summary>
    public ImmutableArray<Frame> Frames { get; init; } = [];

    /// <summary>What the figure shows, in words and numbers, for those who don't see it.</summary>
    public required string AltText { get; init; }

    /// <summary>The title, on one line.</summary>
    public string Title => Layout.Title.Text.Replace("<br>", " ", StringComparison.Ordinal);

    /// <summary>The figure as plotly.js takes it: <c>Plotly.newPlot(element, figure)</c>. NaN and infinity are null.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { Data = Traces, Layout, Config, Frames = Frames.IsEmpty ? null : (ImmutableArray<Frame>?)Frames },
        PlotlyJson.Options);

    /// <summary>The title and the text alternative.</summary>
    public override string ToString() => $"{Title}{(Title is [.., '?' or '!' or '.'] ? "" : ".")} {AltText}";
}
