using System.Buffers.Binary;
using System.Text;

namespace Neurones;

/// <summary>Old-style groups: a B-tree of symbol tables, whose names are in a local heap.</summary>
internal static class Hdf5Group
{
    private const int EntryLength = 40;
    private const int LongestName = 255;

    /// <summary>The objects of a group: name, address of the object header.</summary>
    public static Dictionary<string, ulong> Links(Hdf5Reader reader, ulong groupHeader)
    {
        var messages = Hdf5ObjectHeader.Read(reader, groupHeader);
        if (messages.Find(Hdf5MessageType.SymbolTable) is not { } table)
        {
            throw messages.Find(Hdf5MessageType.LinkInfo) is null
                ? reader.Unusable($"its root group has no symbol table")
                : reader.Unsupported($"its root group is of the new style, and only the old style (a symbol table) is read");
        }

        var tree = BinaryPrimitives.ReadUInt64LittleEndian(table.Bytes(reader, 0, 8));
        var names = HeapData(reader, BinaryPrimitives.ReadUInt64LittleEndian(table.Bytes(reader, 8, 8)));
        var links = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var symbols in SymbolTables(reader, tree))
        {
            ReadSymbols(reader, symbols, names.Span, links);
        }

        return links;
    }

    private static ReadOnlyMemory<byte> HeapData(Hdf5Reader reader, ulong address)
    {
        var heap = reader.Structure(address, 32, "the local heap");
        Expect(reader, heap, "HEAP"u8, address);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(heap[8..]);
        return reader.Memory(BinaryPrimitives.ReadUInt64LittleEndian(heap[24..]), size, "the local heap's data");
    }

    private static List<ulong> SymbolTables(Hdf5Reader reader, ulong tree)
    {
        var found = new List<ulong>();
        var nodes = new Stack<ulong>([tree]);
        while (nodes.TryPop(out var address))
        {
            var node = reader.Structure(address, 24, "a B-tree node");
            Expect(reader, node, "TREE"u8, address);
            if (node[4] != 0)
            {
                throw reader.Unusable($"the B-tree node at byte {address} is of type {node[4]} and not 0, a group's");
            }

            var leaf = node[5] == 0;
            var entries = BinaryPrimitives.ReadUInt16LittleEndian(node[6..]);
            // After the 24 bytes: key 0, child 0, key 1, child 1, ..., the last key.
            var children = reader.Structure(address + 24, (16ul * entries) + 8, "a B-tree node's children");
            for (var i = 0; i < entries; i++)
            {
                var child = BinaryPrimitives.ReadUInt64LittleEndian(children[((16 * i) + 8)..]);
                if (leaf)
                {
                    found.Add(child);
                }
                else
                {
                    nodes.Push(child);
                }
            }
        }

        return found;
    }

    private static void ReadSymbols(Hdf5Reader reader, ulong address, ReadOnlySpan<byte> names, Dictionary<string, ulong> links)
    {
        var node = reader.Structure(address, 8, "a symbol table");
        Expect(reader, node, "SNOD"u8, address);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(node[6..]);
        var entries = reader.Structure(address + 8, (ulong)(EntryLength * count), "a symbol table's entries");
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(EntryLength * i, EntryLength);
            var name = Name(reader, names, BinaryPrimitives.ReadUInt64LittleEndian(entry));
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]) == 2)
            {
                throw reader.Unsupported($"{name} is a symbolic link");
            }

            links[name] = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]);
        }
    }

    private static string Name(Hdf5Reader reader, ReadOnlySpan<byte> names, ulong offset)
    {
        var start = offset < (ulong)names.Length ? names[(int)offset..] : [];
        var end = start[..Math.Min(start.Length, LongestName + 1)].IndexOf((byte)0);
        return end >= 0
            ? Encoding.UTF8.GetString(start[..end])
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
