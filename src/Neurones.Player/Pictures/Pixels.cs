using System.Runtime.InteropServices;

namespace Neurones.Player.Pictures;

/// <summary>A drawn picture: red, green, blue and opacity of every pixel, a byte each, row by row.</summary>
public sealed record Pixels(int Width, int Height, byte[] Data)
{
    /// <summary>The pixels as numbers, one each. What they are made of doesn't matter here but for being equal or not.</summary>
    public ReadOnlySpan<uint> Colours => MemoryMarshal.Cast<byte, uint>(Data);
}
