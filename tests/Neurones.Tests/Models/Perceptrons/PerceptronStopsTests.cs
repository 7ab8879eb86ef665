using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class PerceptronStopsTests
{
    private static readonly (Matrix<double> X, Matrix<double> y) Blobs = Datasets.MakeBlobs(100, 2, 2, seed: 0);
    private static readonly (Matrix<double> X, Matrix<double> y) Apart = EarlyPeers.All.Perceptron[0].Data();

    [Theory]
    [InlineData(1, new[] { 0, 1, 2, 3 })]
    [InlineData(2, new[] { 0, 2, 3 })]
    [InlineData(50, new[] { 0, 3 })]
    public void A_pass_without_an_error_ends_the_training_and_its_records(int every, int[] recorded)
    {
        var reports = new List<TrainingProgress>();
        var history = new Perceptron().Fit(Apart.X, Apart.y, new() { RecordEvery = every }, progress: new Listener(reports.Add));
        Assert.Equal(recorded, history.Select(record => record.Iteration));
        Assert.Equal(0, history[^1].TrainLoss);
        Assert.Equal(history.Select(r => new TrainingProgress(r.Iteration, 100, r.TrainLoss, r.TrainAccuracy)), reports);
    }

    [Fact]
    public void Samples_that_no_line_divides_end_with_errors_at_the_last_iteration()
    {
        var history = new Perceptron().Fit(Blobs.X, Blobs.y, new() { Iterations = 30, KeepParameters = true });
        Assert.Equal(31, history.Count);
        Assert.All(history, record => Assert.True(record.TrainLoss > 0));
        Assert.NotEqual(history[1].Parameters!["W"], history[2].Parameters!["W"]);
    }

    [Fact]
    public void A_cancelled_training_keeps_what_it_learned_and_records_it()
    {
        using var source = new CancellationTokenSource();
        var perceptron = new Perceptron();
        Assert.Throws<OperationCanceledException>(() => perceptron.Fit(
            Blobs.X, Blobs.y, progress: new Listener(report => { if (report.Iteration == 4) source.Cancel(); }), cancellation: source.Token));

        var reached = new Perceptron();
        reached.Fit(Blobs.X, Blobs.y, new() { Iterations = 5 });
        Assert.Equal((reached.W, reached.b), (perceptron.W, perceptron.b));
        Assert.Equal(reached.History, perceptron.History);

        var untouched = new Perceptron();
        Assert.Throws<OperationCanceledException>(() => untouched.Fit(Blobs.X, Blobs.y, cancellation: source.Token));
        Assert.Empty(untouched.History);
    }

    [Fact]
    public void Starts_from_given_parameters_and_otherwise_afresh()
    {
        var (inOne, inTwo) = (new Perceptron(), new Perceptron());
        inOne.Fit(Blobs.X, Blobs.y, new() { Iterations = 7 });
        inTwo.Fit(Apart.X, Apart.y);
        inTwo.Fit(Blobs.X, Blobs.y, new() { Iterations = 3 });
        var steps = Perceptron.Steps(Blobs.X, Blobs.y, new() { Iterations = 4, InitialParameters = inTwo.Parameters });
        Assert.Equal((inOne.W, inOne.b), (steps.Last().NextW, steps.Last().Nextb));
        inTwo.Fit(Blobs.X, Blobs.y, new() { Iterations = 4, InitialParameters = inTwo.Parameters });
        Assert.Equal((inOne.W, inOne.b), (inTwo.W, inTwo.b));
    }

    [Fact]
    public void Prints_itself_and_its_steps_in_any_culture()
    {
        using var french = new FrenchCulture();
        var perceptron = new Perceptron();
        Assert.Equal("Perceptron, not trained yet", perceptron.ToString());
        perceptron.Fit(Apart.X, Apart.y);
        Assert.Equal("Perceptron (W 2x1, b 1x1), iteration 3: train loss 0, accuracy 1", perceptron.ToString());

        var steps = Perceptron.Steps(Matrix<double>.Build.DenseOfRows([[0.5, -0.25], [1.0, 2.0]]), ParityValues.Column([0, 1]));
        Assert.Equal(
            ["pass 0, sample 0: answer 1 for label 0, so W becomes (-0.05, 0.025) and b -0.1", "pass 0, sample 1: answer 0 for label 1, so W becomes (0.05, 0.225) and b 0"],
            steps.Take(2).Select(step => step.ToString()));
        Assert.Equal("pass 1, sample 1: answer 1 for label 1, right", steps.ElementAt(3).ToString());
        var wide = Perceptron.Steps(Matrix<double>.Build.Dense(2, 7, 1), ParityValues.Column([0, 1])).First();
        Assert.EndsWith("so W becomes (-0.1, -0.1, -0.1, -0.1, -0.1, ...) and b -0.1", wide.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused_at_once_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var (X, y) = Blobs;
        var perceptron = new Perceptron();
        void Fails(string message, Matrix<double> X, Matrix<double> y, TrainingOptions? options = null)
        {
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => perceptron.Fit(X, y, options)).Message);
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => Perceptron.Steps(X, y, options)).Message);
        }

        Fails("LearningRate is -0.5: it must be a finite number more than 0, such as 0.1.", X, y, new() { LearningRate = -0.5 });
        Fails("Iterations is 0: train for 1 iteration or more.", X, y, new() { Iterations = 0 });
        Fails("X is 2x100 but y is 100x1: both need one row per sample.", X.Transpose(), y);
        Fails("y is 100x2 but must be one column: transpose it, or take one of its columns.", X, X);
        Fails("y must hold labels, 0 or 1, but has -1 at row 0 (counted from 0): two classes are told apart here, so choose one, such as y.Map(v => v == -1 ? 1.0 : 0.0).", X, y.Map(_ => -1.0, Zeros.Include));
        Fails("y has only label 0: telling two classes apart is learned from samples of both; add some of class 1.", X, 0 * y);
        Fails("b of InitialParameters is missing: this model has W 2x1, b 1x1.", X, y, new() { InitialParameters = new(("W", Matrix<double>.Build.Dense(2, 1))) });
        FailsOn("validation.y must hold labels, 0 or 1, but has 2 at row 0 (counted from 0): two classes are told apart here, so choose one, such as validation.y.Map(v => v == 2 ? 1.0 : 0.0).", (X, (0 * y) + 2));
        FailsOn("validation.X is 100x1 but X is 100x2: both need the same variables, one per column.", (X.SubMatrix(0, 100, 0, 1), y));
        Assert.Throws<TrainingDivergedException>(() => perceptron.Fit(X * 1e306, y, new() { LearningRate = 1e3 }));
        Assert.Empty(perceptron.History);

        void FailsOn(string message, (Matrix<double>, Matrix<double>) validation) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => perceptron.Fit(X, y, validation: validation)).Message);
    }

    [Fact]
    public void An_untrained_perceptron_and_other_variables_are_refused()
    {
        var perceptron = new Perceptron();
        foreach (Func<object> use in new Func<object>[] { () => perceptron.W, () => perceptron.b, () => perceptron.Predict(Blobs.X), () => perceptron.Evaluate(Blobs.X, Blobs.y) })
        {
            Assert.Equal("This model has no parameters yet: train it with Fit(X, y) first.", Assert.Throws<InvalidOperationException>(use).Message);
        }

        perceptron.Fit(Apart.X, Apart.y);
        foreach (Func<object> use in new Func<object>[] { () => perceptron.Predict(Blobs.X.Transpose()), () => perceptron.Evaluate(Blobs.X.Transpose(), Blobs.y) })
        {
            Assert.Equal(
                "X is 2x100 but W expects 2 variables (W is 2x1): X needs one row per sample and one column per variable.",
                Assert.Throws<ArgumentException>(use).Message);
        }
    }

    private sealed class Listener(Action<TrainingProgress> listen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => listen(value);
    }
}
