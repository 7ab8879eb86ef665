using System.Runtime.InteropServices;
using Neurones.Player.Pictures;

namespace Neurones.Player.Tests.Pictures;

public class ColourTableTests
{
    private const uint White = 0xFFFFFFFF;

    [Fact]
    public void Few_colours_stay_as_they_are()
    {
        uint[] colours = [White, 0xFF0000FF, White, 0xFF00FF00, 0xFFFF0000, 0xFF010000];
        var table = ColourTable.Of(Picture(colours));
        Assert.Equal(5, table.Colours.Count);
        Assert.All(colours, colour => Assert.Equal(colour, table.Colours[table.IndexOf(colour)]));
    }

    [Fact]
    public void Many_colours_become_256_that_are_near_and_paper_stays_white()
    {
        // A map from blue to orange with a little paper around it, as a boundary has it.
        uint[] map = [.. Enumerable.Range(0, 4000).Select(i => 0xFF000000 | ((uint)(200 - (i / 25)) << 16) | ((uint)(100 + (i % 25)) << 8) | (uint)(60 + (i / 25)))];
        uint[] colours = [.. map, .. Enumerable.Repeat(White, 500), 0xFFFEFEFE, 0xFFFDFDFD];
        var table = ColourTable.Of(Picture(colours));
        Assert.Equal(256, table.Colours.Count);
        Assert.Equal(White, table.Colours[table.IndexOf(White)]);
        Assert.All(map, colour => Assert.InRange(Distance(colour, table.Colours[table.IndexOf(colour)]), 0, 12));
    }

    [Fact]
    public void One_colour_is_one() => Assert.Equal([White], ColourTable.Of(Picture([White, White])).Colours);

    private static Pixels Picture(uint[] colours) => new(colours.Length, 1, MemoryMarshal.AsBytes(colours.AsSpan()).ToArray());

    private static int Distance(uint a, uint b) => Enumerable.Range(0, 3).Max(part => Math.Abs(ColourTable.Part(a, part) - ColourTable.Part(b, part)));
}
