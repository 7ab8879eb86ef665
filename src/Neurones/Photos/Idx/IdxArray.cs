namespace Neurones;

/// <summary>An array of bytes as an IDX file has it: its sizes, and the values with the last index running fastest.</summary>
internal sealed record IdxArray(IReadOnlyList<int> Sizes, byte[] Values);
