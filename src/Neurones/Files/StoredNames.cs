using System.Text;

namespace Neurones;

/// <summary>Names that come back from a file as they were, in C# and in Python.</summary>
internal static class StoredNames
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">One is empty, or has characters that a file can't keep.</exception>
    public static void Check(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Neurones.Check.That(name.Length > 0 && !name.Any(char.IsControl), $"\"{name}\" can't name a matrix in a file: give it a name such as W1.");
            Text(name);
        }
    }

    /// <exception cref="ArgumentException">Half of a character of two.</exception>
    public static void Text(string text)
    {
        try
        {
            Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            Neurones.Check.That(false, $"\"{text}\" has half a character (a lone surrogate), which UTF-8 can't write: remove it.");
        }
    }
}
