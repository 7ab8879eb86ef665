namespace Neurones.Player.Exports;

/// <summary>A file to be written: its full path and what is in it.</summary>
public sealed record OutputFile(string Path, byte[] Bytes);
