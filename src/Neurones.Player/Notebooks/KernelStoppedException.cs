namespace Neurones.Player.Notebooks;

/// <summary>A kernel's process ended while it was needed; the message says how.</summary>
public sealed class KernelStoppedException(string message) : Exception(message);
