namespace Neurones;

/// <summary>Shares the parts of one computation among the threads that MathNet may use (<c>Control.MaxDegreeOfParallelism</c>).</summary>
internal static class ForkJoin
{
    /// <summary>Runs the parts 0 to parts - 1, in any order, and returns when all are done.</summary>
    public static void Run(int parts, Action<int> runPart)
    {
        var threads = Math.Min(parts, MathNet.Numerics.Control.MaxDegreeOfParallelism);
        if (threads <= 1)
        {
            for (var part = 0; part < parts; part++)
            {
                runPart(part);
            }
        }
        else
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, runPart);
        }
    }
}
