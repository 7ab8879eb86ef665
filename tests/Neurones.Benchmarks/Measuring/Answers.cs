using System.Globalization;

namespace Neurones.Benchmarks;

/// <summary>Compares what the sides answer.</summary>
internal static class Answers
{
    /// <summary>Whether two answers are the same but for rounding.</summary>
    public static bool Agree(double[] answer, double[] reference, Workload workload) =>
        answer.Length == reference.Length
        && answer.Zip(reference).Index().All(pair => Near(pair.Item.First, pair.Item.Second, pair.Index == 0 ? workload.FirstTolerance : workload.Tolerance));

    private static bool Near(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(b));

    public static string Text(double[] answer) => string.Join(", ", answer.Select(value => value.ToString("G10", CultureInfo.InvariantCulture)));
}
