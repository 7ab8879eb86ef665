namespace Neurones.Kernel.Language;

/// <summary>Offsets of the Jupyter protocol, which count Unicode code points, against those of .NET strings, which count UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index in the string; an offset outside it is brought to its nearest end.</summary>
    public static int ToIndex(string text, int codePoints)
    {
        var index = 0;
        for (var count = 0; count < codePoints && index < text.Length; count++)
            index += UnitsAt(text, index);
        return index;
    }

    public static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < Math.Min(index, text.Length); count++)
            at += UnitsAt(text, at);
        return count;
    }

    private static int UnitsAt(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text, index) ? 2 : 1;
}
