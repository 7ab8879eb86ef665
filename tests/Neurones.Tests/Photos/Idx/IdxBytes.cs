using System.Buffers.Binary;
using System.IO.Compression;

namespace Neurones.Tests.Photos.Idx;

/// <summary>IDX files made for tests.</summary>
internal static class IdxBytes
{
    /// <summary>An array of unsigned bytes, or of another type.</summary>
    public static byte[] Of(uint[] sizes, byte[] values, byte type = 8)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        (header[2], header[3]) = (type, (byte)sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return [.. header, .. values];
    }

    public static byte[] Labels(params byte[] labels) => Of([(uint)labels.Length], labels);

    /// <summary>Images of 2 x 3 pixels with the values 0, 1, 2, ...</summary>
    public static byte[] Images(int count) => Of([(uint)count, 2, 3], [.. Enumerable.Range(0, 6 * count).Select(value => (byte)value)]);

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
