namespace Neurones.Benchmarks;

/// <summary>A workload's first run in a fresh process, as in a lesson, which trains once: compilation and start-up of libraries count.</summary>
internal sealed class FirstCall : Workload
{
    private readonly Workload _workload;

    public FirstCall(Workload workload)
        : base("first-" + workload.Name, workload.Kind, "first call in a fresh process: " + workload.Description)
    {
        _workload = workload;
        (Tolerance, FirstTolerance) = (workload.Tolerance, workload.FirstTolerance);
    }

    public override bool Fresh => true;

    public override Work Work => _workload.Work;

    public override NamedMatrices Numbers() => _workload.Numbers();

    public override Computation Ours(NamedMatrices numbers) => _workload.Ours(numbers);

    public override Computation? Natural(NamedMatrices numbers) => _workload.Natural(numbers);
}
