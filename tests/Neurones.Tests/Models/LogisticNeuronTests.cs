using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

public class LogisticNeuronTests
{
    private const double Tolerance = 1e-9;

    private static readonly (Matrix<double> X, Matrix<double> y) Blobs = Datasets.MakeBlobs(100, 2, 2, seed: 0);

    [Fact]
    public void Learns_what_NumPy_learns() => Assert.All(NeuronPeer.All, peer =>
    {
        var (X, y) = peer.Data();
        var neuron = new LogisticNeuron();
        var history = neuron.Fit(X, y, peer.Options);

        Near.Equal(ParityValues.Column(peer.W), neuron.W, Tolerance);
        Near.Equal(peer.b, neuron.b, Tolerance);
        Near.Equal(ParityValues.Column(peer.A), neuron.PredictProbability(X), Tolerance);
        Assert.Equal(Enumerable.Range(0, peer.Iterations + 1), history.Select(r => r.Iteration));
        Near.Equal(peer.StableLosses, history.Select(r => r.TrainLoss), Tolerance);
        Near.Equal(peer.Accuracies, history.Select(r => r.TrainAccuracy!.Value), Tolerance);
        Assert.Same(history, neuron.History);
    });

    [Fact]
    public void Evaluate_and_predict_agree_with_the_last_record()
    {
        var neuron = new LogisticNeuron();
        var last = neuron.Fit(Blobs.X, Blobs.y)[^1];
        var evaluation = neuron.Evaluate(Blobs.X, Blobs.y);
        Near.Equal(last.TrainLoss, evaluation.Loss, Tolerance);
        Near.Equal(Metrics.LogLoss(Blobs.y, neuron.PredictProbability(Blobs.X)), evaluation.Loss, Tolerance);
        Assert.Equal(last.TrainAccuracy, evaluation.Accuracy);
        Assert.Equal(0.90, Metrics.Accuracy(Blobs.y, neuron.Predict(Blobs.X)));
    }

    [Fact]
    public void Records_every_so_many_iterations_and_the_trained_neuron()
    {
        var history = new LogisticNeuron().Fit(Blobs.X, Blobs.y, new() { Iterations = 25, RecordEvery = 10 });
        Assert.Equal([0, 10, 20, 25], history.Select(r => r.Iteration));
        Assert.All(history, r => Assert.Equal((null, null, null), (r.TestLoss, r.TestAccuracy, r.Parameters)));
    }

    [Fact]
    public void Records_the_validation_set_and_the_parameters_of_the_same_moment()
    {
        var validation = Datasets.MakeBlobs(30, 2, 2, seed: 5);
        var neuron = new LogisticNeuron();
        var history = neuron.Fit(Blobs.X, Blobs.y, new() { Iterations = 6, RecordEvery = 3, KeepParameters = true }, validation);
        Assert.All(history, record =>
        {
            var (W, b) = (record.Parameters!["W"], record.Parameters["b"][0, 0]);
            var A = LogisticNeuronFunctions.Model(validation.X, W, b);
            Near.Equal(LogisticNeuronFunctions.LogLoss(A, validation.y), record.TestLoss!.Value, 1e-8);
            Assert.Equal(
                Metrics.Accuracy(validation.y, LogisticNeuronFunctions.Predict(validation.X, W, b)), record.TestAccuracy);
        });
        Assert.Equal(neuron.W, history[^1].Parameters!["W"]);
        Assert.NotEqual(history[0].Parameters!["W"], history[1].Parameters!["W"]);
    }

    [Fact]
    public void Fitting_again_starts_afresh()
    {
        var (twice, once) = (new LogisticNeuron(), new LogisticNeuron());
        twice.Fit(Datasets.MakeBlobs(50, 3, 2, seed: 9).X, Datasets.MakeBlobs(50, 3, 2, seed: 9).y);
        twice.Fit(Blobs.X, Blobs.y);
        once.Fit(Blobs.X, Blobs.y);
        Assert.Equal((once.W, once.b), (twice.W, twice.b));
        Assert.Equal(once.History, twice.History);
    }

    [Fact]
    public void Data_is_left_as_it_was()
    {
        var (X, y) = (Blobs.X.Clone(), Blobs.y.Clone());
        new LogisticNeuron().Fit(X, y, validation: (X, y));
        Assert.Equal(Blobs, (X, y));
    }

    [Fact]
    public void Neuron_records_and_progress_print_themselves_in_any_culture()
    {
        using var french = new FrenchCulture();
        var neuron = new LogisticNeuron();
        Assert.Equal("Logistic neuron, not trained yet", neuron.ToString());
        var history = neuron.Fit(Blobs.X, Blobs.y, validation: (Blobs.X.SubMatrix(0, 20, 0, 2), Blobs.y.SubMatrix(0, 20, 0, 1)));
        Assert.Equal(
            "Logistic neuron (W 2x1, b 1x1), iteration 100: train loss 0.20859, accuracy 0.9; test loss 0.099564, accuracy 1",
            neuron.ToString());
        Assert.Equal("iteration 0: train loss 2.229, accuracy 0.5", (history[0] with { TestLoss = null }).ToString());
        Assert.Equal("iteration 4 of 9: loss 1.5, accuracy 0.25", new TrainingProgress(4, 9, 1.5, 0.25).ToString());
    }

    [Fact]
    public void What_it_hands_out_are_copies()
    {
        var neuron = new LogisticNeuron();
        neuron.Fit(Blobs.X, Blobs.y);
        var before = neuron.PredictProbability(Blobs.X);
        neuron.W.Clear();
        neuron.Parameters["b"][0, 0] = 99;
        Assert.Equal(before, neuron.PredictProbability(Blobs.X));
    }

    [Fact]
    public void Sparse_labels_are_labels()
    {
        var (dense, sparse) = (new LogisticNeuron(), new LogisticNeuron());
        dense.Fit(Blobs.X, Blobs.y);
        sparse.Fit(Blobs.X, Matrix<double>.Build.SparseOfMatrix(Blobs.y));
        Assert.Equal(dense.W, sparse.W);
    }

    [Fact]
    public void Large_values_overflow_nothing()
    {
        var neuron = new LogisticNeuron();
        var history = neuron.Fit(Blobs.X * 1e6, Blobs.y, new() { LearningRate = 1000, Iterations = 50 });
        Assert.All(history, r => Assert.True(double.IsFinite(r.TrainLoss)));
        Assert.All(neuron.PredictProbability(Blobs.X * 1e6).Enumerate(), p => Assert.InRange(p, 0, 1));
    }
}
