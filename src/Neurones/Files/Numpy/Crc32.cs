namespace Neurones;

/// <summary>The checksum of zip files, CRC-32: the bytes, as one long binary number, divided without carrying; the remainder is kept.</summary>
internal struct Crc32()
{
    private const uint Divisor = 0xEDB88320; // The bits of 0x04C11DB7 from last to first.

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => RemainderOf((uint)value))];

    private uint _remainder = uint.MaxValue;

    public readonly uint Value => ~_remainder;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            _remainder = Remainders[(byte)(_remainder ^ value)] ^ (_remainder >> 8);
        }
    }

    private static uint RemainderOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Divisor;
        }

        return value;
    }
}
