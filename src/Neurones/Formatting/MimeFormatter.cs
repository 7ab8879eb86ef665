namespace Neurones.Formatting;

/// <summary>Writes values of one type as one MIME type, in the shape that notebook hosts look for by name.</summary>
/// <param name="mimeType">What is written, such as text/html.</param>
/// <param name="format">Makes the text.</param>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> format)
{
    /// <summary>What is written, such as text/html.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value, or returns false when it is of another type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;

        writer.Write(format(value));
        return true;
    }
}
