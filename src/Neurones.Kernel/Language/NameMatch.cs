namespace Neurones.Kernel.Language;

/// <summary>How well a name fits what is typed of it; smaller is better.</summary>
internal static class NameMatch
{
    public const int None = int.MaxValue;

    public static int Of(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : typed.Length > 1 && Capitals(name).StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 2
        : None;

    /// <summary>The capitals of a name: WL finds WriteLine.</summary>
    private static string Capitals(string name) => string.Concat(name.Where(char.IsUpper));
}
