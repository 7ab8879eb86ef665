namespace Neurones.Player.Jupyter;

/// <summary>How much of the machine the kernels of one server may take.</summary>
public sealed record KernelLimits
{
    /// <summary>How many kernels may run at once: each may take hundreds of megabytes.</summary>
    public int MaxKernels { get; init; } = 8;

    /// <summary>How long a kernel may have nothing to do and no client until it is ended; null: for ever. VS Code, for one, never ends its kernels.</summary>
    public TimeSpan? IdleLimit { get; init; } = TimeSpan.FromHours(12);
}
