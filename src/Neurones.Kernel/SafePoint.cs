using System.ComponentModel;
using System.Runtime.CompilerServices;
using Neurones.Kernel.Execution;

namespace Neurones.Kernel;

/// <summary>Where a cell that must end does end: the kernel puts a check into each of its loops.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SafePoint
{
    private static volatile bool _isOn;

    /// <summary>Whether some cell must end; all that a loop turn reads.</summary>
    internal static bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }

    /// <exception cref="OperationCanceledException">The cell that calls must end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (_isOn)
            CellInterrupt.ThrowIfMustEnd();
    }
}
