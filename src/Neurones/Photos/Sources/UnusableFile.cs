using System.Globalization;

namespace Neurones;

/// <summary>The error for a file or folder that can be read, but holds something else than it should.</summary>
internal static class UnusableFile
{
    public static InvalidDataException Because(string path, FormattableString what) =>
        new($"{path} can't be used: {what.ToString(CultureInfo.InvariantCulture)}.");
}
