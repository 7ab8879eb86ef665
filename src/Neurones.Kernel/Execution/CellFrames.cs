using System.Text.RegularExpressions;

namespace Neurones.Kernel.Execution;

/// <summary>The stack of an exception as the learner's own lines, without the frames of scripting and of this kernel.</summary>
internal static partial class CellFrames
{
    private const int MaxFrames = 30;

    public static IEnumerable<string> Of(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n')
            .Select(line => Frame().Match(line))
            .Where(frame => frame.Success)
            .Select(Describe)
            .OfType<string>()
            .ToList();
        return frames.Count <= MaxFrames ? frames : [.. frames.Take(MaxFrames), $"   ... {frames.Count - MaxFrames} more"];
    }

    private static string? Describe(Match frame)
    {
        var method = frame.Groups["method"].Value;
        if (!method.StartsWith("Submission#", StringComparison.Ordinal))
            return Hidden().IsMatch(method) ? null : $"   at {method}";

        // Without a file the frame is the compiler's; the notebook's folder before the name says nothing.
        if (!frame.Groups["file"].Success)
            return null;
        var place = $"{Path.GetFileName(frame.Groups["file"].Value)}:line {frame.Groups["line"].Value}";
        var name = method[(method.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return name.StartsWith('<') ? $"   at {place}" : $"   at {name} in {place}";
    }

    [GeneratedRegex(@"^\s*at (?<method>.+?)( in (?<file>.+):line (?<line>\d+))?\s*$")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(Neurones\.Kernel|Microsoft\.CodeAnalysis|System\.Runtime\.(ExceptionServices|CompilerServices)|System\.Threading\.(Tasks|Thread|ExecutionContext))\.")]
    private static partial Regex Hidden();
}
