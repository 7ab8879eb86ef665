using System.Diagnostics;

namespace Neurones.Kernel.Messaging;

/// <summary>Ends the process, whatever a cell is doing.</summary>
internal static class KernelExit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public static void Now(int code)
    {
        // A cell may have left an exit handler that never returns.
        new Thread(() =>
        {
            Thread.Sleep(Patience);
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true }.Start();
        Environment.Exit(code);
    }
}
