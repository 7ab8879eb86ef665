namespace Neurones.Kernel.Messaging;

/// <summary>Protects the kernel's own state from the abort of a cell's thread.</summary>
internal static class Uninterrupted
{
    /// <summary>Runs the action as a finally block, where the runtime holds an abort back until the end.</summary>
    public static void Do(Action action)
    {
        try
        {
        }
        finally
        {
            action();
        }
    }
}
