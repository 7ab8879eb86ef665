using Neurones.Player.Jupyter;
using Neurones.Player.Kernels;

namespace Neurones.Player.Server;

/// <summary>What a server serves and where it keeps things.</summary>
public sealed record PlayerOptions
{
    /// <summary>The folder that holds en/, fr/.</summary>
    public required string Notebooks { get; init; }

    /// <summary>The folder of the lessons' pictures, beside them.</summary>
    public string Images => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Notebooks))!, "images");

    /// <summary>The TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The learner's own data.</summary>
    public string UserData { get; init; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "neurones");

    /// <summary>The page's files.</summary>
    public string WebRoot { get; init; } = StaticShell.UsualRoot;

    public AccessToken Token { get; init; } = AccessToken.New();

    public KernelOptions Kernels { get; init; } = new();

    public KernelLimits Limits { get; init; } = new();

    /// <summary>Tells how long kernels have been idle.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
