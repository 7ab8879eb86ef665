namespace Neurones;

/// <summary>A file that can be downloaded, and by what it is recognised.</summary>
internal sealed record RemoteFile(string Name, long Length, string Sha256);
