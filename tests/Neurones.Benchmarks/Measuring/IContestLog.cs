namespace Neurones.Benchmarks;

/// <summary>Is told who doesn't take part.</summary>
internal interface IContestLog
{
    /// <summary>The names of those who haven't the computation.</summary>
    void Without(IEnumerable<string> names);

    /// <summary>The side has it, with another answer.</summary>
    void Disagrees(Workload workload, Side side, double[] answer, Side reference, double[] expected);
}
