using System.Text.Json.Nodes;

namespace Lessons.Tests;

/// <summary>The values that NumPy and scikit-learn compute, from the files that published.py and published_NN.py write.</summary>
internal static class PublishedValues
{
    private static readonly Dictionary<string, JsonNode> Values = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Published"), "published*.json")
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
        .ToDictionary(lesson => lesson.Key, lesson => lesson.Value!);

    public static double Of(string lesson, string quantity) => (double)Values[lesson][quantity]!;

    /// <summary>The log loss at each step of the descents in lesson 6, by the name of their curve.</summary>
    public static IReadOnlyDictionary<string, double[]> Descents =>
        Values["descents"]!.AsObject().ToDictionary(curve => curve.Key, curve => Numbers(curve.Value!));

    /// <summary>What the original lab plots along the same descents, its log loss with swapped arguments, and the mean absolute errors.</summary>
    public static IReadOnlyDictionary<string, (double[] Swapped, double[] Error)> SwappedDescents =>
        Values["swapped descents"]!.AsObject().ToDictionary(curve => curve.Key, curve => (Numbers(curve.Value!["swapped"]!), Numbers(curve.Value!["error"]!)));

    public static double[] Numbers(JsonNode array) => [.. array.AsArray().Select(value => (double)value!)];
}
