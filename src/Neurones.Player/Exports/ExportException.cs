namespace Neurones.Player.Exports;

/// <summary>A lesson can't be turned into what was asked for; the message says why.</summary>
public class ExportException(string message) : Exception(message);
