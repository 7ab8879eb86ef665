using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Neurones.Protocol;

namespace Neurones.Kernel.Messaging;

/// <summary>Opens the pipes that the parent handed down, and keeps them from programs that a cell starts.</summary>
/// <remarks>A grandchild holding the pipe would keep it open after a crash, and the parent would wait for it for ever.</remarks>
internal static partial class InheritedPipes
{
    private const uint HandleFlagInherit = 1;

    public static MessagePipe Open(string pipeIn, string pipeOut)
    {
        var input = new AnonymousPipeClientStream(PipeDirection.In, pipeIn);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, pipeOut);
        KeepPrivate(input.SafePipeHandle);
        KeepPrivate(output.SafePipeHandle);
        return new MessagePipe(input, output);
    }

    private static void KeepPrivate(SafePipeHandle handle)
    {
        if (OperatingSystem.IsWindows())
            SetHandleInformation(handle, HandleFlagInherit, 0);
        else
            CloseOnExec(handle, OperatingSystem.IsMacOS() ? 0x20006601u : 0x5451u);
    }

    // ioctl(FIOCLEX) and not fcntl(F_SETFD): it has no variadic argument, which arm64 passes differently.
    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int CloseOnExec(SafePipeHandle handle, nuint request);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandleInformation(SafePipeHandle handle, uint mask, uint flags);
}
