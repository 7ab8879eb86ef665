using System.Globalization;

namespace Neurones;

/// <summary>Files that others made: opened to be read, and refused in a sentence.</summary>
internal static class InputFile
{
    private const int LongestText = 200;

    /// <summary>Opens a file that is there as a whole: no pipe, no device.</summary>
    /// <exception cref="InvalidDataException">It isn't an ordinary file.</exception>
    public static FileStream Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        throw Unusable(path, $"it isn't an ordinary file", "Copy it into one first.");
    }

    /// <summary>The error for a file that can't be read; texts out of the file are shortened, for they may be as long as it is.</summary>
    public static InvalidDataException Unusable(string name, FormattableString found, string cure = "Replace it by an intact copy.")
    {
        var arguments = found.GetArguments().Select(argument => argument is string text ? Shown(text) : argument).ToArray();
        return new InvalidDataException($"{name} can't be read: {string.Format(CultureInfo.InvariantCulture, found.Format, arguments)}. {cure}");
    }

    /// <summary>A text out of a file, not too long and without what a terminal might obey.</summary>
    public static string Shown(string text)
    {
        var start = text.Length <= LongestText ? text : text[..LongestText] + "...";
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }
}
