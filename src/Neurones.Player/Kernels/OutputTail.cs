using System.Text;

namespace Neurones.Player.Kernels;

/// <summary>What a process printed, bounded: the first lines, which name the cause of a crash, and the last ones.</summary>
public sealed class OutputTail
{
    private const int Lines = 40;
    private const int LineLength = 500;
    private const int MostCauses = 10;

    private readonly Lock _lock = new();
    private readonly List<string> _head = [];
    private readonly Queue<string> _tail = [];

    public string? Last
    {
        get
        {
            lock (_lock)
            {
                return _tail.LastOrDefault(line => line.Length > 0);
            }
        }
    }

    /// <summary>Keeps every line of <paramref name="reader"/> until it ends.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        // By blocks, because a line may be without end.
        var block = new char[4096];
        var line = new StringBuilder();
        while (await reader.ReadAsync(block) is > 0 and var read)
        {
            foreach (var character in block.AsSpan(0, read))
            {
                if (character == '\n')
                {
                    Add(line.ToString().TrimEnd('\r'));
                    line.Clear();
                }
                else if (line.Length < LineLength)
                {
                    line.Append(character);
                }
            }
        }

        if (line.Length > 0)
        {
            Add(line.ToString());
        }
    }

    /// <summary>The first kept line that begins with <paramref name="start"/>, or null.</summary>
    public string? Find(string start)
    {
        lock (_lock)
        {
            return _head.Concat(_tail).FirstOrDefault(line => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsCause(string line) => line.StartsWith("Unhandled exception.", StringComparison.Ordinal)
        || line.StartsWith("Stack overflow", StringComparison.Ordinal)
        || line.StartsWith("Out of memory", StringComparison.OrdinalIgnoreCase);

    private void Add(string line)
    {
        lock (_lock)
        {
            // A crash report may follow thousands of lines that a library printed, and may itself be thousands of lines long.
            if (_head.Count < Lines || (_head.Count < Lines + MostCauses && IsCause(line)))
            {
                _head.Add(line);
            }

            _tail.Enqueue(line);
            if (_tail.Count > Lines)
            {
                _tail.Dequeue();
            }
        }
    }
}
