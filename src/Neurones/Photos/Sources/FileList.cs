namespace Neurones;

/// <summary>File names in a sentence.</summary>
internal static class FileList
{
    /// <summary>a, b and c.</summary>
    public static string Names(IReadOnlyList<string> files) =>
        files.Count < 2 ? string.Concat(files) : $"{string.Join(", ", files.SkipLast(1))} and {files[^1]}";

    /// <summary>a isn't, a and b aren't.</summary>
    public static string Absent(IReadOnlyList<string> files) => $"{Names(files)} {(files.Count == 1 ? "isn't" : "aren't")}";
}
