namespace Neurones.Charts.Plotly;

/// <summary>A text with its font, such as the title of an axis.</summary>
/// <param name="Text">What it says.</param>
public sealed record Label(string Text)
{
    /// <summary>The font; the figure's own when null.</summary>
    public Font? Font { get; init; }

    /// <summary>At which side of a colour bar the text stands, such as "right".</summary>
    public string? Side { get; init; }

    /// <summary>For the title of an axis, its distance from the tick labels in pixels.</summary>
    public double? Standoff { get; init; }

    /// <summary>A label in the figure's own font.</summary>
    public static implicit operator Label(string text) => new(text);
}

/// <summary>A font.</summary>
/// <param name="Size">In pixels; the figure's own when null.</param>
/// <param name="Color">A CSS colour; the theme's when null.</param>
public sealed record Font(double? Size = null, string? Color = null);
