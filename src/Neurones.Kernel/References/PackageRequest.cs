using System.Text.RegularExpressions;

namespace Neurones.Kernel.References;

/// <summary>A package as a cell asks for it; the version is empty for the newest.</summary>
internal sealed partial record PackageRequest(string Id, string Version)
{
    /// <summary>The major version, or null where any will do.</summary>
    public string? Major => Digits().Match(Version) is { Success: true } digits ? digits.Groups[1].Value : null;

    public static PackageRequest? Parse(string specification) =>
        Specification().Match(specification) is { Success: true } match ? new(match.Groups["id"].Value, match.Groups["version"].Value) : null;

    public override string ToString() => Version.Length == 0 ? Id : $"{Id} {Version}";

    [GeneratedRegex(@"^\s*(?<id>[A-Za-z0-9_][A-Za-z0-9_.\-]*)\s*(,\s*(?<version>[A-Za-z0-9.*+\-\[\](),]+)\s*)?$")]
    private static partial Regex Specification();

    [GeneratedRegex(@"^[\[(]?(\d+)")]
    private static partial Regex Digits();
}
