using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Neurones.Protocol;

namespace Neurones.Kernel.Messaging;

/// <summary>Opens the pipes that the parent handed down, and keeps them from programs that a cell starts.</summary>
/// <remarks>A grandchild holding the pipe would keep it open after a crash, and the parent would wait for it for ever.</remarks>
internal static partial class InheritedPipes
{
    private const uint HandleFlagInherit = 1;

    public static MessagePipe Open(string pipeIn, string pipeOut) =>
        new(Open(pipeIn, FileAccess.Read), Open(pipeOut, FileAccess.Write));

    private static BlockingFile Open(string pipe, FileAccess access)
    {
        var handle = new SafeFileHandle(nint.Parse(pipe, CultureInfo.InvariantCulture), ownsHandle: true);
        KeepPrivate(handle);
        return new BlockingFile(handle, access);
    }

    private static void KeepPrivate(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
            SetHandleInformation(handle, HandleFlagInherit, 0);
        else
            CloseOnExec(handle, OperatingSystem.IsMacOS() ? 0x20006601u : 0x5451u);
    }

    // ioctl(FIOCLEX) and not fcntl(F_SETFD): it has no variadic argument, which arm64 passes differently.
    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int CloseOnExec(SafeFileHandle handle, nuint request);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandleInformation(SafeFileHandle handle, uint mask, uint flags);

    /// <summary>Waits in the thread that asks: a request must be read also while a cell keeps the thread pool busy.</summary>
    /// <remarks>AnonymousPipeClientStream waits by sockets, for which .NET loads all of its networking, and goes on in the pool.</remarks>
    private sealed class BlockingFile(SafeFileHandle handle, FileAccess access) : FileStream(handle, access, bufferSize: 0)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
