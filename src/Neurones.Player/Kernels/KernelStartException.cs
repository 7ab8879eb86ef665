namespace Neurones.Player.Kernels;

/// <summary>A kernel process could not be started at all.</summary>
public sealed class KernelStartException(string message, Exception? inner = null) : Exception(message, inner);
