using System.Buffers.Binary;
using System.IO.Compression;

namespace Lessons.Tests;

/// <summary>Reads of a PNG with a table of colours, as `neurones export` writes it, how many of them its pixels use.</summary>
internal static class PngColours
{
    private const int SignatureLength = 8;

    public static int Count(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Assert.Equal([0x89, .. "PNG\r\n\x1A\n"u8], bytes[..SignatureLength]);
        using var data = new MemoryStream();
        var width = 0;
        for (var at = SignatureLength; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var content = bytes.AsSpan(at + 8, length);
            if (bytes.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                width = BinaryPrimitives.ReadInt32BigEndian(content);
                Assert.True(content[8] == 8 && content[9] == 3, $"{file} isn't as `neurones export` writes pictures: draw it with that");
            }
            else if (bytes.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(content);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        new ZLibStream(data, CompressionMode.Decompress).CopyTo(inflated);
        return inflated.ToArray().Chunk(width + 1).SelectMany(row => row.Skip(1)).Distinct().Count();
    }
}
