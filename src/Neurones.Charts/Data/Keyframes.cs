namespace Neurones.Charts.Data;

/// <summary>Which moments of a training an animation shows.</summary>
internal static class Keyframes
{
    /// <summary>As many as an animation has at most.</summary>
    public const int Most = 40;

    /// <summary>The first and the last of so many moments and some between: steps grow with time, because most happens early.</summary>
    public static IEnumerable<int> Of(int moments, int most = Most) =>
        Enumerable.Range(0, most)
            .Select(frame => Math.Pow(frame / (most - 1.0), 2))
            .Select(time => (int)Math.Round(time * (moments - 1)))
            .Distinct();
}
