using System.ComponentModel;
using System.Diagnostics;

namespace Neurones.Benchmarks;

/// <summary>The long-lived process of one side, which is asked one thing at a time.</summary>
internal sealed class SideProcess : IDisposable
{
    private readonly Process _process;

    private SideProcess(Side side, Process process, string name) => (Side, _process, Name) = (side, process, name);

    public Side Side { get; }

    /// <summary>The side's libraries and their versions.</summary>
    public string Name { get; }

    /// <summary>Starts the side, or says what it lacks.</summary>
    public static (SideProcess? Process, string? Missing) Start(Side side)
    {
        Process process;
        try
        {
            process = Process.Start(side.StartInfo())!;
        }
        catch (Win32Exception e)
        {
            return (null, e.Message);
        }

        var line = process.StandardOutput.ReadLine();
        if (line is not null && Lines.Read<Reply>(line) is { Name: { } name })
        {
            return (new SideProcess(side, process, name), null);
        }

        process.Dispose();
        return (null, line is null ? "its process ended at once" : Lines.Read<Reply>(line).Missing);
    }

    /// <exception cref="IOException">The process ended instead of answering.</exception>
    public Reply Ask(Request request)
    {
        _process.StandardInput.WriteLine(Lines.Write(request));
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() is { } line
            ? Lines.Read<Reply>(line)
            : throw new IOException($"{Side} ended in {request.Workload}: see what it wrote.");
    }

    /// <summary>Ends the process: it reads until its input ends.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
