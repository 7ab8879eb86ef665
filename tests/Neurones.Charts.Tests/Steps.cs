using System.Text.Json.Nodes;

namespace Neurones.Charts.Tests;

/// <summary>What the frames of an animation write.</summary>
internal static class Steps
{
    /// <summary>All texts of a frame.</summary>
    public static string[] Texts(Figure figure, int step) =>
        [.. FigureJson.Of(figure)["frames"]![step]!["data"]!.AsArray().Where(trace => trace!["text"] is not null).SelectMany(trace => trace!["text"]!.AsArray()).Select(text => (string)text!)];

    public static int Count(Figure figure) => FigureJson.Of(figure)["frames"]!.AsArray().Count;

    /// <summary>The buttons that a frame brings along, each with the frame that it leads to.</summary>
    public static IEnumerable<string> Buttons(Figure figure, int step) => Buttons(FigureJson.Of(figure)["frames"]![step]!["layout"]!);

    /// <summary>The buttons of a layout, each with the frame that it leads to.</summary>
    public static IEnumerable<string> Buttons(JsonNode layout) =>
        layout["updatemenus"]![0]!["buttons"]!.AsArray().Select(button => $"{button!["label"]} {button["args"]![0]?[0]}".TrimEnd());

    /// <summary>The text without marks such as bold.</summary>
    public static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html.Replace("<br>", " ", StringComparison.Ordinal), "<[^>]*>", "");
}
