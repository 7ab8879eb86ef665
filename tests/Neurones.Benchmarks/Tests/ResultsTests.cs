namespace Neurones.Benchmarks.Tests;

public sealed class ResultsTests
{
    private static readonly Workload W1 = Catalogue.All[0];

    private static readonly Results Measured = new(
    [
        Of(Side.Ours, 1, 2), Of(Side.Ours, 2, 1),
        Of(Side.NumPy, 1, 6), Of(Side.NumPy, 2, 8),
        Of(Side.PyTorch, 1, 20), Of(Side.PyTorch, 2, 30), Of(Side.PyTorch, 2, 10),
    ]);

    [Fact]
    public void Each_side_counts_at_its_best_setting()
    {
        Assert.Equal(6, Measured.Times("W1", Side.Ours, Side.NumPy));
        Assert.Equal(10, Measured.Times("W1", Side.Ours, Side.PyTorch));
    }

    [Fact]
    public void With_one_thread_for_each_only_its_settings_count()
    {
        Assert.Equal(3, Measured.Times("W1", Side.Ours, Side.NumPy, threads: 1));
        Assert.Equal(10, Measured.Times("W1", Side.Ours, Side.PyTorch, threads: 1));
    }

    [Fact]
    public void A_row_is_compared_with_NumPy_on_at_most_as_many_threads() =>
        Assert.Equal([3, 6, 1, 0.75, 0.3, 0.6], Measured.Measurements.Select(m => Measured.RatioToNumPy(m)!.Value), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void What_was_not_measured_has_no_ratio() => Assert.Null(Measured.Times("W1", Side.Ours, Side.ScikitLearn));

    [Fact]
    public void Targets_name_workloads_and_sides_that_exist() => Assert.All(Target.All, target =>
    {
        Assert.Contains(Catalogue.All, workload => workload.Name == target.Workload);
        Assert.Contains(Side.All, side => side.Name == target.Who);
        Assert.Contains(Side.All, side => side.Name == target.Peer);
    });

    [Fact]
    public void Rounding_is_no_disagreement_but_a_changed_digit_is()
    {
        Assert.True(Answers.Agree([0.5, 1e6], [0.5 + 1e-12, 1e6 + 1e-4], W1));
        Assert.False(Answers.Agree([0.5, 1], [0.5001, 1], W1));
        Assert.False(Answers.Agree([0.5, double.NaN], [0.5, 1], W1));
    }

    private static Measurement Of(string side, int threads, double seconds) => new(W1, new Side(side, threads, [], []), seconds, [0]);
}
