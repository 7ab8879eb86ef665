namespace Neurones;

/// <summary>Files that can be downloaded from one address, in the order in which they are.</summary>
internal sealed record RemoteFolder(Uri Address, IReadOnlyList<RemoteFile> Files);
