namespace Neurones.Charts.Tests;

/// <summary>What the frames of an animation write.</summary>
internal static class Steps
{
    /// <summary>All texts of a frame.</summary>
    public static string[] Texts(Figure figure, int step) =>
        [.. FigureJson.Of(figure)["frames"]![step]!["data"]!.AsArray().Where(trace => trace!["text"] is not null).SelectMany(trace => trace!["text"]!.AsArray()).Select(text => (string)text!)];

    public static int Count(Figure figure) => FigureJson.Of(figure)["frames"]!.AsArray().Count;

    /// <summary>The text without marks such as bold.</summary>
    public static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html.Replace("<br>", " ", StringComparison.Ordinal), "<[^>]*>", "");
}
