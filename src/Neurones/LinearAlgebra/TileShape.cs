namespace Neurones;

/// <summary>
/// The shape of a micro-kernel's tile of C, as a type: the runtime compiles the kernel once for each shape, with loops
/// unrolled and all numbers in registers.
/// </summary>
internal interface ITileShape
{
    /// <summary>Vectors in a column of the tile, 1 to 3.</summary>
    static abstract int Vectors { get; }

    /// <summary>Columns of the tile, 4 or 8.</summary>
    static abstract int Columns { get; }
}

internal readonly struct Tile3x8 : ITileShape
{
    public static int Vectors => 3;

    public static int Columns => 8;
}

internal readonly struct Tile2x8 : ITileShape
{
    public static int Vectors => 2;

    public static int Columns => 8;
}

internal readonly struct Tile1x8 : ITileShape
{
    public static int Vectors => 1;

    public static int Columns => 8;
}

internal readonly struct Tile3x4 : ITileShape
{
    public static int Vectors => 3;

    public static int Columns => 4;
}

internal readonly struct Tile2x4 : ITileShape
{
    public static int Vectors => 2;

    public static int Columns => 4;
}

internal readonly struct Tile1x4 : ITileShape
{
    public static int Vectors => 1;

    public static int Columns => 4;
}
