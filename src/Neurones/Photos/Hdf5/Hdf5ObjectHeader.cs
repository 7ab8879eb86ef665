using System.Buffers.Binary;

namespace Neurones;

/// <summary>The kinds of header messages that matter here.</summary>
internal enum Hdf5MessageType : ushort
{
    Dataspace = 0x01,
    LinkInfo = 0x02,
    Datatype = 0x03,
    ExternalFiles = 0x07,
    Layout = 0x08,
    Filters = 0x0B,
    Continuation = 0x10,
    SymbolTable = 0x11,
}

/// <summary>One message of an object header: where its body is in the file.</summary>
internal sealed record Hdf5Message(Hdf5MessageType Type, ulong Address, int Length, bool Shared)
{
    /// <summary>Bytes of the body.</summary>
    public ReadOnlySpan<byte> Bytes(Hdf5Reader reader, int start, int length)
    {
        if (Shared)
        {
            throw reader.Unsupported($"a {Type} message is shared with another object");
        }

        return start + length <= Length
            ? reader.Bytes(Address + (ulong)start, (ulong)length, $"the {Type} message")
            : throw reader.Unusable($"the {Type} message at byte {Address} has {Length} bytes, but {start + length} are needed");
    }
}

/// <summary>An object header of version 1: the messages that describe a group or a dataset.</summary>
internal sealed class Hdf5ObjectHeader
{
    private readonly Dictionary<Hdf5MessageType, Hdf5Message> _messages = [];

    public Hdf5Message? Find(Hdf5MessageType type) => _messages.GetValueOrDefault(type);

    public static Hdf5ObjectHeader Read(Hdf5Reader reader, ulong address)
    {
        var prefix = reader.Structure(address, 16, "an object header");
        if (prefix.StartsWith("OHDR"u8) || prefix[0] != 1)
        {
            throw prefix.StartsWith("OHDR"u8)
                ? reader.Unsupported($"its object headers are of version {prefix[4]}, and only version 1 is read")
                : reader.Unusable($"at byte {address} there should be an object header of version 1, but there is [{Convert.ToHexString(prefix[..4])}]");
        }

        var header = new Hdf5ObjectHeader();
        var blocks = new Queue<(ulong Address, ulong Length)>([(address + 16, BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]))]);
        while (blocks.TryDequeue(out var block))
        {
            header.ReadBlock(reader, block.Address, block.Length, blocks);
        }

        return header;
    }

    private void ReadBlock(Hdf5Reader reader, ulong address, ulong length, Queue<(ulong Address, ulong Length)> blocks)
    {
        var block = reader.Structure(address, length, "an object header's messages");
        var position = 0;
        while (block.Length - position >= 8)
        {
            var type = (Hdf5MessageType)BinaryPrimitives.ReadUInt16LittleEndian(block[position..]);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(block[(position + 2)..]);
            var shared = (block[position + 4] & 2) != 0;
            position += 8;
            if (size > block.Length - position)
            {
                throw reader.Unusable($"the message at byte {address + (ulong)position} has {size} bytes, but {block.Length - position} are left in its block");
            }

            var message = new Hdf5Message(type, address + (ulong)position, size, shared);
            position += size;
            if (type == Hdf5MessageType.Continuation)
            {
                var target = message.Bytes(reader, 0, 16);
                blocks.Enqueue((BinaryPrimitives.ReadUInt64LittleEndian(target), BinaryPrimitives.ReadUInt64LittleEndian(target[8..])));
            }
            else if (Enum.IsDefined(type))
            {
                _messages.TryAdd(type, message);
            }
        }
    }
}
