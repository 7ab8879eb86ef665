namespace Neurones.Kernel.Scripts;

/// <summary>A notebook can't become a program; the message says why.</summary>
internal sealed class ScriptException(string message, bool isSkipped = false) : Exception(message)
{
    /// <summary>That is no fault of the notebook: packages that it can do without aren't here.</summary>
    public bool IsSkipped => isSkipped;
}
