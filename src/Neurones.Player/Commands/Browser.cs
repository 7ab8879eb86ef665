using System.ComponentModel;
using System.Diagnostics;

namespace Neurones.Player.Commands;

/// <summary>Opens the page in the user's browser, where there is one.</summary>
public static class Browser
{
    public static void Open(string address)
    {
        try
        {
            Process.Start(OpenerFor(address))?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine("No browser could be opened: open the address above yourself.");
        }
    }

    private static ProcessStartInfo OpenerFor(string address)
    {
        if (OperatingSystem.IsWindows())
        {
            return new ProcessStartInfo(address) { UseShellExecute = true };
        }

        // Through a shell, so that what a browser prints does not end up on our standard output.
        var opener = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        return new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$1\" </dev/null >/dev/null 2>&1", opener, address]);
    }
}
