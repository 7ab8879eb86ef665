using System.Runtime.InteropServices;

namespace Neurones.Kernel.Execution;

/// <summary>What compiling leaves behind, given back to the machine while the learner reads: a classroom has many idle kernels.</summary>
internal static partial class SpareMemory
{
    /// <summary>How long a kernel must have had nothing to do: to give back takes some 50 ms, more where a lesson holds much.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(3);

    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = TrimNativeHeap(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc has it.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimNativeHeap(nuint keep);
}
