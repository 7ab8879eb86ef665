using System.Collections.Immutable;
using Neurones.Charts.Plotly;

namespace Neurones.Charts.Style;

/// <summary>
/// Every colour of every figure. The hues are those of Okabe and Ito, which people with any colour vision tell apart;
/// a class has the same colour and symbol in all figures.
/// </summary>
/// <remarks>
/// Source: M. Okabe and K. Ito, Color Universal Design, 2008. Text and lines have a contrast of about 4 to 1 to
/// white and to dark grey alike; classes also differ by symbol, series also by dash.
/// </remarks>
internal static class Palette
{
    public const string Transparent = "rgba(0,0,0,0)";
    public const string Text = "#7c7c7c";
    public const string Grid = "rgba(128,128,128,0.25)";
    public const string GridInSpace = "#a0a0a0";
    public const string ZeroLine = "rgba(128,128,128,0.5)";

    /// <summary>The decision boundary, and anything that belongs to no class.</summary>
    public const string Neutral = "#808080";

    /// <summary>The path of a descent, over its dark halo.</summary>
    public const string Path = "#CC79A7";
    public const string PathHalo = "#000000";

    /// <summary>Arrows on a map of costs, over the same halo.</summary>
    public const string OnMap = "#FFFFFF";

    /// <summary>A neuron, a cell: light on any page, with <see cref="OnNode"/> for what is written on it.</summary>
    public const string Node = "#ececec";
    public const string NodeLine = "#8a8a8a";
    public const string OnNode = "#222222";

    /// <summary>What raises a neuron's activation and what lowers it: the colours of class 1 and class 0.</summary>
    public static string Sign(bool positive) => positive ? "#D55E00" : "#0072B2";

    /// <summary>What a drawing lights up, as text and as the ground below a text: values on their way to the loss, a row.</summary>
    public const string Green = "#008A64";
    public const string GreenGround = "rgba(0,158,115,0.2)";

    /// <summary>What is made of both.</summary>
    public const string ResultGround = "rgba(128,128,128,0.25)";

    /// <summary>The other of two: slopes on their way back, a column.</summary>
    public const string Pink = "#B8578F";
    public const string PinkOnNode = "#9A3B72";
    public const string PinkGround = "rgba(204,121,167,0.25)";

    private static readonly ImmutableArray<string> ClassColors =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#999999", "#8C6BB1"];

    private static readonly ImmutableArray<string> ClassSymbols =
        ["circle", "diamond", "square", "cross", "x", "circle-open", "diamond-open", "square-open"];

    private static readonly ImmutableArray<string> Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

    /// <summary>Named curves; train is the first, test the second. Their first colours are of neither class 0 nor 1.</summary>
    public static ImmutableArray<string> Series { get; } = ["#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#0072B2", "#D55E00"];

    /// <summary>The same as bands that lie over each other, which mustn't shine through: drawn with <see cref="BandOpacity"/>.</summary>
    public static ImmutableArray<ColorStop> ProbabilityBands { get; } = [new(0, "#0072B2"), new(0.5, "#a9a9a9"), new(1, "#D55E00")];

    public const double BandOpacity = 0.55;

    /// <summary>From surely class 0 through the page's own background to surely class 1.</summary>
    public static ImmutableArray<ColorStop> Probability { get; } =
        [new(0, "rgba(0,114,178,0.6)"), new(0.5, "rgba(128,128,128,0.04)"), new(1, "rgba(213,94,0,0.6)")];

    /// <summary>The same for surfaces, which can't be see-through.</summary>
    public static ImmutableArray<ColorStop> ProbabilitySurface { get; } =
        [new(0, "#6FAFD4"), new(0.5, "#DCDCDC"), new(1, "#EBA573")];

    /// <summary>From low to high cost: viridis.</summary>
    public static ImmutableArray<ColorStop> Cost { get; } =
        [new(0, "#440154"), new(0.25, "#3B528B"), new(0.5, "#21918C"), new(0.75, "#5EC962"), new(1, "#FDE725")];

    /// <summary>The same below paths of several colours: so dark that each of <see cref="Series"/> stands out.</summary>
    public static ImmutableArray<ColorStop> CostBelowPaths { get; } = [new(0, "#000000"), new(1, "#6a6a6a")];

    /// <summary>From negative through 0 to positive numbers, in the colours of <see cref="Sign"/>.</summary>
    public static ImmutableArray<ColorStop> Signed { get; } = [new(0, Sign(false)), new(0.5, "#F2F2F2"), new(1, Sign(true))];

    /// <summary>Behind counts of right answers, and from none to many wrong ones: light enough for <see cref="OnNode"/>.</summary>
    public static ImmutableArray<ColorStop> Right { get; } = [new(0, "#BFE3D6"), new(1, "#BFE3D6")];

    public static ImmutableArray<ColorStop> Confused { get; } = [new(0, "#F4F4F4"), new(0.01, "#F6E3D3"), new(1, "#E8833A")];

    /// <summary>From black to white.</summary>
    public static ImmutableArray<ColorStop> Grey { get; } = [new(0, "#000000"), new(1, "#FFFFFF")];

    public static Marker Class(int label, double size = 8) => new(
        ClassColors[label % ClassColors.Length], size, ClassSymbols[label % ClassSymbols.Length], new Line("rgba(255,255,255,0.85)", 1));

    public static Line SeriesLine(int index) => new(Series[index % Series.Length], 2.5, Dashes[index % Dashes.Length]) { Simplify = false };
}
