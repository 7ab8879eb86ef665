using System.Buffers.Binary;
using System.Text;

namespace Neurones;

/// <summary>Old-style groups: a B-tree of symbol tables, whose names are in a local heap.</summary>
internal static class Hdf5Group
{
    private const int EntryLength = 40;
    private const int LongestName = 255;
    private const int NamesShown = 10;

    /// <summary>The address of the object header of one of a group's objects.</summary>
    public static ulong Find(Hdf5Reader reader, ulong groupHeader, string wanted)
    {
        var messages = Hdf5ObjectHeader.Read(reader, groupHeader);
        if (messages.Find(Hdf5MessageType.SymbolTable) is not { } table)
        {
            throw messages.Find(Hdf5MessageType.LinkInfo) is null
                ? reader.Unusable($"its root group has no symbol table")
                : reader.Unsupported($"its root group is of the new style, and only the old style (a symbol table) is read");
        }

        var tree = BinaryPrimitives.ReadUInt64LittleEndian(table.Bytes(reader, 0, 8));
        var names = HeapData(reader, BinaryPrimitives.ReadUInt64LittleEndian(table.Bytes(reader, 8, 8))).Span;
        var wantedName = Encoding.UTF8.GetBytes(wanted);
        var others = new List<string>();
        var nodes = new Stack<ulong>([tree]);
        while (nodes.TryPop(out var address))
        {
            if (reader.Bytes(address, 4, "a part of the root group").SequenceEqual("SNOD"u8))
            {
                if (FindInSymbols(reader, address, names, wantedName, others) is { } header)
                {
                    return header;
                }
            }
            else
            {
                PushChildren(reader, address, nodes);
            }
        }

        throw reader.Unusable($"it has no dataset {wanted}; it has {(others.Count == 0 ? "none" : string.Join(", ", others))}");
    }

    private static ReadOnlyMemory<byte> HeapData(Hdf5Reader reader, ulong address)
    {
        var heap = reader.Structure(address, 32, "the local heap");
        Expect(reader, heap, "HEAP"u8, address);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(heap[8..]);
        return reader.Memory(BinaryPrimitives.ReadUInt64LittleEndian(heap[24..]), size, "the local heap's data");
    }

    private static void PushChildren(Hdf5Reader reader, ulong address, Stack<ulong> nodes)
    {
        var node = reader.Structure(address, 24, "a B-tree node");
        Expect(reader, node, "TREE"u8, address);
        if (node[4] != 0)
        {
            throw reader.Unusable($"the B-tree node at byte {address} is of type {node[4]} and not 0, a group's");
        }

        // After the 24 bytes: key 0, child 0, key 1, child 1, ..., the last key.
        var count = BinaryPrimitives.ReadUInt16LittleEndian(node[6..]);
        var children = reader.Structure(address + 24, (16ul * count) + 8, "a B-tree node's children");
        for (var i = count - 1; i >= 0; i--)
        {
            nodes.Push(BinaryPrimitives.ReadUInt64LittleEndian(children[((16 * i) + 8)..]));
        }
    }

    private static ulong? FindInSymbols(Hdf5Reader reader, ulong address, ReadOnlySpan<byte> names, ReadOnlySpan<byte> wanted, List<string> others)
    {
        var count = BinaryPrimitives.ReadUInt16LittleEndian(reader.Structure(address, 8, "a symbol table")[6..]);
        var entries = reader.Structure(address + 8, (ulong)(EntryLength * count), "a symbol table's entries");
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(EntryLength * i, EntryLength);
            var name = Name(reader, names, BinaryPrimitives.ReadUInt64LittleEndian(entry));
            if (name.SequenceEqual(wanted))
            {
                return BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]) != 2
                    ? BinaryPrimitives.ReadUInt64LittleEndian(entry[8..])
                    : throw reader.Unsupported($"{Encoding.UTF8.GetString(name)} is a symbolic link");
            }

            if (others.Count < NamesShown)
            {
                others.Add(Encoding.UTF8.GetString(name));
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> Name(Hdf5Reader reader, ReadOnlySpan<byte> names, ulong offset)
    {
        var start = offset < (ulong)names.Length ? names[(int)offset..] : [];
        var end = start[..Math.Min(start.Length, LongestName + 1)].IndexOf((byte)0);
        return end >= 0
            ? start[..end]
            : throw reader.Unusable($"a name in the root group doesn't end, or has more than {LongestName} bytes");
    }

    private static void Expect(Hdf5Reader reader, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature, ulong address)
    {
        if (!bytes.StartsWith(signature))
        {
            throw reader.Unusable($"at byte {address} there should be {Encoding.ASCII.GetString(signature)}, but there is [{Convert.ToHexString(bytes[..4])}]");
        }
    }
}
