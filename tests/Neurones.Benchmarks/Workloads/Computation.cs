namespace Neurones.Benchmarks;

/// <summary>A computation whose run is timed, and whose answer is taken from the last run, outside of the timing.</summary>
internal abstract class Computation
{
    public static Computation Of<T>(Func<T> run, Func<T, double[]> answer) => new Timed<T>(run, answer);

    public abstract void Run();

    /// <summary>A few numbers that tell whether the result of the last run is right; the first is reported.</summary>
    public abstract double[] Answer();

    private sealed class Timed<T>(Func<T> run, Func<T, double[]> answer) : Computation
    {
        private T? _result;

        public override void Run() => _result = run();

        public override double[] Answer() => answer(_result!);
    }
}
