using System.Buffers.Binary;
using System.Globalization;

namespace Neurones;

/// <summary>A dataset: its shape, the type of its values and the bytes in the file, row by row.</summary>
internal sealed record Hdf5Dataset(string Name, IReadOnlyList<int> Shape, Hdf5Type Type, ReadOnlyMemory<byte> Data)
{
    private static readonly string[] Layouts = ["in the object header (compact)", "contiguously", "in chunks", "virtually"];

    /// <summary>The shape as NumPy writes it.</summary>
    public string ShapeText => Text(Shape);

    /// <summary>The values as numbers, whichever type they have.</summary>
    public IEnumerable<double> Values()
    {
        for (var i = 0; i < Data.Length; i += Type.Size)
        {
            yield return Type == Hdf5Type.UInt8 ? Data.Span[i] : BinaryPrimitives.ReadDoubleLittleEndian(Data.Span[i..]);
        }
    }

    public static Hdf5Dataset Read(Hdf5Reader reader, ulong address, string name)
    {
        var header = Hdf5ObjectHeader.Read(reader, address);
        if (header.Find(Hdf5MessageType.Filters) is { } filters)
        {
            throw reader.Unsupported($"{name} is stored through {FilterName(filters.Bytes(reader, 8, 2))}, and only plain bytes are read");
        }

        if (header.Find(Hdf5MessageType.ExternalFiles) is not null)
        {
            throw reader.Unsupported($"the values of {name} are in other files");
        }

        var shape = ReadShape(reader, Required(reader, header, Hdf5MessageType.Dataspace, name), name);
        var type = Hdf5Type.Read(reader, Required(reader, header, Hdf5MessageType.Datatype, name), name);
        var data = ReadData(reader, Required(reader, header, Hdf5MessageType.Layout, name), name);
        var needed = shape.Aggregate((UInt128)type.Size, (product, length) => product > (UInt128)data.Length ? product : product * (UInt128)length);
        return shape.Contains(0) || needed != (UInt128)data.Length
            ? throw reader.Unusable($"{name} has the shape {Text(shape)} and {data.Length} bytes, which don't fit together")
            : new Hdf5Dataset(name, shape, type, data);
    }

    private static int[] ReadShape(Hdf5Reader reader, Hdf5Message space, string name)
    {
        var version = space.Bytes(reader, 0, 1)[0];
        if (version != 1)
        {
            throw reader.Unsupported($"the dataspace of {name} is of version {version}, and only version 1 is read");
        }

        var start = space.Bytes(reader, 0, 8);
        var (rank, flags) = (start[1], start[2]);
        if (rank == 0 || flags > 1)
        {
            throw reader.Unsupported($"the dataspace of {name} has {rank} dimensions and the flags {flags}, and only an array of fixed size is read");
        }

        var shape = new int[rank];
        var lengths = space.Bytes(reader, 8, 8 * rank);
        for (var i = 0; i < rank; i++)
        {
            var length = BinaryPrimitives.ReadUInt64LittleEndian(lengths[(8 * i)..]);
            shape[i] = length <= (ulong)reader.Length ? (int)length : throw reader.Unusable($"dimension {i} of {name} is {length}, more than the file has bytes");
        }

        if (flags == 1 && !space.Bytes(reader, 8 + (8 * rank), 8 * rank).SequenceEqual(lengths))
        {
            throw reader.Unsupported($"{name} can grow, and only an array of fixed size is read");
        }

        return shape;
    }

    private static ReadOnlyMemory<byte> ReadData(Hdf5Reader reader, Hdf5Message layout, string name)
    {
        var version = layout.Bytes(reader, 0, 1)[0];
        if (version != 3)
        {
            throw reader.Unsupported($"the layout of {name} is of version {version}, and only version 3 is read");
        }

        var kind = layout.Bytes(reader, 1, 1)[0];
        if (kind != 1)
        {
            throw reader.Unsupported($"{name} is stored {(kind < Layouts.Length ? Layouts[kind] : "in an unknown layout")}, and only contiguous values are read");
        }

        var place = layout.Bytes(reader, 2, 16);
        var address = BinaryPrimitives.ReadUInt64LittleEndian(place);
        return address != ulong.MaxValue
            ? reader.Memory(address, BinaryPrimitives.ReadUInt64LittleEndian(place[8..]), $"the values of {name}")
            : throw reader.Unusable($"no values were ever written to {name}");
    }

    private static Hdf5Message Required(Hdf5Reader reader, Hdf5ObjectHeader header, Hdf5MessageType type, string name) =>
        header.Find(type) ?? throw reader.Unusable($"{name} is not a dataset: its header has no {type} message");

    private static string Text(IReadOnlyList<int> shape) =>
        $"({string.Join(", ", shape.Select(length => length.ToString(CultureInfo.InvariantCulture)))})";

    private static string FilterName(ReadOnlySpan<byte> id) => BinaryPrimitives.ReadUInt16LittleEndian(id) switch
    {
        1 => "gzip compression",
        2 => "the shuffle filter",
        3 => "the fletcher32 checksum",
        4 => "szip compression",
        32000 => "lzf compression",
        var other => FormattableString.Invariant($"filter {other}"),
    };
}
