using MathNet.Numerics.LinearAlgebra;
using Neurones.Tests.Files;
using Neurones.Tests.Photos;

namespace Neurones.Tests;

public class SoftmaxRegressionTests
{
    private const double Tolerance = 1e-9;

    private static readonly SoftmaxPeers.Descent Peer = SoftmaxPeers.All.Descents[1];

    [Fact]
    public void Learns_what_NumPy_learns() => Assert.All(SoftmaxPeers.All.Descents, peer =>
    {
        var (X, y) = peer.Data();
        var model = new SoftmaxRegression(peer.Classes);
        var history = model.Fit(X, y, peer.Options);

        Near.Equal(ParityValues.Matrix(peer.W), model.W, Tolerance);
        Near.Equal(ParityValues.Matrix(peer.b), model.b, Tolerance);
        Near.Equal(peer.Losses, history.Select(r => r.TrainLoss), Tolerance);
        Near.Equal(peer.Accuracies, history.Select(r => r.TrainAccuracy!.Value), Tolerance);
        Near.Equal(ParityValues.Matrix(peer.A), model.PredictProbability(X.SubMatrix(0, 5, 0, X.ColumnCount)), Tolerance);
        Assert.Equal("cross-entropy", history.LossName);
    });

    [Fact]
    public void Reaches_the_least_loss_that_scikit_learn_finds()
    {
        var best = SoftmaxPeers.All.Best;
        var X = ParityValues.Matrix(best.X);
        var model = new SoftmaxRegression(3);
        var last = model.Fit(X, ParityValues.Column(best.y), new() { LearningRate = 1, Iterations = 500, RecordEvery = 500 })[^1];
        Near.Equal(best.Loss, last.TrainLoss, 1e-9);
        Near.Equal(ParityValues.Matrix(best.A), model.PredictProbability(X.SubMatrix(0, 5, 0, 2)), 1e-5);
    }

    [Fact]
    public void Predict_evaluate_and_gradients_are_those_of_the_readable_functions()
    {
        var (X, y) = Peer.Data();
        var Y = OneHot.Encode(y, Peer.Classes);
        var model = new SoftmaxRegression(Peer.Classes);
        var last = model.Fit(X, y, Peer.Options)[^1];
        var A = SoftmaxFunctions.Model(X, model.W, model.b);
        var (dW, db) = SoftmaxFunctions.Gradients(A, X, Y);
        Assert.Equal(OneHot.Decode(A), model.Predict(X));
        Assert.Equal(Metrics.Accuracy(y, model.Predict(X)), last.TrainAccuracy);
        Near.Equal(Peer.LogLoss, model.Evaluate(X, y).Loss, 1e-12);
        Near.Equal(dW, model.Gradients(X, y)["dW"], 1e-12);
        Near.Equal(db, model.Gradients(X, y)["db"], 1e-12);
        Assert.True(GradientCheck.Of(model, X, y).Passed);
        Assert.True(GradientCheck.Of(new SoftmaxRegression(Peer.Classes), X, y).Passed);
    }

    [Fact]
    public void The_seed_decides_the_order_of_the_samples()
    {
        var (X, y) = Peer.Data();
        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));

        Matrix<double> Train(uint seed)
        {
            var model = new SoftmaxRegression(Peer.Classes);
            model.Fit(X, y, Peer.Options with { Seed = seed });
            return model.W;
        }
    }

    [Fact]
    public void Measures_the_validation_set_and_reports_every_epoch()
    {
        var (X, y) = Peer.Data();
        var reports = new List<TrainingProgress>();
        var model = new SoftmaxRegression(Peer.Classes);
        var history = model.Fit(X, y, Peer.Options with { RecordEvery = 3 }, (X.SubMatrix(0, 20, 0, 5), y.SubMatrix(0, 20, 0, 1)), new Listener(reports.Add));
        Assert.Equal([0, 3, 6, 8], history.Select(record => record.Iteration));
        Assert.Equal(history.Select(r => new TrainingProgress(r.Iteration, 8, r.TrainLoss, r.TrainAccuracy)), reports);
        var last = model.Evaluate(X.SubMatrix(0, 20, 0, 5), y.SubMatrix(0, 20, 0, 1));
        Assert.Equal((last.Loss, last.Accuracy), (history[^1].TestLoss, history[^1].TestAccuracy));
    }

    [Fact]
    public void A_cancelled_training_keeps_the_epochs_that_it_learned()
    {
        var (X, y) = Peer.Data();
        using var source = new CancellationTokenSource();
        var model = new SoftmaxRegression(Peer.Classes);
        Assert.Throws<OperationCanceledException>(() => model.Fit(
            X, y, Peer.Options, progress: new Listener(report => { if (report.Iteration == 2) source.Cancel(); }), cancellation: source.Token));

        var reached = new SoftmaxRegression(Peer.Classes);
        reached.Fit(X, y, Peer.Options with { Iterations = 3 });
        Assert.Equal((reached.W, reached.b), (model.W, model.b));
        Assert.Equal(reached.History, model.History);
    }

    [Fact]
    public void A_loaded_model_predicts_the_same_bits()
    {
        using var french = new FrenchCulture();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.safetensors");
        var (X, y) = Peer.Data();
        var model = new SoftmaxRegression(Peer.Classes);
        Assert.Equal("Softmax regression, not trained yet", model.ToString());
        model.Fit(X, y, Peer.Options);
        model.Save(file);

        var loaded = SoftmaxRegression.Load(file);
        FileFixtures.Same(model.PredictProbability(X), loaded.PredictProbability(X));
        Assert.Equal("Softmax regression (W 5x4, b 1x4), loaded", loaded.ToString());

        SafeTensorsFile.Save(file, model.Parameters, new Dictionary<string, string> { ["model"] = "SoftmaxRegression", ["variables"] = "5", ["classes"] = "1" });
        var error = Assert.Throws<InvalidDataException>(() => SoftmaxRegression.Load(file));
        Assert.Contains("its classes is 1, and must be from 2 to 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused_and_changes_nothing()
    {
        using var french = new FrenchCulture();
        var (X, y) = Peer.Data();
        var model = new SoftmaxRegression(3);
        void Fails(string message, Matrix<double> y, TrainingOptions? options = null) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(() => model.Fit(X, y, options)).Message);

        Fails("y has class 3, but this model tells 3 classes apart, 0 to 2: make it with 4 classes or more.", y);
        Fails("y must hold classes, whole numbers from 0 to 999, but has 0.5 at row 0 (counted from 0): of probabilities take the class first, as Predict does.", y.Map(_ => 0.5, Zeros.Include));
        Fails("y has only class 2: telling classes apart is learned from samples of several; add some of another class.", y.Map(_ => 2.0, Zeros.Include));
        Fails("y is 103x4 but must be one column: transpose it, or take one of its columns.", OneHot.Encode(y));
        Fails("BatchSize is 0: learn from 1 sample or more at a time, or leave it null for all.", y.Map(label => label % 3), new() { BatchSize = 0 });
        Assert.Throws<TrainingDivergedException>(() => model.Fit(X * 1e200, y.Map(label => label % 3), new() { BatchSize = 10, LearningRate = 1e120 }));
        Assert.Empty(model.History);
        Assert.Equal("classes is 1: tell from 2 to 1000 classes apart.", Assert.Throws<ArgumentException>(() => new SoftmaxRegression(1)).Message);
    }

    private sealed class Listener(Action<TrainingProgress> listen) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => listen(value);
    }
}
