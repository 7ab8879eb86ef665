using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Neurones;

/// <summary>The processor's cache, which can be asked for memory before it is needed.</summary>
internal static unsafe class Cache
{
    /// <summary>Bytes in a line: what comes from memory at once.</summary>
    public const int Line = 64;

    /// <summary>Has the line of a place brought while the processor goes on; on other processors than x86 it comes when it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AskFor(void* place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(place);
        }
    }

    /// <summary>The same for what is wanted later: it comes no nearer than the second cache, so that it takes no place in the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AskForLater(void* place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(place);
        }
    }
}
