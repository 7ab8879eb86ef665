namespace Neurones.Player.Pictures;

/// <summary>At most 256 colours that stand for all of a picture's, by Heckbert's median cut (1982).</summary>
/// <remarks>A colour of the table is always one of the picture's own, the commonest of those it stands for: paper stays white.</remarks>
public sealed class ColourTable
{
    private const int MostColours = 256;

    private readonly Dictionary<uint, byte> _indices = [];

    private ColourTable(IReadOnlyList<Box> boxes)
    {
        Colours = [.. boxes.Select(box => box.Commonest)];
        foreach (var (index, box) in boxes.Index())
        {
            foreach (var colour in box.Colours)
            {
                _indices[colour] = (byte)index;
            }
        }
    }

    public IReadOnlyList<uint> Colours { get; }

    public static ColourTable Of(Pixels picture)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var colour in picture.Colours)
        {
            counts[colour] = counts.GetValueOrDefault(colour) + 1;
        }

        // Sorted, so that the same picture always gives the same file.
        List<Box> boxes = [new([.. counts.Select(entry => new Counted(entry.Key, entry.Value)).OrderBy(entry => entry.Colour)])];
        while (boxes.Count < MostColours && boxes.MaxBy(box => box.Loss) is { Loss: > 0 } widest)
        {
            boxes.Remove(widest);
            boxes.AddRange(widest.Cut());
        }

        return new ColourTable(boxes);
    }

    /// <summary>The place in the table of the colour that stands for <paramref name="colour"/>.</summary>
    public byte IndexOf(uint colour) => _indices[colour];

    /// <summary>Red, green, blue or opacity of a colour.</summary>
    public static byte Part(uint colour, int part) => (byte)(colour >> (8 * part));

    private sealed record Counted(uint Colour, int Count);

    /// <summary>Colours that one of the table is to stand for.</summary>
    private sealed class Box
    {
        private readonly Counted[] _colours;
        private readonly int _longest;

        public Box(Counted[] colours)
        {
            _colours = colours;
            _longest = Enumerable.Range(0, 4).MaxBy(Range);
            // What it costs to draw all these pixels in one colour, more or less.
            Loss = Range(_longest) * Math.Sqrt(colours.Sum(each => (double)each.Count));
        }

        public double Loss { get; }

        public IEnumerable<uint> Colours => _colours.Select(each => each.Colour);

        public uint Commonest => _colours.MaxBy(each => each.Count)!.Colour;

        /// <summary>Two boxes of about as many pixels, the one with less and the other with more of the part that differs most.</summary>
        public Box[] Cut()
        {
            var sorted = _colours.OrderBy(each => Part(each.Colour, _longest)).ToArray();
            var half = sorted.Sum(each => (long)each.Count) / 2;
            var cut = 0;
            for (var before = 0L; cut < sorted.Length - 1 && (cut == 0 || before + sorted[cut].Count <= half); cut++)
            {
                before += sorted[cut].Count;
            }

            return [new(sorted[..cut]), new(sorted[cut..])];
        }

        private int Range(int part) => _colours.Max(each => Part(each.Colour, part)) - _colours.Min(each => Part(each.Colour, part));
    }
}
