namespace Neurones.Player.Kernels;

/// <summary>How kernel processes are started.</summary>
public sealed record KernelOptions
{
    /// <summary>Neurones.Kernel.dll: beside the command unless told otherwise.</summary>
    public string Assembly { get; init; } = Path.Combine(AppContext.BaseDirectory, "kernel", "Neurones.Kernel.dll");

    /// <summary>The managed heap's limit in bytes; reaching it is an OutOfMemoryException in the cell, not a frozen machine.</summary>
    public long HeapLimit { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Set in the kernel's environment beside what ours has.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a process may take until it answers for the first time.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>These options with more variables in the environment.</summary>
    public KernelOptions With(IReadOnlyDictionary<string, string> environment)
    {
        var all = new Dictionary<string, string>(Environment);
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        return this with { Environment = all };
    }
}
