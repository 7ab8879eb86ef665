namespace Neurones.Kernel.Formatting;

/// <summary>Which of many rows or columns are shown.</summary>
internal static class Elision
{
    /// <summary>The indices to show; where some are left out, one null stands for them.</summary>
    public static IReadOnlyList<int?> Of(int count, int limit)
    {
        if (count <= limit)
            return Enumerable.Range(0, count).Select(i => (int?)i).ToList();

        var tail = limit / 3;
        var head = limit - tail;
        return
        [
            .. Enumerable.Range(0, head).Select(i => (int?)i),
            null,
            .. Enumerable.Range(count - tail, tail).Select(i => (int?)i),
        ];
    }
}
