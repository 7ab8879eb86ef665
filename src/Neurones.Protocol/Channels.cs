namespace Neurones.Protocol;

/// <summary>The names of Jupyter's channels that Neurones uses.</summary>
public static class Channels
{
    /// <summary>Requests in order: execute, complete, kernel_info.</summary>
    public const string Shell = "shell";

    /// <summary>Requests that overtake a running cell: interrupt, shutdown, kernel_info.</summary>
    public const string Control = "control";

    /// <summary>What the kernel publishes to everyone: status, streams, outputs, errors.</summary>
    public const string IoPub = "iopub";
}
