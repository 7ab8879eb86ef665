using System.Text;

namespace Neurones.Kernel.Output;

/// <summary>What a cell has printed and not yet sent: one piece for each change between stdout and stderr.</summary>
internal sealed class StreamBuffer
{
    private readonly List<(string Stream, StringBuilder Text)> _pieces = [];

    public int Length { get; private set; }

    public void Append(string stream, ReadOnlySpan<char> text)
    {
        if (_pieces.Count == 0 || _pieces[^1].Stream != stream)
            _pieces.Add((stream, new StringBuilder()));
        _pieces[^1].Text.Append(text);
        Length += text.Length;
    }

    /// <summary>Takes everything, in the order it was printed.</summary>
    public IReadOnlyList<(string Stream, string Text)> Take()
    {
        var taken = _pieces.Select(piece => (piece.Stream, piece.Text.ToString())).ToList();
        _pieces.Clear();
        Length = 0;
        return taken;
    }
}
