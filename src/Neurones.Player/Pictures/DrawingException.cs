using Neurones.Player.Exports;

namespace Neurones.Player.Pictures;

/// <summary>A picture could not be drawn; the message says why.</summary>
public sealed class DrawingException(string message) : ExportException(message);
