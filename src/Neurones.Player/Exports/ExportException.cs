namespace Neurones.Player.Exports;

/// <summary>A lesson can't be turned into what was asked for; the message says why.</summary>
public class ExportException(string message, bool isSkipped = false) : Exception(message)
{
    /// <summary>That is no fault of the lesson: packages that it can do without aren't here.</summary>
    public bool IsSkipped => isSkipped;
}
