namespace Neurones.Player;

/// <summary>The command can't do what it was asked; the message tells its user why. Exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
